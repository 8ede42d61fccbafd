//! A hint at a number stays while the number is typed on.

use giveaway::{Hint, Kind, hints};

use crate::cases::{held, language, tuned};

/// Kinds whose words are typed figure by figure.
const FIGURES: [Kind; 5] = [
    Kind::Phone,
    Kind::Email,
    Kind::Plate,
    Kind::Postcode,
    Kind::Time,
];

#[test]
fn no_hint_at_figures_goes_while_they_are_typed_on() {
    for case in held().into_iter().chain(tuned()) {
        let page = language(case.language);
        for (at, kind) in case.marks.iter().filter(|(_, kind)| FIGURES.contains(kind)) {
            let mut shown = false;
            let ends = (at.start..=at.end).filter(|end| case.text.is_char_boundary(*end));
            for end in ends {
                let begun = &case.text[..end];
                let here = |hint: &Hint| hint.kind == *kind && hint.bytes.end > at.start;
                let now = hints(begun, &page).iter().any(here);
                assert!(now || !shown, "“{begun}” loses its hint");
                shown = now;
            }
        }
    }
}
