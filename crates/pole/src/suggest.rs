//! What a tip suggests, each time with the reason: the officer decides.

mod about;
mod districts;
mod urgency;

use domain::answers::{Answers, Area};
use domain::{Category, Desk, Priority};
use giveaway::split;

pub use self::urgency::answered_priority;
use crate::phrases::Says;
use crate::reader::{Mention, Reader};
use crate::told::Told;

/// A suggestion and why it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggested<T> {
    /// What is suggested.
    pub value: T,
    /// Why, in words for an officer.
    pub because: String,
    /// Whether it may as well be something else: look before choosing it.
    pub needs_check: bool,
}

/// Everything a tip suggests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestions {
    /// Why a threat to life looks likely, if it does.
    pub threat: Option<String>,
    /// How urgent it looks.
    pub priority: Suggested<Priority>,
    /// What it is about, the most likely first; what was ticked comes before what words say.
    pub categories: Vec<Suggested<Category>>,
    /// Where it is, the most likely first.
    pub areas: Vec<Suggested<Area>>,
    /// The desks that follow from both, Bronze groups first.
    pub desks: Vec<Suggested<Desk>>,
}

impl Reader {
    /// What a tip suggests, with what was read in it.
    pub fn suggest(&self, told: &Told<'_>, mentions: &[Mention]) -> Suggestions {
        let words = split(told.story);
        let said = self.phrases.said(&words);
        let categories = about::categories(told, &said);
        let first = categories.first().map(|category| category.value);
        let areas = districts::areas(self, told, mentions);
        let desks = desks(&areas, &categories);
        Suggestions {
            threat: urgency::threat(told, &said),
            priority: urgency::priority(told, &said, first),
            categories,
            areas,
            desks,
        }
    }
}

/// The desks that areas and categories point to.
fn desks(areas: &[Suggested<Area>], categories: &[Suggested<Category>]) -> Vec<Suggested<Desk>> {
    let bronze = areas.iter().filter_map(|area| match area.value {
        Area::In(district) => Some(Suggested {
            value: Desk::Bronze(district),
            because: area.because.clone(),
            needs_check: area.needs_check,
        }),
        Area::Outside | Area::Online | Area::Unknown => None,
    });
    let teams = categories.iter().flat_map(|category| {
        category.value.teams().iter().map(|team| Suggested {
            value: Desk::Team(*team),
            because: format!("works on {}", category.value.label().to_lowercase()),
            needs_check: category.needs_check,
        })
    });
    let mut all: Vec<Suggested<Desk>> = Vec::new();
    for one in bronze.chain(teams) {
        match all.iter_mut().find(|known| known.value == one.value) {
            Some(known) => {
                known.because = format!("{}; {}", known.because, one.because);
                known.needs_check &= one.needs_check;
            }
            None => all.push(one),
        }
    }
    all
}

/// What the areas ticked leave open, if anything.
pub fn area_advice(answers: &Answers) -> Option<&'static str> {
    let has = |area: Area| answers.areas.contains(&area);
    let districts = answers.areas.iter().any(|area| matches!(area, Area::In(_)));
    if has(Area::Outside) && !districts {
        Some("They ticked outside West Yorkshire: think of the other force.")
    } else if has(Area::Online) && !districts {
        Some(
            "They ticked online only: think of the teams for it. A Bronze group only if the text says \
             where somebody is.",
        )
    } else if !districts {
        Some("No district was ticked: read the place and the story before choosing a Bronze group.")
    } else {
        None
    }
}

/// Words somebody used, as they are quoted to an officer.
fn quoted(words: &[String]) -> String {
    let some = words.iter().take(3).map(|word| format!("“{word}”"));
    some.collect::<Vec<_>>().join(", ")
}

/// What was said, of one kind.
type Said = std::collections::BTreeMap<Says, Vec<String>>;
