//! The site: browser modules, then hashed and compressed into target/site.

use std::process::Command;

use crate::browser::{MODULES, Module, NATIVE};
use crate::shell::{Failure, cargo, program, run};
use crate::stage::stage;
use crate::{needs, place};

/// Checks the machine and builds everything a browser fetches.
pub(crate) fn build() -> Result<(), Failure> {
    stage("wasm target", "seconds", needs::wasm_target)?;
    stage("programs", "about 4 min cold", programs)?;
    modules_and_pages()
}

/// Builds every program of the workspace for this machine.
pub(crate) fn programs() -> Result<(), Failure> {
    run(cargo(["build", "--bins", "--exclude", "xtask"]).args(NATIVE))
}

/// Builds the browser modules and bundles them; the `bundle` program is built already.
pub(crate) fn modules_and_pages() -> Result<(), Failure> {
    let modules: Vec<&Module> = MODULES.iter().filter(|module| module.exists()).collect();
    for module in &modules {
        stage(&format!("module {}", module.name), module.expected, || {
            module.build()
        })?;
    }
    stage("site", "under a minute", || run(&mut bundle(&modules)))
}

fn bundle(modules: &[&Module]) -> Command {
    let names: Vec<&str> = modules.iter().map(|module| module.name).collect();
    let mut command = program(place::built("bundle"));
    command.arg("--target-dir").arg(place::target());
    if modules.len() < MODULES.len() {
        command.arg("--only").arg(names.join(","));
    }
    command
}
