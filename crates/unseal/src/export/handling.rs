//! A report's handling in words, for whoever does not know the codes.

use domain::grade::{Grade, Handling};
use domain::report::Report;

/// The whole first, then each item.
pub(super) fn of(report: &Report) -> Vec<String> {
    let whole = line("The report as a whole", &report.grade);
    let items = (1..).zip(&report.items);
    let items = items.map(|(number, item)| line(&format!("Item {number}"), &item.grade));
    std::iter::once(whole).chain(items).collect()
}

fn line(what: &str, grade: &Grade) -> String {
    match &grade.handling {
        Handling::Permitted => format!("{what}, {grade}: lawful sharing permitted."),
        Handling::Conditional {
            action,
            sanitisation,
            conditions,
        } => format!(
            "{what}, {grade}: lawful sharing permitted with conditions. {}. {}. Conditions: {}",
            action.words(),
            sanitisation.words(),
            conditions.as_str()
        ),
    }
}
