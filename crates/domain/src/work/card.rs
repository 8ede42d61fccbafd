//! What lists show of a kept tip.

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{Original, Since, ThreatState, Work, WorkState, cut};
use crate::answers::{Area, Danger};
use crate::category::Category;
use crate::desk::Desk;
use crate::id::{OfficerId, ReportId, ThreadId};
use crate::priority::Priority;

/// Most bytes of UTF-8 in a card's title and in its note.
pub const NOTE_MAX: usize = 200;
/// Most routings on a card: the newest.
const ROUTINGS_MAX: usize = 16;
/// Most categories on a card beside the first.
const AREAS_MAX: usize = 7;

/// The plaintext of a card: small enough for 2,048 bytes with its header and signature.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CardPlain {
    /// How urgent, once triage has said so.
    #[n(0)]
    pub priority: Option<Priority>,
    /// The threat category.
    #[n(1)]
    pub category: Category,
    /// The areas ticked by the reporter.
    #[n(2)]
    pub areas: Vec<Area>,
    /// Whether the reporter said somebody is in danger.
    #[n(3)]
    pub danger: Danger,
    /// Since when the tip waits.
    #[n(4)]
    pub since: Since,
    /// How far the work has come.
    #[n(5)]
    pub state: WorkState,
    /// The report's title, cut to [`NOTE_MAX`].
    #[n(6)]
    pub title: String,
    /// The note for colleagues, cut to [`NOTE_MAX`].
    #[n(7)]
    pub note: String,
    /// Where it went, newest last.
    #[n(8)]
    pub routings: Vec<CardRouting>,
    /// Keyed fingerprints of entities, for duplicates.
    #[n(9)]
    pub entities: Vec<ByteArray<8>>,
    /// The conversation, if its reporter comes back with a phrase.
    #[n(10)]
    pub thread: Option<ThreadId>,
    /// The key that signs what is sent with its reporter's phrase.
    #[n(11)]
    pub sign: Option<ByteArray<32>>,
    /// How far a threat to life has come, if there is or may be one.
    #[n(12)]
    pub threat: Option<ThreatState>,
    /// Who is to work on it next, until they do.
    #[n(13)]
    pub handed: Option<HandedOver>,
    /// The supervisor who agreed with its closing.
    #[n(14)]
    pub agreed: Option<OfficerId>,
}

/// A tip that an officer handed to a colleague.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct HandedOver {
    /// Who handed it over.
    #[n(0)]
    pub by: OfficerId,
    /// To whom.
    #[n(1)]
    pub to: OfficerId,
}

/// One routing as a card names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct CardRouting {
    /// The report.
    #[n(0)]
    pub report: ReportId,
    /// The desk it went to.
    #[n(1)]
    pub desk: Desk,
    /// Said once a later version took its place there.
    #[n(2)]
    pub replaced: Option<bool>,
}

impl CardPlain {
    /// The card of a record.
    pub fn of(original: &Original, work: &Work) -> Self {
        let skip = work.routings.len().saturating_sub(ROUTINGS_MAX);
        let newest = work.routings.iter().skip(skip);
        Self {
            priority: work.priority,
            category: work.category,
            areas: original
                .answers
                .areas
                .iter()
                .copied()
                .take(AREAS_MAX)
                .collect(),
            danger: original.answers.danger,
            since: original.since,
            state: work.state,
            title: cut(&work.title, NOTE_MAX),
            note: cut(&work.note, NOTE_MAX),
            routings: newest
                .map(|routing| CardRouting {
                    report: routing.report,
                    desk: routing.desk,
                    replaced: routing.replaced,
                })
                .collect(),
            entities: Vec::new(),
            thread: original.reply.as_ref().map(|_| original.thread),
            sign: original.reply.as_ref().map(|slot| slot.sign),
            threat: work.threat_state(),
            handed: work.handed,
            agreed: work.agreed,
        }
    }
}
