//! The bill of this very workspace.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    root.expect("crates/sbom stands two folders down")
        .to_path_buf()
}

fn bill() -> (String, Value) {
    let text = sbom::bill(&root())
        .expect("the workspace has a bill")
        .to_json()
        .expect("a bill is JSON");
    let value = serde_json::from_str(&text).expect("JSON");
    (text, value)
}

fn components(bill: &Value) -> &[Value] {
    bill["components"].as_array().expect("a list")
}

/// Name to the component, of which there may be several versions.
fn by_name(bill: &Value) -> BTreeMap<&str, Vec<&Value>> {
    let mut all: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for component in components(bill) {
        let name = component["name"].as_str().expect("a name");
        all.entry(name).or_default().push(component);
    }
    all
}

#[test]
fn the_same_workspace_gives_the_same_bytes_and_names_no_folder_of_this_machine() {
    let (first, _) = bill();
    let (second, _) = bill();
    assert_eq!(first, second);
    assert!(!first.contains(root().to_str().unwrap()));
    assert!(!first.contains("timestamp") && !first.contains("serialNumber"));
}

#[test]
fn everything_linked_or_building_is_there_and_what_only_tests_use_is_not() {
    let (_, bill) = bill();
    let all = by_name(&bill);
    for (name, scope) in [
        ("age", "required"),
        ("ml-kem", "required"),
        ("libsqlite3-sys", "required"),
        ("leptos", "required"),
        ("api", "required"),
        ("serde_derive", "excluded"),
        ("cc", "excluded"),
    ] {
        let found = all.get(name).unwrap_or_else(|| panic!("{name} is missing"));
        let scopes: BTreeSet<_> = found.iter().map(|one| one["scope"].as_str()).collect();
        assert!(scopes.contains(&Some(scope)), "{name}: {scopes:?}");
    }
    for name in ["tests", "xtask", "demo", "sbom", "tempfile", "proptest"] {
        assert!(!all.contains_key(name), "{name} is shipped with nobody");
    }
}

#[test]
fn every_package_has_a_licence_and_every_fetched_one_its_hash() {
    let (_, bill) = bill();
    for component in components(&bill) {
        let licence = component["licenses"][0]["expression"].as_str();
        let licence = licence.unwrap_or_default();
        assert!(!licence.is_empty() && !licence.contains('/'), "{component}");
        let is_fetched = component.get("purl").is_some();
        let hash = component["hashes"][0]["content"].as_str();
        assert_eq!(
            hash.is_some_and(|hash| hash.len() == 64),
            is_fetched,
            "{component}"
        );
    }
}

#[test]
fn whatever_is_needed_is_listed() {
    let (_, bill) = bill();
    let listed = components(&bill).iter();
    let mut listed: BTreeSet<&str> = listed.map(|one| one["bom-ref"].as_str().unwrap()).collect();
    assert_eq!(listed.len(), components(&bill).len());
    listed.insert(bill["metadata"]["component"]["bom-ref"].as_str().unwrap());
    let needs = bill["dependencies"].as_array().unwrap();
    assert_eq!(needs.len(), listed.len());
    for one in needs {
        assert!(listed.contains(one["ref"].as_str().unwrap()), "{one}");
        for on in one["dependsOn"].as_array().unwrap() {
            assert!(listed.contains(on.as_str().unwrap()), "{one}");
        }
    }
}
