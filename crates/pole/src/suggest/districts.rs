//! Where a tip is: postcodes before names of places, both before what was ticked.

use domain::answers::Area;
use domain::question::Field;
use domain::work::EntityKind;
use gazetteer::{Found, How, Sure};

use super::Suggested;
use crate::reader::{Mention, Reader};
use crate::told::Told;

/// Most areas suggested.
const AREAS_MAX: usize = 5;

/// Something that says where the tip is.
struct Evidence {
    /// The higher, the better.
    rank: u8,
    /// The most likely first.
    areas: Vec<Area>,
    is_open: bool,
    because: String,
}

/// The areas a tip points to.
pub(super) fn areas(
    reader: &Reader,
    told: &Told<'_>,
    mentions: &[Mention],
) -> Vec<Suggested<Area>> {
    let mut all = written(reader, told, mentions);
    let ticked = ticked(told);
    all.sort_by_key(|one| u8::MAX.saturating_sub(one.rank));
    let best = all.first().map_or(0, |one| one.rank);
    let (near, far): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.rank == best);
    let mut suggested: Vec<Suggested<Area>> = Vec::new();
    for evidence in &near {
        let (first, is_open) = settled(evidence, &near, &far, &ticked);
        let open = if is_open { evidence.areas.len() } else { 1 };
        let others = evidence.areas.iter().filter(|area| **area != first);
        let chosen = std::iter::once(&first).chain(others).take(open);
        for area in chosen {
            add(&mut suggested, *area, &evidence.because, is_open);
        }
    }
    if suggested.is_empty() {
        for (area, because) in &ticked {
            add(&mut suggested, *area, because, false);
        }
    } else {
        contradicted(&mut suggested, &ticked);
    }
    suggested.sort_by_key(|one| one.needs_check);
    suggested.truncate(AREAS_MAX);
    suggested
}

/// Which of several areas is meant, if something else tells.
fn settled(
    evidence: &Evidence,
    near: &[Evidence],
    far: &[Evidence],
    ticked: &[(Area, String)],
) -> (Area, bool) {
    let first = evidence.areas.first().copied().unwrap_or(Area::Unknown);
    if !evidence.is_open {
        return (first, false);
    }
    let sure = near.iter().chain(far).filter(|one| !one.is_open);
    let others = sure.filter_map(|one| one.areas.first().copied());
    let others = others.chain(ticked.iter().map(|(area, _)| *area));
    let told = others
        .into_iter()
        .find(|area| evidence.areas.contains(area));
    told.map_or((first, true), |area| (area, false))
}

/// Says beside each suggestion if something else was ticked, and suggests that too.
fn contradicted(suggested: &mut Vec<Suggested<Area>>, ticked: &[(Area, String)]) {
    let inside = |area: &Area| matches!(area, Area::In(_) | Area::Outside);
    let ticked: Vec<_> = ticked.iter().filter(|(area, _)| inside(area)).collect();
    let agrees = |one: &Suggested<Area>| ticked.iter().any(|(area, _)| *area == one.value);
    if ticked.is_empty() {
        return;
    }
    let some = suggested.iter().any(agrees);
    for one in suggested.iter_mut() {
        match ticked.iter().find(|(area, _)| *area == one.value) {
            Some((_, because)) => one.because = format!("{}; {because}", one.because),
            None if !some => {
                let other = ticked
                    .first()
                    .map_or("something else", |(_, because)| because);
                one.because = format!("{}, but {other}", one.because);
            }
            None => {}
        }
    }
    for (area, because) in ticked {
        add(suggested, *area, because, !some);
    }
}

fn ticked(told: &Told<'_>) -> Vec<(Area, String)> {
    let areas = told.answers.map_or(&[][..], |answers| &answers.areas);
    let known = areas.iter().filter(|area| **area != Area::Unknown);
    known
        .map(|area| (*area, format!("they ticked {}", label(*area))))
        .collect()
}

/// What the answer about the place says, then postcodes and places of every other text.
fn written(reader: &Reader, told: &Told<'_>, mentions: &[Mention]) -> Vec<Evidence> {
    let place = told.answers.map_or("", |answers| answers.place.as_str());
    let answered = evidence(&reader.gazetteer.look_up(place), true);
    let codes = mentions
        .iter()
        .filter(|one| one.entity.kind == EntityKind::Postcode);
    let codes = codes.filter(|one| one.field != Field::Place);
    let codes =
        codes.filter_map(|one| evidence(&reader.gazetteer.look_up(&one.entity.value), false));
    // What the look-up cannot read may be written in another script.
    let is_read = answered.is_some();
    let places = mentions
        .iter()
        .filter(|one| one.field != Field::Place || !is_read);
    let places = places.filter_map(|one| evidence(one.lies.as_ref()?, false));
    answered.into_iter().chain(codes).chain(places).collect()
}

fn evidence(found: &Found, is_answer: bool) -> Option<Evidence> {
    let areas = found.areas();
    let is_open = found.sure == Sure::NeedsCheck;
    let rank = match found.how {
        How::Nothing => return None,
        How::Exception | How::Postcode => 6,
        How::Sector | How::Elsewhere if is_answer => 5,
        How::Outcode | How::Name if is_answer => 4,
        How::Sector | How::Outcode | How::Elsewhere | How::Name => 3,
        How::NearName => 2,
        How::Street => 1,
    };
    // Somewhere in a story a place outside is where somebody comes from or goes to.
    let is_outside = areas.first() == Some(&Area::Outside) && !is_answer;
    let rank = if is_outside { 1 } else { rank };
    let first = areas.first().copied()?;
    let because = if is_open && areas.len() > 1 {
        let all: Vec<&str> = areas.iter().map(|area| label(*area)).collect();
        format!("{} may be in {}", found.understood, all.join(" or "))
    } else {
        let verb = if is_open { "may be" } else { "is" };
        format!("{} {verb} in {}", found.understood, label(first))
    };
    Some(Evidence {
        rank,
        areas,
        is_open,
        because,
    })
}

fn add(all: &mut Vec<Suggested<Area>>, value: Area, because: &str, needs_check: bool) {
    match all.iter_mut().find(|known| known.value == value) {
        Some(known) => {
            known.needs_check &= needs_check;
            if !known.because.contains(because) {
                known.because = format!("{}; {because}", known.because);
            }
        }
        None => all.push(Suggested {
            value,
            because: because.to_owned(),
            needs_check,
        }),
    }
}

const fn label(area: Area) -> &'static str {
    match area {
        Area::In(district) => district.label(),
        Area::Outside => "outside West Yorkshire",
        Area::Online => "online only",
        Area::Unknown => "no known place",
    }
}

#[cfg(test)]
mod tests {
    use domain::answers::{Answers, Danger, Details};
    use domain::{Category, Desk, District, Team};

    use super::*;
    use crate::suggest::area_advice;

    fn answers(about: &[Category], place: &str, areas: &[Area]) -> Answers {
        Answers {
            danger: Danger::No,
            about: about.to_vec(),
            place: place.into(),
            areas: areas.to_vec(),
            details: Details::default(),
        }
    }

    fn suggested(answers: &Answers, story: &str) -> crate::Suggestions {
        let reader = Reader::open();
        let told = Told {
            answers: Some(answers),
            story,
        };
        reader.suggest(&told, &reader.mentions(&told))
    }

    #[test]
    fn a_postcode_beats_what_was_ticked_and_says_so() {
        let ticked = answers(
            &[Category::Fraud],
            "near BD19 3AA",
            &[Area::In(District::Bradford)],
        );
        let areas = suggested(&ticked, "").areas;
        assert_eq!(areas[0].value, Area::In(District::Kirklees));
        assert!(
            areas[0].because.contains("but they ticked Bradford"),
            "{areas:?}"
        );
        assert_eq!(
            (areas[1].value, areas[1].needs_check),
            (Area::In(District::Bradford), true)
        );
    }

    #[test]
    fn an_ambiguous_place_stays_open_until_something_settles_it() {
        let open = answers(&[Category::Fraud], "Scholes", &[]);
        assert!(
            suggested(&open, "")
                .areas
                .iter()
                .all(|area| area.needs_check)
        );
        let told = answers(&[Category::Fraud], "Scholes", &[Area::In(District::Leeds)]);
        let areas = suggested(&told, "").areas;
        assert_eq!(
            (areas[0].value, areas[0].needs_check),
            (Area::In(District::Leeds), false)
        );
    }

    #[test]
    fn a_desk_is_suggested_once_with_every_reason() {
        let both = answers(
            &[Category::DrugsSupply, Category::CountyLines],
            "",
            &[Area::In(District::Leeds), Area::Unknown],
        );
        let desks = suggested(&both, "").desks;
        let names: Vec<_> = desks.iter().map(|desk| desk.value).collect();
        assert_eq!(
            names,
            [
                Desk::Bronze(District::Leeds),
                Desk::Team(Team::PrecisionSocu),
                Desk::Team(Team::Safeguarding)
            ]
        );
        assert_eq!(desks[0].because, "they ticked Leeds");
        assert_eq!(
            desks[1].because,
            "works on drugs supply; works on county lines"
        );
    }

    #[test]
    fn a_tip_without_a_district_is_said_to_be_so() {
        let nowhere = answers(&[], "", &[Area::Unknown]);
        assert!(area_advice(&nowhere).unwrap().starts_with("No district"));
        let away = answers(&[], "", &[Area::Outside]);
        assert!(area_advice(&away).unwrap().contains("other force"));
        let online = answers(&[], "", &[Area::Online]);
        assert!(area_advice(&online).unwrap().contains("online only"));
        assert!(suggested(&online, "").desks.is_empty());
        let leeds = answers(&[], "", &[Area::In(District::Leeds), Area::Outside]);
        assert_eq!(area_advice(&leeds), None);
    }
}
