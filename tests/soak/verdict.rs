//! What lies in the store, held against what the senders were told.

use std::collections::{HashMap, HashSet};
use std::fmt;

use domain::{FRAME_LEN, SealedFrame};
use storage::SeenHash;

use crate::ledger::{Entry, Ledger};
use crate::plan::Plan;

/// Everything that must not be, counted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Acknowledged frames.
    pub acknowledged: u64,
    /// Frames handed over and never acknowledged that are in the store all the same.
    pub unsure: u64,
    /// Acknowledged frames that are not in the store.
    pub lost: u64,
    /// Frames that are in the store more than once.
    pub doubled: u64,
    /// Frames in the store that nobody handed over.
    pub foreign: u64,
}

impl Verdict {
    /// Judges what is stored: how often each frame is.
    pub fn of(told: &[Entry], stored: &HashMap<SeenHash, u64>) -> Self {
        let mut verdict = Self::default();
        let mut known = HashSet::new();
        for entry in told {
            known.insert(entry.hash);
            let times = stored.get(&entry.hash).copied().unwrap_or_default();
            verdict.acknowledged += u64::from(entry.acknowledged);
            verdict.unsure += u64::from(!entry.acknowledged && times > 0);
            verdict.lost += u64::from(entry.acknowledged && times == 0);
            verdict.doubled += u64::from(times > 1);
        }
        let foreign = stored.keys().filter(|hash| !known.contains(*hash));
        verdict.foreign = u64::try_from(foreign.count()).unwrap_or(u64::MAX);
        verdict
    }

    /// Whether every acknowledged frame is there once, and no frame more often or unasked.
    pub const fn is_sound(&self) -> bool {
        self.lost == 0 && self.doubled == 0 && self.foreign == 0
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} acknowledged, {} lost, {} doubled, {} foreign; {} stored though nobody was told",
            self.acknowledged, self.lost, self.doubled, self.foreign, self.unsure
        )
    }
}

/// A trial of the judge itself.
pub fn lost_doubled_and_foreign_frames_are_told_apart(_: &Plan) {
    let hash = |number: u8| {
        let frame = SealedFrame::try_from(vec![number; FRAME_LEN]).expect("a frame's length");
        SeenHash::of(&frame)
    };
    let ledger = Ledger::default();
    for number in 1..=5 {
        let hash = hash(u8::try_from(number).expect("a small number"));
        ledger.handed_over(number, hash);
    }
    for number in [1, 2, 3] {
        ledger.acknowledged(number);
    }
    let stored = HashMap::from([(hash(1), 1), (hash(2), 2), (hash(4), 1), (hash(9), 1)]);
    let verdict = Verdict::of(&ledger.entries(), &stored);
    let expected = Verdict {
        acknowledged: 3,
        unsure: 1,
        lost: 1,
        doubled: 1,
        foreign: 1,
    };
    assert_eq!(verdict, expected);
    assert!(!verdict.is_sound());
    let stored = HashMap::from([(hash(1), 1), (hash(2), 1), (hash(3), 1), (hash(5), 1)]);
    assert!(Verdict::of(&ledger.entries(), &stored).is_sound());
}
