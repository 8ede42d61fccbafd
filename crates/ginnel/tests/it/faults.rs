//! What a machine does to a server: full disks, files that go, a database that is away, clocks that are
//! set. Each is said clearly, and nothing that was acknowledged is lost.

mod database;
mod disk;

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use domain::{Clock, UnixSeconds};
use ginnel::SystemClock;
use ginnel::commands::import;
use storage::IntakeView;

use crate::ceremony::Ceremony;
use crate::http::{get, post_frame};
use crate::installation::{Installation, Serving, now};
use crate::log;

/// Windows of a second, and no limits.
const SETTINGS: &str = "[metrics]\nbind = \"127.0.0.1:0\"\n[staging]\nwindow_seconds = 1\n[limits]\n\
    tips = { burst = 1000, every_ms = 1 }\ntips_shared = { burst = 1000, every_ms = 1 }\n";

/// Goes on as clocks do, so many seconds wrong.
struct WrongClock(AtomicI64);

impl Clock for WrongClock {
    fn now(&self) -> UnixSeconds {
        SystemClock.now().plus(self.0.load(Ordering::SeqCst))
    }
}

/// Open for tips.
fn open() -> Installation {
    let installation = Installation::begun();
    installation.write_settings(SETTINGS);
    opened(&installation);
    installation
}

fn opened(installation: &Installation) {
    let folder = Ceremony::with_triage(&[]).write(installation);
    now(import(&installation.opened(), &folder, &SystemClock)).unwrap();
}

/// The frames in the store, by what they are filled with.
fn stored(installation: &Installation) -> BTreeSet<u8> {
    let store = installation.opened().store;
    now(async {
        let listed = store.intake_ids(IntakeView::Triage).await.unwrap();
        let ids: Vec<_> = listed.into_iter().map(|entry| entry.id).collect();
        let frames = store.intake_frames(IntakeView::Triage, &ids).await.unwrap();
        frames.iter().map(|row| row.frame.as_bytes()[0]).collect()
    })
}

/// Waits, for half a minute, until it is so.
fn until(what: &str, is_so: impl Fn() -> bool) {
    let came = (0..300).any(|_| {
        std::thread::sleep(Duration::from_millis(100));
        is_so()
    });
    assert!(came, "waited in vain: {what}\n{}", log::everything());
}

fn is_ready(serving: &Serving) -> bool {
    get(serving.metrics.unwrap(), "/ready").status == 200
}

/// Whether the database does its work, as it is told to whoever looks after it.
fn has_store(serving: &Serving) -> bool {
    let ready = get(serving.metrics.unwrap(), "/ready").body;
    let ready: serde_json::Value = serde_json::from_slice(&ready).unwrap();
    ready["store"] == true
}

#[test]
fn a_store_whose_file_went_takes_nothing_until_it_is_back_and_loses_nothing() {
    let installation = open();
    let serving = installation.serve();
    assert_eq!(post_frame(serving.public, 1).status, 202);
    until("the first frame", || stored(&installation).contains(&1));
    let file = installation.data().path().join("store.sqlite");
    let away = file.with_extension("away");
    fs::rename(&file, &away).unwrap();
    assert_eq!(post_frame(serving.public, 2).status, 202);
    until("somebody who notices", || !has_store(&serving));
    until("a word about it", || {
        log::everything().contains("its file was removed or replaced: restart the server")
    });
    assert_eq!(post_frame(serving.public, 3).status, 202);
    fs::rename(&away, &file).unwrap();
    let all = BTreeSet::from([1, 2, 3]);
    until("all frames", || stored(&installation) == all);
    until("everything well", || has_store(&serving));
}

#[test]
fn what_a_disk_did_to_staging_does_not_keep_it_from_starting() {
    let installation = open();
    let staging = installation.data().staging();
    fs::create_dir_all(&staging).unwrap();
    // Somebody else's, one that was never finished, and what a window that is gone has left.
    let garbage = staging.join("0123.window");
    fs::write(&garbage, b"this is no window ".repeat(500)).unwrap();
    fs::write(staging.join("4567.window"), b"").unwrap();
    fs::write(staging.join("89ab.window-wal"), b"left").unwrap();
    let serving = installation.serve();
    assert_eq!(get(serving.public, "/health").status, 200);
    assert_eq!(post_frame(serving.public, 1).status, 202);
    until("the frame", || stored(&installation).contains(&1));
    serving.stop();
    let mut left: Vec<_> = fs::read_dir(&staging).unwrap().collect();
    let left = left.pop().unwrap().unwrap().path();
    assert_eq!(left, garbage.with_extension("damaged"));
    assert!(log::everything().contains("a staging file is damaged"));
}

#[test]
fn however_the_clock_is_set_nothing_acknowledged_is_lost() {
    let installation = open();
    let (hour, day) = (3_600, 86_400);
    // An hour before it is the directory's first day, too.
    let noon = day / 2 - SystemClock.now().0.rem_euclid(day);
    let clock = Arc::new(WrongClock(AtomicI64::new(noon)));
    let parts = ginnel::Parts {
        clock: clock.clone(),
        ..installation.parts()
    };
    let serving = Serving::of(parts);
    let mut acknowledged = BTreeSet::new();
    for (seed, set) in [(1, 0), (2, -hour), (3, day), (4, 0), (6, hour)] {
        clock.0.store(noon + set, Ordering::SeqCst);
        until("the door", || get(serving.public, "/health").status == 200);
        assert_eq!(post_frame(serving.public, seed).status, 202, "{set}");
        acknowledged.insert(seed);
        until("the frame", || stored(&installation) == acknowledged);
    }
    // As if all directories were over: closed, and said so, and open again.
    clock.0.store(60 * day, Ordering::SeqCst);
    until("a shut door", || {
        get(serving.public, "/health").status == 503
    });
    assert_eq!(post_frame(serving.public, 7).code(), "closed");
    clock.0.store(noon, Ordering::SeqCst);
    until("the door", || post_frame(serving.public, 8).status == 202);
    acknowledged.insert(8);
    serving.stop();
    assert_eq!(stored(&installation), acknowledged);
    assert!(log::everything().contains("the clock was set"));
}
