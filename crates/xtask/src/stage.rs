//! What the person at the terminal sees: which stage, how long it should take, how long it took.

use std::io::Write;
use std::time::Instant;

use crate::shell::Failure;

/// Runs one stage between its headline and its time.
pub(crate) fn stage<T>(
    name: &str,
    expected: &str,
    work: impl FnOnce() -> Result<T, Failure>,
) -> Result<T, Failure> {
    say(&format!("\n== {name} ({expected})"));
    let started = now();
    let result = work();
    let took = started.elapsed().as_secs();
    let outcome = if result.is_ok() { "done" } else { "failed" };
    say(&format!(
        "== {name}: {outcome} in {} min {} s",
        took / 60,
        took % 60
    ));
    result
}

/// One line to the terminal, at once; a closed terminal is no reason to stop.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

#[expect(
    clippy::disallowed_methods,
    reason = "stages are timed for the person who waits"
)]
pub(crate) fn now() -> Instant {
    Instant::now()
}
