//! Killing: at a start, at any moment, and while a window turns.

use std::fs;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::thread::{scope, sleep};
use std::time::Duration;

use domain::FRAME_LEN;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use tests::{NO_LIMITS, Partnership, patiently, say};

use crate::backend::Backend;
use crate::plan::Plan;
use crate::sender::Load;
use crate::verdict::Verdict;

const SENDERS: u64 = 12;
/// Frames that may be handed over between two kills: the run is bounded in what it writes.
const FRAMES_A_KILL: i64 = 600;
const LATEST_MS: u64 = 1_500;
/// A start is shorter than this, shuffling in what the last kill left included.
const START_MS: u64 = 400;
const A_BLINK: Duration = Duration::from_micros(200);
/// Looks for a window that turns: two seconds, and windows last one.
const BLINKS: u32 = 10_000;

/// When a server is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// While it starts and takes in what the last kill left.
    Starting,
    /// At any moment under load.
    Running,
    /// As soon as a window is over whose frames are not all in the store.
    Turning,
}

/// What happened on the way.
#[derive(Default)]
struct Count {
    kills: u32,
    /// Kills that left a window behind that was being shuffled in.
    mid_turn: u32,
    /// Kills that left frames in staging, for the next start to take in.
    with_frames: u32,
}

/// The soak on the embedded database.
pub fn on_sqlite(plan: &Plan) {
    soak(Backend::Sqlite, "soak-sqlite", plan);
}

/// The soak on the other one.
pub fn on_postgres(plan: &Plan) {
    soak(Backend::Postgres, "soak-postgres", plan);
}

fn soak(backend: Backend, name: &str, plan: &Plan) {
    let Plan { kills, seed } = *plan;
    say(&format!("{backend:?}: {kills} kills, seed {seed}"));
    let mut house = backend.serve(name, |text| format!("{text}\n{NO_LIMITS}"));
    let served = &mut house.served;
    let load = Load::on(served.public_address(), seed);
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    let mut count = Count::default();
    scope(|scope| {
        for sender in 0..SENDERS {
            let load = &load;
            scope.spawn(move || load.send(seed.wrapping_add(sender)));
        }
        // Dropped also when something in here fails, so that no sender goes on for ever.
        let _ended = Ended(&load);
        for kill in 0..kills {
            let moment = match kill % 3 {
                0 => Moment::Running,
                1 => Moment::Turning,
                _ => Moment::Starting,
            };
            load.leave.store(FRAMES_A_KILL, Ordering::Relaxed);
            wait_for(moment, served, &mut rng);
            served.kill();
            count.add(served);
            served.begin(|command| command);
        }
        served.wait();
    });
    // Ending politely turns the last window, after which everything is in the store.
    served.stop();
    assert_eq!(windows(served.data()), 0, "a window was left behind");
    let verdict = Verdict::of(&load.ledger.entries(), &house.stored());
    say(&format!(
        "{backend:?}: {} kills ({} in the middle of a turn, {} with frames in staging): {verdict}",
        count.kills, count.mid_turn, count.with_frames
    ));
    assert!(verdict.is_sound(), "seed {seed}: {verdict}");
    assert!(verdict.acknowledged >= kills.into(), "hardly any load");
    assert!(
        kills < 10 || count.mid_turn > 0,
        "no kill was in the middle of a turn"
    );
}

/// The judge, the ledger and the way to read the store together see a loss.
pub fn a_lost_window_is_noticed(plan: &Plan) {
    let long = |text: String| text.replace("window_seconds = 1", "window_seconds = 600");
    let settings = |text| format!("{}\n{NO_LIMITS}", long(text));
    let mut house = Backend::Sqlite.serve("soak-lost", settings);
    let served = &mut house.served;
    let load = Load::on(served.public_address(), plan.seed);
    load.leave.store(FRAMES_A_KILL, Ordering::Relaxed);
    scope(|scope| {
        scope.spawn(|| load.send(plan.seed));
        let _ended = Ended(&load);
        let some = || load.ledger.entries().iter().any(|entry| entry.acknowledged);
        patiently("an acknowledged frame", Duration::from_secs(30), || {
            some().then_some(())
        });
        served.kill();
    });
    for entry in staged(served.data()) {
        fs::remove_file(entry.path()).expect("it is ours");
    }
    served.begin(|command| command);
    served.wait();
    served.stop();
    let verdict = Verdict::of(&load.ledger.entries(), &house.stored());
    assert!(!verdict.is_sound(), "{verdict}");
    assert_eq!(verdict.lost, verdict.acknowledged);
}

fn wait_for(moment: Moment, served: &mut Partnership, rng: &mut impl Rng) {
    match moment {
        Moment::Starting => sleep(Duration::from_millis(rng.gen_range(0..START_MS))),
        Moment::Running => {
            served.wait();
            sleep(Duration::from_millis(rng.gen_range(0..LATEST_MS)));
        }
        Moment::Turning => {
            served.wait();
            for _ in 0..BLINKS {
                if windows(served.data()) > 1 {
                    break;
                }
                sleep(A_BLINK);
            }
            sleep(Duration::from_micros(rng.gen_range(0..5_000)));
        }
    }
}

impl Count {
    /// Looks at what a killed server left.
    fn add(&mut self, served: &Partnership) {
        let least = u64::try_from(FRAME_LEN).unwrap_or(u64::MAX);
        self.kills += 1;
        self.mid_turn += u32::from(windows(served.data()) > 1);
        self.with_frames += u32::from(staged_bytes(served.data()) >= least);
    }
}

/// How many windows lie in the staging folder: one is written to, others are being shuffled in.
fn windows(data: &Path) -> usize {
    let paths = staged(data).map(|entry| entry.path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "window"))
        .count()
}

fn staged_bytes(data: &Path) -> u64 {
    // A file may go while we look.
    let lengths = staged(data).filter_map(|entry| entry.metadata().ok());
    lengths.map(|file| file.len()).sum()
}

fn staged(data: &Path) -> impl Iterator<Item = fs::DirEntry> {
    let entries = fs::read_dir(data.join("staging")).expect("it is there");
    entries.flatten()
}

/// Tells the senders to end.
struct Ended<'a>(&'a Load);

impl Drop for Ended<'_> {
    fn drop(&mut self) {
        self.0.over.store(true, Ordering::Release);
    }
}
