//! What the disk can do: the measure of everything that must be on it before it is answered.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use domain::FRAME_LEN;

use crate::stopwatch::rate;
use crate::table::{heading, row};

const TIME: Duration = Duration::from_secs(3);
const MOST: usize = 2_000;

/// Appends frames to a file beside the server's, each waited for; gives how many a second.
pub(crate) fn print(data: &Path) -> f64 {
    let file = data.join("bench.appended");
    let mut options = OpenOptions::new();
    let mut appended = options
        .create_new(true)
        .append(true)
        .open(&file)
        .expect("a new file");
    let frame = [0x5a; FRAME_LEN];
    let syncs = rate(TIME, MOST, |_| {
        appended.write_all(&frame).expect("there is room");
        appended.sync_data().expect("there is a disk");
    });
    fs::remove_file(&file).expect("it was just made");
    heading("the disk", ["a second", "", ""]);
    row(
        "20,480 bytes appended, then fdatasync",
        [format!("{syncs:.0}").as_str(), "", ""],
    );
    syncs
}
