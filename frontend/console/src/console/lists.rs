//! Lists read from the server, each opened by the opener.

use domain::Desk;
use domain::console::{Answer, Ask, Failure, TraceDeed, TraceView};
use leptos::prelude::*;

use super::{Console, KEEPER};
use crate::words::order;

impl Console {
    /// Reads the cards of the kept tips.
    pub(crate) async fn list_cards(self) -> Result<(), Failure> {
        match self.ask(Ask::ListCards { desk: KEEPER }).await? {
            Answer::Cards { mut cards, .. } => {
                order::cards(&mut cards);
                self.index_cards(&cards);
                self.cards.set(Some(cards));
                Ok(())
            }
            _ => Err(Failure::Unexpected),
        }
    }

    /// Reads how far everything sent has come, then the cards that count it.
    pub(crate) async fn list_sent(self) -> Result<(), Failure> {
        match self.ask(Ask::Deliveries).await? {
            Answer::Deliveries(rows) => self.deliveries.set(Some(rows)),
            _ => return Err(Failure::Unexpected),
        }
        self.list_cards().await
    }

    /// Does something with what was sent of tips that are gone, and reads what there is of it.
    pub(crate) async fn on_traces(self, deed: TraceDeed) -> Result<Vec<TraceView>, Failure> {
        match self.ask(Ask::OnTraces { deed }).await? {
            Answer::Traces(traces) => Ok(traces),
            _ => Err(Failure::Unexpected),
        }
    }

    /// Reads a desk's inbox.
    pub(crate) async fn list_inbox(self, desk: Desk) -> Result<(), Failure> {
        match self.ask(Ask::Inbox { desk }).await? {
            Answer::Inbox { desk, rows } => {
                self.inbox.update(|all| {
                    all.retain(|(known, _)| *known != desk);
                    all.push((desk, rows));
                });
                Ok(())
            }
            _ => Err(Failure::Unexpected),
        }
    }

    /// Reads the officers.
    pub(crate) async fn list_officers(self) -> Result<(), Failure> {
        match self.ask(Ask::Officers).await? {
            Answer::Officers(mut rows) => {
                rows.sort_by(|one, other| one.name.cmp(&other.name));
                self.officers.set(Some(rows));
                Ok(())
            }
            _ => Err(Failure::Unexpected),
        }
    }
}
