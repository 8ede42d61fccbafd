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
    /// The files, each by its name.
    pub(crate) sources: &'static [(&'static str, &'static str)],
}

/// The files of one language.
macro_rules! sources {
    ($folder:literal) => {
        sources!($folder: "shell", "start", "questions", "categories", "errors", "check", "reply", "things", "hints",
            "files", "outcomes", "helplines", "leaving", "protects", "easy", "paper", "privacy", "access", "results")
    };
    ($folder:literal: $($file:literal),+) => {
        &[$(($file, include_str!(concat!("../locales/", $folder, "/", $file, ".ftl")))),+]
    };
}

/// A language: its tag, its locale, its direction and its name for itself.
macro_rules! lang {
    ($code:literal, $locale:literal, $dir:ident, $name:literal) => {
        Self {
            code: $code,
            locale: $locale,
            dir: stringify!($dir),
            name: $name,
            sources: sources!($code),
        }
    };
}

/// How the head of a file begins that nobody who speaks the language has read yet.
const UNCHECKED: &str = "# Machine-made translation, awaiting a native reader's check.";

impl Lang {
    /// English, in plain words.
    pub const ENGLISH: Self = lang!("en", "en-GB", ltr, "English");

    /// Polish.
    pub const POLISH: Self = lang!("pl", "pl", ltr, "Polski");

    /// Urdu.
    pub const URDU: Self = lang!("ur", "ur", rtl, "اردو");

    /// Arabic.
    pub const ARABIC: Self = lang!("ar", "ar", rtl, "العربية");

    /// Romanian.
    pub const ROMANIAN: Self = lang!("ro", "ro", ltr, "Română");

    /// Punjabi as it is written in India.
    pub const GURMUKHI: Self = lang!("pa-Guru", "pa-Guru", ltr, "ਪੰਜਾਬੀ");

    /// Punjabi as it is written in Pakistan.
    pub const SHAHMUKHI: Self = lang!("pa-Arab", "pa-Arab", rtl, "پنجابی");

    /// Bengali.
    pub const BENGALI: Self = lang!("bn", "bn", ltr, "বাংলা");

    /// Every language a reporter can choose, the default first.
    pub const SHIPPED: &'static [Self] = &[
        Self::ENGLISH,
        Self::URDU,
        Self::POLISH,
        Self::ARABIC,
        Self::ROMANIAN,
        Self::GURMUKHI,
        Self::SHAHMUKHI,
        Self::BENGALI,
    ];

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
        self.awaiting_check().is_some()
    }

    /// The language's name, with its files if only some await the check of somebody who speaks it;
    /// nothing if none does.
    pub fn awaiting_check(&self) -> Option<String> {
        let unread = |(_, source): &&(&str, &str)| source.starts_with(UNCHECKED);
        let unread = self.sources.iter().filter(unread).map(|(file, _)| *file);
        let unread: Vec<_> = unread.collect();
        match unread.len() {
            0 => None,
            all if all == self.sources.len() => Some(self.name.to_owned()),
            _ => Some(format!("{} ({})", self.name, unread.join(", "))),
        }
    }

    /// The keys of all strings.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static str> + use<> {
        let lines = self.sources.iter().flat_map(|(_, source)| source.lines());
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
mod tests;
