//! Sealed tips accepted a second: durable before they are answered, over connections that are kept.
//!
//! The frames are random bytes: a server cannot tell them from sealed ones. Meanwhile it turns its
//! window each second, so the figure includes shuffling what came before into the store.

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use domain::FRAME_LEN;
use rand::RngCore;
use rand::rngs::OsRng;
use tests::Partnership;

use crate::client::{Connection, handing_over};
use crate::disk::syncs;
use crate::process::computed;
use crate::stopwatch::{now, per_second};
use crate::table::{heading, row};

const CONNECTIONS: [usize; 3] = [1, 8, 64];
const FRAMES: usize = 2_000;
const WARMING: usize = 50;
const TIME: Duration = Duration::from_secs(10);

/// Prints a line for each number of connections, beside what the disk does: appending as many bytes
/// as a frame has, and `fdatasync`.
pub(crate) fn print(address: &str, partnership: &Partnership) {
    run(address, 1, &requests(WARMING));
    heading(
        "frames accepted, senders on the same cores",
        [
            "a second",
            "of the disk's",
            "p50 / p99 in ms",
            "CPU ms each",
        ],
    );
    for connections in CONNECTIONS {
        let requests = requests(FRAMES);
        let syncs = syncs(partnership.data());
        let before = computed(partnership.process());
        let (mut waits, took) = run(address, connections, &requests);
        let computing = computed(partnership.process()).saturating_sub(before);
        waits.sort_unstable();
        let accepted = per_second(waits.len(), took);
        row(
            &format!("{connections:>4} at once ({} frames)", waits.len()),
            [
                format!("{accepted:.0}"),
                format!("{:.2} × {syncs:.0}", accepted / syncs),
                format!("{:.1} / {:.1}", at(&waits, 50), at(&waits, 99)),
                format!("{:.2}", 1_000.0 / per_second(waits.len(), computing)),
            ],
        );
    }
}

fn requests(count: usize) -> Vec<Vec<u8>> {
    let mut frame = vec![0; FRAME_LEN];
    let request = |_| {
        OsRng.fill_bytes(&mut frame);
        handing_over(&frame)
    };
    (0..count).map(request).collect()
}

/// Hands over all requests, or as many as there is time for; gives every wait, and the whole time.
fn run(address: &str, connections: usize, requests: &[Vec<u8>]) -> (Vec<Duration>, Duration) {
    let next = AtomicUsize::new(0);
    let barrier = Barrier::new(connections + 1);
    let sender = || {
        let mut server = Connection::open(address);
        barrier.wait();
        send(&mut server, requests, &next)
    };
    thread::scope(|scope| {
        let senders: Vec<_> = (0..connections).map(|_| scope.spawn(sender)).collect();
        barrier.wait();
        let started = now();
        let waits = senders
            .into_iter()
            .flat_map(|sender| sender.join().expect("a sender"));
        let waits: Vec<Duration> = waits.collect();
        (waits, started.elapsed())
    })
}

fn send(server: &mut Connection, requests: &[Vec<u8>], next: &AtomicUsize) -> Vec<Duration> {
    let started = now();
    let mut waits = Vec::new();
    while started.elapsed() < TIME
        && let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed))
    {
        let asked: Instant = now();
        let answered = server.ask(request);
        waits.push(asked.elapsed());
        assert_eq!(answered.status, 202, "a bench of refusals measures nothing");
    }
    waits
}

/// The wait that so many of a hundred do not exceed, in milliseconds.
fn at(sorted: &[Duration], percent: usize) -> f64 {
    let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    let wait = sorted.get(place).copied().unwrap_or_default();
    wait.as_secs_f64() * 1_000.0
}
