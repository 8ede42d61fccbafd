//! What a tip is about.

use domain::Category;

use super::{Said, Suggested, quoted};
use crate::phrases::Says;
use crate::told::Told;

/// Different words that must speak of a category that was not ticked, beside one that was.
const BESIDE: usize = 3;
/// Most categories suggested.
const CATEGORIES_MAX: usize = 3;

/// What was ticked, then what the words speak of. Where nothing was ticked that says what it is, a
/// single word is enough.
pub(super) fn categories(told: &Told<'_>, said: &Said) -> Vec<Suggested<Category>> {
    let ticked = told.answers.map_or(&[][..], |answers| &answers.about);
    let says_nothing =
        |category: &Category| matches!(category, Category::Other | Category::NotSure);
    let mut all: Vec<Suggested<Category>> = ticked
        .iter()
        .filter(|category| !says_nothing(category))
        .map(|category| Suggested {
            value: *category,
            because: format!("they ticked {}", category.asked().to_lowercase()),
            needs_check: false,
        })
        .collect();
    let least = if all.is_empty() { 1 } else { BESIDE };
    let known: Vec<Category> = all.iter().map(|one| one.value).collect();
    let mut spoken = spoken(said);
    spoken.retain(|(category, words)| words.len() >= least && !known.contains(category));
    let most = spoken.first().map_or(0, |(_, words)| words.len());
    // Of what words speak of only the most, or what has nearly as many.
    spoken.retain(|(_, words)| words.len().saturating_mul(2) > most || words.len() >= BESIDE);
    let tied = spoken
        .iter()
        .filter(|(_, words)| words.len() == most)
        .count()
        > 1;
    all.extend(spoken.into_iter().map(|(value, words)| Suggested {
        value,
        because: format!("the story says {}", quoted(words)),
        needs_check: tied || words.len() < BESIDE,
    }));
    if all.is_empty() {
        all.extend(ticked.first().map(|category| Suggested {
            value: *category,
            because: format!("they ticked {}", category.asked().to_lowercase()),
            needs_check: true,
        }));
    }
    all.truncate(CATEGORIES_MAX.max(known.len()));
    all
}

/// The categories of which words speak, those with the most different words first; of equals the
/// narrower one.
fn spoken(said: &Said) -> Vec<(Category, &Vec<String>)> {
    let mut all: Vec<(Category, &Vec<String>)> = said
        .iter()
        .filter_map(|(says, words)| match says {
            Says::About(category) => Some((*category, words)),
            Says::Life | Says::Soon | Says::Child | Says::Weapon => None,
        })
        .collect();
    all.sort_by_key(|(category, words)| {
        (usize::MAX.saturating_sub(words.len()), is_wide(*category))
    });
    all
}

/// Categories whose words are also used of others.
const fn is_wide(category: Category) -> bool {
    matches!(
        category,
        Category::DrugsSupply
            | Category::KnivesGangs
            | Category::Money
            | Category::ChildExploitation
    )
}
