//! The further answers of a tip as an officer reads them.

use domain::answers::Details;
use domain::question::{Field, Kind};

/// What was answered to a field, choices in words; nothing if it was not answered.
pub(crate) fn said(details: &Details, field: Field) -> String {
    let all: Vec<&str> = match field.kind() {
        Kind::OneOf(_) | Kind::SeveralOf(_) => {
            let codes = details.of(field);
            codes.filter_map(|code| word(field, code)).collect()
        }
        Kind::LongText { .. } | Kind::ShortText { .. } => details.of(field).collect(),
    };
    all.join("; ")
}

/// What a field is called; those with a row of their own have no name here.
pub(crate) const fn name(field: Field) -> Option<&'static str> {
    match field {
        Field::Danger
        | Field::Emergency
        | Field::About
        | Field::Story
        | Field::Place
        | Field::District
        | Field::Knows => None,
        Field::Helping => Some("For whom"),
        Field::When => Some("When"),
        Field::Times => Some("Days and times"),
        Field::DrugsKind => Some("Which drugs"),
        Field::DrugsSold => Some("How drugs are sold"),
        Field::DrugsKept => Some("Where drugs are kept"),
        Field::DrugsLine => Some("Number or name of the line"),
        Field::WeaponKind => Some("Kind of weapon"),
        Field::WeaponKept => Some("Where weapons are kept"),
        Field::WeaponWho => Some("Who carries weapons"),
        Field::RiskWho => Some("Who is at risk"),
        Field::RiskCount => Some("How many are at risk"),
        Field::RiskNeeds => Some("Needs and injuries"),
        Field::Premises => Some("At the premises"),
        Field::Others => Some("Who else could know"),
    }
}

/// A choice in words; whoever sealed the tip may have sent a code nobody offered.
fn word(field: Field, code: &str) -> Option<&'static str> {
    let word = match (field, code) {
        (Field::Helping, "self") => "For themselves",
        (Field::Helping, "helping") => "Helping someone else",
        (Field::Helping, "unsaid") => "They would rather not say",
        (Field::When, "now") => "Now, or in these days",
        (Field::When, "regularly") => "Again and again",
        (Field::When, "once") => "Once",
        (Field::When, "planned") => "Planned",
        (Field::DrugsSold, "home") => "From a home",
        (Field::DrugsSold, "street") => "In the street, a park or an alley",
        (Field::DrugsSold, "vehicle") => "From a car, bike or scooter",
        (Field::DrugsSold, "shop") => "From a shop or business",
        (Field::DrugsSold, "phone") => "By phone or app",
        (Field::WeaponKind, "gun") => "Gun",
        (Field::WeaponKind, "blade") => "Knife or other blade",
        (Field::WeaponKind, "other") => "Something else",
        (Field::RiskWho, "child") => "Under 18",
        (Field::RiskWho, "adult") => "Adults",
        (Field::RiskCount, "one") => "One",
        (Field::RiskCount, "few") => "Two to five",
        (Field::RiskCount, "many") => "More than five",
        (Field::Premises, "dogs") => "Dogs",
        (Field::Premises, "children") => "Children",
        (Field::Premises, "doors") => "Reinforced or blocked doors and windows",
        (Field::Premises, "cameras") => "Cameras",
        (Field::Others, "only-me") => "Only the reporter: what is passed on can point to them",
        (Field::Others, "few") => "A few people: what is passed on can point to the reporter",
        (Field::Others, "many") => "Many people",
        (_, "unknown") => "They do not know",
        _ => return None,
    };
    Some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_with_a_number_has_a_name_and_a_word_for_every_choice() {
        for field in Field::ALL.iter().filter(|field| field.number().is_some()) {
            assert!(name(*field).is_some(), "{field:?}");
            if let Kind::OneOf(codes) | Kind::SeveralOf(codes) = field.kind() {
                for code in codes {
                    assert!(word(*field, code).is_some(), "{field:?} {code}");
                }
            }
        }
    }

    #[test]
    fn choices_are_said_in_words_and_a_code_nobody_offered_is_not() {
        let mut details = Details::default();
        details.put(Field::When, &["regularly", "<b>", "planned"]);
        details.put(Field::Times, &["Fridays"]);
        assert_eq!(said(&details, Field::When), "Again and again; Planned");
        assert_eq!(said(&details, Field::Times), "Fridays");
        assert_eq!(said(&details, Field::Others), "");
    }
}
