//! How long things are kept: what is due for review, postponed, erased.

use domain::console::{Answer, Ask, Failure, ReviewDeed};
use domain::{Day, Desk, EraseReason, RecordId};
use leptos::prelude::*;

use super::{Console, KEEPER};
use crate::browser;
use crate::place::Place;
use crate::words::day;
use crate::words::due::{self, Item};

impl Console {
    /// What of a desk is to be reviewed, as its lists were read last.
    pub(crate) fn due_at(self, desk: Desk) -> Option<Vec<Item>> {
        let mut items: Vec<Item> = if desk == KEEPER {
            self.cards.with(|cards| {
                let cards = cards.as_ref()?.iter();
                Some(cards.filter_map(due::of_card).collect())
            })?
        } else {
            let rows = self.cases_of(desk)?;
            rows.iter().filter_map(due::of_case).collect()
        };
        due::sort(&mut items);
        Some(items)
    }

    /// The day something finished goes, as its list was read last.
    pub(crate) fn goes(self, desk: Desk, record: RecordId) -> Option<Day> {
        if desk == KEEPER {
            return self.cards.with(|cards| {
                let mut cards = cards.iter().flatten();
                cards.find(|card| card.record == record)?.review
            });
        }
        let rows = self.cases_of(desk)?;
        rows.iter().find(|row| row.record == record)?.review
    }

    /// Reads what of a desk is to be reviewed.
    pub(crate) async fn list_due(self, desk: Desk) -> Result<(), Failure> {
        if desk == KEEPER {
            self.list_cards().await
        } else {
            self.list_cases(desk).await
        }
    }

    /// Puts the review of something finished off by some months.
    pub(crate) async fn postpone(
        self,
        (desk, record): (Desk, RecordId),
        months: u16,
        reason: String,
    ) -> Result<(), Failure> {
        let deed = ReviewDeed::Postpone { months, reason };
        let ask = Ask::Review { desk, record, deed };
        match self.ask(ask).await? {
            Answer::Postponed(until) => {
                let title = format!("Kept until {}", day::long(until));
                let todo = "Its history says who put it off, and why.";
                self.say_done(title, todo, None);
            }
            _ => return Err(Failure::Unexpected),
        }
        match self.place.get_untracked() {
            Place::Record(here) if here == record => {
                let view = self.read_record(record, "review").await?;
                self.bench.lay(view);
            }
            Place::Case(at, here) if (at, here) == (desk, record) => {
                self.open_case(desk, record).await?;
            }
            _ => browser::focus_soon("room-title"),
        }
        self.list_due(desk).await
    }

    /// Erases something at once, as a supervisor.
    pub(crate) async fn erase(
        self,
        (desk, record): (Desk, RecordId),
        reason: EraseReason,
    ) -> Result<(), Failure> {
        let deed = ReviewDeed::Erase { reason };
        let ask = Ask::Review { desk, record, deed };
        self.ask(ask).await?;
        if desk == KEEPER && self.bench.record() == Some(record) {
            self.bench.clear();
        }
        match self.place.get_untracked() {
            Place::Record(_) => self.go(Place::Kept),
            Place::Case(desk, _) => self.go(Place::Cases(desk)),
            _ => {}
        }
        let todo = "Its key is gone with it. The auditors' log says who erased it, and why.";
        self.say_done("Erased", todo, None);
        browser::focus_soon("room-title");
        self.list_due(desk).await
    }
}
