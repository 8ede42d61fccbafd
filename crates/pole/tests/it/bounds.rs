//! Whatever is sent: nothing panics, and the work grows no faster than the text.

use std::time::{Duration, Instant};

use pole::{Reader, Told, fuzz};
use proptest::prelude::*;

/// As much text as one part of a tip holds.
const PART: usize = 12_000;

proptest! {
    #[test]
    fn any_text_is_read_within_its_bounds(text in any::<String>()) {
        for (_, body) in fuzz::BODIES {
            body(text.as_bytes());
        }
    }

    #[test]
    fn pieces_of_entities_in_any_order_are_read_within_their_bounds(
        text in "(07|700|90|0123| |AB12|CDE|@|zed_9|\\.|,|t\\.me/|/|insta|reg|ends|14|Larch|Road|LS12|3AB|sort|12-34-56|oh|double|Tariq|called|نام|\u{09be}|my name is|-){0,40}",
    ) {
        for (_, body) in fuzz::BODIES {
            body(text.as_bytes());
        }
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "how long it takes is what is tested"
)]
fn hostile_texts_are_read_in_time_that_grows_with_their_length() {
    let reader = Reader::open();
    for piece in [
        "Tariq ",
        "@a_1 ",
        "07 ",
        "oh ",
        "( ",
        "Larch ",
        "a.b/",
        "called ",
        "نام ",
        "reg A1 ",
        "Road ",
        "Scholes ",
        "my name is ",
        "1 Scholes Road ",
    ] {
        // The best of three, since others use the machine too.
        let took = |many: usize| {
            let story = piece.repeat(many * PART / piece.len());
            let told = Told {
                answers: None,
                story: &story,
            };
            let runs = (0..3).map(|_| {
                let began = Instant::now();
                let mentions = reader.mentions(&told);
                reader.suggest(&told, &mentions);
                began.elapsed()
            });
            runs.min().expect("three runs")
        };
        let once = took(1);
        let thrice = took(3);
        println!("{piece:?}: {once:?} for 12,000 bytes, {thrice:?} for three times as many");
        assert!(thrice < once * 8 + Duration::from_millis(50), "{piece}");
    }
}
