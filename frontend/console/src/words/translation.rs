//! What is said of a tip's text in English, and of whoever was asked for it.

use domain::console::Translator;
use domain::work::Translated;

use super::failure::Advice;

/// Why there is no translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unanswered {
    /// Nobody answered, or not in time.
    NotReached,
    /// It answered that it will not.
    Refused,
    /// It answered something else than a translation.
    NotUnderstood,
    /// It answered more than can be kept.
    TooLong,
}

/// The language that a translator is told: of an English form it finds out by itself.
pub(crate) fn source(form: &str) -> &str {
    match form.split('-').next() {
        None | Some("" | "en") => "auto",
        Some(language) => language,
    }
}

/// A mark beside the text.
pub(crate) const fn mark(is: Translated) -> Option<(&'static str, &'static str)> {
    match is {
        Translated::ByOfficer => None,
        Translated::Unchecked => Some(("chip chip-warn", "Machine translation, unchecked")),
        Translated::Checked => Some(("chip", "Machine translation, checked")),
    }
}

/// What to do about a translator that gave no translation.
pub(crate) fn unanswered(why: Unanswered, translator: &Translator) -> Advice {
    let (title, todo) = match why {
        Unanswered::NotReached => (
            format!("{translator} did not answer"),
            "Try again, or write the translation yourself. If it happens often, tell your administrator.",
        ),
        Unanswered::Refused => (
            format!("{translator} could not translate this"),
            "It may not know the language. Ask somebody who reads it, and write the translation here.",
        ),
        Unanswered::NotUnderstood => (
            format!("{translator} answered, but not with a translation"),
            "Tell your administrator, and write the translation yourself.",
        ),
        Unanswered::TooLong => (
            "The translation is too long to be kept".to_owned(),
            "Write down in English what matters.",
        ),
    };
    Advice {
        title,
        todo: todo.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translator_is_told_the_language_of_the_form_unless_that_is_english() {
        for (form, told) in [
            ("ur", "ur"),
            ("pa", "pa"),
            ("zh-Hant", "zh"),
            ("en", "auto"),
        ] {
            assert_eq!(source(form), told);
        }
        assert_eq!(source("en-GB"), "auto");
    }

    #[test]
    fn every_answer_that_is_none_is_told_apart_and_says_what_to_do() {
        let translator: Translator = "https://translate.example.org".parse().unwrap();
        let mut titles: Vec<_> = [
            Unanswered::NotReached,
            Unanswered::Refused,
            Unanswered::NotUnderstood,
            Unanswered::TooLong,
        ]
        .map(|why| unanswered(why, &translator))
        .map(|advice| (advice.title, advice.todo.is_empty()))
        .into();
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), 4);
        assert!(titles.iter().all(|(_, is_mute)| !is_mute));
        assert_eq!(mark(Translated::ByOfficer), None);
        assert_ne!(mark(Translated::Unchecked), mark(Translated::Checked));
    }
}
