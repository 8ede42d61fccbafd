//! Postcodes in one writing, and outcodes that stand alone.

use domain::work::EntityKind;
use giveaway::{Word, key};

use crate::reader::Spot;

/// Postcode areas in and beside the county, with the highest number each has.
const AREAS: &[(&str, u8)] = &[
    ("bd", 24),
    ("dn", 41),
    ("hd", 9),
    ("hg", 5),
    ("hx", 7),
    ("ls", 29),
    ("ol", 16),
    ("wf", 17),
    ("yo", 62),
];
/// Areas of one letter: only with a number of two digits, and in capitals.
const SHORT: &[(&str, u8)] = &[("s", 81)];

/// A whole postcode as every tip is to have it: `LS12 3AB`.
pub(crate) fn one_writing(written: &str) -> Option<String> {
    let bare: String = key(written)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let bare = bare.to_ascii_uppercase();
    let (out, inward) = bare.split_at_checked(bare.len().checked_sub(3)?)?;
    Some(format!("{out} {inward}"))
}

/// Outcodes of the county and its neighbours that stand alone in a text.
pub(crate) fn outcodes(words: &[Word<'_>]) -> Vec<Spot> {
    let codes = words.iter().filter(|word| is_outcode(word));
    let spot = |word: &Word<'_>| {
        let value = word.key.to_ascii_uppercase();
        Spot::new(word.at.clone(), EntityKind::Postcode, value)
    };
    codes.map(spot).collect()
}

fn is_outcode(word: &Word<'_>) -> bool {
    let letters = word.key.bytes().take_while(u8::is_ascii_lowercase).count();
    let Some((area, number)) = word.key.split_at_checked(letters) else {
        return false;
    };
    let Ok(number_read) = number.parse::<u8>() else {
        return false;
    };
    let within = |areas: &[(&str, u8)]| {
        let mut known = areas.iter().filter(|(name, _)| *name == area);
        known.any(|(_, most)| (1..=*most).contains(&number_read))
    };
    let plain = !number.starts_with('0') && number.len() <= 2;
    let capital = word.typed.starts_with(|c: char| c.is_ascii_uppercase());
    plain && (within(AREAS) || (capital && number.len() == 2 && within(SHORT)))
}

#[cfg(test)]
mod tests {
    use giveaway::split;

    use super::*;

    #[test]
    fn outcodes_are_found_and_roads_and_plates_are_not() {
        let found = |text: &str| -> Vec<String> {
            outcodes(&split(text))
                .into_iter()
                .map(|spot| spot.value)
                .collect()
        };
        assert_eq!(found("in bd19 and WF3, or S72"), ["BD19", "WF3", "S72"]);
        assert_eq!(found("M62 A58 s72 YJ19 LS99 b6 BD019"), [""; 0]);
        assert_eq!(one_writing("ls12-3ab").as_deref(), Some("LS12 3AB"));
    }
}
