//! What the disk can do: the measure of everything that must be on it before it is answered.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use domain::FRAME_LEN;

use crate::stopwatch::rate;

const TIME: Duration = Duration::from_secs(1);
const MOST: usize = 2_000;

/// Frames a second that can be appended beside the server's files, each waited for.
///
/// Others use the disk too, so it is asked anew before each figure that is set beside it.
pub(crate) fn syncs(data: &Path) -> f64 {
    let file = data.join("bench.appended");
    let mut options = OpenOptions::new();
    let options = options.create_new(true).append(true);
    let mut appended = options.open(&file).expect("a new file");
    let frame = vec![0x5a; FRAME_LEN];
    let syncs = rate(TIME, MOST, || {
        appended.write_all(&frame).expect("there is room");
        appended.sync_data().expect("there is a disk");
    });
    fs::remove_file(&file).expect("it was just made");
    syncs
}
