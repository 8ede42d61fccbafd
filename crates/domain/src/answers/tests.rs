//! Forms filled in well and badly.

use super::*;
use crate::question::{Field, Kind, STORY_MAX};

const FULL: &[(&str, &str)] = &[
    ("danger", "yes"),
    ("emergency", "cannot"),
    ("about", "firearms"),
    ("about", "drugs_supply"),
    ("story", " two\r\nlines "),
    ("place", "by the mill"),
    ("district", "leeds"),
    ("knows", "told"),
    ("somebody-elses-field", "x"),
];

#[test]
fn a_full_form_becomes_answers() {
    let form = FilledForm::from_pairs(FULL.iter().copied()).unwrap();
    assert_eq!(form.story, "two\nlines");
    assert_eq!(form.knows, Knows::Told);
    assert_eq!(form.answers.danger, Danger::CannotCall);
    assert_eq!(
        form.answers.about,
        [Category::DrugsSupply, Category::Firearms]
    );
    assert_eq!(form.answers.areas, [Area::In(District::Leeds)]);
}

#[test]
fn an_empty_form_names_what_is_missing_in_the_order_asked() {
    let problems = FilledForm::from_pairs([]).unwrap_err();
    let fields: Vec<_> = problems.iter().map(|p| (p.field, p.rule)).collect();
    assert_eq!(
        fields,
        [
            ("danger", Rule::Missing),
            ("about", Rule::Missing),
            ("story", Rule::Missing)
        ]
    );
}

#[test]
fn room_is_counted_in_bytes_after_tidying() {
    let fits = "ک".repeat(STORY_MAX / 2) + "  ";
    let over = "ک".repeat(STORY_MAX / 2) + "a";
    let with = |story| [("danger", "no"), ("about", "fraud"), ("story", story)];
    assert!(FilledForm::from_pairs(with(&fits)).is_ok());
    let problems = FilledForm::from_pairs(with(&over)).unwrap_err();
    assert_eq!(
        problems,
        [Problem {
            field: "story",
            rule: Rule::TooLong
        }]
    );
}

#[test]
fn corruption_is_never_sent_to_triage() {
    let pairs = [
        ("danger", "no"),
        ("about", "fraud"),
        ("about", "corruption"),
        ("story", "x"),
    ];
    let problems = FilledForm::from_pairs(pairs).unwrap_err();
    assert_eq!(
        problems,
        [Problem {
            field: "about",
            rule: Rule::OtherWay
        }]
    );
}

#[test]
fn a_value_nobody_offered_is_refused() {
    let pairs = [("danger", "maybe"), ("about", "fraud"), ("story", "x")];
    let problems = FilledForm::from_pairs(pairs).unwrap_err();
    assert_eq!(
        problems,
        [Problem {
            field: "danger",
            rule: Rule::Unknown
        }]
    );
}

#[test]
fn a_reporter_comes_back_only_if_they_chose_so_and_safely_only_if_they_said_so() {
    let coming = |more: &[(&str, &str)]| {
        let pairs = [("danger", "no"), ("about", "other"), ("story", "x")];
        let form = FilledForm::from_pairs(pairs.into_iter().chain(more.iter().copied()));
        form.unwrap().comes_back
    };
    assert_eq!(coming(&[]), ComesBack::Never);
    assert_eq!(coming(&[("safe", "yes")]), ComesBack::Never);
    assert_eq!(
        coming(&[("reply", "none"), ("safe", "yes")]),
        ComesBack::Never
    );
    for (said, safe) in [("yes", true), ("no", false), ("", false)] {
        let with_phrase = coming(&[("reply", "phrase"), ("safe", said)]);
        assert_eq!(with_phrase, ComesBack::WithPhrase { safe });
    }
}

/// Everything ticked, and in every text as much of the script that takes most bytes as fits.
fn longest() -> FilledForm {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    for field in Field::ALL {
        match field.kind() {
            Kind::OneOf(values) => {
                let longest = values.iter().max_by_key(|value| value.len()).unwrap();
                pairs.push((field.name(), (*longest).to_owned()));
            }
            Kind::SeveralOf(values) => {
                let ours = values.into_iter().filter(|value| *value != "corruption");
                pairs.extend(ours.map(|value| (field.name(), value.to_owned())));
            }
            Kind::LongText { max_bytes } | Kind::ShortText { max_bytes } => {
                pairs.push((field.name(), "🦆".repeat(max_bytes / 4)));
            }
        }
    }
    let pairs = pairs.iter().map(|(name, value)| (*name, value.as_str()));
    let danger = [("danger", "yes"), ("emergency", "cannot")];
    FilledForm::from_pairs(danger.into_iter().chain(pairs)).unwrap()
}

fn len(value: &impl Encode<()>) -> usize {
    minicbor::to_vec(value).unwrap().len()
}

#[test]
fn the_longest_answers_stay_under_their_limit() {
    let answers = longest().answers;
    let asked = |field: &&Field| field.number().is_some();
    for field in Field::ALL.iter().filter(asked) {
        assert!(answers.details.of(*field).next().is_some(), "{field:?}");
    }
    let mut answers = answers;
    let entries = answers.details.split_entries();
    let bytes = len(&answers);
    assert!(bytes <= ANSWERS_MAX, "{bytes}");
    let bytes = len(&entries);
    assert!(bytes <= ENTRIES_MAX, "{bytes}");
}

#[test]
fn answers_are_taken_while_they_fit_and_join_again() {
    let mut details = longest().answers.details;
    let whole = details.clone();
    let mut pieces = Vec::new();
    while !details.is_empty() {
        let piece = details.take_fitting(700);
        assert!(!piece.is_empty() && len(&piece) <= 702);
        pieces.push(piece);
    }
    assert!(pieces.len() > 10);
    for piece in pieces.into_iter().rev() {
        assert!(details.is_apart(&piece));
        details.join(piece.clone());
        assert!(!details.is_apart(&piece));
    }
    assert_eq!(details, whole);
    assert!(details.take_fitting(3).is_empty());
    assert_eq!(details, whole);
}

#[test]
fn people_vehicles_and_accounts_come_with_the_answers_and_may_leave_gaps() {
    let typed = [
        ("person1_name", "  "),
        ("person2_name", "Tommo"),
        ("person4_marks", "A scar\r\non the chin"),
        ("vehicle3_registration", "AB12"),
        ("account1_link", "example.org/x"),
        ("person5_name", "nobody asked"),
    ];
    let form = FilledForm::from_pairs(FULL.iter().copied().chain(typed)).unwrap();
    let said = |name| {
        let field = Field::from_name(name).unwrap();
        form.answers.details.of(field).collect::<Vec<_>>()
    };
    assert!(said("person1_name").is_empty());
    assert_eq!(said("person2_name"), ["Tommo"]);
    assert_eq!(said("person4_marks"), ["A scar\non the chin"]);
    assert_eq!(said("vehicle3_registration"), ["AB12"]);
    assert_eq!(said("account1_link"), ["example.org/x"]);
    assert_eq!(Field::from_name("person5_name"), None);
    let long = "x".repeat(151);
    let typed = [("person3_name", long.as_str())];
    let problems = FilledForm::from_pairs(FULL.iter().copied().chain(typed)).unwrap_err();
    let wrong = Problem {
        field: "person3_name",
        rule: Rule::TooLong,
    };
    assert_eq!(problems, [wrong]);
}

#[test]
fn answers_from_before_there_were_details_read_and_write_the_same() {
    let old = b"\xa4\x00\x00\x01\x81ldrugs_supply\x02kby the mill\x03\x81eleeds";
    let answers: Answers = minicbor::decode(old).unwrap();
    assert_eq!(answers.place, "by the mill");
    assert!(answers.details.is_empty());
    assert_eq!(minicbor::to_vec(&answers).unwrap(), old);
}

#[test]
fn an_answer_under_a_number_of_a_later_version_is_passed_over_and_kept() {
    let newer = b"\xa2\x03\x81hat night\x19\xff\xff\x82creddblue";
    let details: Details = minicbor::decode(newer).unwrap();
    assert_eq!(details.of(Field::Times).collect::<Vec<_>>(), ["at night"]);
    assert_eq!(minicbor::to_vec(&details).unwrap(), newer);
    let text = serde_json::to_string(&details).unwrap();
    assert_eq!(serde_json::from_str::<Details>(&text).unwrap(), details);
}

#[test]
fn what_else_was_asked_comes_with_the_answers() {
    let asked = [
        ("helping", "helping"),
        ("when", "planned"),
        ("when", "regularly"),
        ("when", "regularly"),
        ("times", " Fridays "),
        ("others", "few"),
    ];
    let form = FilledForm::from_pairs(FULL.iter().copied().chain(asked)).unwrap();
    let said = |field| form.answers.details.of(field).collect::<Vec<_>>();
    assert_eq!(said(Field::Helping), ["helping"]);
    assert_eq!(said(Field::When), ["regularly", "planned"]);
    assert_eq!(said(Field::Times), ["Fridays"]);
    assert_eq!(said(Field::Others), ["few"]);
    let without = FilledForm::from_pairs(FULL.iter().copied()).unwrap();
    assert!(without.answers.details.is_empty());
}

#[test]
fn not_knowing_is_dropped_where_something_is_known() {
    let areas = |ticked: &[&str]| {
        let ticked = ticked.iter().map(|code| ("district", *code));
        let pairs = FULL.iter().copied().filter(|(name, _)| *name != "district");
        let form = FilledForm::from_pairs(pairs.chain(ticked)).unwrap();
        form.answers.areas
    };
    assert_eq!(areas(&["unknown", "online"]), [Area::Online]);
    let several = [Area::In(District::Leeds), Area::Outside];
    assert_eq!(areas(&["leeds", "unknown", "outside"]), several);
    assert_eq!(areas(&["unknown"]), [Area::Unknown]);
    let ticked = [
        ("when", "unknown"),
        ("when", "now"),
        ("drugs_sold", "unknown"),
    ];
    let form = FilledForm::from_pairs(FULL.iter().copied().chain(ticked)).unwrap();
    let said = |field| form.answers.details.of(field).collect::<Vec<_>>();
    assert_eq!(said(Field::When), ["now"]);
    assert_eq!(said(Field::DrugsSold), ["unknown"]);
}

#[test]
fn what_was_typed_into_a_question_that_is_not_asked_is_neither_checked_nor_sent() {
    let long = "x".repeat(1_000);
    let typed = [
        ("drugs_kept", "in the shed"),
        ("weapon_kept", long.as_str()),
        ("weapon_kind", "nobody-offered-this"),
    ];
    let drugs = FULL
        .iter()
        .copied()
        .filter(|pair| *pair != ("about", "firearms"));
    let form = FilledForm::from_pairs(drugs.chain(typed)).unwrap();
    let details = &form.answers.details;
    assert!(details.of(Field::DrugsKept).eq(["in the shed"]));
    assert_eq!(details.of(Field::WeaponKept).next(), None);
    let problems = FilledForm::from_pairs(FULL.iter().copied().chain(typed)).unwrap_err();
    let fields: Vec<_> = problems.iter().map(|p| (p.field, p.rule)).collect();
    let wrong = [
        ("weapon_kind", Rule::Unknown),
        ("weapon_kept", Rule::TooLong),
    ];
    assert_eq!(fields, wrong);
}

#[test]
fn either_of_several_categories_calls_for_a_question() {
    for (category, asked) in [("knives_gangs", true), ("firearms", true), ("fraud", false)] {
        let pairs = [
            ("danger", "no"),
            ("about", category),
            ("about", "other"),
            ("story", "x"),
            ("weapon_who", "the tall one"),
        ];
        let form = FilledForm::from_pairs(pairs).unwrap();
        let said = form.answers.details.of(Field::WeaponWho).next().is_some();
        assert_eq!(said, asked, "{category}");
    }
}

#[test]
fn everything_that_was_written_counts_as_the_reporters_own_words() {
    let texts = Field::ALL
        .iter()
        .filter(|field| matches!(field.kind(), Kind::ShortText { .. } | Kind::LongText { .. }));
    let written: Vec<(&str, String)> = texts
        .map(|field| (field.name(), format!("written under {}", field.name())))
        .collect();
    assert!(written.len() > 80, "{}", written.len());
    let ticked = [("danger", "no")].into_iter();
    let about = ["drugs_supply", "firearms", "modern_slavery", "county_lines"];
    let ticked = ticked.chain(about.map(|category| ("about", category)));
    let pairs = written.iter().map(|(name, text)| (*name, text.as_str()));
    let form = FilledForm::from_pairs(ticked.chain(pairs)).unwrap();
    let own_words = form.answers.own_words(&form.story);
    for (_, text) in &written {
        assert!(own_words.lines().any(|line| line == text), "{text}");
    }
}
