//! What is shipped: the programs with everything linked into them, and the browser's modules.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cargo_metadata::{
    DependencyKind, Metadata, MetadataCommand, Node, Package, PackageId, TargetKind,
};

/// What is built for which platform. Other platforms pull in other packages, which nobody ships.
const BUILT: [(&str, &[&str]); 2] = [
    (
        "x86_64-unknown-linux-gnu",
        &["ginnel", "ginnel-canary", "ginnel-keys"],
    ),
    (
        "wasm32-unknown-unknown",
        &[
            "comeback", "console", "hints", "opener", "places", "reading", "redraw", "sealer",
        ],
    ),
];

/// Why the graph of packages is not known.
#[derive(Debug, thiserror::Error)]
pub enum ShippedError {
    /// Cargo did not say.
    #[error("cargo metadata failed")]
    Metadata(#[from] cargo_metadata::Error),
    /// Cargo said something else than it was asked.
    #[error("cargo metadata does not tell about {0}")]
    Missing(String),
}

/// How a package takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// It is in what is shipped.
    Linked,
    /// It runs while that is built: build scripts and macros.
    Builds,
}

/// A package.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licences, as an SPDX expression.
    pub licence: Option<String>,
    /// Where its source is kept.
    pub repository: Option<String>,
    /// Whether it is ours.
    pub is_ours: bool,
    /// How it takes part.
    pub scope: Scope,
    /// What it needs itself.
    pub needs: BTreeSet<Key>,
}

/// Name and version: two versions of a package are two packages.
pub type Key = (String, String);

/// All of it.
#[derive(Debug, Clone, Default)]
pub struct Shipped {
    /// The packages.
    pub parts: BTreeMap<Key, Part>,
    /// The programs and modules themselves.
    pub roots: BTreeSet<Key>,
}

impl Shipped {
    /// Asks cargo about the workspace at `root`, as Cargo.lock has it.
    pub fn of(root: &Path) -> Result<Self, ShippedError> {
        let mut shipped = Self::default();
        for (platform, names) in BUILT {
            let metadata = metadata(root, platform)?;
            let graph = Graph::of(&metadata)?;
            for name in names {
                let missing = || ShippedError::Missing((*name).into());
                let member = metadata.workspace_packages().into_iter();
                let mut member = member.filter(|one| one.name.as_str() == *name);
                let start = &member.next().ok_or_else(missing)?.id;
                shipped.absorb(&graph, start)?;
            }
        }
        Ok(shipped)
    }

    fn absorb(&mut self, graph: &Graph<'_>, start: &PackageId) -> Result<(), ShippedError> {
        self.roots.insert(key(graph.package(start)?));
        let linked = graph.reached(start, |edge| edge == DependencyKind::Normal, false)?;
        let all = graph.reached(start, |edge| edge != DependencyKind::Development, true)?;
        for id in all {
            let package = graph.package(&id)?;
            let scope = if linked.contains(&id) {
                Scope::Linked
            } else {
                Scope::Builds
            };
            let needs = graph.needs(&id)?;
            let entry = self.parts.entry(key(package));
            let part = entry.or_insert_with(|| Part::of(package, scope));
            part.scope = part.scope.min(scope);
            part.needs.extend(needs);
        }
        Ok(())
    }
}

impl Part {
    fn of(package: &Package, scope: Scope) -> Self {
        Self {
            name: package.name.to_string(),
            version: package.version.to_string(),
            licence: package.license.as_deref().map(spdx),
            repository: package.repository.clone(),
            is_ours: package.source.is_none(),
            scope,
            needs: BTreeSet::new(),
        }
    }
}

/// Cargo's answer, ready to be walked.
struct Graph<'a> {
    packages: BTreeMap<&'a PackageId, &'a Package>,
    nodes: BTreeMap<&'a PackageId, &'a Node>,
}

impl<'a> Graph<'a> {
    fn of(metadata: &'a Metadata) -> Result<Self, ShippedError> {
        let missing = || ShippedError::Missing("what needs what".into());
        let nodes = &metadata.resolve.as_ref().ok_or_else(missing)?.nodes;
        Ok(Self {
            packages: metadata.packages.iter().map(|one| (&one.id, one)).collect(),
            nodes: nodes.iter().map(|one| (&one.id, one)).collect(),
        })
    }

    fn package(&self, id: &PackageId) -> Result<&'a Package, ShippedError> {
        let found = self.packages.get(id).copied();
        found.ok_or_else(|| ShippedError::Missing(id.repr.clone()))
    }

    /// What a package asks for itself, tests aside.
    fn needs(&self, id: &PackageId) -> Result<BTreeSet<Key>, ShippedError> {
        let next = self.next(id, |edge| edge != DependencyKind::Development)?;
        next.into_iter()
            .map(|id| self.package(&id).map(key))
            .collect()
    }

    /// Everything on a way of such edges, macros included only if asked for.
    fn reached(
        &self,
        start: &PackageId,
        follows: fn(DependencyKind) -> bool,
        macros: bool,
    ) -> Result<BTreeSet<PackageId>, ShippedError> {
        let mut reached = BTreeSet::from([start.clone()]);
        let mut waiting = vec![start.clone()];
        while let Some(here) = waiting.pop() {
            for id in self.next(&here, follows)? {
                if (macros || !is_macro(self.package(&id)?)) && reached.insert(id.clone()) {
                    waiting.push(id);
                }
            }
        }
        Ok(reached)
    }

    fn next(
        &self,
        id: &PackageId,
        follows: fn(DependencyKind) -> bool,
    ) -> Result<Vec<PackageId>, ShippedError> {
        let missing = || ShippedError::Missing(id.repr.clone());
        let node = self.nodes.get(id).ok_or_else(missing)?;
        let followed = node.deps.iter().filter(|dep| {
            let mut kinds = dep.dep_kinds.iter();
            kinds.any(|info| follows(info.kind))
        });
        Ok(followed.map(|dep| dep.pkg.clone()).collect())
    }
}

fn metadata(root: &Path, platform: &str) -> Result<Metadata, ShippedError> {
    let options = ["--locked", "--filter-platform", platform];
    Ok(MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .other_options(options.map(String::from).to_vec())
        .exec()?)
}

fn key(package: &Package) -> Key {
    (package.name.to_string(), package.version.to_string())
}

/// Older manifests write `MIT/Apache-2.0`, which SPDX does not know.
fn spdx(licence: &str) -> String {
    let either: Vec<&str> = licence.split('/').map(str::trim).collect();
    either.join(" OR ")
}

fn is_macro(package: &Package) -> bool {
    let mut targets = package.targets.iter();
    targets.any(|target| target.kind.contains(&TargetKind::ProcMacro))
}
