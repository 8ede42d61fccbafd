//! The site: browser modules, then hashed and compressed into target/site.

use crate::browser::MODULES;
use crate::shell::{Failure, cargo, program, run};
use crate::stage::stage;
use crate::{needs, place};

/// Checks the machine and builds everything a browser fetches.
pub(crate) fn build() -> Result<(), Failure> {
    stage("wasm target", "seconds", needs::wasm_target)?;
    stage("bundler", "about 2 min", || {
        run(&mut cargo(["build", "--package", "bundle", "--bins"]))
    })?;
    modules_and_pages()
}

/// Builds every program of the workspace for this machine.
pub(crate) fn programs() -> Result<(), Failure> {
    run(&mut cargo([
        "build",
        "--workspace",
        "--bins",
        "--exclude",
        "xtask",
    ]))
}

/// Builds the browser modules and bundles them; the `bundle` program is built already.
pub(crate) fn modules_and_pages() -> Result<(), Failure> {
    for module in MODULES {
        stage(&format!("module {}", module.name), module.expected, || {
            module.build()
        })?;
    }
    stage("site", "under a minute", || {
        let target = place::target();
        run(program(place::built("bundle"))
            .arg("--target-dir")
            .arg(target))
    })
}
