//! What was done with a tip, by whom, on which day.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{CloseReason, Signpost, SignpostDecision, TranslationNote};
use crate::calendar::Day;
use crate::desk::Desk;
use crate::export::Errand;
use crate::id::{OfficerId, RecordId, ReportId};
use crate::tip::Language;

/// The third frame of a record: a translation, and what was done.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct History {
    /// The text in English, if somebody translated it.
    #[n(0)]
    pub translation: Option<String>,
    /// Oldest first.
    #[n(1)]
    pub entries: Vec<HistoryEntry>,
    /// Who wrote the translation, and when.
    #[n(2)]
    pub translation_note: Option<TranslationNote>,
    /// What there was no room for any more.
    #[n(3)]
    #[serde(default)]
    pub forgotten: Option<Forgotten>,
}

/// Earlier entries that are no longer kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Forgotten {
    /// How many.
    #[n(0)]
    pub entries: u32,
    /// The number of the last reply among them; 0 if there was none.
    #[n(1)]
    pub last_reply: u32,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct HistoryEntry {
    /// The day.
    #[n(0)]
    pub day: Day,
    /// Who did it.
    #[n(1)]
    pub officer: OfficerId,
    /// What it was.
    #[n(2)]
    pub act: Act,
}

/// What an officer did with a tip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Act {
    /// Took it out of the intake.
    #[n(0)]
    Accepted,
    /// Began or went on writing; one entry a day and officer.
    #[n(1)]
    Edited,
    /// Sent reports under this reference.
    #[n(2)]
    Routed {
        /// The reference.
        #[n(0)]
        reference: String,
        /// The desks.
        #[n(1)]
        desks: Vec<Desk>,
    },
    /// Closed it without a report.
    #[n(3)]
    Closed {
        /// Why.
        #[n(0)]
        reason: CloseReason,
        /// What there is to say of it, such as which force it belongs to.
        #[n(1)]
        note: Option<String>,
    },
    /// Took the closing back.
    #[n(5)]
    Reopened {
        /// Why; none if it was undone at once by whoever closed it.
        #[n(0)]
        reason: Option<String>,
    },
    /// Looked at a closed tip, and agreed.
    #[n(6)]
    Agreed,
    /// Handed it to a colleague.
    #[n(7)]
    HandedOver {
        /// The colleague.
        #[n(0)]
        to: OfficerId,
        /// Why.
        #[n(1)]
        reason: String,
    },
    /// Took it from whoever worked on it.
    #[n(8)]
    TakenBack {
        /// Who worked on it, if anybody did.
        #[n(0)]
        from: Option<OfficerId>,
        /// Why.
        #[n(1)]
        reason: String,
    },
    /// Wrote to the reporter.
    #[n(4)]
    Replied {
        /// The reply's number in the conversation.
        #[n(0)]
        seq: u32,
        /// What was written.
        #[n(1)]
        text: String,
        /// The language it is in.
        #[n(2)]
        lang: Language,
    },
    /// Said that another record is about the same.
    #[n(9)]
    Linked {
        /// The other record.
        #[n(0)]
        record: RecordId,
    },
    /// Took another record in, which is about the same and was closed as a duplicate of this one.
    #[n(10)]
    Merged {
        /// The other record.
        #[n(0)]
        record: RecordId,
    },
    /// Gave it back: it goes on by itself.
    #[n(11)]
    Parted {
        /// The other record.
        #[n(0)]
        record: RecordId,
    },
    /// Signed reports and handed them in for a second officer to release.
    #[n(12)]
    HandedIn {
        /// The reference.
        #[n(0)]
        reference: String,
        /// The desks.
        #[n(1)]
        desks: Vec<Desk>,
    },
    /// Released them, or found that they had been.
    #[n(13)]
    Released {
        /// The reference.
        #[n(0)]
        reference: String,
        /// The desks they were delivered to.
        #[n(1)]
        desks: Vec<Desk>,
        /// Who released them, if not whoever notes it: as the server says.
        #[n(2)]
        by: Option<OfficerId>,
    },
    /// Gave them back to be written differently.
    #[n(14)]
    Returned {
        /// Why.
        #[n(0)]
        reason: String,
    },
    /// Took them back before anybody released them.
    #[n(15)]
    Withdrawn,
    /// Took delivered reports back.
    #[n(16)]
    Recalled {
        /// The reference.
        #[n(0)]
        reference: String,
        /// The desks they were taken back from.
        #[n(1)]
        desks: Vec<Desk>,
        /// Why, as the desks read it.
        #[n(2)]
        reason: String,
    },
    /// Began a correction of what was sent.
    #[n(17)]
    CorrectionBegun,
    /// Gave the correction up: what was sent stays as it is.
    #[n(18)]
    CorrectionLeft,
    /// Gave a report to another force or agency.
    #[n(19)]
    Exported {
        /// The reference.
        #[n(0)]
        reference: String,
        /// To whom, and what for.
        #[n(1)]
        errand: Errand,
    },
    /// Let reports stand again that a colleague had taken back.
    #[n(21)]
    Restored {
        /// The reference.
        #[n(0)]
        reference: String,
        /// The desks that have them again.
        #[n(1)]
        desks: Vec<Desk>,
        /// Why, as the desks read it.
        #[n(2)]
        reason: String,
    },
    /// Wanted to take reports back that had been taken back before, as the server says: these desks were not
    /// told of it by this officer.
    #[n(22)]
    FoundRecalled {
        /// The reference.
        #[n(0)]
        reference: String,
        /// The desks.
        #[n(1)]
        desks: Vec<Desk>,
    },
    /// Put its review off.
    #[n(20)]
    Postponed {
        /// The day after which it goes from then on.
        #[n(0)]
        until: Day,
        /// Why it is still needed.
        #[n(1)]
        reason: String,
    },
    /// Heard that a desk gave its report to another force or agency.
    #[n(28)]
    GivenAway {
        /// The message that says so.
        #[n(0)]
        message: ReportId,
        /// The desk.
        #[n(1)]
        desk: Desk,
        /// The day, as the desk says.
        #[n(2)]
        day: Day,
        /// To whom, and what for.
        #[n(3)]
        errand: Errand,
    },
    /// Decided where the reporter or somebody at risk is pointed to or referred.
    #[n(27)]
    Signposted {
        /// Where.
        #[n(0)]
        signpost: Signpost,
        /// What was decided.
        #[n(1)]
        decision: SignpostDecision,
    },
}

impl Act {
    /// What was written to the reporter, if this is that: its number, the text and its language.
    pub const fn reply(&self) -> Option<(u32, &String, &Language)> {
        if let Self::Replied { seq, text, lang } = self {
            Some((*seq, text, lang))
        } else {
            None
        }
    }

    /// The record that was said to be about the same, if this is that.
    pub const fn linked(&self) -> Option<RecordId> {
        if let Self::Linked { record } = self {
            Some(*record)
        } else {
            None
        }
    }
}

impl History {
    /// Most entries kept; fewer where a frame has no room for them, see [`History::forget`].
    pub const ENTRIES_MAX: usize = 100;

    /// The number of the next reply.
    pub fn next_reply(&self) -> u32 {
        let replies = self.entries.iter().filter_map(|entry| entry.act.reply());
        let replies = replies.map(|(seq, ..)| seq);
        let forgotten = self.forgotten.map(|forgotten| forgotten.last_reply);
        let last = replies.chain(forgotten).max();
        last.unwrap_or(0).saturating_add(1)
    }

    /// Who closed it last, if anybody did.
    pub fn closed_by(&self) -> Option<OfficerId> {
        let mut newest = self.entries.iter().rev();
        let closed = newest.find(|entry| matches!(entry.act, Act::Closed { .. }));
        closed.map(|entry| entry.officer)
    }

    /// Whether a supervisor agreed with the last closing.
    pub fn is_agreed(&self) -> bool {
        let newest = self.entries.iter().rev();
        let mut since = newest.take_while(|entry| !matches!(entry.act, Act::Closed { .. }));
        since.any(|entry| entry.act == Act::Agreed)
    }

    /// The records that were said to be about the same.
    pub fn linked(&self) -> Vec<RecordId> {
        let links = self.entries.iter().filter_map(|entry| entry.act.linked());
        links.collect()
    }

    /// Adds an entry unless the newest says the same; beyond the most, an old one is forgotten.
    pub fn add(&mut self, entry: HistoryEntry) {
        if self.entries.last() == Some(&entry) {
            return;
        }
        self.entries.push(entry);
        if self.entries.len() > Self::ENTRIES_MAX {
            self.forget();
        }
    }

    /// Forgets one entry, the oldest that can be spared, and counts it. The first and the newest stay, and
    /// as long as others can go what says how the tip was closed and which records belong to it. Whether
    /// there was one to forget.
    pub fn forget(&mut self) -> bool {
        let last = self.entries.len().saturating_sub(1);
        let closed = |entry: &HistoryEntry| matches!(entry.act, Act::Closed { .. });
        let ended = self.entries.iter().rposition(closed).unwrap_or(last);
        let inner = || self.entries.iter().enumerate().take(last).skip(1);
        let spared =
            |(at, entry): &(usize, &HistoryEntry)| *at < ended && entry.act.linked().is_none();
        let Some(at) = inner()
            .find(spared)
            .or_else(|| inner().next())
            .map(|(at, _)| at)
        else {
            return false;
        };
        let gone = self.entries.remove(at);
        let forgotten = self.forgotten.get_or_insert_default();
        forgotten.entries = forgotten.entries.saturating_add(1);
        if let Some((seq, ..)) = gone.act.reply() {
            forgotten.last_reply = forgotten.last_reply.max(seq);
        }
        true
    }
}
