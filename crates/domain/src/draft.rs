//! Reports on their way out: signed by their author, waiting for a second officer.

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

use crate::calendar::Minute;
use crate::desk::Desk;
use crate::id::{DraftId, RecordId, ReportId};
use crate::report::{Correction, Report};

/// The context string at the head of every draft.
pub const DRAFT_CONTEXT: &str = "ginnel/draft/v1";
/// Most desks one draft is for.
pub const COPIES_MAX: usize = 16;

/// What an author hands in: one report as its first desk will read it, and with which ids and signatures it
/// is made out to the others. It differs from desk to desk in nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Draft {
    /// Always [`DRAFT_CONTEXT`].
    #[n(0)]
    pub ctx: String,
    /// Its id.
    #[n(1)]
    pub draft: DraftId,
    /// The record it was made of, which names the draft as long as it waits.
    #[n(2)]
    pub record: RecordId,
    /// When it was handed in, by the author's clock.
    #[n(3)]
    pub since: Minute,
    /// How often words that point to the source were kept in it with a reason.
    #[n(4)]
    pub kept: u32,
    /// The report, made out to the first desk.
    #[n(5)]
    pub report: Report,
    /// All it is made out to, the first desk's too.
    #[n(6)]
    pub copies: Vec<DraftCopy>,
    /// Reports that are taken back when it is released.
    #[n(7)]
    pub dropped: Option<Vec<Dropped>>,
}

/// One made-out report of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct DraftCopy {
    /// Its id.
    #[n(0)]
    pub report: ReportId,
    /// The desk it is for.
    #[n(1)]
    pub desk: Desk,
    /// The author's signature of the made-out report.
    #[n(2)]
    pub signature: ByteArray<64>,
    /// The desk's report that it takes the place of.
    #[n(3)]
    pub replaces: Option<ReportId>,
}

/// A report that its desk loses by a correction which does not go there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Dropped {
    /// The report.
    #[n(0)]
    pub report: ReportId,
    /// The desk.
    #[n(1)]
    pub desk: Desk,
}

impl Draft {
    /// The desks it is for.
    pub fn desks(&self) -> Vec<Desk> {
        self.copies.iter().map(|copy| copy.desk).collect()
    }

    /// The report as one of its desks will read it.
    pub fn made_out(&self, copy: &DraftCopy) -> Report {
        let correction = self.report.correction.clone();
        let correction = correction.map(|correction| Correction {
            replaces: copy.replaces,
            what_changed: match copy.replaces {
                Some(_) => correction.what_changed,
                None => String::new(),
            },
            version: correction.version,
        });
        Report {
            report: copy.report,
            desk: copy.desk,
            correction,
            ..self.report.clone()
        }
    }

    /// The reports that are taken back when it is released.
    pub fn dropped(&self) -> &[Dropped] {
        self.dropped.as_deref().unwrap_or_default()
    }

    /// Whether it is what it says: for at least one desk, for each once, under ids of their own.
    pub fn is_sound(&self) -> bool {
        let first = self.copies.first().map(|copy| (copy.report, copy.desk));
        let mut desks = self.desks();
        let mut ids: Vec<ReportId> = self.copies.iter().map(|copy| copy.report).collect();
        desks.sort();
        desks.dedup();
        ids.sort();
        ids.dedup();
        let so_many = self.copies.len();
        self.ctx == DRAFT_CONTEXT
            && first == Some((self.report.report, self.report.desk))
            && (1..=COPIES_MAX).contains(&so_many)
            && (desks.len(), ids.len()) == (so_many, so_many)
            && desks.iter().all(|desk| desk.receives_reports())
            && self.corrects_soundly()
    }

    /// Whether only a correction takes reports' places, each once, and none back from where it goes.
    fn corrects_soundly(&self) -> bool {
        let dropped = self.dropped();
        let replaced = || self.copies.iter().filter_map(|copy| copy.replaces);
        let mut gone: Vec<ReportId> = replaced().collect();
        gone.extend(dropped.iter().map(|one| one.report));
        let so_many = gone.len();
        gone.sort();
        gone.dedup();
        let first = self.copies.first().and_then(|copy| copy.replaces);
        let stays = |one: &Dropped| self.copies.iter().any(|copy| copy.desk == one.desk);
        first == self.report.replaces()
            && gone.len() == so_many
            && so_many <= COPIES_MAX
            && (so_many == 0 || self.report.correction.is_some())
            && !dropped.iter().any(stays)
            && dropped.iter().all(|one| one.desk.receives_reports())
    }
}
