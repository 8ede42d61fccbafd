//! Keys of strings, and which problems there can be.

use domain::answers::Rule;
use domain::question::{Field, Kind};

use super::Sheet;
use super::things::named;

/// The id of the control of one choice.
pub(crate) fn choice_id(field: Field, value: &str) -> String {
    format!("{}-{value}", field.name())
}

/// The key of one choice: categories have a name of their own, as staff and other pages use them.
pub(crate) fn choice_key(field: Field, value: &str) -> String {
    if field == Field::About {
        format!("category-{value}")
    } else {
        choice_id(field, value)
    }
}

/// The key of the text for a problem; what is asked of several people has one for all.
pub(crate) fn error_key(field: Field, rule: Rule) -> String {
    let field = match field {
        Field::Entry(_) => "entry",
        field => field.name(),
    };
    format!("error-{field}-{}", rule.key())
}

/// What is said about a problem.
pub(crate) fn error_text(sheet: &Sheet<'_>, field: Field, rule: Rule) -> String {
    let key = error_key(field, rule);
    match field {
        Field::Entry(entry) => sheet.words.say_with(&key, "what", named(sheet, entry)),
        _ => sheet.say(&key),
    }
}

/// Every problem the domain's rules can find, in the order asked.
pub(crate) fn every_problem() -> Vec<(Field, Rule)> {
    let rules = |field: &Field| {
        let missing = field.is_required().then_some(Rule::Missing);
        let shape = match field.kind() {
            Kind::OneOf(_) | Kind::SeveralOf(_) => Rule::Unknown,
            Kind::LongText { .. } | Kind::ShortText { .. } => Rule::TooLong,
        };
        let other_way = (*field == Field::About).then_some(Rule::OtherWay);
        let rules = [missing, Some(shape), other_way].into_iter().flatten();
        rules.map(|rule| (*field, rule)).collect::<Vec<_>>()
    };
    Field::ALL.iter().flat_map(rules).collect()
}

/// The id of the control an error link leads to: the first choice, or the text.
pub(crate) fn anchor(field: Field) -> String {
    match field.kind() {
        Kind::OneOf(values) | Kind::SeveralOf(values) => {
            choice_id(field, values.first().copied().unwrap_or_default())
        }
        Kind::LongText { .. } | Kind::ShortText { .. } => field.name().to_owned(),
    }
}
