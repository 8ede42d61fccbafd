//! What an officer decided about words that point to the source: rewritten, or kept with a reason.

use std::collections::HashMap;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::Work;
use super::clues::{Clue, OwnWords};
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
        let original = OwnWords::of(original);
        let mut all: Vec<Pointer> = Vec::new();
        let mut known = HashMap::new();
        for (field, text) in self.leaving_texts() {
            for found in original.clues(text) {
                let words = cut(&found.words, WORDS_MAX);
                let at = *known.entry((found.clue, words)).or_insert_with_key(|key| {
                    all.push(Pointer {
                        clue: key.0,
                        words: key.1.clone(),
                        fields: Vec::new(),
                    });
                    all.len().saturating_sub(1)
                });
                let pointer = all.get_mut(at);
                if let Some(pointer) = pointer.filter(|one| one.fields.last() != Some(&field)) {
                    pointer.fields.push(field);
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
        let changed = self.what_changed.as_deref().unwrap_or_default();
        let changed = (ReportField::Changed, changed);
        [title]
            .into_iter()
            .chain(items)
            .chain([provenance, changed])
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

#[cfg(test)]
mod tests {
    use super::super::tests::{TODAY, ready};
    use super::*;
    use crate::desk::Desk;
    use crate::id::{InstallationId, OfficerId, ReportId};

    const TIP: &str = "My cousin says a gun is kept under the bed at number four";

    /// A report of which two words and a stretch of the tip's own point to the source.
    fn pointing() -> Work {
        let mut work = ready();
        work.items[0].text = "A cousin says a gun is kept under the bed.".into();
        work.provenance = "A cousin of the subject.".into();
        work
    }

    #[test]
    fn words_that_point_to_the_source_are_sent_only_with_a_reason_for_each() {
        let mut work = pointing();
        let pointers = work.pointers(TIP);
        let item = ReportField::ItemText { item: 1 };
        let said: Vec<_> = pointers
            .iter()
            .map(|one| (one.clue, one.words.as_str(), one.fields.clone()))
            .collect();
        assert_eq!(
            said,
            [
                (
                    Clue::Relationship,
                    "cousin",
                    vec![item, ReportField::Provenance]
                ),
                (
                    Clue::Phrasing,
                    "cousin says a gun is kept under the bed",
                    vec![item]
                ),
            ]
        );
        let problems = |work: &Work| {
            let problems = work.check_to_send(TIP, TODAY).unwrap_err();
            let named = problems.iter().map(|one| (one.field.to_string(), one.rule));
            named.collect::<Vec<_>>()
        };
        let missing = |field: &str| (field.to_owned(), ReportRule::Missing);
        assert!(work.check(TODAY).is_ok(), "it may be looked at");
        assert_eq!(problems(&work), [missing("keep-1"), missing("keep-2")]);
        work.keep_words(&pointers[0], "Known to the whole street.".into());
        work.keep_words(&pointers[1], "  ".into());
        assert_eq!(problems(&work), [missing("keep-2")]);
        work.keep_words(&pointers[1], "x".repeat(KEPT_REASON_MAX + 1));
        let long = ("keep-2".to_owned(), ReportRule::TooLong);
        assert_eq!(problems(&work), [long]);
        work.keep_words(&pointers[1], "Said so in court.".into());
        assert!(work.check_to_send(TIP, TODAY).is_ok());
    }

    #[test]
    fn a_reason_goes_with_its_words_and_never_into_a_report() {
        let mut work = pointing();
        for pointer in work.pointers(TIP) {
            work.keep_words(&pointer, "Planted reason.".into());
        }
        let draft = work.check_to_send(TIP, TODAY).unwrap();
        let id = ReportId::from_bytes([3; 16]);
        let (inst, author) = (
            InstallationId::from_bytes([1; 16]),
            OfficerId::from_bytes([2; 16]),
        );
        let report = draft.made_out(inst, id, Desk::Silver, "GIN-1", author);
        assert!(!format!("{report:?}").contains("Planted"));
        work.items[0].text = "A firearm is kept at an address.".into();
        work.forget_rewritten(TIP);
        assert_eq!(work.kept.len(), 1, "the provenance still says it");
        work.provenance = "Received in confidence.".into();
        work.forget_rewritten(TIP);
        assert_eq!(work.kept, []);
    }

    #[test]
    fn a_long_stretch_of_the_tip_is_told_apart_by_its_beginning() {
        let long = "the same words as the tip ".repeat(100);
        let mut work = ready();
        work.items[0].text = long.clone();
        let pointers = work.pointers(&long);
        assert_eq!(pointers.len(), 1);
        assert!(pointers[0].words.len() <= 120);
        work.keep_words(&pointers[0], "Why not.".into());
        assert_eq!(work.reason_to_keep(&pointers[0]), "Why not.");
        assert!(work.check_to_send(&long, TODAY).is_ok());
    }
}
