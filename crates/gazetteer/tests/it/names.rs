//! Names of places, and what is typed on the way to them.

use std::collections::BTreeSet;

use domain::District::{Bradford, Calderdale, Kirklees, Leeds, Wakefield};
use domain::answers::Area;
use gazetteer::{Found, Gazetteer, How, Place, Sure};

use crate::rows::{area, read};

fn look_up(text: &str) -> Found {
    Gazetteer::open().look_up(text)
}

fn first(text: &str) -> Option<Area> {
    look_up(text).areas().first().copied()
}

#[test]
fn every_place_is_found_by_its_name_in_every_district_of_that_name() {
    let gazetteer = Gazetteer::open();
    let rows = read("gazetteer.csv");
    let mut names = BTreeSet::new();
    for row in &rows {
        let name = row[0].split(" (").next().unwrap();
        for typed in [
            name.to_owned(),
            name.to_uppercase(),
            name.to_lowercase().replace(' ', "-"),
        ] {
            let found = gazetteer.look_up(&typed);
            // Some are listed twice: with hyphens or spaces and without.
            assert_eq!(found.how, How::Name, "{typed}");
            assert_eq!(letters(&found.understood), letters(name));
            assert!(found.areas().contains(&area(&row[1])), "{typed}: {found:?}");
        }
        names.insert(&row[0]);
    }
    println!("{} rows of {} names", rows.len(), names.len());
    assert_eq!((rows.len(), names.len()), (973, 937));
}

fn letters(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphabetic);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

#[test]
fn every_name_that_others_share_is_asked_back_with_the_places() {
    let gazetteer = Gazetteer::open();
    for row in read("gazetteer.csv")
        .iter()
        .filter(|row| row.last().unwrap() == "true")
    {
        let name = row[0].split(" (").next().unwrap();
        let found = gazetteer.look_up(name);
        assert_eq!(found.sure, Sure::NeedsCheck, "{name}");
        assert!(found.areas().len() > 1, "{name}: {found:?}");
    }
    for name in [
        "Cottingley",
        "Middleton",
        "Midgley",
        "Netherton",
        "Oakenshaw",
        "Scholes",
        "Walton",
    ] {
        assert_eq!(gazetteer.look_up(name).sure, Sure::NeedsCheck, "{name}");
    }
}

#[test]
fn the_places_called_scholes_are_told_apart() {
    let found = look_up("scholes");
    let places: Vec<_> = found
        .candidates
        .iter()
        .map(|one| {
            let Place { near, outcode, .. } = one.place.clone().unwrap();
            (
                one.area,
                near.unwrap_or_default(),
                outcode.unwrap_or_default(),
            )
        })
        .collect();
    let place = |district, near: &str, outcode: &str| {
        (Area::In(district), near.to_owned(), outcode.to_owned())
    };
    assert_eq!(
        places,
        [
            place(Kirklees, "", "HD7"),
            place(Kirklees, "Cleckheaton", "BD19"),
            place(Kirklees, "Holmfirth", "HD9"),
            place(Leeds, "Leeds", "LS15"),
        ]
    );
}

#[test]
fn what_stands_beside_a_name_settles_which_is_meant() {
    for (typed, district) in [
        ("Scholes, Holmfirth", Kirklees),
        ("Scholes LS15", Leeds),
        ("Walton, Wakefield", Wakefield),
        ("walton near wetherby", Leeds),
        ("Cottingley Bingley", Bradford),
        ("Cottingley, Leeds", Leeds),
        ("Leeds, Middleton", Leeds),
        ("Midgley WF4", Wakefield),
        ("Oakenshaw in Bradford", Bradford),
    ] {
        let found = look_up(typed);
        assert_eq!(found.areas(), [Area::In(district)], "{typed}: {found:?}");
    }
    assert_eq!(first("Middleton LS29"), Some(Area::Outside));
}

#[test]
fn a_place_in_the_county_comes_before_one_of_that_name_outside() {
    for (name, district) in [
        ("Clayton", Bradford),
        ("Chapeltown", Leeds),
        ("Whitley", Kirklees),
    ] {
        let found = look_up(name);
        assert_eq!(found.sure, Sure::Likely, "{name}");
        assert_eq!(found.areas(), [Area::In(district), Area::Outside], "{name}");
    }
}

#[test]
fn a_place_outside_names_its_force_where_the_data_say() {
    for (name, force) in [
        ("Skipton", Some("North Yorkshire Police")),
        ("Burnley", Some("Lancashire Constabulary")),
        ("Rochdale", Some("Greater Manchester Police")),
        ("Barnsley", Some("South Yorkshire Police")),
        // The sectors listed are a small part of these outcodes: they say nothing of the rest.
        ("Goole", None),
        ("Glossop", None),
    ] {
        let found = look_up(name);
        assert_eq!(found.areas(), [Area::Outside], "{name}");
        // A hamlet of the county may be called so too, and be in no table.
        assert_eq!(found.sure, Sure::Likely, "{name}");
        assert_eq!(
            found.candidates[0].force.map(gazetteer::Force::name),
            force,
            "{name}"
        );
    }
}

#[test]
fn slips_of_the_finger_are_forgiven_and_make_it_less_sure() {
    for (typed, name) in [
        ("Hekmondwike", "Heckmondwike"),
        ("heckmondwyke", "Heckmondwike"),
        ("hudersfeild", "Huddersfield"),
        ("Tormorden", "Todmorden"),
        ("Kiegthley", "Keighley"),
        ("Pontifract", "Pontefract"),
        ("amrley", "Armley"),
        ("Myhtolmroyd", "Mytholmroyd"),
        ("Slaithwait", "Slaithwaite"),
        ("Hebdenbrige", "Hebden Bridge"),
    ] {
        let found = look_up(typed);
        assert_eq!(
            (found.how, found.understood.as_str()),
            (How::NearName, name)
        );
        assert!(found.sure < Sure::Certain, "{typed}");
    }
}

#[test]
fn hyphens_spaces_and_short_forms_make_no_slip() {
    for (typed, name) in [
        ("barwick in elmet", "Barwick in Elmet"),
        ("Pool in Wharfedale", "Pool-in-Wharfedale"),
        ("New Miller Dam", "Newmillerdam"),
        ("Tong St", "Tong Street"),
        ("Kirkstall Rd", "Kirkstall Road"),
    ] {
        let found = look_up(typed);
        assert_eq!((found.how, found.understood.as_str()), (How::Name, name));
    }
}

#[test]
fn saint_and_st_are_one_word() {
    let gazetteer = Gazetteer::open();
    let one = gazetteer.look_up("St Johns, Wakefield");
    assert_eq!(one, gazetteer.look_up("Saint John's, Wakefield"));
    assert_eq!(one.areas(), [Area::In(Wakefield)]);
}

#[test]
fn a_district_is_a_place_too() {
    assert_eq!(first("kirklees"), Some(Area::In(Kirklees)));
    assert_eq!(first("somewhere in Calderdale"), Some(Area::In(Calderdale)));
}

#[test]
fn names_are_suggested_while_they_are_typed() {
    let gazetteer = Gazetteer::open();
    let names = |typed: &str| -> Vec<_> {
        let all = gazetteer.suggest(typed).into_iter();
        all.filter_map(|one| one.place)
            .map(|place| place.name)
            .collect()
    };
    assert_eq!(names("heckm"), ["Heckmondwike"]);
    assert_eq!(names("hebden b"), ["Hebden Bridge"]);
    assert_eq!(names("rhydd"), ["Ben Rhydding"]);
    assert_eq!(names("hekmo"), ["Heckmondwike"]);
    assert_eq!(names("h"), Vec::<String>::new());
    assert_eq!(names("ha").len(), gazetteer::CANDIDATES_MAX);
    assert_eq!(names("armley")[0], "Armley");
    let clayton = gazetteer.suggest("clayton");
    assert_eq!(clayton[0].area, Area::In(Bradford));
    assert_eq!(clayton.last().unwrap().area, Area::Outside);
}
