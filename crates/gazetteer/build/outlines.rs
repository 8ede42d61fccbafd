//! The districts' outlines, in ten-thousandths of a degree, each point as its way from the one before.

use serde_json::Value;

use crate::rows::AREAS;
use crate::write;

pub(crate) fn pack(map: &str) -> Vec<u8> {
    let map: Value = serde_json::from_str(map).expect("the map is JSON");
    let mut out = Vec::new();
    for district in AREAS.iter().take(5) {
        let ring = ring(&map, district);
        assert_eq!(ring.first(), ring.last(), "{district} is closed");
        let (mut before_x, mut before_y) = (0, 0);
        write::count(&mut out, ring.len() - 1);
        for (x, y) in ring.iter().skip(1) {
            write::signed(&mut out, x - before_x);
            write::signed(&mut out, y - before_y);
            (before_x, before_y) = (*x, *y);
        }
    }
    out
}

/// The one ring of a district: longitude and latitude.
fn ring(map: &Value, district: &str) -> Vec<(i32, i32)> {
    let features = map.get("features").and_then(Value::as_array);
    let mut features = features.expect("the map has features").iter();
    let feature = features.find(|feature| {
        let name = feature.pointer("/properties/district");
        name.and_then(Value::as_str) == Some(district)
    });
    let rings = feature.and_then(|feature| feature.pointer("/geometry/coordinates"));
    let rings = rings.and_then(Value::as_array).expect("it has an outline");
    assert_eq!(rings.len(), 1, "{district} is one piece without holes");
    let ring = rings.first().and_then(Value::as_array);
    let points = ring.expect("it has a ring").iter();
    points
        .map(|point| (ten_thousandths(point, "/0"), ten_thousandths(point, "/1")))
        .collect()
}

#[expect(clippy::cast_possible_truncation, reason = "degrees are below 180")]
fn ten_thousandths(point: &Value, place: &str) -> i32 {
    let degrees = point.pointer(place).and_then(Value::as_f64);
    (degrees.expect("a point has two numbers") * 10_000.0).round() as i32
}
