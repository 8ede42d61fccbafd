//! Whole postcodes. What lies where is the gazetteer's to say: here only the shape counts.

use std::ops::Range;

use crate::words::Word;

/// Areas of one letter.
const SHORT_AREAS: &[u8] = b"BEGLMNSW";
/// Letters no postcode ends in.
const NOT_LAST: &[u8] = b"CIKMOV";

/// The whole postcodes in a text, with a space, a hyphen or nothing in the middle.
pub(crate) fn postcodes(text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let joined = words.iter().filter_map(|word| {
        let at = word.key.len().checked_sub(3)?;
        let (out, inward) = word.key.split_at_checked(at)?;
        is_postcode(out, inward).then(|| word.at.clone())
    });
    let spaced = words.windows(2).filter_map(|pair| {
        let [out, inward] = pair else { return None };
        let gap = text.get(out.at.end..inward.at.start)?;
        let near = matches!(gap, " " | "-" | "\u{a0}" | "  ");
        (near && is_postcode(&out.key, &inward.key)).then_some(out.at.start..inward.at.end)
    });
    joined.chain(spaced).collect()
}

fn is_postcode(out: &str, inward: &str) -> bool {
    let inward: Vec<u8> = inward
        .bytes()
        .map(|byte| byte.to_ascii_uppercase())
        .collect();
    let [sector, first, second] = inward.as_slice() else {
        return false;
    };
    let ordinal = matches!(
        inward.as_slice(),
        b"1ST" | b"2ND" | b"3RD" | b"4TH" | b"5TH" | b"6TH" | b"7TH" | b"8TH" | b"9TH"
    );
    let letters = [first, second];
    sector.is_ascii_digit()
        && letters
            .iter()
            .all(|letter| letter.is_ascii_uppercase() && !NOT_LAST.contains(letter))
        && !ordinal
        && is_outcode(out)
}

fn is_outcode(out: &str) -> bool {
    let out = out.to_ascii_uppercase();
    let letters = out.bytes().take_while(u8::is_ascii_uppercase).count();
    let (area, number) = out.as_bytes().split_at(letters.min(out.len()));
    let area = match area {
        [letter] => SHORT_AREAS.contains(letter),
        [_, _] => true,
        _ => false,
    };
    let number = match number {
        [one] => one.is_ascii_digit(),
        [one, two] => one.is_ascii_digit() && two.is_ascii_alphanumeric(),
        _ => false,
    };
    area && number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_in_any_case_and_spacing_and_no_roads_or_ordinals() {
        let found = |text: &str| postcodes(text, &crate::words::split(text)).len();
        for text in [
            "LS12 3AB",
            "ls123ab",
            "at hx1-1aa.",
            "SW1A 1AA",
            "۱: BD۱ ۱JS",
        ] {
            assert_eq!(found(text), 1, "{text}");
        }
        for text in [
            "LS12",
            "LS12 3",
            "M1 1st",
            "A58 2nd",
            "at 12 3am",
            "ab",
            "1AA",
        ] {
            assert_eq!(found(text), 0, "{text}");
        }
    }
}
