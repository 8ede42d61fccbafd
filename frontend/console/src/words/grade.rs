//! Grades explained in words, for the form.

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
