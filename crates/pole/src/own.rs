//! What a text says of its own teller: no entity is made of that.

use std::ops::Range;

use giveaway::Word;

use crate::cues::Cues;

/// Words behind which the teller's own name, number or house stands.
#[rustfmt::skip]
const CUES: &[&[&str]] = &[
    &["my", "name", "is"], &["my", "names"], &["my", "number"], &["my", "phone"], &["my", "mobile"], &["my", "email"],
    &["my", "address"], &["my", "postcode"], &["my", "reg"], &["my", "car"], &["my", "plate"], &["i", "live"], &["im", "called"],
    &["i", "am", "called"], &["we", "live"], &["call", "me"], &["ring", "me"], &["text", "me"], &["contact", "me"],
    &["reach", "me"], &["email", "me"], &["phone", "me"], &["my", "house"], &["my", "flat"], &["my", "insta"], &["my", "snap"],
    &["nazywam", "sie"], &["mam", "na", "imie"], &["moj", "numer"], &["moj", "telefon"], &["moj", "adres"], &["mieszkam"],
    &["ma", "numesc"], &["numele", "meu"], &["numarul", "meu"], &["locuiesc"],
    &["میرا", "نام"], &["میرا", "نمبر"], &["میرا", "فون"], &["میرا", "گھر"], &["ਮੇਰਾ", "ਨਾਮ"], &["ਮੇਰਾ", "ਨਾਂ"], &["ਮੇਰਾ", "ਨੰਬਰ"],
    &["ਮੇਰਾ", "ਫੋਨ"], &["আমার", "নাম"], &["আমার", "নম্বর"], &["اسمی"], &["رقمی"],
];
/// Words behind a cue that are still its teller's.
const REACH: usize = 7;

/// Where a text speaks of whoever tells it, looked up.
pub(crate) struct Own(Cues);

impl Own {
    pub(crate) fn open() -> Self {
        Self(Cues::of(CUES))
    }

    /// The stretches of a text, in bytes, that speak of whoever tells it.
    pub(crate) fn stretches(&self, words: &[Word<'_>]) -> Vec<Range<usize>> {
        let starts = (0..words.len()).filter_map(|at| words.get(at..));
        let cued = starts.filter_map(|from| {
            let behind = from.get(self.0.at(from)?..)?;
            let sentence = from.first()?.sentence;
            let near = behind.iter().take(REACH);
            let last = near.take_while(|word| word.sentence == sentence).last()?;
            Some(behind.first()?.at.start..last.at.end)
        });
        cued.collect()
    }
}

#[cfg(test)]
mod tests {
    use giveaway::split;

    use super::*;

    #[test]
    fn what_is_the_tellers_own_is_left_out_and_what_follows_is_not() {
        let text =
            "My name is Jo Example. He is Tariq. Ring me on 07700 900123 please, nazywam się Ewa";
        let own = Own::open().stretches(&split(text)).into_iter();
        let own: Vec<_> = own.map(|at| &text[at]).collect();
        assert_eq!(
            own,
            [
                "Jo Example",
                "on 07700 900123 please, nazywam się Ewa",
                "Ewa"
            ]
        );
    }
}
