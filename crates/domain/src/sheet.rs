//! The monthly sheet: how many cases of a district came to what, as far as everybody may know it.
//!
//! A cell is a threat and an outcome; its number is of the **cases** that had that outcome in that month,
//! so that five arrests in one case are one. A number under [`LEAST_SHOWN`] is left out, and so is none:
//! what is left out reads "fewer than five, or none". There are no totals, and a sheet is written of one
//! district and one month by what happened on the days of that month. So two counts that differ in what is
//! left out only give the same sheet, byte for byte: nothing published says anything of a cell that is not.
//!
//! The server chooses which cards it serves. A browser signs one count of a month and no other, so a server
//! learns nothing by holding a card back and asking again; two supervisors who count on two machines what it
//! shows them differently could still tell it, if it keeps both sheets from being published.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::Month;
use crate::case::{CaseCard, Outcome, Withdrawn};
use crate::category::Category;

/// The smallest number that is shown to anybody outside a desk.
pub const LEAST_SHOWN: u32 = 5;

/// How many cases of one threat came to one outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The threat.
    pub category: Category,
    /// What came of them.
    pub outcome: Outcome,
    /// How many.
    pub cases: u32,
}

impl Cell {
    /// Whether everybody may know it.
    pub const fn is_shown(&self) -> bool {
        self.cases >= LEAST_SHOWN
    }
}

/// Counts the cases of a desk that had an outcome in a month, with what a correction took the place of as one
/// case: every cell that is not empty, in the order of
/// the lists. Not to be shared before what is small was left out.
pub fn count<'a>(cards: impl Iterator<Item = &'a CaseCard>, month: Month) -> Vec<Cell> {
    let mut cells: BTreeMap<(Category, Outcome), u32> = BTreeMap::new();
    let counts = |card: &&CaseCard| card.withdrawn != Some(Withdrawn::Replaced);
    for card in cards.filter(counts) {
        for outcome in Outcome::ALL {
            let mut outcomes = card.outcomes.iter();
            if outcomes.any(|one| one.outcome == *outcome && month.has(one.day)) {
                let cases = cells.entry((card.category, *outcome)).or_default();
                *cases = cases.saturating_add(1);
            }
        }
    }
    let cell = |((category, outcome), cases)| Cell {
        category,
        outcome,
        cases,
    };
    cells.into_iter().map(cell).collect()
}

/// What of the counted everybody may know.
pub fn shown(counted: &[Cell]) -> Vec<Cell> {
    counted
        .iter()
        .filter(|cell| cell.is_shown())
        .copied()
        .collect()
}

#[cfg(test)]
mod tests;
