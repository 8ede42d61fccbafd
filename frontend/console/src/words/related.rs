//! What a tip has in common with others, in words.

use domain::work::EntityKind;

use super::failure::Advice;

/// The sign before an entity's kind: shape beside the word, never instead of it.
pub(crate) const fn sign(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "☺",
        EntityKind::Phone => "☏",
        EntityKind::Email => "✉",
        EntityKind::Account => "@",
        EntityKind::Vehicle => "⛟",
        EntityKind::Money => "£",
        EntityKind::Address => "⌂",
        EntityKind::Postcode => "⌖",
        EntityKind::Place => "◈",
    }
}

/// How much of a text stands in another.
pub(crate) const fn overlap(share: u8) -> &'static str {
    match share {
        90.. => "nearly word for word",
        60..90 => "most of the same words",
        40..60 => "about half the same words",
        _ => "some of the same sentences",
    }
}

/// How many others name it.
pub(crate) fn others(all: u32) -> String {
    match all {
        1 => "1 other tip".into(),
        all => format!("{all} other tips"),
    }
}

/// That many name it within a day.
pub(crate) fn burst(tips: u32) -> String {
    format!("{tips} tips within 24 hours")
}

/// What is still being compared.
pub(crate) fn unread(left: u32) -> Option<String> {
    match left {
        0 => None,
        1 => Some("Comparing with 1 more waiting tip…".into()),
        left => Some(format!("Comparing with {left} more waiting tips…")),
    }
}

/// Why another tip is not taken into this one, and what to do.
pub(crate) fn not_merged() -> Advice {
    Advice {
        title: "It cannot be merged yet".into(),
        todo: "That tip speaks of danger. Open it and record the threat to life, or that there is none; then \
               merge it."
            .into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_of_the_same_is_said_in_stronger_words() {
        let said = [20, 45, 70, 100].map(overlap);
        let mut different = said.to_vec();
        different.dedup();
        assert_eq!(different.len(), 4);
        assert_eq!(others(1), "1 other tip");
        assert_eq!(others(3), "3 other tips");
        assert_eq!(unread(0), None);
    }

    #[test]
    fn every_kind_has_a_sign_of_its_own() {
        let mut signs: Vec<&str> = EntityKind::ALL.iter().map(|kind| sign(*kind)).collect();
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), EntityKind::ALL.len());
    }
}
