//! Every fuzz body, over its committed corpus and as many mutations of it as asked, on all cores:
//! `fuzz EXECUTIONS SEED FOLDER [BODY]`, as `cargo xtask fuzz` runs it. What breaks a rule is written
//! into the folder, and the program fails.
//!
//! There is no feedback from coverage: what a body accepts is mutated further, the rest is forgotten.

mod chunk;
mod tally;

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use unseal::fuzz::{Body, bodies};

use chunk::{Broken, CHUNK, Chunk};
use tally::Tally;

const WORD_EVERY: Duration = Duration::from_secs(30);

struct Asked {
    executions: u64,
    seed: u64,
    folder: PathBuf,
    only: Option<String>,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let asked = Asked::parse(std::env::args().skip(1))?;
    // A panic is a finding, told of where it is caught.
    std::panic::set_hook(Box::new(|_| {}));
    let (started, mut broken) = (now(), 0);
    say(&tally::heading());
    for (number, (name, body)) in all_bodies().enumerate() {
        if asked.only.as_deref().is_some_and(|only| only != name) {
            continue;
        }
        let finding = fuzz(&asked, number, name, body)?;
        if let Some(Broken { input, says }) = finding {
            broken += 1;
            let file = asked.folder.join(format!("{name}-{}", asked.seed));
            fs::create_dir_all(&asked.folder)?;
            fs::write(&file, input)?;
            say(&format!("{name}: BROKEN: {says}\n  by {}", file.display()));
        }
    }
    let minutes = started.elapsed().as_secs().div_ceil(60);
    say(&format!(
        "seed {}, {} cores, about {minutes} min; {broken} bodies broken",
        asked.seed,
        cores()
    ));
    Ok(if broken == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

impl Asked {
    fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut next = |what: &str| words.next().ok_or_else(|| format!("{what} is missing"));
        Ok(Self {
            executions: next("the number of executions")?.parse()?,
            seed: next("the seed")?.parse()?,
            folder: next("the folder")?.into(),
            only: words.next(),
        })
    }
}

/// Runs one body on all cores and prints its line.
fn fuzz(
    asked: &Asked,
    number: usize,
    name: &str,
    body: Body,
) -> Result<Option<Broken>, Box<dyn Error>> {
    let corpus = corpus(name)?;
    let stream = u64::try_from(number)? << 32;
    let chunks = asked.executions.div_ceil(CHUNK);
    let (next, tally, started) = (AtomicU64::new(0), Tally::default(), now());
    let work = || {
        loop {
            let chunk = next.fetch_add(1, Ordering::Relaxed);
            if chunk >= chunks {
                return None;
            }
            let left = asked.executions.saturating_sub(chunk.saturating_mul(CHUNK));
            let done = Chunk {
                body,
                corpus: &corpus,
                seed: asked.seed,
                stream: stream | chunk,
                executions: left.min(CHUNK),
            }
            .run(&tally);
            if let Err(broken) = done {
                next.store(chunks, Ordering::Relaxed);
                return Some(broken);
            }
            if tally.word_is_due(started.elapsed(), WORD_EVERY) {
                say(&tally.line(&format!("  … {name}"), started.elapsed()));
            }
        }
    };
    let finding = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores()).map(|_| scope.spawn(work)).collect();
        let findings = workers.into_iter();
        let findings = findings.map(|one| one.join().expect("what panics in it is caught"));
        findings.fold(None, Option::or)
    });
    say(&tally.line(name, started.elapsed()));
    Ok(finding)
}

/// Those of the house's other floors, and of what reads a place, a story or a picture that is given.
fn all_bodies() -> impl Iterator<Item = (&'static str, Body)> {
    let given = [
        gazetteer::fuzz::BODIES,
        giveaway::fuzz::BODIES,
        pictures::fuzz::BODIES,
        pole::fuzz::BODIES,
    ];
    bodies().chain(given.into_iter().flatten().copied())
}

fn corpus(name: &str) -> Result<Vec<Vec<u8>>, std::io::Error> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz")
        .join(name);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    paths.into_iter().map(fs::read).collect()
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// One line to the terminal, at once; a closed terminal is no reason to stop.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

#[expect(clippy::disallowed_methods, reason = "how fast it goes is measured")]
fn now() -> Instant {
    Instant::now()
}
