//! Replies worded beforehand, in every language of the form.

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SavedReply {
    /// The language's tag.
    pub(crate) lang: &'static str,
    /// The same in every language.
    pub(crate) name: &'static str,
    /// What it says.
    pub(crate) text: &'static str,
}

/// All of them, in the order of the file.
pub(crate) fn all() -> impl Iterator<Item = SavedReply> {
    let lines = include_str!("../../data/saved_replies.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.splitn(3, '|').map(str::trim);
            Some(SavedReply {
                lang: cells.next()?,
                name: cells.next()?,
                text: cells.next()?,
            })
        })
}

/// Those of a language.
pub(crate) fn of(lang: &str) -> impl Iterator<Item = SavedReply> {
    all().filter(move |reply| reply.lang == lang)
}

/// The languages there are, English first.
pub(crate) fn languages() -> Vec<&'static str> {
    let mut all: Vec<&str> = all().map(|reply| reply.lang).collect();
    all.dedup();
    all
}

/// What it says in English, for officers who read nothing else.
pub(crate) fn in_english(name: &str) -> &'static str {
    let mut english = of("en");
    english
        .find(|reply| reply.name == name)
        .map_or("", |reply| reply.text)
}

/// Whether a native reader has checked those of a language.
pub(crate) fn is_checked(lang: &str) -> bool {
    lang == "en"
}

#[cfg(test)]
mod tests {
    use domain::mailbox::REPLY_TEXT_MAX;

    use super::*;

    #[test]
    fn every_language_says_the_same_things_and_none_is_too_long_to_be_sent() {
        let names: Vec<&str> = of("en").map(|reply| reply.name).collect();
        assert!(!names.is_empty());
        for lang in languages() {
            let own: Vec<&str> = of(lang).map(|reply| reply.name).collect();
            assert_eq!(own, names, "{lang}");
            assert!(of(lang).all(|reply| (1..=REPLY_TEXT_MAX).contains(&reply.text.len())));
        }
        assert!(in_english("danger").contains("999"));
        assert!(of("ar").any(|reply| reply.text.contains("999")));
    }
}
