//! Durable tips a second against the limit, and what each costs.

use std::fs;
use std::path::Path;

use domain::tip::PARTS_MAX;
use domain::{FRAME_LEN, SealedFrame};
use rand::rngs::OsRng;
use rand::{RngCore, SeedableRng, rngs::StdRng};
use tests::{Partnership, scratch};

use crate::arrivals::Load;
use crate::callers::Callers;
use crate::client::handing_over;
use crate::disk::syncs;
use crate::process::resident;
use crate::sheet::{Limit, Sheet};
use crate::stopwatch::{float, median};

/// Connections, and how many frames are handed over at most.
const FEW: [(usize, usize); 2] = [(1, 1_000), (8, 2_500)];
const MANY: usize = 32;
const FRAMES: usize = 4_000;
const WARMING: usize = 200;
/// The server and the limit take turns, since others use the disk too.
const ROUNDS: usize = 5;
const LEAST_OF_THE_LIMIT: f64 = 0.5;
const LOADED_MB: f64 = 80.0;
const CALLERS: &str = "bench-callers";

/// Measures them all; the partnership is stopped afterwards.
pub(crate) fn measure(sheet: &mut Sheet, served: &mut Partnership) {
    served.restart(|command| command);
    let before = size(served.data());
    sheet.section("tips taken: durable before they are answered");
    let mut taken = hand_over(served, MANY, WARMING).waits.len();
    for (connections, frames) in FEW {
        let syncs = syncs(served.data());
        let load = hand_over(served, connections, frames);
        let rate = (load.rate(), "/s");
        sheet.compare(
            format!("{connections} connections"),
            rate,
            ("the disk's syncs", syncs),
        );
        tell(sheet, connections, &load);
        taken += load.waits.len();
    }
    taken += against_the_limit(sheet, served);
    sheet.section("what they cost");
    let most = resident(served.process()).most;
    let loaded = (float(most) / 1_000_000.0, "MB");
    sheet.hold(
        "memory under load, at most",
        loaded,
        Limit::AtMost(LOADED_MB),
    );
    served.stop();
    let grown = size(served.data()).saturating_sub(before);
    let each = float(grown) / float(taken);
    sheet.compare(
        "stored for a tip",
        (each, "bytes"),
        ("a frame", float(FRAME_LEN)),
    );
}

/// The server and callers of its staging method in turn; gives how many tips were taken.
fn against_the_limit(sheet: &mut Sheet, served: &Partnership) -> usize {
    let callers = Callers::open(&scratch(CALLERS));
    callers.rate(MANY, frames(WARMING));
    let (mut loads, mut limits, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let load = hand_over(served, MANY, FRAMES);
        let limit = callers.rate(MANY, frames(FRAMES));
        ratios.push(load.rate() / limit);
        limits.push(limit);
        loads.push(load);
    }
    drop(callers);
    scratch(CALLERS);
    let limit = median(limits);
    let rates = loads.iter().map(Load::rate).collect();
    let rate = (median(rates), "/s");
    sheet.compare("32 connections", rate, ("the limit", limit));
    loads.sort_by(|one, other| one.rate().total_cmp(&other.rate()));
    if let Some(load) = loads.get(loads.len() / 2) {
        tell(sheet, MANY, load);
    }
    sheet.tell("the limit: 32 callers in process", limit, "/s");
    let ratio = (median(ratios), "×");
    sheet.hold(
        "of the limit, median of rounds",
        ratio,
        Limit::AtLeast(LEAST_OF_THE_LIMIT),
    );
    loads.iter().map(|load| load.waits.len()).sum()
}

fn tell(sheet: &mut Sheet, connections: usize, load: &Load) {
    for percent in [50, 95, 99] {
        let what = format!("  p{percent} of the wait at {connections}");
        sheet.tell(what, load.wait(percent), "ms");
    }
    sheet.tell("  the server's computing for one", load.computing(), "ms");
    let share = load.sender_share() * 100.0;
    sheet.tell("  of all computing, the load generator's", share, "%");
}

fn hand_over(served: &Partnership, connections: usize, count: usize) -> Load {
    let frames = frames(count);
    // Solved before anything is measured: that is the browsers' work.
    let of_one_tip = frames.chunks(usize::from(PARTS_MAX));
    let requests: Vec<_> = of_one_tip
        .flat_map(|frames| {
            let solved = served.solved();
            let frames = frames.iter();
            frames.map(move |frame| handing_over(frame.as_bytes(), &solved))
        })
        .collect();
    Load::on(served, connections, &requests)
}

/// Frames nobody has sent before.
pub(crate) fn frames(count: usize) -> Vec<SealedFrame> {
    let mut rng = StdRng::from_rng(OsRng).expect("there is randomness");
    let frame = |_| {
        let mut bytes = vec![0; FRAME_LEN];
        rng.fill_bytes(&mut bytes);
        SealedFrame::try_from(bytes).expect("a frame's length")
    };
    (0..count).map(frame).collect()
}

/// Bytes of all files in a folder.
fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.metadata() {
            Ok(file) if file.is_file() => file.len(),
            Ok(_) => size(&entry.path()),
            Err(_) => 0,
        })
        .sum()
}
