//! Runs tests one after another that share something started once: a browser's driver, a server.
//!
//! Everything is dropped at the end, which a static of cargo's own test runner would not be.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::process::ExitCode;

use crate::wait::now;

/// A test: its name, a sentence, and what it does with what is shared.
pub type Trial<Shared> = (&'static str, fn(&Shared));

/// Why a test could not be tried here.
struct Skipped(String);

/// Ends the test that calls it: it cannot be tried on this machine. It counts as ignored, and is
/// said to be.
pub fn skip(reason: String) -> ! {
    // No panic: the reason is for the runner, not for whoever looks for failures.
    resume_unwind(Box::new(Skipped(reason)))
}

/// Runs the tests whose names contain the program's first argument that is no flag, and says how
/// many passed in the words of cargo's own runner.
pub fn run<Shared>(trials: &[Trial<Shared>], start: impl FnOnce() -> Shared) -> ExitCode {
    let wanted = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let wanted = wanted.unwrap_or_default();
    let chosen = || trials.iter().filter(|(name, _)| name.contains(&wanted));
    say(&format!("\nrunning {} tests", chosen().count()));
    let started = now();
    let (mut passed, mut failed, mut ignored) = (0, 0, 0);
    if chosen().next().is_some() {
        let shared = start();
        for (name, test) in chosen() {
            let began = now();
            let outcome = catch_unwind(AssertUnwindSafe(|| test(&shared)));
            let took = began.elapsed().as_secs_f32();
            let skipped = outcome.as_ref().err().and_then(|why| why.downcast_ref());
            if let Some(Skipped(reason)) = skipped {
                ignored += 1;
                say(&format!("test {name} ... ignored, {reason}"));
            } else if outcome.is_ok() {
                passed += 1;
                say(&format!("test {name} ... ok ({took:.1} s)"));
            } else {
                failed += 1;
                say(&format!("test {name} ... FAILED ({took:.1} s)"));
            }
        }
    }
    let word = if failed == 0 { "ok" } else { "FAILED" };
    let out = trials.len().saturating_sub(chosen().count());
    let took = started.elapsed().as_secs_f32();
    say(&format!(
        "\ntest result: {word}. {passed} passed; {failed} failed; {ignored} ignored; 0 measured; \
         {out} filtered out; finished in {took:.2}s\n"
    ));
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// One line to the terminal, at once; a closed terminal is no reason to stop.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
