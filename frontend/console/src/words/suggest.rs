//! What the answers suggest, each time with the reason: the officer decides.

use domain::answers::{Answers, Area, Danger, Knows};
use domain::work::AssessmentCode;
use domain::{Desk, Priority};

/// A suggestion and why it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Suggested<T> {
    pub(crate) value: T,
    pub(crate) because: String,
}

/// How urgent the answers make it look.
pub(crate) fn priority(answers: &Answers) -> Suggested<Priority> {
    if let Some(because) = threat(answers) {
        return Suggested {
            value: Priority::P1,
            because: because.into(),
        };
    }
    let raised = answers.about.iter().find_map(|category| {
        let value = category.minimum_priority()?;
        let because = format!("{} starts at {value}", category.label());
        Some(Suggested { value, because })
    });
    raised.unwrap_or_else(|| Suggested {
        value: Priority::P3,
        because: "nothing in the answers says it is urgent".into(),
    })
}

/// Why the answers make a threat to life look likely, if they do.
pub(crate) const fn threat(answers: &Answers) -> Option<&'static str> {
    match answers.danger {
        Danger::CannotCall => Some("they said somebody is in danger and they cannot call safely"),
        Danger::Called => Some("they said somebody is in danger; they have called 999"),
        Danger::Unsaid => {
            Some("they said somebody is in danger; they did not say whether they called 999")
        }
        Danger::No => None,
    }
}

/// The desks the areas and categories point to, Bronze groups first.
pub(crate) fn desks(answers: &Answers) -> Vec<Suggested<Desk>> {
    let bronze = answers.areas.iter().filter_map(|area| match area {
        Area::In(district) => Some(Suggested {
            value: Desk::Bronze(*district),
            because: format!("they ticked {}", district.label()),
        }),
        Area::Outside | Area::Online | Area::Unknown => None,
    });
    let teams = answers.about.iter().flat_map(|category| {
        category.teams().iter().map(|team| Suggested {
            value: Desk::Team(*team),
            because: format!("works on {}", category.label().to_lowercase()),
        })
    });
    let mut all: Vec<Suggested<Desk>> = Vec::new();
    for one in bronze.chain(teams) {
        match all.iter_mut().find(|known| known.value == one.value) {
            Some(known) => known.because = format!("{}; {}", known.because, one.because),
            None => all.push(one),
        }
    }
    all
}

/// What the areas leave open, if anything.
pub(crate) fn area_advice(answers: &Answers) -> Option<&'static str> {
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

/// What the answer to "how do you know" means for the assessment.
pub(crate) const fn assessment_advice(knows: Knows) -> &'static str {
    match knows {
        Knows::Saw => "They say they saw or heard it. A only if the text itself shows how.",
        Knows::Told => "They say they were told. C if the text bears it out, otherwise D.",
        Knows::Online => "They say they saw it online. C or D; a link can be checked.",
        Knows::Unsaid => "They did not say how they know. D unless the text shows it.",
    }
}

/// What to look at again if the assessment says something else than the reporter did.
pub(crate) const fn contradiction(knows: Knows, chosen: AssessmentCode) -> Option<&'static str> {
    match (knows, chosen) {
        (Knows::Told, AssessmentCode::A) => Some(
            "A says the source knows it directly, but the reporter said somebody told them. \
             Look again.",
        ),
        (Knows::Online, AssessmentCode::A) => Some(
            "A says the source knows it directly, but the reporter said they saw it online. \
             Look again.",
        ),
        (Knows::Saw, AssessmentCode::B | AssessmentCode::C) => Some(
            "B and C say the source knows it indirectly, but the reporter said they saw or heard \
             it themselves. Look again.",
        ),
        (Knows::Unsaid, AssessmentCode::A | AssessmentCode::B | AssessmentCode::C) => Some(
            "The reporter did not say how they know. Only the text itself can show it: look again.",
        ),
        (
            Knows::Saw | Knows::Told | Knows::Online | Knows::Unsaid,
            AssessmentCode::A
            | AssessmentCode::B
            | AssessmentCode::C
            | AssessmentCode::D
            | AssessmentCode::E,
        ) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::answers::Details;
    use domain::{Category, District, Team};

    fn answers(danger: Danger, about: &[Category], areas: &[Area]) -> Answers {
        Answers {
            danger,
            about: about.to_vec(),
            place: String::new(),
            areas: areas.to_vec(),
            details: Details::default(),
        }
    }

    #[test]
    fn danger_comes_before_category_and_category_before_nothing() {
        let danger = answers(Danger::CannotCall, &[Category::Fraud], &[]);
        assert_eq!(priority(&danger).value, Priority::P1);
        let guns = answers(Danger::No, &[Category::Fraud, Category::Firearms], &[]);
        assert_eq!(priority(&guns).value, Priority::P2);
        assert_eq!(priority(&guns).because, "Firearms starts at P2");
        let fraud = answers(Danger::No, &[Category::Fraud], &[]);
        assert_eq!(priority(&fraud).value, Priority::P3);
    }

    #[test]
    fn a_desk_is_suggested_once_with_every_reason() {
        let both = answers(
            Danger::No,
            &[Category::DrugsSupply, Category::CountyLines],
            &[Area::In(District::Leeds), Area::Unknown],
        );
        let desks = desks(&both);
        let names: Vec<_> = desks.iter().map(|desk| desk.value).collect();
        assert_eq!(
            names,
            [
                Desk::Bronze(District::Leeds),
                Desk::Team(Team::PrecisionSocu),
                Desk::Team(Team::Safeguarding)
            ]
        );
        assert_eq!(
            desks[1].because,
            "works on drugs supply; works on county lines"
        );
    }

    #[test]
    fn a_tip_without_a_district_is_said_to_be_so() {
        let nowhere = answers(Danger::No, &[], &[Area::Unknown]);
        assert!(area_advice(&nowhere).unwrap().starts_with("No district"));
        let away = answers(Danger::No, &[], &[Area::Outside]);
        assert!(area_advice(&away).unwrap().contains("other force"));
        let online = answers(Danger::No, &[], &[Area::Online]);
        assert!(area_advice(&online).unwrap().contains("online only"));
        assert!(desks(&online).is_empty());
        let leeds = answers(Danger::No, &[], &[Area::In(District::Leeds), Area::Outside]);
        assert_eq!(area_advice(&leeds), None);
    }

    #[test]
    fn an_assessment_that_says_something_else_than_the_reporter_is_pointed_out() {
        use AssessmentCode::{A, B, C, D, E};
        let pointed = |knows| [A, B, C, D, E].map(|chosen| contradiction(knows, chosen).is_some());
        assert_eq!(pointed(Knows::Saw), [false, true, true, false, false]);
        assert_eq!(pointed(Knows::Told), [true, false, false, false, false]);
        assert_eq!(pointed(Knows::Online), [true, false, false, false, false]);
        assert_eq!(pointed(Knows::Unsaid), [true, true, true, false, false]);
    }
}
