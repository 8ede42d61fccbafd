//! Help for a reporter or for somebody at risk: what it is, why it is suggested, what to do.

use domain::District;
use domain::answers::{Answers, Area};
use domain::work::{Signpost, SignpostDecision, SignpostPart, WhySignpost};

use super::day;

/// The saved reply that tells a reporter of help: one for all, so that it tells nobody what a tip was about.
pub(crate) const REPLY: &str = "support";

/// What it is called.
pub(crate) const fn name(signpost: Signpost) -> &'static str {
    match signpost {
        Signpost::ChildSafeguarding => "Child safeguarding",
        Signpost::AdultSafeguarding => "Adult safeguarding",
        Signpost::ModernSlavery => "Modern slavery: National Referral Mechanism",
        Signpost::VictimSupport => "Victim Support",
        Signpost::ReportFraud => "Report Fraud",
    }
}

/// Why it is suggested.
pub(crate) fn because(why: WhySignpost) -> String {
    match why {
        WhySignpost::About(category) => format!("it is about {}", category.label().to_lowercase()),
        WhySignpost::ChildAtRisk => "they said that a child is at risk".into(),
        WhySignpost::AdultAtRisk => "they said that an adult is at risk".into(),
        WhySignpost::InDanger => "they spoke of danger".into(),
    }
}

/// Whom to call, and what allows it.
pub(crate) fn what_to_do(signpost: Signpost, answers: Option<&Answers>) -> Vec<String> {
    let areas = answers.map(|answers| answers.areas.as_slice());
    let areas = areas.unwrap_or_default().iter();
    let districts = areas.filter_map(|area| match area {
        Area::In(district) => Some(*district),
        Area::Outside | Area::Online | Area::Unknown => None,
    });
    let lines: &[&str] = match signpost {
        Signpost::ChildSafeguarding => &[
            "Call the front door of the children's services where the child lives. In danger now: the Force \
             Control Room first.",
            BASIS,
        ],
        Signpost::AdultSafeguarding => &[
            "Call adult social care where the adult lives. In danger now: the Force Control Room first.",
            BASIS,
        ],
        Signpost::ModernSlavery => &[
            "Tell the Modern Slavery and Human Trafficking team: only first responder organisations refer, and an \
             anonymous tip cannot be a referral.",
            "An adult consents to be referred; without that it is the Duty to Notify. A child needs no consent. \
             Write down which it is.",
        ],
        Signpost::VictimSupport => &[
            "For anybody affected by crime, reported or not. A reporter goes there by themselves.",
            "Refer somebody only with their consent: write down who has it.",
        ],
        Signpost::ReportFraud => &[
            "0300 123 2040. For whoever lost money, or whose account or computer somebody got into. They report \
             it by themselves.",
        ],
    };
    let mut all: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    all.extend(districts.filter_map(|district| front_door(signpost, district)));
    all.push(ANONYMOUS.into());
    all
}

const BASIS: &str = "Write down the law or the agreement that allows it, as the force's safeguarding policy names it.";

const ANONYMOUS: &str = "The reporter stays anonymous: say what the report says, never who may have told, from where, \
                         or in what words.";

/// The number of a district's own service, where a published page has one: an undated page, so it is to be checked.
fn front_door(signpost: Signpost, district: District) -> Option<String> {
    let known = match (signpost, district) {
        (Signpost::ChildSafeguarding, District::Leeds) => {
            "Leeds: Duty and Advice 0113 376 0336, option 3; out of hours 0113 376 0469"
        }
        (Signpost::ChildSafeguarding, District::Kirklees) => {
            "Kirklees: Referral and Response 01484 456848; out of hours 01484 414933"
        }
        (Signpost::AdultSafeguarding, District::Leeds) => {
            "Leeds: 0113 222 4401; out of hours 07712 106 378"
        }
        (Signpost::ChildSafeguarding | Signpost::AdultSafeguarding, _) => {
            return Some(format!(
                "{}: the number is in the force's own directory.",
                district.label()
            ));
        }
        (Signpost::ModernSlavery | Signpost::VictimSupport | Signpost::ReportFraud, _) => {
            return None;
        }
    };
    Some(format!(
        "{known} (from an undated page: check it before you rely on it)."
    ))
}

/// What was decided.
pub(crate) fn decision(decision: &SignpostDecision) -> String {
    match decision {
        SignpostDecision::Told { seq } => format!("the reporter was told, in reply {seq}"),
        SignpostDecision::Referred { referral } => format!(
            "referred on {} to {}, reference {}. For: {}. Allowed by: {}",
            referral.day.map(day::long).unwrap_or_default(),
            referral.to,
            referral.reference,
            referral.purpose,
            referral.basis
        ),
        SignpostDecision::NotNeeded { because } => format!("not needed: {because}"),
    }
}

/// What is still to be said of it.
pub(crate) const fn missing(part: SignpostPart) -> &'static str {
    match part {
        SignpostPart::Decision => "say who was told, or why it is not needed",
        SignpostPart::Because => "say why it is not needed",
        SignpostPart::Day => "say on which day, today or before",
        SignpostPart::To => "say who took the referral",
        SignpostPart::Reference => "write their reference",
        SignpostPart::Purpose => "say what for",
        SignpostPart::Basis => "say what allows it",
    }
}

#[cfg(test)]
mod tests {
    use domain::answers::{Danger, Details};

    use super::*;
    use crate::words::saved_replies;

    #[test]
    fn each_says_that_the_reporter_stays_anonymous_and_a_number_only_where_one_was_published() {
        let areas = District::ALL.iter().copied().map(Area::In).collect();
        let answers = Answers {
            danger: Danger::No,
            about: Vec::new(),
            place: String::new(),
            areas,
            details: Details::default(),
        };
        for signpost in Signpost::ALL {
            let lines = what_to_do(signpost, Some(&answers));
            assert_eq!(lines.last().map(String::as_str), Some(ANONYMOUS));
        }
        let child = what_to_do(Signpost::ChildSafeguarding, Some(&answers));
        let named = |district: &str| {
            let line = child.iter().find(|line| line.starts_with(district));
            line.unwrap().chars().any(|c| c.is_ascii_digit())
        };
        assert!(named("Leeds") && named("Kirklees"));
        assert!(!named("Bradford") && !named("Calderdale") && !named("Wakefield"));
    }

    #[test]
    fn one_reply_tells_of_all_help_in_every_language() {
        for lang in saved_replies::languages() {
            let mut replies = saved_replies::of(lang);
            let text = replies.find(|reply| reply.name == REPLY).unwrap().text;
            for fact in [
                "Victim Support",
                "0800 1111",
                "0808 800 5000",
                "08000 121 700",
                "0300 123 2040",
                "999",
            ] {
                assert!(text.contains(fact), "{lang}: {fact}");
            }
        }
    }
}
