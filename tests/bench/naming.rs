//! How long texts made to be slow take to be read for whom and what they name: in step with their length.

use pole::{Reader, Told};

use crate::sheet::{Limit, Sheet};
use crate::stopwatch::{ms, now};

/// As much text as one part of a tip holds.
const PART: usize = 12_000;
const MORE: usize = 3;
/// Three times as much text: nine times the work would grow with its square.
const MOST: f64 = 6.0;
const PASSES: usize = 5;

/// Beginnings of names, numbers and places that never come to an end.
const PIECES: [&str; 14] = [
    "Tariq ",
    "@a_1 ",
    "07 ",
    "oh ",
    "( ",
    "Larch ",
    "a.b/",
    "called ",
    "نام ",
    "reg A1 ",
    "Road ",
    "Scholes ",
    "my name is ",
    "1 Scholes Road ",
];

/// Reads each over and over, once as long as a part of a tip and once longer.
pub(crate) fn measure(sheet: &mut Sheet) {
    sheet.section("hostile texts read for what they name");
    let reader = Reader::open();
    for piece in PIECES {
        let once = best(&reader, &piece.repeat(PART / piece.len()));
        let more = best(&reader, &piece.repeat(MORE * PART / piece.len()));
        sheet.tell(format!("{piece:?} for 12,000 bytes"), once, "ms");
        let growth = (more / once, "times as long");
        sheet.hold(format!("{piece:?} for 36,000"), growth, Limit::AtMost(MOST));
    }
}

/// The best of some runs, in milliseconds: others use the machine too.
fn best(reader: &Reader, story: &str) -> f64 {
    let told = Told {
        answers: None,
        story,
    };
    let runs = (0..PASSES).map(|_| {
        let started = now();
        let mentions = reader.mentions(&told);
        reader.suggest(&told, &mentions);
        ms(started.elapsed())
    });
    runs.fold(f64::INFINITY, f64::min)
}
