//! Files that a disk did not keep.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use domain::UnixSeconds;

use super::house::{House, frame, sorted, up_to};
use crate::window::beside;

const FRAMES: u32 = 40;
const PAGE: usize = 4_096;

/// A window with frames that its server left behind, closed.
async fn left_behind(house: &House) -> PathBuf {
    let staging = house.open(1).await;
    for number in 0..FRAMES {
        staging.stage(vec![frame(number)]).await.unwrap();
    }
    let path = house.windows().remove(0);
    drop(staging);
    // The writer closes the file, whose log is gone then.
    while beside(&path, "-wal").exists() {
        tokio::task::yield_now().await;
    }
    path
}

/// The window is set aside, and these many frames are in the store, each of them one that was staged.
async fn saved(house: &House, path: &Path) -> usize {
    let staging = house.open(2).await;
    assert!(!path.exists(), "set aside");
    assert!(path.with_extension("damaged").exists(), "and kept");
    let numbers = sorted(house.numbers().await);
    assert!(numbers.iter().all(|number| *number < FRAMES));
    staging.stage(vec![frame(FRAMES)]).await.unwrap();
    assert_eq!(staging.turn_window().await.unwrap(), 1, "it goes on");
    assert_eq!(house.windows(), [""; 0].map(PathBuf::from));
    numbers.len()
}

#[tokio::test]
async fn a_page_that_flipped_costs_the_frames_on_it_and_no_other() {
    let house = House::build().await;
    let path = left_behind(&house).await;
    let mut bytes = fs::read(&path).unwrap();
    let pages = bytes.len() / PAGE;
    // A leaf of the table: its kind is 13, and it says where its frames begin.
    let leaf = (2..pages).find(|page| bytes[page * PAGE] == 13 && *page > pages / 3);
    let at = leaf.unwrap() * PAGE;
    bytes[at..at + 64].fill(0xee);
    fs::write(&path, bytes).unwrap();
    let saved = saved(&house, &path).await;
    let lost = usize::try_from(FRAMES).unwrap() - saved;
    assert!((1..10).contains(&lost), "{lost} were lost");
}

#[tokio::test]
async fn of_a_file_without_its_end_what_is_left_is_stored() {
    let house = House::build().await;
    let path = left_behind(&house).await;
    let length = fs::metadata(&path).unwrap().len();
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_len(length / 4 * 3).unwrap();
    let saved = saved(&house, &path).await;
    assert!((1..40).contains(&saved), "{saved} were saved");
}

#[tokio::test]
async fn garbage_is_set_aside_and_everything_else_goes_on() {
    let house = House::build().await;
    let path = left_behind(&house).await;
    let length = fs::read(&path).unwrap().len();
    fs::write(&path, vec![0xa5; length]).unwrap();
    assert_eq!(saved(&house, &path).await, 0);
}

#[tokio::test]
async fn what_was_set_aside_goes_once_the_frames_in_it_are_over() {
    let house = House::build().await;
    let path = left_behind(&house).await;
    fs::write(&path, vec![0xa5; PAGE]).unwrap();
    saved(&house, &path).await;
    let staging = house.open(3).await;
    let damaged = path.with_extension("damaged");
    let log = beside(&damaged, "-wal");
    fs::write(&log, b"left").unwrap();
    let written = fs::metadata(&damaged).unwrap().mtime();
    let day = UnixSeconds(written).day();
    assert_eq!(staging.purge_damaged(day).unwrap(), 0);
    assert!(damaged.exists() && log.exists());
    staging.stage(vec![frame(FRAMES + 1)]).await.unwrap();
    assert_eq!(staging.purge_damaged(day.plus(2)).unwrap(), 1);
    assert!(!damaged.exists() && !log.exists());
    assert_eq!(staging.turn_window().await.unwrap(), 1, "no window went");
}

#[tokio::test]
async fn what_is_left_of_a_damaged_window_goes_too_and_nobody_elses_files_are_asked() {
    let house = House::build().await;
    let staging = house.open(1).await;
    let folder = house.windows().remove(0).parent().unwrap().to_owned();
    let log = folder.join("0123.damaged-wal");
    fs::write(&log, b"frames").unwrap();
    // Whoever asks what lies behind it is told an error.
    let circle = folder.join("probe");
    std::os::unix::fs::symlink(&circle, &circle).unwrap();
    let day = UnixSeconds(fs::metadata(&log).unwrap().mtime()).day();
    assert_eq!(staging.purge_damaged(day).unwrap(), 0);
    assert!(log.exists());
    assert_eq!(staging.purge_damaged(day.plus(2)).unwrap(), 0, "no window");
    assert!(!log.exists());
    assert_eq!(house.windows().len(), 1);
}

#[tokio::test]
async fn what_was_being_written_when_the_power_went_costs_nothing_before_it() {
    let house = House::build().await;
    let staging = house.open(1).await;
    for number in 0..FRAMES {
        staging.stage(vec![frame(number)]).await.unwrap();
    }
    let path = house.windows().remove(0);
    let torn = tempfile::tempdir().unwrap();
    let copy = torn.path().join("torn.window");
    fs::copy(&path, &copy).unwrap();
    let mut log = fs::read(beside(&path, "-wal")).unwrap();
    // Half a page of the next transaction, which nobody was told of.
    let page = log[log.len() - PAGE - 24..].to_vec();
    log.extend_from_slice(&page[..page.len() / 2]);
    fs::write(beside(&copy, "-wal"), log).unwrap();
    house.open_in(torn.path(), 2).await;
    assert_eq!(sorted(house.numbers().await), up_to(FRAMES));
    assert!(!copy.exists() && !copy.with_extension("damaged").exists());
}
