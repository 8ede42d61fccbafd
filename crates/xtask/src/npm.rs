//! The tests' npm packages: exact versions with their hashes, in target/npm.

use std::fs;

use crate::place;
use crate::shell::{Failure, program, run};

const LISTS: [&str; 2] = ["package.json", "package-lock.json"];

/// Installs what tests/npm lists, unless exactly that lies there already.
pub(crate) fn install() -> Result<(), Failure> {
    let wanted = place::root().join("tests/npm");
    let here = place::npm();
    let is_current = here.join("installed").exists()
        && LISTS
            .iter()
            .all(|name| fs::read(wanted.join(name)).ok() == fs::read(here.join(name)).ok());
    if is_current {
        return Ok(());
    }
    let io = |error: std::io::Error| Failure::new(format!("target/npm: {error}"));
    fs::create_dir_all(&here).map_err(io)?;
    for name in LISTS {
        fs::copy(wanted.join(name), here.join(name)).map_err(io)?;
    }
    run(program("npm").current_dir(&here).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))?;
    fs::write(here.join("installed"), "").map_err(io)
}

/// Checks every script of the pages against the types in its comments.
pub(crate) fn check_scripts() -> Result<(), Failure> {
    let compiler = place::npm().join("node_modules/typescript/bin/tsc");
    run(program("node")
        .arg(compiler)
        .args(["--project", "tests/npm/jsconfig.json"]))
}
