use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// Towns and where their middles are, roughly, with what `gazetteer.csv` says of them.
const TOWNS: &[(&str, f64, f64, Option<District>)] = &[
    ("Bradford", 53.7950, -1.7594, Some(District::Bradford)),
    ("Ilkley", 53.9249, -1.8225, Some(District::Bradford)),
    ("Keighley", 53.8678, -1.9069, Some(District::Bradford)),
    ("Brighouse", 53.7073, -1.7840, Some(District::Calderdale)),
    ("Halifax", 53.7248, -1.8658, Some(District::Calderdale)),
    (
        "Hebden Bridge",
        53.7424,
        -2.0137,
        Some(District::Calderdale),
    ),
    ("Todmorden", 53.7146, -2.0980, Some(District::Calderdale)),
    ("Batley", 53.7167, -1.6356, Some(District::Kirklees)),
    ("Cleckheaton", 53.7250, -1.7119, Some(District::Kirklees)),
    ("Dewsbury", 53.6898, -1.6297, Some(District::Kirklees)),
    ("Holmfirth", 53.5717, -1.7863, Some(District::Kirklees)),
    ("Huddersfield", 53.6458, -1.7850, Some(District::Kirklees)),
    ("Drighlington", 53.7570, -1.6620, Some(District::Leeds)),
    ("Leeds", 53.7997, -1.5492, Some(District::Leeds)),
    ("Morley", 53.7489, -1.6029, Some(District::Leeds)),
    ("Otley", 53.9057, -1.6911, Some(District::Leeds)),
    ("Wetherby", 53.9277, -1.3868, Some(District::Leeds)),
    ("Castleford", 53.7257, -1.3628, Some(District::Wakefield)),
    ("Hemsworth", 53.6130, -1.3540, Some(District::Wakefield)),
    ("Pontefract", 53.6910, -1.3128, Some(District::Wakefield)),
    ("Wakefield", 53.6833, -1.4977, Some(District::Wakefield)),
    ("Barnsley", 53.5526, -1.4797, None),
    ("Harrogate", 53.9921, -1.5418, None),
    ("Rochdale", 53.6160, -2.1550, None),
    ("Selby", 53.7837, -1.0672, None),
    ("Skipton", 53.9620, -2.0170, None),
];

#[test]
fn towns_lie_where_the_gazetteer_says() {
    let (map, gazetteer) = (Outlines::open(), crate::Gazetteer::open());
    for (town, latitude, longitude, district) in TOWNS {
        assert_eq!(map.district_at(*latitude, *longitude), *district, "{town}");
        let area = district.map_or(domain::answers::Area::Outside, domain::answers::Area::In);
        assert_eq!(
            gazetteer.look_up(town).areas().first(),
            Some(&area),
            "{town}"
        );
    }
}

#[test]
fn no_place_on_earth_or_off_it_is_refused_with_a_panic() {
    let map = Outlines::open();
    for (latitude, longitude) in [
        (0.0, 0.0),
        (90.0, 180.0),
        (-90.0, -180.0),
        (f64::NAN, -1.5),
        (53.8, f64::INFINITY),
        (f64::MAX, f64::MIN),
    ] {
        assert_eq!(map.district_at(latitude, longitude), None);
    }
}

#[test]
fn neighbours_share_every_point_of_their_border_and_the_five_have_one_outer_edge() {
    let map = Outlines::open();
    for rings in [plain(&map), on_paper(&map)] {
        let mut ways: BTreeMap<(Point, Point), usize> = BTreeMap::new();
        for edge in rings.iter().flat_map(|ring| edges(ring)) {
            *ways.entry(edge).or_default() += 1;
        }
        assert!(
            ways.values().all(|count| *count == 1),
            "no district overlaps another"
        );
        let outer: BTreeMap<Point, Point> = ways
            .keys()
            .filter(|(from, to)| !ways.contains_key(&(*to, *from)))
            .copied()
            .collect();
        let start = *outer.keys().next().unwrap();
        let (mut at, mut walked) = (outer[&start], 1);
        while at != start {
            (at, walked) = (outer[&at], walked + 1);
        }
        assert_eq!(walked, outer.len(), "one edge around all: no gap inside");
    }
}

#[test]
fn no_place_on_the_map_lies_in_two_districts() {
    let map = Outlines::open();
    let rings: Vec<_> = on_paper(&map).iter().map(|ring| scaled(ring)).collect();
    let mut inside = 0;
    for x in (0..1_000).step_by(5) {
        for y in (0..770).step_by(5) {
            // A quarter off the points, which lie on whole units.
            let at = (x * 4 + 1, y * 4 + 1);
            let around = rings.iter().filter(|ring| is_inside(ring, at)).count();
            assert!(around < 2, "{at:?}");
            inside += around;
        }
    }
    println!("{inside} of 30,800 places of the map lie in a district");
    // The county's 2,029.3 km², at 64.2 metres a unit and one place for 25 units.
    assert!((19_500..19_900).contains(&inside), "{inside}");
}

#[test]
fn the_drawn_map_is_small_and_lies_in_its_box() {
    let drawing = Outlines::open().draw();
    let bytes: usize = drawing.iter().map(|one| one.path.len()).sum();
    println!("five paths, {bytes} bytes");
    assert!(bytes < 6_000);
    let names: BTreeSet<_> = drawing.iter().map(|one| one.district.code()).collect();
    assert_eq!(names.len(), 5);
    for ring in on_paper(&Outlines::open()) {
        assert!(
            ring.iter()
                .all(|(x, y)| (0..=1_000).contains(x) && (0..=770).contains(y))
        );
    }
}

#[test]
fn a_path_says_the_points_of_its_ring() {
    let map = Outlines::open();
    for (ring, drawing) in on_paper(&map).iter().zip(map.draw()) {
        assert_eq!(&walked(&drawing.path), ring);
        assert!(
            is_inside(ring, drawing.label),
            "{:?} is named inside",
            drawing.district
        );
    }
}

fn plain(map: &Outlines) -> Vec<Vec<Point>> {
    map.rings.iter().map(|(_, ring)| ring.clone()).collect()
}

fn on_paper(map: &Outlines) -> Vec<Vec<Point>> {
    map.rings.iter().map(|(_, ring)| drawn(ring)).collect()
}

fn scaled(ring: &[Point]) -> Vec<Point> {
    ring.iter().map(|(x, y)| (x * 4, y * 4)).collect()
}

/// Follows a path's steps, as a browser does.
fn walked(path: &str) -> Vec<Point> {
    let path = path.strip_prefix('M').unwrap().strip_suffix('z').unwrap();
    let (start, steps) = path.split_once('l').unwrap();
    let spaced = steps.replace('-', " -");
    let numbers = |text: &str| -> Vec<i32> {
        text.split_whitespace()
            .map(|number| number.parse().unwrap())
            .collect()
    };
    let start = numbers(start);
    let mut points = vec![(start[0], start[1])];
    for step in numbers(&spaced).chunks(2) {
        let (x, y) = *points.last().unwrap();
        points.push((x + step[0], y + step[1]));
    }
    points
}
