//! Every language a reporter can choose, in one place.

/// A language the pages are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lang {
    /// The tag in the address, such as `en`.
    pub code: &'static str,
    /// The tag by which dates and numbers are written, such as `en-GB`.
    pub locale: &'static str,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The language's own name for itself.
    pub name: &'static str,
    pub(crate) sources: &'static [&'static str],
}

/// The files of one language.
macro_rules! sources {
    ($folder:literal) => {
        sources!($folder: "shell", "start", "questions", "categories", "errors", "check", "things", "hints",
            "outcomes", "helplines", "leaving", "protects")
    };
    ($folder:literal: $($file:literal),+) => {
        &[$(include_str!(concat!("../locales/", $folder, "/", $file, ".ftl"))),+]
    };
}

/// How the head of a file begins that nobody who speaks the language has read yet.
const UNCHECKED: &str = "# Machine-made translation, awaiting a native reader's check.";

impl Lang {
    /// English, in plain words.
    pub const ENGLISH: Self = Self {
        code: "en",
        locale: "en-GB",
        dir: "ltr",
        name: "English",
        sources: sources!("en"),
    };

    /// Polish.
    pub const POLISH: Self = Self {
        code: "pl",
        locale: "pl",
        dir: "ltr",
        name: "Polski",
        sources: sources!("pl"),
    };

    /// Urdu.
    pub const URDU: Self = Self {
        code: "ur",
        locale: "ur",
        dir: "rtl",
        name: "اردو",
        sources: sources!("ur"),
    };

    /// Every language a reporter can choose, the default first.
    pub const SHIPPED: &'static [Self] = &[Self::ENGLISH, Self::URDU, Self::POLISH];

    /// English written from right to left, to look at the layout. Never served to reporters.
    #[doc(hidden)]
    pub const MIRRORED: Self = Self {
        code: "en-x-rtl",
        locale: "en-GB",
        dir: "rtl",
        name: "Mirrored",
        sources: Self::ENGLISH.sources,
    };

    /// The language with this tag, if a reporter can choose it.
    pub fn find(code: &str) -> Option<Self> {
        let mut shipped = Self::SHIPPED.iter();
        shipped.find(|lang| lang.code == code).copied()
    }

    /// Whether nobody who speaks the language has read all of it yet.
    pub fn awaits_check(&self) -> bool {
        let mut sources = self.sources.iter();
        sources.any(|source| source.starts_with(UNCHECKED))
    }

    /// The keys of all strings.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static str> + use<> {
        let lines = self.sources.iter().flat_map(|source| source.lines());
        let keyed = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
        keyed.filter_map(|line| Some(line.split_once(" =")?.0))
    }

    /// The keys this language has no string for; English stands in for them, and says so.
    pub fn lacks(&self) -> Vec<&'static str> {
        let own: std::collections::BTreeSet<_> = self.keys().collect();
        let all = Self::ENGLISH.keys();
        all.filter(|key| !own.contains(key)).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_bundle::FluentResource;
    use fluent_bundle::concurrent::FluentBundle;

    use super::*;

    /// Keys of English that the other languages do not have yet.
    const UNTRANSLATED: &str = include_str!("../locales/untranslated.txt");

    #[test]
    fn every_language_file_parses_and_defines_no_key_twice() {
        for lang in Lang::SHIPPED {
            let mut bundle = FluentBundle::new_concurrent(vec![lang.locale.parse().unwrap()]);
            for source in lang.sources {
                let resource = FluentResource::try_new((*source).to_owned()).unwrap();
                bundle.add_resource(resource).unwrap();
            }
        }
    }

    #[test]
    fn every_language_has_every_string_but_those_listed_as_untranslated() {
        let lines = UNTRANSLATED.lines();
        let listed: BTreeSet<_> = lines.filter(|line| !line.starts_with('#')).collect();
        let lacked: BTreeSet<_> = Lang::SHIPPED.iter().flat_map(Lang::lacks).collect();
        assert_eq!(
            lacked, listed,
            "translate what is lacked, or list it in locales/untranslated.txt"
        );
    }

    #[test]
    fn no_language_has_a_string_that_english_lacks() {
        let english: BTreeSet<_> = Lang::ENGLISH.keys().collect();
        for lang in Lang::SHIPPED {
            let strange: Vec<_> = lang.keys().filter(|key| !english.contains(key)).collect();
            assert!(strange.is_empty(), "{}: {strange:?}", lang.code);
        }
    }

    #[test]
    fn a_translation_fills_in_the_same_values_and_gives_the_same_numbers() {
        let of = |lang: &Lang| -> Vec<(String, BTreeSet<String>)> {
            let source = lang.sources.join("\n");
            let mut all: Vec<(String, BTreeSet<String>)> = Vec::new();
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
                if let Some((key, _)) = line.split_once(" =").filter(|_| starts) {
                    all.push((key.to_owned(), BTreeSet::new()));
                }
                if let Some((key, held)) = all.last_mut() {
                    held.extend(values_and_numbers(key, line));
                }
            }
            all
        };
        let english: std::collections::BTreeMap<_, _> = of(&Lang::ENGLISH).into_iter().collect();
        for lang in Lang::SHIPPED {
            for (key, held) in of(lang) {
                assert_eq!(Some(&held), english.get(&key), "{}: {key}", lang.code);
            }
        }
    }

    /// `$names`, and numbers somebody could ring or must press.
    fn values_and_numbers(key: &str, line: &str) -> BTreeSet<String> {
        let text = line.strip_prefix(key).unwrap_or(line);
        let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '$');
        let kept = words.filter(|word| {
            let number = word.len() > 1 && word.chars().all(|c| c.is_ascii_digit());
            word.starts_with('$') || number
        });
        kept.map(str::to_owned).collect()
    }

    #[test]
    fn english_is_checked_and_a_machines_work_is_not() {
        assert!(!Lang::ENGLISH.awaits_check());
        for lang in [Lang::POLISH, Lang::URDU] {
            let heads = lang.sources.iter().filter(|one| one.starts_with(UNCHECKED));
            assert_eq!(heads.count(), lang.sources.len(), "{}", lang.code);
            assert!(lang.awaits_check());
        }
        assert_eq!(Lang::find("ur"), Some(Lang::URDU));
        assert_eq!(Lang::find("en-x-rtl"), None);
    }
}
