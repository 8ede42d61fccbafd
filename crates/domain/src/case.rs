//! What a desk keeps of a report: the report as it came, what the desk does about it, and the card in lists.
//!
//! All of it is sealed to the desk's vault. What an officer does is one [`Deed`]; [`Case::take`] says why not.

mod card;
mod condition;
mod deed;
mod lists;
mod recalled;

#[cfg(test)]
mod tests;

pub use card::{CaseAction, CaseCard, CaseOutcome, Withdrawn};
pub use condition::Condition;
pub use deed::{Deed, DeedProblem};
pub use lists::{ActionState, Agency, FourP, Outcome, Phase};
pub use recalled::{Recalled, Undone};

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::export::Given;
use crate::id::{OfficerId, RecordId};
use crate::report::Report;

/// Most bytes of UTF-8 in an action: one line that says what is to be done.
pub const ACTION_MAX: usize = 100;
/// Most bytes of UTF-8 in a note.
pub const CASE_NOTE_MAX: usize = 4_200;
/// Most bytes of UTF-8 in the place.
pub const CASE_PLACE_MAX: usize = 60;
/// Most actions, notes and outcomes of each in one case.
pub const CASE_LIST_MAX: usize = 60;
/// Most bytes of a case as CBOR: what its frame holds.
pub const CASE_BYTES_MAX: usize = 17_900;

/// The report as the desk received it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Received {
    /// The report.
    #[n(0)]
    pub report: Report,
    /// The day it was delivered.
    #[n(1)]
    pub delivered: Day,
    /// Who took it on, and when.
    #[n(2)]
    pub taken_on: Hand,
    /// What its author, and whoever released it, signed; none if it was kept without.
    #[n(3)]
    #[serde(skip)]
    pub signatures: Option<ByteVec>,
}

/// Who did something, and on which day. The name is the one they signed in with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Hand {
    /// The officer.
    #[n(0)]
    pub officer: OfficerId,
    /// Their sign-in name then.
    #[n(1)]
    pub name: String,
    /// The day.
    #[n(2)]
    pub day: Day,
}

/// Whether the desk still works on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum CaseState {
    /// There is work to do.
    #[n(0)]
    Open,
    /// Work is over.
    #[n(1)]
    Closed,
}

/// The desk's work on one report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Case {
    /// Whether work is over.
    #[n(0)]
    pub state: CaseState,
    /// What is to be done, oldest first.
    #[n(1)]
    pub actions: Vec<Action>,
    /// What officers wrote, oldest first.
    #[n(2)]
    pub notes: Vec<CaseNote>,
    /// What came of it, oldest first.
    #[n(3)]
    pub outcomes: Vec<LoggedOutcome>,
    /// Ward, estate or street for the district's picture.
    #[n(4)]
    pub place: String,
    /// That the originator agreed to action on a report with condition A1.
    #[n(5)]
    pub agreed: Option<CaseNote>,
    /// That triage took the report back.
    #[n(6)]
    pub recalled: Option<Recalled>,
    /// The case of the report that this one's takes the place of.
    #[n(7)]
    pub corrects: Option<RecordId>,
    /// The case in which work goes on since the desk took a correction on.
    #[n(8)]
    pub replaced_by: Option<RecordId>,
    /// To whom the report was given, oldest first.
    #[n(9)]
    pub given: Option<Vec<Given>>,
    /// Until when its review was put off, the last time.
    #[n(10)]
    #[serde(default)]
    pub put_off: Option<PutOff>,
    /// What triage took back and put back, oldest first.
    #[n(11)]
    #[serde(default)]
    pub undone: Option<Vec<Undone>>,
}

/// That a review was put off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct PutOff {
    /// The day after which it goes from then on.
    #[n(0)]
    pub until: Day,
    /// Why it is still needed.
    #[n(1)]
    pub reason: String,
    /// Who said so.
    #[n(2)]
    pub by: Hand,
}

/// One thing to be done, under one of the four Ps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Action {
    /// Which P.
    #[n(0)]
    pub p: FourP,
    /// What is to be done.
    #[n(1)]
    pub what: String,
    /// Who owns it.
    #[n(2)]
    pub owner: Agency,
    /// By when.
    #[n(3)]
    pub due: Option<Day>,
    /// The phase in a hotspot area.
    #[n(4)]
    pub phase: Option<Phase>,
    /// How far it is.
    #[n(5)]
    pub state: ActionState,
    /// Who planned it.
    #[n(6)]
    pub planned: Hand,
    /// Who settled it, once it is done or dropped.
    #[n(7)]
    pub settled: Option<Hand>,
}

/// What an officer wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct CaseNote {
    /// The text.
    #[n(0)]
    pub text: String,
    /// Who wrote it.
    #[n(1)]
    pub by: Hand,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct LoggedOutcome {
    /// What.
    #[n(0)]
    pub outcome: Outcome,
    /// Under which P.
    #[n(1)]
    pub p: FourP,
    /// Whose it is.
    #[n(2)]
    pub agency: Agency,
    /// The day it happened.
    #[n(3)]
    pub day: Day,
    /// The phase in a hotspot area.
    #[n(4)]
    pub phase: Option<Phase>,
    /// Who logged it.
    #[n(5)]
    pub logged: Hand,
}

/// What was done with a case, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct CaseHistory {
    /// Oldest first.
    #[n(0)]
    pub entries: Vec<CaseEntry>,
    /// How many earlier ones there was no room for any more.
    #[n(1)]
    #[serde(default)]
    pub forgotten: Option<u32>,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct CaseEntry {
    /// What.
    #[n(0)]
    pub act: CaseAct,
    /// By whom.
    #[n(1)]
    pub by: Hand,
}

/// What an officer did with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum CaseAct {
    /// Took the report on.
    #[n(0)]
    TakenOn,
    /// Planned an action.
    #[n(1)]
    Planned,
    /// Said how far an action is, or moved its day.
    #[n(2)]
    Followed,
    /// Wrote a note.
    #[n(3)]
    Noted,
    /// Logged an outcome.
    #[n(4)]
    Logged,
    /// Said where it is.
    #[n(5)]
    Placed,
    /// Recorded that the originator agreed to action.
    #[n(6)]
    Agreed,
    /// Closed it.
    #[n(7)]
    Closed,
    /// Opened it again.
    #[n(8)]
    Reopened,
    /// Read that triage took the report back.
    #[n(9)]
    Recalled,
    /// Took a correction of the report on.
    #[n(10)]
    Corrected,
    /// Went on in the case of the correction.
    #[n(11)]
    Replaced,
    /// Gave the report to another force or agency.
    #[n(12)]
    Exported,
    /// Put its review off.
    #[n(13)]
    PutOff,
    /// Read that triage put the report back.
    #[n(14)]
    Restored,
}

impl Case {
    /// What a report that was taken on begins with.
    pub const fn begin() -> Self {
        Self {
            state: CaseState::Open,
            actions: Vec::new(),
            notes: Vec::new(),
            outcomes: Vec::new(),
            place: String::new(),
            agreed: None,
            recalled: None,
            corrects: None,
            replaced_by: None,
            given: None,
            put_off: None,
            undone: None,
        }
    }

    /// What goes on with a correction: all that was planned, written and logged. An agreement was of the words
    /// as they were, and does not go on.
    #[must_use]
    pub fn go_on(&self, corrects: RecordId) -> Self {
        Self {
            state: CaseState::Open,
            agreed: None,
            recalled: None,
            corrects: Some(corrects),
            replaced_by: None,
            undone: None,
            ..self.clone()
        }
    }

    /// Ends it: work goes on in the case of a correction.
    pub fn give_way(&mut self, to: RecordId) -> CaseAct {
        self.state = CaseState::Closed;
        self.replaced_by = Some(to);
        CaseAct::Replaced
    }

    /// Whether the desk may act on it: a report with condition A1 once the originator agreed.
    pub fn may_act(&self, report: &Report) -> bool {
        Condition::of(report) != Some(Condition::AskFirst) || self.agreed.is_some()
    }

    /// Actions that are not settled.
    pub fn open_actions(&self) -> impl Iterator<Item = &Action> {
        let actions = self.actions.iter();
        actions.filter(|action| action.state == ActionState::Open)
    }
}

impl CaseHistory {
    /// Most entries kept; fewer where a frame has no room for them, see [`CaseHistory::forget`].
    pub const ENTRIES_MAX: usize = 150;

    /// Adds what was done; beyond the most, an old entry is forgotten.
    pub fn add(&mut self, entry: CaseEntry) {
        self.entries.push(entry);
        if self.entries.len() > Self::ENTRIES_MAX {
            self.forget();
        }
    }

    /// Forgets the second oldest entry and counts it; the first and the newest stay. Whether there was one.
    pub fn forget(&mut self) -> bool {
        if self.entries.len() <= 2 {
            return false;
        }
        self.entries.remove(1);
        self.forgotten = Some(self.forgotten.unwrap_or(0).saturating_add(1));
        true
    }
}
