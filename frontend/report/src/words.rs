//! Every string by its key, in the language of the address.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::lang::Lang;
use crate::stand_in;

/// The strings of one language, and of English where it has none.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    english: Option<FluentBundle<FluentResource>>,
    #[cfg(test)]
    pub(crate) said: std::sync::Mutex<std::collections::BTreeSet<String>>,
}

impl Words {
    /// Reads the strings of a language; they are part of the program and tested.
    pub fn new(lang: Lang) -> Self {
        let english = (!lang.lacks().is_empty()).then(|| read(Lang::ENGLISH));
        Self {
            lang,
            bundle: read(lang),
            english,
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
        let english = self.english.as_ref();
        self.bundle.has_message(key) || english.is_some_and(|english| english.has_message(key))
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
        let own = format_in(&self.bundle, key, args);
        own.or_else(|| {
            let english = self.english.as_ref()?;
            Some(stand_in::mark(&format_in(english, key, args)?))
        })
        .unwrap_or_else(|| key.to_owned())
    }
}

fn read(lang: Lang) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = lang.locale.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(lang.dir == "rtl");
    for (_, source) in lang.sources {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn format_in(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors);
    Some(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

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
