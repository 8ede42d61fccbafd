//! What the kernel says about a process: its memory, and its time on the cores.

use std::fs;
use std::time::Duration;

/// Linux counts in hundredths of a second towards programs.
const TICK_MILLISECONDS: u64 = 10;

/// Bytes of a process in memory: now, and at most.
pub(crate) struct Resident {
    pub(crate) now: u64,
    pub(crate) most: u64,
}

/// What the kernel says about a process.
pub(crate) fn resident(process: u32) -> Resident {
    let status = fs::read_to_string(format!("/proc/{process}/status"));
    let status = status.expect("the server runs");
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        let kibibytes = kibibytes.expect("the kernel says how much memory a process holds");
        kibibytes.saturating_mul(1_024)
    };
    Resident {
        now: field("VmRSS:"),
        most: field("VmHWM:"),
    }
}

/// How long all threads of a process have been computing.
pub(crate) fn computed(process: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).expect("it runs");
    // The name in brackets may hold anything; behind it stand the state and eleven more fields.
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks = fields.split_whitespace().skip(11).take(2);
    let ticks: u64 = ticks
        .map(|field| field.parse::<u64>().expect("a count"))
        .sum();
    Duration::from_millis(ticks.saturating_mul(TICK_MILLISECONDS))
}
