//! The work of somebody who leaves or is off.

use domain::console::{Answer, Ask, Failure};
use domain::{OfficerId, RecordId};
use leptos::prelude::*;

use super::{Console, KEEPER};
use crate::words::failure;

/// How much was taken from a colleague, and what was not, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TookAll {
    pub(crate) taken: usize,
    pub(crate) left: Vec<String>,
}

impl Console {
    /// Takes everything back that a colleague has in hand. What could not be taken is named with the reason.
    pub(crate) async fn take_all(
        self,
        (from, to): (OfficerId, Option<OfficerId>),
        reason: String,
    ) -> Result<(), Failure> {
        self.taken_all.set(None);
        let ask = Ask::TakeAll {
            desk: KEEPER,
            from,
            to,
            reason,
        };
        let Answer::TakenAll(all) = self.ask(ask).await? else {
            return Err(Failure::Unexpected);
        };
        let left = all.left.iter();
        let left = left.map(|(record, why)| self.not_taken(*record, why));
        self.taken_all.set(Some(TookAll {
            taken: all.taken.len(),
            left: left.collect(),
        }));
        self.list_cards().await
    }

    fn not_taken(self, record: RecordId, why: &Failure) -> String {
        let title = self.cards.with_untracked(|cards| {
            let mut cards = cards.iter().flatten();
            let card = cards.find(|card| card.record == record)?;
            let face = card.card.as_ref().ok()?;
            Some(face.title.clone()).filter(|title| !title.is_empty())
        });
        let title = title.unwrap_or_else(|| "A tip without a title".into());
        let advice = failure::of(why);
        format!("{title}: {}. {}", advice.title, advice.todo)
    }
}
