//! `cargo xtask test`: everything, browser tests included.

use std::fs;

use crate::needs::{self, Install};
use crate::shell::{Failure, cargo, follow, run};
use crate::stage::{say, stage};
use crate::tally::Tally;
use crate::{npm, place, site};

/// Checks or installs what is needed, builds, runs every test, and ends with the count.
pub(crate) fn everything(install: Install) -> Result<(), Failure> {
    stage(
        "what the tests need",
        "seconds, or 2 min to install",
        || {
            needs::disk(6)?;
            needs::for_tests(install)?;
            needs::wasm_target()
        },
    )?;
    stage("npm packages", "seconds", npm::install)?;
    stage("programs", "about 4 min", site::programs)?;
    site::modules_and_pages()?;
    stage("test programs", "about 6 min", || {
        run(&mut cargo(["test", "--workspace", "--no-run"]))
    })?;
    let (tally, all_ran) = stage("tests", "about 4 min", count)?;
    fs::write(place::target().join("test-tally"), format!("{tally}\n"))
        .map_err(|error| Failure::new(format!("target/test-tally: {error}")))?;
    say(&format!("\n{tally}"));
    match (all_ran, tally.failed) {
        (true, 0) if tally.passed > 0 => Ok(()),
        (true, 0) => Err(Failure::new("no test ran")),
        (_, 0) => Err(Failure::new("a test program did not come to its end")),
        (_, _) => Err(Failure::new("some tests failed")),
    }
}

fn count() -> Result<(Tally, bool), Failure> {
    let mut tally = Tally::default();
    // Where tests of the whole find what was built above.
    let mut tests = cargo(["test", "--workspace", "--no-fail-fast"]);
    tests.env("GINNEL_BIN", place::built("ginnel"));
    tests.env("DEMO_BIN", place::built("demo"));
    tests.env("GINNEL_SITE", place::site());
    let status = follow(&mut tests, |line| tally.watch(line))?;
    Ok((tally, status.success()))
}
