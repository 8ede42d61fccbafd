//! How fast frames are opened, from the words of progress: time between the first and the last word of
//! one batch, so that neither fetching nor reading answers counts.

/// A word of progress: so many frames opened at this millisecond.
pub(crate) type Word = (u32, f64);

/// A fetch gives so many frames at most; with each batch begins a new gap.
const BATCH: u32 = 256;

/// Frames a second over all whole batches.
pub(crate) fn opened_a_second(words: &[Word]) -> f64 {
    let (mut frames, mut milliseconds) = (0, 0.0);
    for pair in words.windows(2) {
        let [(before, from), (opened, to)] = pair else {
            continue;
        };
        // Words of two batches have a fetch between them.
        if before.is_multiple_of(BATCH) || opened <= before {
            continue;
        }
        frames += opened - before;
        milliseconds += to - from;
    }
    assert!(frames >= BATCH, "too few words of progress");
    f64::from(frames) * 1_000.0 / milliseconds
}
