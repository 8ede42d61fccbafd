//! What the person at the terminal sees: which stage, how long it should take, how long it took.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::place;
use crate::shell::Failure;

/// The stages of this run and how long each took, in order.
static TOOK: Mutex<Vec<(String, Duration)>> = Mutex::new(Vec::new());

/// Runs one stage between its headline and its time. How long it took the last time says more to who
/// waits than how long it takes `at_first`.
pub(crate) fn stage<T>(
    name: &str,
    at_first: &str,
    work: impl FnOnce() -> Result<T, Failure>,
) -> Result<T, Failure> {
    let record = record(name);
    let expected = fs::read_to_string(&record).map_or_else(
        |_| at_first.to_owned(),
        |last| format!("{last} the last time"),
    );
    say(&format!("\n== {name} ({expected})"));
    let started = now();
    let result = work();
    let took = started.elapsed();
    let outcome = if result.is_ok() { "done" } else { "failed" };
    say(&format!("== {name}: {outcome} in {}", spelled(took)));
    if result.is_ok() {
        // Without a record the first time is told again: no reason to fail.
        let _ = fs::create_dir_all(place::stages());
        let _ = fs::write(record, spelled(took));
    }
    let mut all = TOOK.lock().unwrap_or_else(PoisonError::into_inner);
    all.push((name.to_owned(), took));
    result
}

/// Where it is kept how long a stage took when it last succeeded.
fn record(name: &str) -> PathBuf {
    place::stages().join(name.replace(' ', "-"))
}

/// Says what each stage took, and all together, if there were several.
pub(crate) fn say_total() {
    let all = TOOK.lock().unwrap_or_else(PoisonError::into_inner);
    if all.len() < 2 {
        return;
    }
    let total = all.iter().map(|(_, took)| *took).sum();
    let mut lines = vec![String::new()];
    for (name, took) in all
        .iter()
        .map(|(name, took)| (name.as_str(), *took))
        .chain([("total", total)])
    {
        lines.push(format!("{:>12}  {name}", spelled(took)));
    }
    say(&lines.join("\n"));
}

fn spelled(took: Duration) -> String {
    let seconds = took.as_secs();
    match seconds / 60 {
        0 => format!("{seconds} s"),
        minutes => format!("{minutes} min {} s", seconds % 60),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_in_minutes_from_one_minute_on() {
        let told = |seconds| spelled(Duration::from_secs(seconds));
        assert_eq!([told(0), told(59)], ["0 s", "59 s"]);
        assert_eq!([told(60), told(754)], ["1 min 0 s", "12 min 34 s"]);
    }

    #[test]
    fn a_stage_that_failed_is_timed_and_its_failure_handed_on() {
        let failed = stage("a test of stages", "a moment", || {
            Err::<(), _>(Failure::new("no"))
        });
        assert_eq!(failed.unwrap_err().to_string(), "no");
        assert!(!record("a test of stages").exists());
        let all = TOOK.lock().unwrap();
        assert!(all.iter().any(|(name, _)| name == "a test of stages"));
    }
}
