//! Where the built things lie, as `cargo xtask test` says.

use std::env;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A program under test: `program("GINNEL_BIN")`.
pub fn program(variable: &str) -> PathBuf {
    given(variable)
}

/// The folder of built browser modules and pages.
pub fn site() -> PathBuf {
    given("GINNEL_SITE")
}

/// The hashed name of one of the reporters' assets.
pub fn asset(name: &str) -> String {
    asset_of("public", name)
}

/// The hashed name of one of the officers' assets.
pub fn staff_asset(name: &str) -> String {
    asset_of("staff", name)
}

fn asset_of(whose: &str, name: &str) -> String {
    let manifest = std::fs::read(site().join(whose).join("manifest.json"));
    let manifest: Value = serde_json::from_slice(&manifest.expect("a site has a manifest"))
        .expect("a manifest is JSON");
    let file = manifest.get(name).and_then(|entry| entry.get("file"));
    let file = file.and_then(Value::as_str);
    file.unwrap_or_else(|| panic!("{name} is no asset")).into()
}

/// The npm packages of the tests.
pub fn npm() -> PathBuf {
    let folder = target().join("npm/node_modules");
    assert!(folder.is_dir(), "{} is missing: {HOW}", folder.display());
    folder
}

/// Where pictures of the pages are kept.
pub fn screenshots() -> PathBuf {
    made(target().join("screenshots"))
}

/// A folder of this test program's own, empty.
pub fn scratch(name: &str) -> PathBuf {
    let folder = target().join("tmp").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    made(folder)
}

const HOW: &str = "these tests are run by `cargo xtask test`, which builds what they need";

fn given(variable: &str) -> PathBuf {
    let path = env::var_os(variable).unwrap_or_else(|| panic!("{variable} is not set: {HOW}"));
    let path = PathBuf::from(path);
    assert!(
        path.exists(),
        "{variable} says {}, which is not there: {HOW}",
        path.display()
    );
    path
}

/// Cargo's target folder: test programs stand in `target/<profile>/deps`.
pub fn target() -> PathBuf {
    let program = env::current_exe().expect("a program knows where it is");
    let target = program.ancestors().nth(3).map(Path::to_path_buf);
    target.expect("cargo puts test programs three folders down")
}

fn made(folder: PathBuf) -> PathBuf {
    std::fs::create_dir_all(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}
