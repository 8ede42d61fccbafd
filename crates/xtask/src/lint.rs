//! `cargo xtask lint`: what can be said about the code without running it.

use crate::browser::MODULES;
use crate::needs::{self, WASM};
use crate::npm;
use crate::shell::{self, Failure, cargo, is_installed, program, run};
use crate::stage::{say, stage};

/// Format, clippy twice, docs, scripts, and a clean tree.
pub(crate) fn everything() -> Result<(), Failure> {
    stage("format", "seconds", || {
        run(&mut cargo(["fmt", "--all", "--check"]))
    })?;
    stage("clippy", "about 3 min", clippy)?;
    stage(
        "clippy for the browser",
        "about 1 min",
        clippy_for_the_browser,
    )?;
    stage("docs", "about 1 min", docs)?;
    stage("scripts", "seconds", scripts)?;
    stage("clean tree", "seconds", clean_tree)
}

fn clippy() -> Result<(), Failure> {
    run(cargo(["clippy", "--workspace", "--all-targets"]).args(["--", "-D", "warnings"]))
}

fn clippy_for_the_browser() -> Result<(), Failure> {
    needs::wasm_target()?;
    let mut command = cargo(["clippy", "--target", WASM]);
    for module in MODULES {
        command.args(["--package", module.name]);
    }
    run(command.args(["--", "-D", "warnings"]))
}

fn docs() -> Result<(), Failure> {
    run(cargo(["doc", "--workspace", "--lib", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
}

pub(crate) fn scripts() -> Result<(), Failure> {
    if !is_installed("npm") {
        return Err(Failure::new(
            "checking the scripts needs npm: apt-get install npm",
        ));
    }
    npm::install()?;
    npm::check_scripts()
}

/// In CI nothing may be left over or changed; on a desk it is only said.
fn clean_tree() -> Result<(), Failure> {
    let changes = shell::read(program("git").args(["status", "--porcelain"]))?;
    if changes.is_empty() {
        return Ok(());
    }
    say(&changes);
    match std::env::var_os("CI") {
        Some(_) => Err(Failure::new("building and testing changed the tree")),
        None => Ok(()),
    }
}
