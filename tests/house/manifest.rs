//! Manifests: shared versions, default features off or explained, lints kept.

use toml::{Table, Value};

use crate::graph::Graph;

/// Shared dependencies that keep their default features, and why.
pub(crate) const DEFAULTS_WANTED: &[(&str, &str)] = &[
    ("anyhow", "default is std alone"),
    ("brotli", "default is std alone"),
    ("flate2", "its default is the Rust backend; tests only"),
    ("ml-kem", "default is std alone"),
    ("rand", "std and the seedable standard generator"),
    ("rand_chacha", "default is std alone"),
    ("serde_json", "default is std alone"),
    ("sha2", "default is std alone"),
    ("sha3", "default is std alone"),
    ("tempfile", "its only default is getrandom"),
    ("wasm-bindgen", "default is std alone"),
    ("wasm-bindgen-futures", "default is std alone"),
    ("web-sys", "default is std alone"),
    ("x25519-dalek", "zeroize and the precomputed tables"),
    ("zeroize", "default is alloc alone"),
];

/// Shared dependencies without a comment, or with default features nobody explained.
pub(crate) fn unexplained(manifest: &str, graph: &Graph, wanted: &[(&str, &str)]) -> Vec<String> {
    let table = read(manifest);
    let shared = table["workspace"]["dependencies"]
        .as_table()
        .expect("the workspace shares its dependencies");
    let mut complaints: Vec<String> = wanted
        .iter()
        .filter(|(name, _)| !shared.contains_key(*name))
        .map(|(name, _)| format!("{name} is explained but not shared any more"))
        .collect();
    for (name, value) in shared
        .iter()
        .filter(|(_, value)| value.get("path").is_none())
    {
        if !says_what_for(manifest, name) {
            complaints.push(format!("{name} does not say what for"));
        }
        let package = value.get("package").and_then(Value::as_str).unwrap_or(name);
        let explained = wanted.iter().any(|(known, _)| *known == package);
        let off = value.get("default-features").and_then(Value::as_bool) == Some(false);
        if !off && !explained && graph.named(package).any(|package| package.has_defaults) {
            complaints.push(format!(
                "{name} keeps its default features and nobody says why"
            ));
        }
    }
    complaints
}

/// What a crate's manifest does by itself that the workspace should do for it.
pub(crate) fn strays(path: &str, manifest: &str, workspace: &str) -> Vec<String> {
    let table = read(manifest);
    let mut complaints = Vec::new();
    if !shares(table.get("lints")) && !repeats(table.get("lints"), &read(workspace)) {
        complaints.push(format!("{path}: lints are not the workspace's"));
    }
    for (name, value) in dependency_tables(&table).into_iter().flatten() {
        if !shares(Some(value)) {
            complaints.push(format!(
                "{path}: {name} is not shared through the workspace"
            ));
        }
    }
    complaints
}

fn says_what_for(manifest: &str, name: &str) -> bool {
    manifest
        .lines()
        .filter(|line| {
            line.strip_prefix(name)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        })
        .any(|line| line.contains(" # "))
}

fn shares(value: Option<&Value>) -> bool {
    value
        .and_then(|value| value.get("workspace"))
        .and_then(Value::as_bool)
        == Some(true)
}

/// Whether lints are the workspace's word for word, but that unsafe code is denied, not forbidden:
/// what the wasm-bindgen macro writes contains unsafe blocks and says so.
fn repeats(lints: Option<&Value>, workspace: &Table) -> bool {
    let mut wanted = workspace["workspace"]["lints"].clone();
    wanted["rust"]["unsafe_code"] = Value::String("deny".to_owned());
    lints == Some(&wanted)
}

fn read(manifest: &str) -> Table {
    manifest
        .parse()
        .expect("cargo has read this manifest before us")
}

fn dependency_tables(table: &Table) -> Vec<&Table> {
    const KINDS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];
    let per_platform = table
        .get("target")
        .and_then(Value::as_table)
        .into_iter()
        .flat_map(|targets| targets.values().filter_map(Value::as_table));
    std::iter::once(table)
        .chain(per_platform)
        .flat_map(|table| KINDS.iter().filter_map(|kind| table.get(*kind)?.as_table()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{strays, unexplained};
    use crate::graph::Kind::Shipped;
    use crate::graph::made_up::graph;

    #[test]
    fn a_dependency_with_unexplained_defaults_or_without_a_purpose_is_refused() {
        let manifest = r#"
[workspace.dependencies]
ours = { path = "crates/ours" }
loud = "1" # shouts
quiet = { version = "1", default-features = false } # whispers
mute = { version = "1", default-features = false }
plain = "1" # has nothing to switch off
proud = "1" # is explained below
"#;
        let mut graph = graph(&[
            ("ours", "loud 1.0.0", Shipped),
            ("ours", "quiet 1.0.0", Shipped),
            ("ours", "plain 1.0.0", Shipped),
            ("ours", "proud 1.0.0", Shipped),
        ]);
        for key in ["loud 1.0.0", "quiet 1.0.0", "proud 1.0.0"] {
            graph.packages.get_mut(key).expect("just made").has_defaults = true;
        }
        assert_eq!(
            unexplained(manifest, &graph, &[("proud", "std"), ("gone", "std")]),
            [
                "gone is explained but not shared any more",
                "loud keeps its default features and nobody says why",
                "mute does not say what for",
            ]
        );
    }

    #[test]
    fn a_crate_with_its_own_lints_or_versions_is_refused() {
        let manifest = r#"
[dependencies]
shared.workspace = true
own = "1"
[target.'cfg(target_arch = "wasm32")'.dev-dependencies]
also-own = { version = "2" }
[lints.rust]
unsafe_code = "allow"
"#;
        assert_eq!(
            strays("x", manifest, WORKSPACE),
            [
                "x: lints are not the workspace's",
                "x: own is not shared through the workspace",
                "x: also-own is not shared through the workspace",
            ]
        );
        assert!(strays("x", "[lints]\nworkspace = true", WORKSPACE).is_empty());
    }

    #[test]
    fn a_browser_module_repeats_the_lints_and_may_only_deny_unsafe_code() {
        let repeated = "lints.rust.unsafe_code = 'deny'\nlints.clippy.todo = 'deny'";
        assert!(strays("x", repeated, WORKSPACE).is_empty());
        for weakened in [
            "lints.rust.unsafe_code = 'allow'\nlints.clippy.todo = 'deny'",
            "lints.rust.unsafe_code = 'deny'\nlints.clippy.todo = 'warn'",
            "lints.rust.unsafe_code = 'deny'",
        ] {
            assert_eq!(strays("x", weakened, WORKSPACE).len(), 1, "{weakened}");
        }
    }

    const WORKSPACE: &str = "[workspace.lints]\nrust.unsafe_code = 'forbid'\nclippy.todo = 'deny'";
}
