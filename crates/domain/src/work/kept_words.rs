//! What an officer decided about words that point to the source: rewritten, or kept with a reason.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::Work;
use super::clues::{Clue, clues};
use super::cut;
use super::draft::ReportDraft;
use super::problem::{ReportField, ReportRule, WorkProblem};
use crate::calendar::Day;

/// Most bytes of UTF-8 in a reason to keep words.
pub const KEPT_REASON_MAX: usize = 200;
/// Bytes by which long words are told apart.
const WORDS_MAX: usize = 120;

/// Words that point to the source and stay all the same, and why. Never in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct KeptWords {
    /// How they point to the source.
    #[n(0)]
    pub clue: Clue,
    /// The words, lower case, long ones cut.
    #[n(1)]
    pub words: String,
    /// Why they stay.
    #[n(2)]
    pub reason: String,
}

/// Words that point to the source, and every field they stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// How they point.
    pub clue: Clue,
    /// The words, lower case, long ones cut.
    pub words: String,
    /// Where they stand, in form order.
    pub fields: Vec<ReportField>,
}

impl Pointer {
    /// Whether these words, found somewhere, are this pointer's.
    pub fn is(&self, clue: Clue, words: &str) -> bool {
        self.clue == clue && self.words == cut(words, WORDS_MAX)
    }
}

impl Work {
    /// The different words that point to the source in what would leave triage, in form order.
    pub fn pointers(&self, original: &str) -> Vec<Pointer> {
        let mut all: Vec<Pointer> = Vec::new();
        for (field, text) in self.leaving_texts() {
            for found in clues(text, original) {
                match all.iter_mut().find(|one| one.is(found.clue, &found.words)) {
                    Some(known) if known.fields.last() == Some(&field) => {}
                    Some(known) => known.fields.push(field),
                    None => all.push(Pointer {
                        clue: found.clue,
                        words: cut(&found.words, WORDS_MAX),
                        fields: vec![field],
                    }),
                }
            }
        }
        all
    }

    /// The texts of a report that the reporter's words can get into.
    fn leaving_texts(&self) -> impl Iterator<Item = (ReportField, &str)> {
        let items = (1..).zip(&self.items);
        let items = items.map(|(item, draft)| (ReportField::ItemText { item }, &*draft.text));
        let title = (ReportField::Title, &*self.title);
        let provenance = (ReportField::Provenance, &*self.provenance);
        [title].into_iter().chain(items).chain([provenance])
    }

    /// Why these words stay; empty until an officer says so.
    pub fn reason_to_keep(&self, pointer: &Pointer) -> &str {
        let mut kept = self.kept.iter();
        let kept = kept.find(|kept| pointer.is(kept.clue, &kept.words));
        kept.map_or("", |kept| &kept.reason)
    }

    /// Notes why these words stay.
    pub fn keep_words(&mut self, pointer: &Pointer, reason: String) {
        self.kept.retain(|kept| !pointer.is(kept.clue, &kept.words));
        if !reason.is_empty() {
            self.kept.push(KeptWords {
                clue: pointer.clue,
                words: pointer.words.clone(),
                reason,
            });
        }
    }

    /// Forgets reasons for words that were rewritten.
    pub fn forget_rewritten(&mut self, original: &str) {
        let pointers = self.pointers(original);
        let stands = |kept: &KeptWords| pointers.iter().any(|one| one.is(kept.clue, &kept.words));
        self.kept.retain(stands);
    }

    /// The report, if besides [`Work::check`] an officer has decided about every pointer to the
    /// source in it.
    pub fn check_to_send(
        &self,
        original: &str,
        today: Day,
    ) -> Result<ReportDraft, Vec<WorkProblem>> {
        let undecided = (1..)
            .zip(self.pointers(original))
            .filter_map(|(number, pointer)| {
                let rule = match self.reason_to_keep(&pointer).trim().len() {
                    0 => ReportRule::Missing,
                    1..=KEPT_REASON_MAX => return None,
                    _ => ReportRule::TooLong,
                };
                let field = ReportField::Kept { number };
                Some(WorkProblem { field, rule })
            });
        let undecided: Vec<_> = undecided.collect();
        match self.check(today) {
            Ok(draft) if undecided.is_empty() => Ok(draft),
            Ok(_) => Err(undecided),
            Err(problems) => Err([problems, undecided].concat()),
        }
    }
}
