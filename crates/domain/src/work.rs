//! What triage keeps of a tip: the original, the work on it, its history, and the card in lists.
//!
//! All of it is sealed to the desk's vault. [`Work`] may be half done at any time;
//! [`Work::check`] says what is still missing and makes a [`ReportDraft`] of it.

mod card;
mod closing;
mod clues;
mod draft;
mod entity;
mod grading;
mod history;
mod kept_words;
mod original;
mod problem;
mod routing;
mod signpost;
mod since;
mod state;
mod threat;
mod trace;
mod translation;

pub use card::{CardPlain, CardRouting, HandedOver, NOTE_MAX};
pub use closing::{CloseReason, REASON_MAX};
pub use clues::{Clue, FoundClue, RUN, clues, is_relation, is_time};
pub use draft::{ITEMS_MAX, PURPOSE_MAX, REVIEW_DAYS_MIN, REVIEW_MONTHS_MAX, ReportDraft};
pub use entity::{ENTITIES_MAX, ENTITY_MAX, Entity, EntityKind, UnknownEntityKind};
pub use grading::{AssessmentCode, GradeDraft, HandlingCode, SourceCode};
pub use history::{Act, Forgotten, History, HistoryEntry};
pub use kept_words::{KEPT_REASON_MAX, KeptWords, Pointer};
pub use original::Original;
pub use problem::{GradePart, ReportField, ReportRule, ThreatPart, WorkProblem};
pub use routing::{HandedIn, Routing, SignedBy};
pub use signpost::{
    Referral, SIGNPOST_LINE_MAX, Signpost, SignpostDecision, SignpostPart, Signposted, Signposting,
    WhySignpost, not_needed,
};
pub use since::Since;
pub use state::WorkState;
pub use threat::{THREAT_LINE_MAX, Threat, ThreatState};
pub use trace::{Trace, TracedReport};
pub use translation::{
    TRANSLATION_MAX, Translated, Translation, TranslationNote, with_translation,
};

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::calendar::Day;
use crate::category::Category;
use crate::desk::Desk;
use crate::id::{OfficerId, RecordId};
use crate::priority::Priority;
use crate::report::Marking;

/// The work on one tip: a report in the making. Everything may still be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Work {
    /// How urgent; triage must choose before it is routed.
    #[n(0)]
    pub priority: Option<Priority>,
    /// The threat category, at first the reporter's own.
    #[n(1)]
    pub category: Category,
    /// One line that says what it is, without the source.
    #[n(2)]
    pub title: String,
    /// The sanitised items.
    #[n(3)]
    pub items: Vec<ItemDraft>,
    /// How it came to be known, without revealing the source.
    #[n(4)]
    pub provenance: String,
    /// The grade of the provenance, and of the report as a whole.
    #[n(5)]
    pub grade: GradeDraft,
    /// The protective marking.
    #[n(6)]
    pub marking: Marking,
    /// The day the intelligence is from, if known.
    #[n(7)]
    pub intelligence_day: Option<Day>,
    /// Whether public interest immunity was considered.
    #[n(8)]
    pub pii_considered: bool,
    /// The lawful policing purpose it is shared for.
    #[n(9)]
    pub purpose: String,
    /// The day the report is to be reviewed or deleted.
    #[n(10)]
    pub review: Option<Day>,
    /// The desks it is to go to.
    #[n(11)]
    pub desks: Vec<Desk>,
    /// A note for colleagues at triage; shown in lists, never in a report.
    #[n(12)]
    pub note: String,
    /// How far the work has come.
    #[n(13)]
    pub state: WorkState,
    /// Where it went.
    #[n(14)]
    pub routings: Vec<Routing>,
    /// Words that point to the source and stay all the same; never in a report.
    #[n(15)]
    pub kept: Vec<KeptWords>,
    /// Who and what the tip names, once an officer has corrected what was recognised; never in a report.
    #[n(16)]
    pub entities: Option<Vec<Entity>>,
    /// What is known of a threat to life, if the reporter or an officer spoke of danger.
    #[n(17)]
    pub threat: Option<Threat>,
    /// Who is to work on it next, until they do.
    #[n(18)]
    pub handed: Option<HandedOver>,
    /// The supervisor who agreed with its closing.
    #[n(19)]
    pub agreed: Option<OfficerId>,
    /// Those of [`Self::desks`] that get it for their information only.
    #[n(20)]
    pub informed: Option<Vec<Desk>>,
    /// Records about the same that were taken into this one.
    #[n(21)]
    pub merged: Option<Vec<RecordId>>,
    /// The record this one was taken into.
    #[n(22)]
    pub merged_into: Option<RecordId>,
    /// Its reports, while they wait for a second officer.
    #[n(23)]
    pub waits: Option<HandedIn>,
    /// What is different from what was sent before, for the desks that have it.
    #[n(24)]
    pub what_changed: Option<String>,
    /// Where the reporter or somebody at risk is pointed to or referred, and what is still to be decided.
    #[n(27)]
    pub signposts: Option<Vec<Signposting>>,
}

/// One item in the making.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct ItemDraft {
    /// Sanitised text that stands alone.
    #[n(0)]
    pub text: String,
    /// Its grade.
    #[n(1)]
    pub grade: GradeDraft,
}

impl Work {
    /// What an accepted tip starts from: no grade yet, OFFICIAL-SENSITIVE, one empty item.
    pub fn begin(answers: &Answers, review: Day) -> Self {
        Self {
            priority: None,
            category: answers.about.first().copied().unwrap_or(Category::NotSure),
            title: String::new(),
            items: vec![ItemDraft::default()],
            provenance: String::new(),
            grade: GradeDraft::default(),
            marking: Marking::OfficialSensitive,
            intelligence_day: None,
            pii_considered: false,
            purpose: String::new(),
            review: Some(review),
            desks: Vec::new(),
            note: String::new(),
            state: WorkState::New,
            routings: Vec::new(),
            kept: Vec::new(),
            entities: None,
            threat: Threat::begin(answers.danger),
            handed: None,
            agreed: None,
            informed: None,
            merged: None,
            merged_into: None,
            waits: None,
            what_changed: None,
            signposts: Self::asked_signposts(answers),
        }
    }

    /// Whether a desk is to get the report for its information only.
    pub fn informs(&self, desk: Desk) -> bool {
        self.informed.iter().flatten().any(|one| *one == desk)
    }

    /// Routes the report to a desk, or not to it.
    pub fn send_to(&mut self, desk: Desk, on: bool) {
        self.desks.retain(|one| *one != desk);
        if on {
            self.desks.push(desk);
        } else {
            self.inform(desk, false);
        }
    }

    /// Has a desk act on the report, or only know of it.
    pub fn inform(&mut self, desk: Desk, only: bool) {
        let mut informed = self.informed.take().unwrap_or_default();
        informed.retain(|one| *one != desk);
        if only {
            informed.push(desk);
        }
        self.informed = (!informed.is_empty()).then_some(informed);
    }

    /// The records that were taken into this one.
    pub fn merged(&self) -> &[RecordId] {
        self.merged.as_deref().unwrap_or_default()
    }

    /// The newest report that each desk was sent, taken back or not.
    pub fn sent(&self) -> impl Iterator<Item = &Routing> {
        let all = self.routings.iter();
        all.filter(|routing| routing.replaced.is_none())
    }

    /// Which version of the report comes next, from 1.
    pub fn next_version(&self) -> u32 {
        let sent = self.routings.iter().map(Routing::version).max();
        sent.unwrap_or(0).saturating_add(1)
    }

    /// Notes where reports went, and what they took the place of: a desk that got none of them has lost its own.
    pub fn went(&mut self, delivered: Vec<Routing>, today: Day) {
        for routing in &mut self.routings {
            if routing.replaced.is_some() {
                continue;
            }
            if delivered.iter().any(|new| new.desk == routing.desk) {
                routing.replaced = Some(true);
            } else if routing.recalled.is_none() {
                routing.recalled = Some(today);
            }
        }
        self.routings.extend(delivered);
    }

    /// The report this work makes, or everything that is still wrong with it, in form order.
    pub fn check(&self, today: Day) -> Result<ReportDraft, Vec<WorkProblem>> {
        let undecided = self.signpost_problems();
        match ReportDraft::of(self, today, draft::reviews(today)) {
            Ok(draft) if undecided.is_empty() => Ok(draft),
            Ok(_) => Err(undecided),
            Err(problems) => Err([problems, undecided].concat()),
        }
    }

    /// The report this work was sent as on a day; what had to be decided besides is not asked again.
    pub fn as_sent(&self, day: Day) -> Option<ReportDraft> {
        ReportDraft::of(self, day, Day(i32::MIN)..=Day(i32::MAX)).ok()
    }
}

/// The first so many bytes of a text, whole characters only.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end = end.saturating_sub(1);
    }
    text.get(..end).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests;
