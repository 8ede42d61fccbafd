//! How much memory the server holds.

use std::fs;

use crate::table::{heading, row};

/// Kibibytes of a process: now, and at most.
pub(crate) struct Resident {
    now: u64,
    most: u64,
}

/// What the kernel says about a process.
pub(crate) fn resident(process: u32) -> Resident {
    let status = fs::read_to_string(format!("/proc/{process}/status"));
    let status = status.expect("the server runs");
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        kibibytes.expect("the kernel says how much memory a process holds")
    };
    Resident {
        now: field("VmRSS:"),
        most: field("VmHWM:"),
    }
}

/// Prints what the server held before the frames, holds now, and held at most.
pub(crate) fn print(before: Resident, process: u32) {
    let after = resident(process);
    let megabytes = |kibibytes: u64| format!("{} MiB", kibibytes.div_ceil(1_024));
    heading("the server's memory", ["before", "after", "at most"]);
    row(
        "  resident",
        [before.now, after.now, after.most].map(megabytes),
    );
}
