//! How urgent a tip looks.

use domain::answers::{Answers, Danger};
use domain::question::Field;
use domain::{Category, Priority};

use super::{Said, Suggested, quoted};
use crate::phrases::Says;
use crate::told::Told;

/// How urgent the answers alone make a tip: for lists, which read no story.
pub fn answered_priority(answers: &Answers) -> Suggested<Priority> {
    if let Some(because) = answered_threat(answers) {
        return plain(Priority::P1, because.into());
    }
    let raised = answers.about.iter().find_map(|category| raised(*category));
    raised.unwrap_or_else(|| {
        plain(
            Priority::P3,
            "nothing in the answers says it is urgent".into(),
        )
    })
}

const fn answered_threat(answers: &Answers) -> Option<&'static str> {
    match answers.danger {
        Danger::CannotCall => Some("they said somebody is in danger and they cannot call safely"),
        Danger::Called => Some("they said somebody is in danger; they have called 999"),
        Danger::Unsaid => {
            Some("they said somebody is in danger; they did not say whether they called 999")
        }
        Danger::No => None,
    }
}

/// Why a threat to life looks likely: the answers, else the words.
pub(super) fn threat(told: &Told<'_>, said: &Said) -> Option<String> {
    let answered = told.answers.and_then(answered_threat);
    let words = said.get(&Says::Life);
    let spoken = words.map(|words| format!("the story says {}: threat to life?", quoted(words)));
    answered.map(str::to_owned).or(spoken)
}

/// How urgent a tip is by its answers, then by its words.
pub(super) fn priority(
    told: &Told<'_>,
    said: &Said,
    category: Option<Category>,
) -> Suggested<Priority> {
    let answered = told.answers.map(answered_priority);
    if let Some(because) = threat(told, said) {
        let is_answered = answered.is_some_and(|one| one.value == Priority::P1);
        return Suggested {
            needs_check: !is_answered,
            ..plain(Priority::P1, because)
        };
    }
    let raised = answered.filter(|one| one.value == Priority::P2);
    let raised = raised.or_else(|| category.and_then(raised_by_words));
    raised
        .or_else(|| chosen(told))
        .or_else(|| spoken(said))
        .unwrap_or_else(|| plain(Priority::P3, "nothing in the tip says it is urgent".into()))
}

fn raised(category: Category) -> Option<Suggested<Priority>> {
    let value = category.minimum_priority()?;
    Some(plain(
        value,
        format!("{} starts at {value}", category.label()),
    ))
}

fn raised_by_words(category: Category) -> Option<Suggested<Priority>> {
    let raised = raised(category)?;
    let because = format!(
        "it looks like {}, which starts at {}",
        category.label().to_lowercase(),
        raised.value
    );
    Some(Suggested {
        because,
        needs_check: true,
        ..raised
    })
}

/// What was chosen on the form makes it time critical.
fn chosen(told: &Told<'_>) -> Option<Suggested<Priority>> {
    let why = if told.chose(Field::WeaponKind, "gun") {
        "they said there is a gun"
    } else if told.chose(Field::RiskWho, "child") {
        "they said a child is at risk"
    } else if told.chose(Field::Premises, "children") {
        "they said children live there"
    } else if told.chose(Field::When, "now") {
        "they said it is going on now"
    } else if told.chose(Field::When, "planned") {
        "they said it is planned"
    } else {
        return None;
    };
    Some(plain(Priority::P2, why.into()))
}

/// Words that make it time critical: weapons, a child, a day that is near.
fn spoken(said: &Said) -> Option<Suggested<Priority>> {
    let all = [
        (Says::Weapon, "weapons"),
        (Says::Child, "a child"),
        (Says::Soon, "soon"),
    ];
    let (words, what) = all
        .iter()
        .find_map(|(says, what)| Some((said.get(says)?, what)))?;
    Some(Suggested {
        value: Priority::P2,
        because: format!("the story says {}: {what}?", quoted(words)),
        needs_check: true,
    })
}

const fn plain(value: Priority, because: String) -> Suggested<Priority> {
    Suggested {
        value,
        because,
        needs_check: false,
    }
}

#[cfg(test)]
mod tests {
    use domain::answers::Details;

    use super::*;

    fn answers(danger: Danger, about: &[Category]) -> Answers {
        Answers {
            danger,
            about: about.to_vec(),
            place: String::new(),
            areas: Vec::new(),
            details: Details::default(),
        }
    }

    #[test]
    fn danger_comes_before_category_and_category_before_nothing() {
        let danger = answers(Danger::CannotCall, &[Category::Fraud]);
        assert_eq!(answered_priority(&danger).value, Priority::P1);
        let guns = answers(Danger::No, &[Category::Fraud, Category::Firearms]);
        assert_eq!(answered_priority(&guns).value, Priority::P2);
        assert_eq!(answered_priority(&guns).because, "Firearms starts at P2");
        let fraud = answers(Danger::No, &[Category::Fraud]);
        assert_eq!(answered_priority(&fraud).value, Priority::P3);
    }

    #[test]
    fn words_raise_what_the_answers_leave_low_and_say_that_they_do() {
        let reader = crate::Reader::open();
        let fraud = answers(Danger::No, &[Category::Fraud]);
        let priority = |story| {
            let told = Told {
                answers: Some(&fraud),
                story,
            };
            reader.suggest(&told, &reader.mentions(&told)).priority
        };
        let life = priority("He says he is going to kill him.");
        assert_eq!((life.value, life.needs_check), (Priority::P1, true));
        assert!(life.because.contains("“going to kill”"));
        assert_eq!(
            priority("There is a knife under the till.").value,
            Priority::P2
        );
        assert_eq!(priority("He sends false bills.").value, Priority::P3);
    }
}
