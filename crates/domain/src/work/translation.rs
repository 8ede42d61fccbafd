//! A tip's text in English, beside the original.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::History;
use crate::calendar::Day;
use crate::id::OfficerId;

/// Most bytes of UTF-8 in a translation: it shares a frame with the history.
pub const TRANSLATION_MAX: usize = 12_000;

/// Whose words a translation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum Translated {
    /// An officer wrote it, or had it from somebody who did.
    #[n(0)]
    ByOfficer,
    /// A machine made it; nobody who reads the language has compared it.
    #[n(1)]
    Unchecked,
    /// A machine made it, and an officer says that it was compared with the original.
    #[n(2)]
    Checked,
}

/// A translation as an officer has it before them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// The text in English.
    pub text: String,
    /// Whose words it is.
    pub is: Translated,
}

/// Who wrote a translation down as it stands, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct TranslationNote {
    /// Who.
    #[n(0)]
    pub by: OfficerId,
    /// The day.
    #[n(1)]
    pub day: Day,
    /// Whose words it is.
    #[n(2)]
    pub is: Translated,
}

impl History {
    /// The translation, if there is one.
    pub fn translated(&self) -> Option<Translation> {
        let text = self.translation.clone()?;
        let is = self.translation_note.map(|note| note.is);
        let is = is.unwrap_or(Translated::ByOfficer);
        Some(Translation { text, is })
    }

    /// Takes a translation over as it stands now; whoever changed something did so today.
    pub fn translate(&mut self, new: Option<Translation>, by: OfficerId, day: Day) {
        let new = new.filter(|one| !one.text.trim().is_empty());
        if new == self.translated() {
            return;
        }
        let is = new.as_ref().map(|one| one.is);
        self.translation = new.map(|one| one.text);
        self.translation_note = is.map(|is| TranslationNote { by, day, is });
    }
}

/// A reporter's own words, and what they say in English: neither may be known again in a report.
pub fn with_translation(own_words: String, translation: Option<&str>) -> String {
    match translation {
        Some(translation) => [&*own_words, translation].join("\n\n"),
        None => own_words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANN: OfficerId = OfficerId::from_bytes([1; 16]);
    const BEA: OfficerId = OfficerId::from_bytes([2; 16]);

    fn translation(text: &str, is: Translated) -> Translation {
        let text = text.to_owned();
        Translation { text, is }
    }

    #[test]
    fn whoever_changed_a_translation_last_stands_beside_it() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let (first, later) = (day("2026-11-22"), day("2026-11-23"));
        let mut history = History::default();
        let raw = Some(translation("A grey van.", Translated::Unchecked));
        history.translate(raw.clone(), ANN, first);
        history.translate(raw.clone(), BEA, later);
        let note = history.translation_note.unwrap();
        assert_eq!((note.by, note.day), (ANN, first), "nothing was changed");
        assert_eq!(history.translated(), raw);
        history.translate(
            Some(translation("A grey van.", Translated::Checked)),
            BEA,
            later,
        );
        let note = history.translation_note.unwrap();
        assert_eq!((note.by, note.is), (BEA, Translated::Checked));
        history.translate(Some(translation(" \n", Translated::ByOfficer)), ANN, later);
        assert_eq!(
            (history.translated(), history.translation_note),
            (None, None)
        );
    }

    #[test]
    fn a_translation_from_before_there_were_notes_is_an_officers() {
        let mut history = History {
            translation: Some("A van.".into()),
            ..History::default()
        };
        let same = history.translated();
        assert_eq!(same, Some(translation("A van.", Translated::ByOfficer)));
        history.translate(same, ANN, "2026-11-22".parse().unwrap());
        assert_eq!(history.translation_note, None);
    }
}
