//! What a second officer is asked to look at.

use domain::Priority;
use domain::console::DraftFace;
use domain::grade::Handling;

/// What makes a report weigh more, in the order to look at it; never empty.
pub(crate) fn look_at(face: &DraftFace) -> Vec<String> {
    let report = &face.report;
    let mut reasons = Vec::new();
    if report.priority == Priority::P1 {
        reasons.push("It is a P1: read it now.".to_owned());
    }
    let grades = report.items.iter().map(|item| &item.grade);
    let mut grades = grades.chain([&report.grade]);
    if grades.any(|grade| matches!(grade.handling, Handling::Conditional { .. })) {
        reasons.push("It is shared with conditions (C): are they clear to its desks?".to_owned());
    }
    if let Some(correction) = &report.correction {
        let version = correction.version;
        reasons.push(format!(
            "It is version {version} of a report that was sent before. What changed: {}",
            correction.what_changed
        ));
    }
    if !face.dropped.is_empty() {
        let names: Vec<String> = face.dropped.iter().map(|desk| desk.label()).collect();
        reasons.push(format!(
            "It is taken back from {}, with a notice that you sign.",
            names.join(", ")
        ));
    }
    let times = match face.kept {
        0 => None,
        1 => Some("once".to_owned()),
        times => Some(format!("{times} times")),
    };
    let kept = "Words that point to the source were kept with a reason: ";
    reasons.extend(times.map(|times| format!("{kept}{times}.")));
    reasons.push("Could anything in it tell who the source is?".to_owned());
    reasons
}

#[cfg(test)]
mod tests {
    use domain::grade::Grade;
    use domain::report::{Marking, REPORT_CONTEXT, Report};
    use domain::{
        Category, Day, Desk, InstallationId, Minute, OfficerId, RecordId, ReportId, Standing,
    };

    use super::*;

    fn face(priority: Priority, kept: u32) -> DraftFace {
        let author = OfficerId::from_bytes([1; 16]);
        DraftFace {
            record: RecordId::from_bytes([2; 16]),
            since: Minute(0),
            kept,
            report: Report {
                ctx: REPORT_CONTEXT.into(),
                inst: InstallationId::from_bytes([3; 16]),
                report: ReportId::from_bytes([4; 16]),
                desk: Desk::Silver,
                reference: String::new(),
                marking: Marking::Official,
                priority,
                category: Category::Fraud,
                created: Day(0),
                intelligence_day: None,
                title: String::new(),
                items: vec![],
                provenance: String::new(),
                grade: Grade::anonymous(),
                pii_considered: true,
                purpose: String::new(),
                review: Day(9),
                author,
                acting: None,
                correction: None,
            },
            desks: vec![Desk::Silver],
            dropped: vec![],
            author,
            standing: Standing::Serving,
            mine: false,
        }
    }

    #[test]
    fn what_is_urgent_or_points_to_the_source_is_said_first() {
        assert_eq!(look_at(&face(Priority::P3, 0)).len(), 1);
        let urgent = look_at(&face(Priority::P1, 2));
        assert!(urgent[0].contains("P1") && urgent[1].contains("2 times"));
    }
}
