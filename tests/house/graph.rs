//! The dependency graph, as plain as the rules need it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, PackageId};

/// The platforms we build for; what only other platforms would pull in is never shipped.
const PLATFORMS: [&str; 2] = ["x86_64-unknown-linux-gnu", "wasm32-unknown-unknown"];

/// Packages by key: the bare name for a crate of the house, `name version` for everybody else's.
#[derive(Default)]
pub(crate) struct Graph {
    pub(crate) packages: BTreeMap<String, Package>,
}

#[derive(Default)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) origin: Origin,
    pub(crate) licence: Option<String>,
    /// Whether the crate switches features on by itself unless told not to.
    pub(crate) has_defaults: bool,
    pub(crate) edges: BTreeSet<Edge>,
}

#[derive(Default, PartialEq, Eq)]
pub(crate) enum Origin {
    #[default]
    House,
    Registry,
    Elsewhere(String),
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Edge {
    pub(crate) to: String,
    pub(crate) kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Linked into what is shipped, or run while building it.
    Shipped,
    /// Only for a crate's own tests.
    Test,
}

impl Graph {
    /// Reads the graph that cargo resolves for the workspace at `root`.
    pub(crate) fn of_the_workspace(root: &Path) -> Self {
        let mut graph = Self::default();
        for platform in PLATFORMS {
            graph.absorb(&metadata(root, platform));
        }
        graph
    }

    /// The crates of the house.
    pub(crate) fn members(&self) -> impl Iterator<Item = &Package> {
        self.packages
            .values()
            .filter(|package| package.origin == Origin::House)
    }

    /// A package of the house or any version of somebody else's, by name.
    pub(crate) fn named(&self, name: &str) -> impl Iterator<Item = &Package> {
        self.packages
            .values()
            .filter(move |package| package.name == name)
    }

    fn absorb(&mut self, metadata: &Metadata) {
        let keys: BTreeMap<&PackageId, String> = metadata
            .packages
            .iter()
            .map(|package| (&package.id, key(package)))
            .collect();
        for package in &metadata.packages {
            self.packages
                .entry(key(package))
                .or_insert_with(|| plain(package));
        }
        let resolve = metadata
            .resolve
            .as_ref()
            .expect("metadata was asked to resolve");
        for node in &resolve.nodes {
            let from = self
                .packages
                .get_mut(&keys[&node.id])
                .expect("every node's package was just entered");
            for dep in &node.deps {
                let to = &keys[&dep.pkg];
                from.edges.extend(dep.dep_kinds.iter().map(|info| Edge {
                    to: to.clone(),
                    kind: kind(info.kind),
                }));
            }
        }
    }
}

/// The manifest of every crate of the house.
pub(crate) fn member_manifests(root: &Path) -> Vec<PathBuf> {
    metadata(root, PLATFORMS[0])
        .workspace_packages()
        .iter()
        .map(|package| package.manifest_path.clone().into_std_path_buf())
        .collect()
}

fn metadata(root: &Path, platform: &str) -> Metadata {
    MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .other_options(vec!["--filter-platform".to_owned(), platform.to_owned()])
        .exec()
        .expect("cargo metadata reads the workspace")
}

fn key(package: &cargo_metadata::Package) -> String {
    match package.source {
        None => package.name.to_string(),
        Some(_) => format!("{} {}", package.name, package.version),
    }
}

fn plain(package: &cargo_metadata::Package) -> Package {
    let origin = match &package.source {
        None => Origin::House,
        Some(source) if source.is_crates_io() => Origin::Registry,
        Some(source) => Origin::Elsewhere(source.repr.clone()),
    };
    Package {
        name: package.name.to_string(),
        origin,
        licence: package.license.clone(),
        has_defaults: package
            .features
            .get("default")
            .is_some_and(|features| !features.is_empty()),
        edges: BTreeSet::new(),
    }
}

fn kind(kind: DependencyKind) -> Kind {
    match kind {
        DependencyKind::Development => Kind::Test,
        _ => Kind::Shipped,
    }
}

#[cfg(test)]
pub(crate) mod made_up {
    use super::{Edge, Graph, Kind, Origin, Package};

    /// A graph of house crates from `(from, to)` pairs; a name with a space in it is a registry package.
    pub(crate) fn graph(edges: &[(&str, &str, Kind)]) -> Graph {
        let mut graph = Graph::default();
        for (from, to, kind) in edges {
            enter(&mut graph, from).edges.insert(Edge {
                to: (*to).to_owned(),
                kind: *kind,
            });
            enter(&mut graph, to);
        }
        graph
    }

    fn enter<'a>(graph: &'a mut Graph, key: &str) -> &'a mut Package {
        let (name, version) = key.split_once(' ').unwrap_or((key, ""));
        graph
            .packages
            .entry(key.to_owned())
            .or_insert_with(|| Package {
                name: name.to_owned(),
                origin: if version.is_empty() {
                    Origin::House
                } else {
                    Origin::Registry
                },
                licence: Some("MIT".to_owned()),
                ..Package::default()
            })
    }
}
