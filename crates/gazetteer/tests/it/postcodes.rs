//! Postcodes, whole and in part.

use std::collections::BTreeMap;

use domain::District::{Calderdale, Kirklees, Leeds, Wakefield};
use domain::answers::Area;
use gazetteer::{Found, Gazetteer, How, Sure};

use crate::rows::{area, read};

fn look_up(text: &str) -> Found {
    Gazetteer::open().look_up(text)
}

#[test]
fn every_exception_resolves_to_its_district() {
    let gazetteer = Gazetteer::open();
    let rows = read("postcode_exceptions.csv");
    for row in &rows {
        let found = gazetteer.look_up(&row[0]);
        let said = (found.how, found.sure, found.understood.as_str());
        assert_eq!(said, (How::Exception, Sure::Certain, row[0].as_str()));
        assert_eq!(found.areas(), [area(&row[1])], "{}", row[0]);
    }
    println!("{} exceptions", rows.len());
    assert_eq!(rows.len(), 1_690);
}

#[test]
fn every_sector_resolves_to_its_districts_and_its_postcodes_to_the_first() {
    let gazetteer = Gazetteer::open();
    let (rows, sectors) = shares("postcode_sector_district.csv");
    for (sector, shares) in &sectors {
        let found = gazetteer.look_up(sector);
        assert_eq!((found.how, &found.understood), (How::Sector, sector));
        let is_shared = shares.len() > 1;
        assert_eq!(found.sure == Sure::NeedsCheck, is_shared, "{sector}");
        assert_shares(&found, shares);
        let unit = gazetteer.look_up(&format!("{sector}ZZ"));
        assert_eq!(unit.sure, Sure::Certain);
        assert_eq!(unit.areas(), [area(&shares[0][1])], "{sector}ZZ");
    }
    println!("{rows} rows of {} sectors", sectors.len());
    assert_eq!((rows, sectors.len()), (637, 564));
}

#[test]
fn every_outcode_resolves_to_its_districts() {
    let gazetteer = Gazetteer::open();
    let (rows, outcodes) = shares("postcode_district_district.csv");
    for (outcode, shares) in &outcodes {
        let found = gazetteer.look_up(outcode);
        assert_eq!((found.how, &found.understood), (How::Outcode, outcode));
        assert_eq!(found.sure == Sure::Certain, shares.len() == 1, "{outcode}");
        assert_shares(&found, shares);
    }
    println!("{rows} rows of {} outcodes", outcodes.len());
    assert_eq!((rows, outcodes.len()), (189, 138));
}

#[test]
fn every_sector_outside_names_the_force_of_the_data() {
    let gazetteer = Gazetteer::open();
    for row in read("postcode_sector_district.csv") {
        let found = gazetteer.look_up(&row[0]);
        let forces = found.candidates.iter().filter_map(|one| one.force);
        let forces: Vec<_> = forces.map(gazetteer::Force::name).collect();
        let is_outside = row[1] == "outside";
        assert!(
            !is_outside || forces == [row[4].as_str()],
            "{row:?}: {forces:?}"
        );
    }
}

#[test]
fn a_postcode_is_read_in_any_case_and_spacing_and_with_the_usual_slips() {
    for typed in [
        "BD1 1JS",
        "bd1 1js",
        "BD11JS",
        "bd11js",
        " b d 1 1 j s ",
        "BD1-1JS",
        "BD1  1JS.",
        "BDI 1JS",
        "bd1 ijs",
        "BDI IJS",
        "bd 1 1js",
    ] {
        let found = look_up(typed);
        assert_eq!(found.understood, "BD1 1JS", "{typed}");
        assert_eq!(found.areas(), [Area::In(Leeds)], "{typed}");
    }
    for (typed, understood) in [
        ("0L14 5AA", "OL14 5AA"),
        ("bd1o ofe", "BD10 0FE"),
        ("HXI", "HX1"),
        ("wf1o 2", "WF10 2"),
        ("WF102", "WF10 2"),
        ("BD 19", "BD19"),
        ("bd 19 6", "BD19 6"),
        ("LS12 3A", "LS12 3"),
        ("sw1a1aa", "SW1A 1AA"),
    ] {
        assert_eq!(look_up(typed).understood, understood, "{typed}");
    }
}

#[test]
fn the_traps_of_the_county_are_not_walked_into() {
    for (typed, district) in [
        ("BD19", Kirklees),
        ("Drighlington", Leeds),
        ("Drighlington BD11", Leeds),
        ("BD11 1", Leeds),
        ("HD6", Calderdale),
        ("OL14", Calderdale),
        ("WF3", Leeds),
        ("WF12", Kirklees),
        ("WF13", Kirklees),
        ("WF14", Kirklees),
        ("WF15", Kirklees),
        ("WF16", Kirklees),
        ("WF17", Kirklees),
    ] {
        let areas = look_up(typed).areas();
        assert_eq!(areas.first(), Some(&Area::In(district)), "{typed}");
    }
    let shared = look_up("S72 9");
    assert_eq!(shared.sure, Sure::NeedsCheck);
    assert_eq!(shared.areas(), [Area::Outside, Area::In(Wakefield)]);
    assert_eq!(look_up("WF3").sure, Sure::NeedsCheck);
}

#[test]
fn a_sector_shared_by_two_districts_needs_a_check_and_says_how_it_is_shared() {
    let found = look_up("WF10 2");
    assert_eq!(found.sure, Sure::NeedsCheck);
    assert_eq!(found.areas(), [Area::In(Leeds), Area::In(Wakefield)]);
    let shares: Vec<_> = found.candidates.iter().map(|one| one.share).collect();
    assert_eq!(shares, [Some(503), Some(496)]);
}

#[test]
fn a_new_sector_falls_back_to_its_outcode_and_says_so() {
    let found = look_up("LS10 8ZZ");
    assert_eq!((found.how, found.sure), (How::Outcode, Sure::Likely));
    assert_eq!(found.areas(), [Area::In(Leeds)]);
}

#[test]
fn a_postcode_from_far_away_is_outside_and_an_impossible_one_is_nothing() {
    for (typed, sure) in [
        ("SW1A 1AA", Sure::Certain),
        ("M1 1AE", Sure::Certain),
        ("BT1 5GS", Sure::Certain),
        ("S10 2TN", Sure::Likely),
        ("YO24", Sure::Likely),
    ] {
        let found = look_up(typed);
        assert_eq!((found.how, found.sure), (How::Elsewhere, sure), "{typed}");
        assert_eq!(found.areas(), [Area::Outside]);
        assert_eq!(found.candidates[0].force, None, "the data do not say whose");
    }
    for typed in [
        "WF77", "HX9 1AA", "ZZ1 1AA", "LS0", "M62", "A1", "7", "LS123456",
    ] {
        assert_eq!(look_up(typed).how, How::Nothing, "{typed}");
    }
}

fn shares(file: &str) -> (usize, BTreeMap<String, Vec<Vec<String>>>) {
    let rows = read(file);
    let (count, mut by_code) = (rows.len(), BTreeMap::<_, Vec<_>>::new());
    for row in rows {
        by_code.entry(row[0].clone()).or_default().push(row);
    }
    (count, by_code)
}

fn assert_shares(found: &Found, rows: &[Vec<String>]) {
    let said = found.candidates.iter().map(|one| one.area);
    let data = rows.iter().map(|row| area(&row[1]));
    assert!(said.eq(data), "{}", found.understood);
    for (candidate, row) in found.candidates.iter().zip(rows) {
        let share: f64 = row[2].parse().unwrap();
        let said = f64::from(candidate.share.unwrap_or(1_000)) / 1_000.0;
        assert!((said - share).abs() < 0.0011, "{}", found.understood);
    }
}
