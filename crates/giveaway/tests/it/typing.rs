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

/// Types a text up to a byte; whatever hint of this kind has come behind `from` has to stay.
fn type_on(text: &str, from: usize, to: usize, kind: Kind, page: &str) -> bool {
    let page = language(page);
    let mut shown = false;
    for end in (from..=to).filter(|end| text.is_char_boundary(*end)) {
        let begun = &text[..end];
        let here = |hint: &Hint| hint.kind == kind && hint.bytes.end > from;
        let now = hints(begun, &page).iter().any(here);
        assert!(now || !shown, "“{begun}” loses its hint");
        shown = now;
    }
    shown
}

#[test]
fn figures_in_every_writing_come_once_and_stay_whatever_follows() {
    #[rustfmt::skip]
    let figures = [
        ("07700900123", Kind::Phone), ("0 7 7 0 0 9 0 0 1 2 3", Kind::Phone), ("07700-900-123", Kind::Phone),
        ("(0113) 496 0123", Kind::Phone), ("+44 (0)7700 900 123", Kind::Phone), ("0044 7700 900123", Kind::Phone),
        ("7700 900123", Kind::Phone), ("+92 300 1234567", Kind::Phone), ("۰۷۷۰۰ ۹۰۰ ۱۲۳", Kind::Phone),
        ("first.last@mail.example.co.uk", Kind::Email), ("someone@gmail.com", Kind::Email),
        ("ab12cde", Kind::Plate), ("AB12 CDE", Kind::Plate), ("A123 BCD", Kind::Plate), ("ABC 123D", Kind::Plate),
        ("1234 AB", Kind::Plate), ("LS12 3AB", Kind::Postcode), ("21:43", Kind::Time), ("9.43 pm", Kind::Time),
        ("9.43pm", Kind::Time),
    ];
    for (figure, kind) in figures {
        for behind in [" 2 of them", ". Then", ", 14 men", "\n5"] {
            let text = format!("the reg at {figure}{behind}");
            let from = "the reg at ".len();
            assert!(type_on(&text, from, text.len(), kind, "en"), "{text}");
        }
    }
}

#[test]
fn no_hint_at_figures_goes_while_they_are_typed_on() {
    for case in held().into_iter().chain(tuned()) {
        for (at, kind) in case.marks.iter().filter(|(_, kind)| FIGURES.contains(kind)) {
            type_on(&case.text, at.start, at.end, *kind, case.language);
        }
    }
}
