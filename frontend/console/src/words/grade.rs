//! Grades explained in words, for the form and for the reader of a report.

use domain::grade::{ActionCode, Assessment, Handling, SanitisationCode, Source};
use domain::work::{AssessmentCode, GradeDraft, HandlingCode, SourceCode};

/// Every source code with its words.
pub(crate) const SOURCES: [(SourceCode, &str, &str); 3] = [
    (SourceCode::Reliable, "1", "Reliable"),
    (SourceCode::Untested, "2", "Untested"),
    (SourceCode::NotReliable, "3", "Not reliable"),
];

/// Every assessment code with its words.
pub(crate) const ASSESSMENTS: [(AssessmentCode, &str, &str); 5] = [
    (AssessmentCode::A, "A", "Known directly to the source"),
    (AssessmentCode::B, "B", "Known indirectly, corroborated"),
    (AssessmentCode::C, "C", "Known indirectly to the source"),
    (AssessmentCode::D, "D", "Not known"),
    (AssessmentCode::E, "E", "Suspected to be false"),
];

/// Both handling codes with their words.
pub(crate) const HANDLINGS: [(HandlingCode, &str, &str); 2] = [
    (HandlingCode::P, "P", "Lawful sharing permitted"),
    (HandlingCode::C, "C", "Permitted with conditions"),
];

/// What stands for a part of a grade that nobody has chosen.
const OPEN: &str = "·";

/// A grade in the making as three characters, such as `2DP`; `2··` while only the source is chosen.
pub(crate) fn short(grade: &GradeDraft) -> String {
    [
        code(&SOURCES, grade.source),
        code(&ASSESSMENTS, grade.assessment),
        code(&HANDLINGS, grade.handling),
    ]
    .concat()
}

fn code<T: PartialEq + Copy>(all: &[(T, &'static str, &str)], wanted: Option<T>) -> &'static str {
    let found = all.iter().find(|(one, _, _)| Some(*one) == wanted);
    found.map_or(OPEN, |(_, code, _)| code)
}

/// Whether all three parts are chosen.
pub(crate) const fn is_chosen(grade: &GradeDraft) -> bool {
    grade.source.is_some() && grade.assessment.is_some() && grade.handling.is_some()
}

/// The usual grade of an anonymous tip, such as `2DP`.
pub(crate) fn usual() -> String {
    short(&GradeDraft::usual_for_an_anonymous_tip())
}

/// Chooses the usual grade; reasons and conditions that were written stay.
pub(crate) fn choose_usual(grade: &mut GradeDraft) {
    let usual = GradeDraft::usual_for_an_anonymous_tip();
    grade.source = usual.source;
    grade.assessment = usual.assessment;
    grade.handling = usual.handling;
}

/// A source in words, with the reason where there is one.
pub(crate) fn source(source: &Source) -> String {
    match source {
        Source::Reliable => "Reliable".into(),
        Source::Untested => "Untested".into(),
        Source::NotReliable(why) => format!("Not reliable: {}", why.as_str()),
    }
}

/// An assessment in words, with the reason where there is one.
pub(crate) fn assessment(assessment: &Assessment) -> String {
    match assessment {
        Assessment::KnownDirectly => "Known directly to the source".into(),
        Assessment::Corroborated => "Known indirectly to the source but corroborated".into(),
        Assessment::KnownIndirectly => "Known indirectly to the source".into(),
        Assessment::NotKnown => "Not known how the source knows".into(),
        Assessment::SuspectedFalse(why) => format!("Suspected to be false: {}", why.as_str()),
    }
}

/// A handling code in words, without its conditions.
pub(crate) const fn handling(handling: &Handling) -> &'static str {
    match handling {
        Handling::Permitted => "Lawful sharing permitted",
        Handling::Conditional { .. } => "Lawful sharing permitted with conditions",
    }
}

/// An action code in words.
pub(crate) fn action(code: ActionCode) -> &'static str {
    words(ActionCode::ALL, code)
}

/// A sanitisation code in words.
pub(crate) fn sanitisation(code: SanitisationCode) -> &'static str {
    words(SanitisationCode::ALL, code)
}

fn words<T: PartialEq>(all: &[(T, &'static str)], code: T) -> &'static str {
    let found = all.iter().find(|(one, _)| *one == code);
    found.map_or("", |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::grade::Reason;

    #[test]
    fn a_grade_in_the_making_reads_as_three_characters() {
        let mut grade = GradeDraft::default();
        assert_eq!((short(&grade).as_str(), is_chosen(&grade)), ("···", false));
        grade.source = Some(SourceCode::NotReliable);
        grade.source_why = "wrong before".into();
        assert_eq!((short(&grade).as_str(), is_chosen(&grade)), ("3··", false));
        choose_usual(&mut grade);
        assert_eq!((short(&grade), is_chosen(&grade)), (usual(), true));
        assert_eq!(
            (usual().as_str(), grade.source_why.as_str()),
            ("2DP", "wrong before")
        );
    }

    #[test]
    fn reasons_are_read_with_their_grades() {
        let why = Reason::try_from("wrong before".to_owned()).unwrap();
        assert_eq!(
            source(&Source::NotReliable(why.clone())),
            "Not reliable: wrong before"
        );
        assert_eq!(
            assessment(&Assessment::SuspectedFalse(why)),
            "Suspected to be false: wrong before"
        );
        assert!(action(ActionCode::A1).starts_with("A1 Covert development"));
        assert!(sanitisation(SanitisationCode::S2).starts_with("S2 Consult"));
    }
}
