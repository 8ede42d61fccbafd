//! Places in longer texts, and texts without any.

use domain::District::{Bradford, Calderdale, Kirklees, Leeds};
use domain::answers::Area;
use domain::question::PLACE_MAX;
use gazetteer::{CANDIDATES_MAX, Found, Gazetteer, How, Sure};
use proptest::prelude::*;

fn look_up(text: &str) -> Found {
    Gazetteer::open().look_up(text)
}

#[test]
fn a_postcode_or_a_name_is_found_in_a_longer_text() {
    for (text, understood, district) in [
        ("behind the Lidl in Heckmondwike", "Heckmondwike", Kirklees),
        ("12 Town Street, Armley LS12 3AB", "LS12 3AB", Leeds),
        ("the flats at ls12 3ab, 2nd floor", "LS12 3AB", Leeds),
        (
            "a garage off the A58 in hipperholme",
            "Hipperholme",
            Calderdale,
        ),
        ("Leeds Road, Heckmondwike", "Heckmondwike", Kirklees),
        (
            "the car wash next to M62 junction, Cleckheaton",
            "Cleckheaton",
            Kirklees,
        ),
        ("upstairs flat on Tong Street", "Tong Street", Bradford),
        ("somewhere in HX7", "HX7", Calderdale),
        (
            "I read about it, somewhere near the water in Todmorden",
            "Todmorden",
            Calderdale,
        ),
        ("the pub in Idle", "Idle", Bradford),
    ] {
        let found = look_up(text);
        assert_eq!(found.understood, understood, "{text}");
        assert_eq!(found.areas(), [Area::In(district)], "{text}");
        assert!(found.sure > Sure::NeedsCheck, "{text}");
    }
}

#[test]
fn two_places_far_from_each_other_are_both_suggested() {
    let found = look_up("they drive from Batley to Armley every night");
    assert_eq!(found.areas(), [Area::In(Kirklees), Area::In(Leeds)]);
    assert_eq!(found.sure, Sure::NeedsCheck);
}

#[test]
fn a_street_named_after_a_town_is_no_proof_of_the_town() {
    let found = look_up("a house on Wakefield Road");
    assert_eq!((found.how, found.sure), (How::Street, Sure::NeedsCheck));
    let found = look_up("Drighlington Road, BD11");
    assert_eq!((found.how, found.sure), (How::Outcode, Sure::NeedsCheck));
    assert_eq!(look_up("Drighlington, BD11").how, How::Name);
}

#[test]
fn a_slip_in_a_longer_text_is_found_and_needs_a_check() {
    let found = look_up("behind the Lidl in Heckmonwike");
    assert_eq!((found.how, found.sure), (How::NearName, Sure::NeedsCheck));
    assert_eq!(found.areas(), [Area::In(Kirklees)]);
}

#[test]
fn a_text_without_a_place_is_nothing() {
    for text in [
        "",
        "   ",
        "I do not know",
        "my mate told me about it",
        "online only",
        "people selling on the corner by the school gates",
        "he was idle and I read the settle summit",
        "no 5, 2nd floor, flat 12",
        "they said 10 or 15 of them",
        "پتہ نہیں",
        "ਪਤਾ ਨਹੀਂ",
        "🙂🙂",
    ] {
        let found = look_up(text);
        assert_eq!(found.how, How::Nothing, "{text}: {found:?}");
        assert!(found.candidates.is_empty());
    }
}

#[test]
fn an_answer_travels_as_plain_json() {
    let found = look_up("WF10 2");
    assert_eq!(
        serde_json::to_string(&found).unwrap(),
        concat!(
            r#"{"sure":"needs_check","how":"sector","understood":"WF10 2","candidates":["#,
            r#"{"area":"leeds","place":null,"share":503,"force":null},"#,
            r#"{"area":"wakefield","place":null,"share":496,"force":null}]}"#,
        )
    );
    let found = look_up("Cottingley, Bingley");
    assert_eq!(
        serde_json::to_string(&found.candidates).unwrap(),
        r#"[{"area":"bradford","place":{"name":"Cottingley","near":null,"outcode":"BD16"},"share":null,"force":null}]"#,
    );
    let force = &look_up("Skipton").candidates[0].force;
    assert_eq!(
        serde_json::to_string(force).unwrap(),
        r#""north_yorkshire""#
    );
}

#[test]
fn nothing_behind_the_longest_answer_is_read() {
    let text = format!("{}Armley", "x ".repeat(PLACE_MAX / 2));
    assert_eq!(look_up(&text).how, How::Nothing);
    assert_eq!(look_up(&text.repeat(1_000)).how, How::Nothing);
}

#[test]
fn every_fuzz_body_tells_something_from_nothing() {
    for (name, body) in gazetteer::fuzz::BODIES {
        assert!(body(b"Heckmondwike"), "{name}");
        assert!(!body(b""), "{name}");
    }
}

/// Texts of any characters, and texts of pieces that mean something.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("LS12".to_owned()),
        Just("3AB".to_owned()),
        Just("Scholes".to_owned()),
        Just("Leeds".to_owned()),
        Just("Road".to_owned()),
        Just(",".to_owned()),
        Just("heckmndwike".to_owned()),
        "[A-Z0-9]{1,4}",
        "\\PC{0,6}",
    ];
    prop_oneof![
        "\\PC{0,80}".boxed(),
        prop::collection::vec(piece, 0..12)
            .prop_map(|all| all.join(" "))
            .boxed(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whatever_is_typed_the_answer_is_bounded_and_the_same_again(text in typed()) {
        let gazetteer = Gazetteer::open();
        let found = gazetteer.look_up(&text);
        prop_assert!(found.candidates.len() <= CANDIDATES_MAX);
        prop_assert!(gazetteer.suggest(&text).len() <= CANDIDATES_MAX);
        prop_assert_eq!(found.how == How::Nothing, found.candidates.is_empty());
        prop_assert_eq!(&gazetteer.look_up(&text), &found);
    }
}
