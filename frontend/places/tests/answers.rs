//! What the page reads.

use domain::answers::Area;
use gazetteer::{Force, Gazetteer};
use places::look_up;
use serde_json::{Value, json};

fn found(text: &str) -> Value {
    serde_json::from_str(&look_up(&Gazetteer::open(), text)).expect("it answers JSON")
}

#[test]
fn a_postcode_is_answered_with_its_district_and_how_sure_that_is() {
    let wanted = json!({
        "sure": "certain",
        "how": "exception",
        "understood": "BD1 1JS",
        "candidates": [{"area": "leeds", "place": null, "share": null, "force": null}],
    });
    assert_eq!(found("bd1 1js"), wanted);
}

#[test]
fn a_name_of_several_places_is_answered_with_what_tells_them_apart() {
    let answer = found("scholes");
    assert_eq!(answer["sure"], "needs_check");
    let candidates = answer["candidates"].as_array().expect("a list");
    assert_eq!(candidates.len(), 4);
    for one in candidates {
        assert_eq!(one["place"]["name"], "Scholes");
        let area = one["area"].as_str().and_then(Area::from_code);
        assert!(area.is_some(), "{one}");
    }
}

#[test]
fn a_place_outside_is_answered_with_its_force_where_the_data_say_so() {
    let answer = found("hg5 8aa");
    let [only] = answer["candidates"].as_array().expect("a list").as_slice() else {
        panic!("one candidate: {answer}");
    };
    assert_eq!(only["area"], "outside");
    let named = found("BD23 1AA")["candidates"][0]["force"].clone();
    assert_eq!(named, json!(Force::NorthYorkshire));
}

#[test]
fn whatever_is_typed_is_answered() {
    for text in ["", " ", "\u{0}", "\"}{", "🦆".repeat(9_000).as_str()] {
        let answer = found(text);
        assert_eq!(answer["how"], "nothing", "{text}");
        assert_eq!(answer["candidates"], json!([]));
    }
}
