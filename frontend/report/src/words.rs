//! Every string by its key, in the language of the address.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language the pages are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lang {
    /// The tag in the address, such as `en`.
    pub code: &'static str,
    /// The tag with its region, by which dates and numbers are written, such as `en-GB`.
    pub locale: &'static str,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The language's own name for itself.
    pub name: &'static str,
    sources: &'static [&'static str],
}

impl Lang {
    /// English, in plain words.
    pub const ENGLISH: Self = Self {
        code: "en",
        locale: "en-GB",
        dir: "ltr",
        name: "English",
        sources: &[
            include_str!("../locales/en/shell.ftl"),
            include_str!("../locales/en/start.ftl"),
            include_str!("../locales/en/questions.ftl"),
            include_str!("../locales/en/categories.ftl"),
            include_str!("../locales/en/errors.ftl"),
            include_str!("../locales/en/check.ftl"),
            include_str!("../locales/en/outcomes.ftl"),
            include_str!("../locales/en/helplines.ftl"),
            include_str!("../locales/en/leaving.ftl"),
            include_str!("../locales/en/protects.ftl"),
        ],
    };

    /// Every language a reporter can choose, the default first.
    pub const SHIPPED: &'static [Self] = &[Self::ENGLISH];

    /// English written from right to left, to look at the layout. Never served to reporters.
    #[doc(hidden)]
    pub const MIRRORED: Self = Self {
        code: "en-x-rtl",
        locale: "en-GB",
        dir: "rtl",
        name: "Mirrored",
        sources: Self::ENGLISH.sources,
    };
}

/// The strings of one language.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    #[cfg(test)]
    pub(crate) said: std::sync::Mutex<std::collections::BTreeSet<String>>,
}

impl Words {
    /// Reads the strings of a language; they are part of the program and tested.
    pub fn new(lang: Lang) -> Self {
        let id: LanguageIdentifier = lang.locale.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(lang.dir == "rtl");
        for source in lang.sources {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self {
            lang,
            bundle,
            #[cfg(test)]
            said: std::sync::Mutex::default(),
        }
    }

    /// The language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether a string has this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The keys of all strings.
    #[cfg(test)]
    pub(crate) fn keys(&self) -> impl Iterator<Item = String> {
        let lines = self.lang.sources.iter().flat_map(|source| source.lines());
        let keyed = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
        keyed.filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
    }

    /// The string with this key.
    pub(crate) fn say(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The string with this key, one value filled in.
    pub(crate) fn say_with<'a>(
        &self,
        key: &str,
        name: &'a str,
        value: impl Into<FluentValue<'a>>,
    ) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value);
        self.format(key, Some(&args))
    }

    /// The string with this key, its one value left as `{name}` for the script to fill in.
    pub(crate) fn template(&self, key: &str, name: &str) -> String {
        self.say_with(key, name, format!("{{{name}}}"))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        #[cfg(test)]
        self.said.lock().unwrap().insert(key.to_owned());
        // A test walks every page: a key without a string never ships. Here it shows as itself.
        let pattern = self.bundle.get_message(key).and_then(|m| m.value());
        pattern.map_or_else(
            || key.to_owned(),
            |pattern| {
                let mut errors = Vec::new();
                let text = self.bundle.format_pattern(pattern, args, &mut errors);
                text.into_owned()
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_value_is_filled_in_and_a_template_is_left_open() {
        let words = Words::new(Lang::ENGLISH);
        assert_eq!(words.say_with("call", "number", "999"), "Call 999");
        assert_eq!(words.template("call", "number"), "Call {number}");
    }

    #[test]
    fn residents_tick_the_names_that_triage_reads() {
        let words = Words::new(Lang::ENGLISH);
        for category in domain::Category::ALL {
            let key = format!("category-{}", category.code());
            assert_eq!(words.say(&key), category.asked());
        }
    }
}
