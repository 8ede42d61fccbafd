//! What can be believed of speed and size, in one run: each figure beside its limit, or beside
//! something of the same machine and minute. Run by `cargo xtask bench`.
//!
//! Everything happens on this machine, over loopback, within some minutes. A broken limit is a failure.
//! All of it is also written as JSON: `target/bench.json`.

mod arrivals;
mod callers;
mod chromium;
mod claiming;
mod client;
mod crowded;
mod desk;
mod disk;
mod filling;
mod gaps;
mod listing;
mod naming;
mod native;
mod process;
mod search;
mod sending;
mod sheet;
mod sizes;
mod start;
mod stopwatch;
mod tips;
mod writing;

use std::process::ExitCode;

use serde_json::{Value, json};
use tests::{Driver, NO_LIMITS, Partnership, program, say, scratch, target};

use sheet::Sheet;

const FOLDER: &str = "bench";
/// A part of the bench: its name, and what it measures.
type Part = (&'static str, fn(&mut Sheet));

const PARTS: [Part; 8] = [
    ("search", search::measure),
    ("naming", naming::measure),
    ("server", server),
    ("phone", phone),
    ("crowd", crowded::measure),
    ("claims", claiming::measure),
    ("desk", desk),
    ("writing", writing),
];

fn main() -> ExitCode {
    let wanted = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let about = about();
    say(&format!("\nginnel: {about}"));
    let mut sheet = Sheet::new(about);
    for (name, measure) in PARTS {
        if wanted.as_deref().is_none_or(|wanted| wanted == name) {
            measure(&mut sheet);
        }
    }
    sheet.finish(&load(), &target().join("bench.json"))
}

/// A server that nobody else uses.
fn server(sheet: &mut Sheet) {
    let mut served = Partnership::make(FOLDER, NO_LIMITS);
    sizes::measure(sheet, &served.public_address().to_string());
    start::measure(sheet, &mut served);
    tips::measure(sheet, &mut served);
    drop(served);
    scratch(FOLDER);
}

/// A resident's side.
fn phone(sheet: &mut Sheet) {
    let served = Partnership::make("bench-phone", NO_LIMITS);
    sending::measure(sheet, &served, &Driver::start("bench-phone"));
    drop(served);
    scratch("bench-phone");
}

/// An officer's side.
fn desk(sheet: &mut Sheet) {
    sheet.section("a desk is filled");
    let served = desk::serve(sheet);
    let driver = Driver::start("bench");
    chromium::measure(sheet, &served, &driver);
    listing::measure(sheet, &served, &driver);
    drop(served);
    scratch("bench-desk");
}

/// An officer who sanitises.
fn writing(sheet: &mut Sheet) {
    writing::measure(sheet, &Driver::start("bench-writing"));
    scratch("bench-writing");
}

/// What is measured, and what else the machine had to do.
fn about() -> Value {
    let ginnel = program("GINNEL_BIN");
    let build = ginnel.parent().and_then(|folder| folder.file_name());
    json!({
        "build": build.and_then(|name| name.to_str()),
        "bench_is_optimised": !cfg!(debug_assertions),
        "cores": std::thread::available_parallelism().map_or(1, usize::from),
        "load_before": load(),
    })
}

/// How many programs computed or waited for the disk in the last minute, on average.
fn load() -> Value {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    json!(load.split_whitespace().next())
}
