//! The tip on the bench in English: written by an officer, or asked of the partnership's own translator.

use domain::console::{Failure, Translator};
use domain::work::{Translated, Translation};
use leptos::prelude::*;

use super::{Console, Notice};
use crate::browser::{self, Unanswered};
use crate::words::failure::Tone;
use crate::words::translation as words;

impl Console {
    /// Takes over what an officer wrote. What a machine began stays marked as a machine's.
    pub(crate) fn translate_by_hand(self, text: String) {
        self.edit_translation(|translation| {
            let is = translation.as_ref().map(|one| one.is);
            let is = is.unwrap_or(Translated::ByOfficer);
            let is_empty = text.trim().is_empty();
            *translation = (!is_empty).then_some(Translation { text, is });
        });
    }

    /// Notes that the machine's translation was compared with the original.
    pub(crate) fn check_translation(self) {
        self.edit_translation(|translation| {
            if let Some(translation) = translation {
                translation.is = Translated::Checked;
            }
        });
    }

    /// Has the translator read what was written, and takes over what it answers.
    pub(crate) async fn ask_translator(self, translator: Translator) -> Result<(), Failure> {
        let bench = self.bench;
        let asked = bench.view.with_untracked(|view| {
            let view = view.as_ref()?;
            let (story, lang) = (view.original.story.clone(), &view.original.lang);
            Some((view.record, story, words::source(lang.as_str()).to_owned()))
        });
        let Some((record, story, from)) = asked else {
            return Ok(());
        };
        let answer = browser::translate(&translator, &story, &from).await;
        if bench.record() != Some(record) || untrack(|| !bench.writable()) {
            return Ok(());
        }
        match answer {
            Ok(text) => self.edit_translation(|translation| {
                let is = Translated::Unchecked;
                *translation = Some(Translation { text, is });
            }),
            Err(why) => self.say_unanswered(why, &translator),
        }
        Ok(())
    }

    fn say_unanswered(self, why: Unanswered, translator: &Translator) {
        self.notice.set(Some(Notice {
            tone: Tone::Bad,
            advice: words::unanswered(why, translator),
            onward: None,
        }));
    }
}
