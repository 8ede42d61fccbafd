//! First figures: what a resident downloads, and how much one server takes. Run by `cargo xtask bench`.
//!
//! Everything happens on this machine, over loopback, within about a minute. A broken size limit is a
//! failure; speeds are only printed, each beside something of the same machine it can be compared with.

mod arrivals;
mod client;
mod disk;
mod opening;
mod process;
mod sizes;
mod stopwatch;
mod table;

use std::process::ExitCode;

use tests::{Partnership, program, scratch};

/// Lets through more than the bench sends.
const NO_LIMITS: &str = "
[limits]
tips = { burst = 1000000, every_ms = 1 }
tips_shared = { burst = 1000000, every_ms = 1 }
";
const FOLDER: &str = "bench";

fn main() -> ExitCode {
    table::say(&format!("\nginnel: {}; {}", build(), machine()));
    let partnership = Partnership::make(FOLDER, NO_LIMITS);
    let address = partnership.reporters("");
    let address = address.trim_start_matches("http://");
    let keeps_limits = sizes::print(address);
    let before = process::resident(partnership.process());
    arrivals::print(address, &partnership);
    opening::print(partnership.inst);
    process::print(&before, partnership.process());
    drop(partnership);
    scratch(FOLDER);
    if keeps_limits {
        return ExitCode::SUCCESS;
    }
    table::say("\nA size limit is broken.");
    ExitCode::FAILURE
}

/// Which build of the server is measured, by the folder cargo put it in.
fn build() -> &'static str {
    let program = program("GINNEL_BIN");
    let folder = program.parent().and_then(|folder| folder.file_name());
    match folder.and_then(|name| name.to_str()) {
        Some("release") => "release build",
        Some("debug") => "dev build, optimised where the root manifest says so",
        Some(_) | None => "a build of unknown profile",
    }
}

/// What else the machine had to do.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().next().unwrap_or("unknown");
    format!("{cores} cores, load {load} before the bench")
}
