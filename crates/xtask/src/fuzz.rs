//! `cargo xtask fuzz`: every parser of foreign bytes, over mutations of its corpus, on all cores.

use crate::options::Given;
use crate::place;
use crate::shell::{Failure, cargo, run};
use crate::stage::stage;

/// As many for each body as it must bear.
const EXECUTIONS: u64 = 10_000_000;
/// The same inputs for everybody who says nothing else.
const SEED: u64 = 1;

/// Runs the bodies: `--executions N`, `--seed N`, and `--body NAME` for one of them.
pub(crate) fn everything(given: &[&str]) -> Result<(), Failure> {
    let given = Given::parse(given, &["--executions", "--seed", "--body"])?;
    let executions = given.number("--executions")?.unwrap_or(EXECUTIONS);
    let seed = given.number("--seed")?.unwrap_or(SEED);
    let build = [
        "build",
        "--release",
        "--package",
        "unseal",
        "--example",
        "fuzz",
    ];
    stage("fuzz program", "about 1 min cold", || {
        run(&mut cargo(build))
    })?;
    stage("fuzz", "a minute or two a body and ten million", || {
        let program = place::target().join("release/examples/fuzz");
        let mut fuzz = crate::shell::program(program);
        fuzz.args([executions.to_string(), seed.to_string()]);
        fuzz.arg(place::target().join("fuzz"));
        fuzz.args(given.text("--body"));
        run(&mut fuzz)
    })
}
