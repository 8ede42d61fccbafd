//! Whether a full intake makes taking tips slower: two servers, asked in turn.

use std::time::Duration;

use tests::{NO_LIMITS, Partnership, patiently, say, scratch};

use crate::client::{Connection, handing_over};
use crate::filling::{fill, waiting};
use crate::sheet::{Limit, Sheet};
use crate::stopwatch::{median, ms, now};
use crate::tips::frames;

const MANY: usize = 100_000;
const FEW: usize = 100;
const PAIRS: usize = 500;
const WARMING: usize = 20;
const MOST: f64 = 1.2;
/// A server writes its whole store anew once after a start: some gigabytes.
const PATIENCE: Duration = Duration::from_mins(10);

/// Measures it; needs some gigabytes of disk for some minutes.
pub(crate) fn measure(sheet: &mut Sheet) {
    sheet.section("with 100,000 frames waiting against 100");
    let (many, few) = (crowd("bench-many", MANY), crowd("bench-few", FEW));
    let (mut waits_many, mut waits_few) = (Vec::new(), Vec::new());
    let mut to = [&many, &few].map(|one| Connection::open(&one.public_address().to_string()));
    for pair in 0..WARMING + PAIRS {
        let [many, few] = &mut to;
        let mut with_many = || time(many);
        let mut with_few = || time(few);
        // Neither is always asked first.
        let (long, short) = if pair % 2 == 0 {
            let long = with_many();
            (long, with_few())
        } else {
            let short = with_few();
            (with_many(), short)
        };
        if pair >= WARMING {
            waits_many.push(long);
            waits_few.push(short);
        }
    }
    let pairs = waits_many.iter().zip(&waits_few);
    let ratios = pairs.map(|(many, few)| many / few).collect();
    sheet.tell("p50 of the wait with 100", median(waits_few), "ms");
    sheet.tell("p50 of the wait with 100,000", median(waits_many), "ms");
    let ratio = (median(ratios), "×");
    sheet.hold("median of 500 paired ratios", ratio, Limit::AtMost(MOST));
    drop((many, few));
    scratch("bench-many");
    scratch("bench-few");
}

/// A server with so many frames waiting, that has nothing else to do.
fn crowd(name: &str, count: usize) -> Partnership {
    let mut served = Partnership::make(name, NO_LIMITS);
    let started = now();
    fill(&mut served, count, frames);
    // The first window brings the first tip; the second turns when the days before are settled.
    for _ in 0..2 {
        let before = waiting(&served);
        time(&mut Connection::open(&served.public_address().to_string()));
        patiently("a tip in the intake", PATIENCE, || {
            (waiting(&served) > before).then_some(())
        });
    }
    say(&format!(
        "  {count} frames wait, after {} s",
        started.elapsed().as_secs()
    ));
    served
}

/// Hands over one frame; gives milliseconds.
fn time(server: &mut Connection) -> f64 {
    let frame = frames(1).remove(0);
    let solved = actors::solved(&server.get("/api/puzzle").body);
    let request = handing_over(frame.as_bytes(), &solved);
    let asked = now();
    assert_eq!(server.ask(&request).status, 202);
    ms(asked.elapsed())
}
