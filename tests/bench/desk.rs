//! A triage desk with ten thousand sealed tips waiting.

use domain::SealedFrame;
use notes::{PublicDirectory, Verified};
use tests::{NO_LIMITS, Partnership, sealed, today};

use crate::filling::fill;
use crate::sheet::Sheet;
use crate::stopwatch::{now, per_second};

/// Tips, one frame each.
pub(crate) const TIPS: usize = 10_000;

/// Serves it.
pub(crate) fn serve(sheet: &mut Sheet) -> Partnership {
    let mut served = Partnership::make("bench-desk", NO_LIMITS);
    let directory = served.verified();
    let (mut number, started) = (0, now());
    fill(&mut served, TIPS, |count| {
        (0..count)
            .flat_map(|_| {
                number += 1;
                tip(&directory, number)
            })
            .collect()
    });
    let filled = per_second(TIPS, started.elapsed());
    sheet.tell("sealed and stored natively, one thread", filled, "/s");
    served
}

fn tip(directory: &Verified<PublicDirectory>, number: usize) -> Vec<SealedFrame> {
    let story = format!(
        "Tip {number}. A car with its engine running stands at the garages every evening; people \
         come on foot, stay a minute and leave. The same three are there most nights."
    );
    sealed(directory, &story, today())
}
