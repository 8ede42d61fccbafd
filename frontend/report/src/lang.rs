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
            "outcomes", "helplines", "leaving", "protects", "easy", "paper", "privacy", "access")
    };
    ($folder:literal: $($file:literal),+) => {
        &[$(($file, include_str!(concat!("../locales/", $folder, "/", $file, ".ftl")))),+]
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

    /// Arabic.
    pub const ARABIC: Self = Self {
        code: "ar",
        locale: "ar",
        dir: "rtl",
        name: "العربية",
        sources: sources!("ar"),
    };

    /// Romanian.
    pub const ROMANIAN: Self = Self {
        code: "ro",
        locale: "ro",
        dir: "ltr",
        name: "Română",
        sources: sources!("ro"),
    };

    /// Punjabi as it is written in India.
    pub const GURMUKHI: Self = Self {
        code: "pa-Guru",
        locale: "pa-Guru",
        dir: "ltr",
        name: "ਪੰਜਾਬੀ",
        sources: sources!("pa-Guru"),
    };

    /// Punjabi as it is written in Pakistan.
    pub const SHAHMUKHI: Self = Self {
        code: "pa-Arab",
        locale: "pa-Arab",
        dir: "rtl",
        name: "پنجابی",
        sources: sources!("pa-Arab"),
    };

    /// Bengali.
    pub const BENGALI: Self = Self {
        code: "bn",
        locale: "bn",
        dir: "ltr",
        name: "বাংলা",
        sources: sources!("bn"),
    };

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
