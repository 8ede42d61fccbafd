//! `cargo xtask bench`: what can be believed of speed and size. The server is the release build, as an
//! operator builds it; so is the bench, whose native side is set beside the server and the browser.

use std::process::Command;

use crate::needs::{self, Install};
use crate::shell::{Failure, cargo, run};
use crate::stage::stage;
use crate::{place, site};

/// The disk a full intake is written to, several times over, beside what is built.
const GIGABYTES: u64 = 20;

/// Builds everything, then prints the table and writes `target/bench.json`; a broken limit is a
/// failure. `part` is one of the bench's parts, if not all.
pub(crate) fn everything(install: Install, part: Option<&str>) -> Result<(), Failure> {
    stage(
        "what the bench needs",
        "seconds, or 2 min to install",
        || {
            needs::disk(GIGABYTES)?;
            needs::for_tests(install)?;
            needs::wasm_target()
        },
    )?;
    stage("programs", "about 4 min", site::programs)?;
    stage("release server", "about 5 min", || {
        run(&mut cargo([
            "build",
            "--release",
            "--package",
            "ginnel",
            "--bins",
        ]))
    })?;
    site::modules_and_pages()?;
    stage("bench program", "about 5 min", || {
        run(bench().arg("--no-run"))
    })?;
    stage("bench", "about 6 min", || {
        run(bench()
            .arg("--")
            .args(part)
            .env("DEMO_BIN", place::built("demo"))
            .env("GINNEL_BIN", place::target().join("release").join("ginnel"))
            .env("GINNEL_SITE", place::site()))
    })
}

fn bench() -> Command {
    cargo([
        "test",
        "--quiet",
        "--release",
        "--package",
        "tests",
        "--bench",
        "bench",
    ])
}
