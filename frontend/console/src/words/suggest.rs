//! What a tip suggests, each time with the reason: the officer decides.

use domain::answers::Knows;
use domain::console::TipView;
use domain::work::AssessmentCode;
use pole::{Reader, Suggestions, Told};

thread_local! {
    static READER: Reader = Reader::open();
}

/// Everything the answers and the story suggest.
pub(crate) fn of(tip: &TipView) -> Suggestions {
    let told = Told {
        answers: tip.answers.as_ref(),
        story: &tip.story,
    };
    READER.with(|reader| reader.suggest(&told, &reader.mentions(&told)))
}

/// What the answer to "how do you know" means for the assessment.
pub(crate) const fn assessment_advice(knows: Knows) -> &'static str {
    match knows {
        Knows::Saw => "They say they saw or heard it. A only if the text itself shows how.",
        Knows::Told => "They say they were told. C if the text bears it out, otherwise D.",
        Knows::Online => "They say they saw it online. C or D; a link can be checked.",
        Knows::Unsaid => "They did not say how they know. D unless the text shows it.",
    }
}

/// What to look at again if the assessment says something else than the reporter did.
pub(crate) const fn contradiction(knows: Knows, chosen: AssessmentCode) -> Option<&'static str> {
    match (knows, chosen) {
        (Knows::Told, AssessmentCode::A) => Some(
            "A says the source knows it directly, but the reporter said somebody told them. \
             Look again.",
        ),
        (Knows::Online, AssessmentCode::A) => Some(
            "A says the source knows it directly, but the reporter said they saw it online. \
             Look again.",
        ),
        (Knows::Saw, AssessmentCode::B | AssessmentCode::C) => Some(
            "B and C say the source knows it indirectly, but the reporter said they saw or heard \
             it themselves. Look again.",
        ),
        (Knows::Unsaid, AssessmentCode::A | AssessmentCode::B | AssessmentCode::C) => Some(
            "The reporter did not say how they know. Only the text itself can show it: look again.",
        ),
        (
            Knows::Saw | Knows::Told | Knows::Online | Knows::Unsaid,
            AssessmentCode::A
            | AssessmentCode::B
            | AssessmentCode::C
            | AssessmentCode::D
            | AssessmentCode::E,
        ) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_assessment_that_says_something_else_than_the_reporter_is_pointed_out() {
        use AssessmentCode::{A, B, C, D, E};
        let pointed = |knows| [A, B, C, D, E].map(|chosen| contradiction(knows, chosen).is_some());
        assert_eq!(pointed(Knows::Saw), [false, true, true, false, false]);
        assert_eq!(pointed(Knows::Told), [true, false, false, false, false]);
        assert_eq!(pointed(Knows::Online), [true, false, false, false, false]);
        assert_eq!(pointed(Knows::Unsaid), [true, true, true, false, false]);
    }
}
