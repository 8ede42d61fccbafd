//! Broken rules of a report as sentences of an error summary.

use super::signposts;
use domain::work::{
    GradePart, KEPT_REASON_MAX, ReportField, ReportRule, SignpostPart, ThreatPart, WorkProblem,
};

/// The sentence for one problem.
pub(crate) fn sentence(problem: WorkProblem) -> String {
    let WorkProblem { field, rule } = problem;
    match (field, rule) {
        (ReportField::ItemText { item }, ReportRule::Missing) => {
            format!("Write item {item}, or remove it")
        }
        (ReportField::ItemText { item }, _) => format!("Item {item} is too long"),
        (ReportField::ItemGrade { item, part }, rule) => {
            format!("Item {item}: {}", grade(part, rule))
        }
        (ReportField::Grade { part }, rule) => {
            format!("Grade of the whole: {}", grade(part, rule))
        }
        (ReportField::Kept { number }, ReportRule::TooLong) => {
            format!(
                "Words {number}: say more briefly why they stay, {KEPT_REASON_MAX} bytes at most"
            )
        }
        (ReportField::Kept { number }, _) => {
            format!("Words {number}: rewrite them, or say why they stay")
        }
        (ReportField::Threat { part }, rule) => {
            format!("Threat to life: {}", threat(part, rule))
        }
        (ReportField::Signpost { signpost, part }, rule) => {
            format!(
                "{}: {}",
                signposts::name(signpost),
                signpost_part(part, rule)
            )
        }
        (field, rule) => whole(field, rule).into(),
    }
}

fn whole(field: ReportField, rule: ReportRule) -> &'static str {
    match (field, rule) {
        (ReportField::Priority, _) => "Choose a priority",
        (ReportField::Title, ReportRule::TooLong) => "The title is too long",
        (ReportField::Title, _) => "Write a title that does not point to the source",
        (ReportField::Items, ReportRule::TooMany) => "There are more items than a report can hold",
        (ReportField::Items, ReportRule::TooLong) => {
            "All texts together are too long for one report"
        }
        (ReportField::Provenance, ReportRule::TooLong) => "The provenance is too long",
        (ReportField::Provenance, _) => "Say how it came to be known, without revealing the source",
        (ReportField::Changed, ReportRule::TooLong) => "Say more briefly what has changed",
        (ReportField::Changed, _) => "Say what has changed, for the desks that have it",
        (ReportField::Pii, _) => "Confirm that public interest immunity was considered",
        (ReportField::Purpose, ReportRule::TooLong) => "The purpose is too long",
        (ReportField::Purpose, _) => "Say for which lawful policing purpose it is shared",
        (ReportField::Review, ReportRule::TooSoon) => {
            "The review date must be at least four weeks from now"
        }
        (ReportField::Review, ReportRule::TooLate) => "The review date must be within ten years",
        (ReportField::Review, _) => "Choose a review date",
        (ReportField::Desks, ReportRule::NotAReceiver) => "One of the desks takes no reports",
        (ReportField::Desks, ReportRule::Twice) => "A desk is chosen twice",
        (ReportField::Desks, ReportRule::NobodyActs) => {
            "Every desk would get it for information: choose one that acts"
        }
        (ReportField::Desks, _) => "Choose at least one desk",
        (ReportField::Items | ReportField::ItemText { .. }, _) => "Write at least one item",
        (ReportField::ItemGrade { .. } | ReportField::Grade { .. }, _) => "Check the grade",
        (ReportField::Threat { .. }, _) => "Say whether there is a threat to life",
        (ReportField::Signpost { .. }, _) => "Decide about the help that is asked for",
        (ReportField::CloseNote, ReportRule::TooLong) => "Say it more briefly",
        (ReportField::CloseNote, _) => "Say which force it belongs to",
        (ReportField::Kept { .. }, _) => "Decide about every word that points to the source",
    }
}

const fn signpost_part(part: SignpostPart, rule: ReportRule) -> &'static str {
    match rule {
        ReportRule::TooLong => "a line takes at most 200 bytes",
        _ => signposts::missing(part),
    }
}

const fn threat(part: ThreatPart, rule: ReportRule) -> &'static str {
    match (part, rule) {
        (_, ReportRule::TooLong) => "a line takes at most 200 bytes",
        (ThreatPart::IsOne, _) => "say whether there is one",
        (ThreatPart::Told, _) => "say who was told",
        (ThreatPart::At, _) => "say when they were told",
        (ThreatPart::Incident, _) => "write the incident number",
        (ThreatPart::AcknowledgedBy, _) => "say who acknowledged it",
    }
}

fn grade(part: GradePart, rule: ReportRule) -> &'static str {
    if rule == ReportRule::TooLong {
        return "a reason takes at most 500 bytes";
    }
    if rule == ReportRule::LooserThanItems {
        return "an item has handling code C, so the whole needs handling code C too";
    }
    match part {
        GradePart::Source => "choose how far the source can be relied on",
        GradePart::SourceWhy => "say why the source is not reliable",
        GradePart::Assessment => "choose how the source knows",
        GradePart::AssessmentWhy => "say why it is suspected to be false",
        GradePart::Handling => "choose handling code P or C",
        GradePart::Action => "handling code C needs an action code",
        GradePart::Sanitisation => "handling code C needs a sanitisation code",
        GradePart::Conditions => "handling code C needs its conditions in words",
    }
}

/// Whether a problem belongs to the element with this id or to one inside it.
pub(crate) fn is_at(problem: WorkProblem, id: &str) -> bool {
    problem.field.to_string() == id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_its_item_and_its_field() {
        let problem = WorkProblem {
            field: ReportField::ItemGrade {
                item: 2,
                part: GradePart::Action,
            },
            rule: ReportRule::Missing,
        };
        assert_eq!(
            sentence(problem),
            "Item 2: handling code C needs an action code"
        );
        assert!(is_at(problem, "item-2-action"));
        assert!(!is_at(problem, "item-1-action"));
        let title = WorkProblem {
            field: ReportField::Title,
            rule: ReportRule::TooLong,
        };
        assert_eq!(sentence(title), "The title is too long");
    }
}
