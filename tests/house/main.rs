//! The rules of the house, read from the dependency graph: floors, walls, licences, manifests.

#![expect(clippy::indexing_slicing, reason = "a test that indexes wrongly fails")]

mod floors;
mod graph;
mod licences;
mod manifest;
mod walls;

use std::path::{Path, PathBuf};

use graph::Graph;

#[test]
fn every_dependency_points_down_a_floor() {
    assert_none(&floors::upward_edges(&shipped(), floors::FLOORS));
}

#[test]
fn no_wall_is_walked_through() {
    assert_none(&walls::breaches(&shipped(), walls::UNREACHABLE));
}

#[test]
fn a_guarded_crate_is_used_only_where_it_may_be() {
    assert_none(&walls::trespasses(&shipped(), walls::GUARDED));
}

#[test]
fn every_licence_is_permissive() {
    assert_none(&licences::forbidden(&shipped()));
}

#[test]
fn every_package_comes_from_the_workspace_or_the_registry() {
    assert_none(&licences::foreign_sources(&shipped()));
}

#[test]
fn every_shared_dependency_says_what_for_and_leaves_defaults_off_or_says_why() {
    assert_none(&manifest::unexplained(
        &read(&root().join("Cargo.toml")),
        &shipped(),
        manifest::DEFAULTS_WANTED,
    ));
}

#[test]
fn every_crate_keeps_the_workspace_lints_and_versions() {
    let workspace = read(&root().join("Cargo.toml"));
    let strays: Vec<String> = graph::member_manifests(&root())
        .iter()
        .flat_map(|path| manifest::strays(&path.display().to_string(), &read(path), &workspace))
        .collect();
    assert_none(&strays);
}

fn shipped() -> Graph {
    Graph::of_the_workspace(&root())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("tests/ stands in the workspace root")
        .to_path_buf()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n  {}\n", complaints.join("\n  "));
}
