//! How fast frames are opened, from the words of progress: time from the first word of a batch, said
//! before anything of it is opened, to the last, so that neither fetching nor reading answers counts.

/// A word of progress: so many frames opened at this millisecond.
pub(crate) type Word = (u32, f64);

/// Fewer frames than this are too few to tell.
const LEAST: u32 = 256;

/// Frames a second over all whole batches.
pub(crate) fn opened_a_second(words: &[Word]) -> f64 {
    let (mut frames, mut milliseconds) = (0, 0.0);
    for pair in words.windows(2) {
        let [(before, from), (opened, to)] = pair else {
            continue;
        };
        // A batch begins with what the one before it ended with: between them is a fetch.
        if opened <= before {
            continue;
        }
        frames += opened - before;
        milliseconds += to - from;
    }
    assert!(frames >= LEAST, "too few words of progress");
    f64::from(frames) * 1_000.0 / milliseconds
}
