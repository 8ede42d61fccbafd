//! Which words of a drawn passphrase are asked back.

/// The two places asked for, from 1: early and late, the same for the same words.
pub(crate) fn asked(passphrase: &str) -> (usize, usize) {
    let count = passphrase.split_whitespace().count().max(2);
    let half = count / 2;
    let sum = passphrase.bytes().map(usize::from).sum::<usize>();
    let first = sum.checked_rem(half).unwrap_or(0).saturating_add(1);
    let second = half
        .saturating_add(
            (sum / 7)
                .checked_rem(count.saturating_sub(half))
                .unwrap_or(0),
        )
        .saturating_add(1);
    (first, second)
}

/// The word at a place, from 1; empty if there is none.
pub(crate) fn word(passphrase: &str, place: usize) -> String {
    let mut words = passphrase.split_whitespace();
    let word = words.nth(place.saturating_sub(1));
    word.unwrap_or_default().to_owned()
}

/// Whether two words are the same but for capitals and white space.
pub(crate) fn same_word(typed: &str, drawn: &str) -> bool {
    !drawn.is_empty() && typed.trim().to_lowercase() == drawn.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_different_words_are_asked_and_both_are_there() {
        for words in [
            "a b",
            "plum harbour kite",
            "one two three four five six seven eight",
        ] {
            let (first, second) = asked(words);
            assert!(first < second, "{words}");
            assert!(!word(words, first).is_empty() && !word(words, second).is_empty());
        }
        assert_eq!(word("one two", 9), "");
    }

    #[test]
    fn capitals_and_spaces_are_forgiven_and_nothing_else() {
        assert!(same_word(" Plum ", "plum"));
        assert!(!same_word("plums", "plum"));
        assert!(!same_word("", ""));
    }
}
