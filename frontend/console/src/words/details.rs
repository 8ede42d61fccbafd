//! The further answers of a tip as an officer reads them.

use domain::answers::Details;
use domain::question::{Detail, Entry, Field, Kind, Thing};

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

/// Each person, vehicle and account that was told of: what it is called, and a line for each detail.
pub(crate) fn entries(details: &Details) -> Vec<(String, String)> {
    let all = Thing::ALL.into_iter().flat_map(|thing| {
        let numbered = (1..=thing.most()).map(move |nth| (thing, nth));
        numbered.map(|(thing, nth)| {
            (
                format!("{} {nth}", named(thing)),
                lines(details, thing, nth),
            )
        })
    });
    all.filter(|(_, lines)| !lines.is_empty()).collect()
}

fn lines(details: &Details, thing: Thing, nth: u8) -> String {
    let lines = thing.details().iter().filter_map(|detail| {
        let entry = Entry {
            detail: *detail,
            nth,
        };
        let said = said(details, Field::Entry(entry));
        (!said.is_empty()).then(|| format!("{}: {said}", asked(*detail)))
    });
    lines.collect::<Vec<_>>().join("\n")
}

const fn named(thing: Thing) -> &'static str {
    match thing {
        Thing::Person => "Person",
        Thing::Vehicle => "Vehicle",
        Thing::Account => "Online account",
    }
}

const fn asked(detail: Detail) -> &'static str {
    match detail {
        Detail::Name => "Name",
        Detail::Nickname => "Nickname",
        Detail::Address => "Lives or can be found",
        Detail::Role => "Role",
        Detail::Age => "Age",
        Detail::Build => "Height and build",
        Detail::Hair => "Hair and beard",
        Detail::Marks => "Scars, tattoos, glasses",
        Detail::Clothing => "Clothes",
        Detail::Phone => "Phone",
        Detail::Work => "Works",
        Detail::Associates => "Often with",
        Detail::Registration => "Registration",
        Detail::Make => "Make",
        Detail::Model => "Model",
        Detail::Colour => "Colour",
        Detail::Use => "Used for",
        Detail::Kept => "Kept",
        Detail::Platform => "Website or app",
        Detail::Username => "Account name",
        Detail::Link => "Link",
    }
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
        | Field::Entry(_)
        | Field::Knows
        | Field::Reply
        | Field::Safe => None,
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
        let once = |field: &&Field| field.number().is_some_and(|n| n < Entry::FIRST_NUMBER);
        for field in Field::ALL.iter().filter(once) {
            assert!(name(*field).is_some(), "{field:?}");
            if let Kind::OneOf(codes) | Kind::SeveralOf(codes) = field.kind() {
                for code in codes {
                    assert!(word(*field, code).is_some(), "{field:?} {code}");
                }
            }
        }
    }

    #[test]
    fn people_and_vehicles_are_told_one_by_one_with_what_was_said_of_each() {
        let mut details = Details::default();
        let told = [
            ("person1_name", "Tommo"),
            ("person1_age", "20 to 30"),
            ("person3_marks", "A scar"),
            ("account2_link", "example.org/x"),
        ];
        for (name, said) in told {
            details.put(Field::from_name(name).unwrap(), &[said]);
        }
        let expected = [
            ("Person 1", "Name: Tommo\nAge: 20 to 30"),
            ("Person 3", "Scars, tattoos, glasses: A scar"),
            ("Online account 2", "Link: example.org/x"),
        ];
        let expected = expected.map(|(name, lines)| (name.to_owned(), lines.to_owned()));
        assert_eq!(entries(&details), expected);
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
