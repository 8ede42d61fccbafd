//! What is done with a kept tip: open, claim, take again, put back.

use domain::console::{Answer, Ask, CardView, Failure, RecordView};
use domain::work::WorkState;
use domain::{Desk, RecordId, ReportId};
use leptos::prelude::*;

use super::{Console, KEEPER};
use crate::browser;
use crate::place::Place;

impl Console {
    /// Opens a record and claims it, unless it lies on the bench already.
    pub(crate) async fn open_record(self, record: RecordId) -> Result<(), Failure> {
        let bench = self.bench;
        if bench.record() == Some(record) {
            return Ok(());
        }
        match self.clear_bench().await {
            // The room says that another's text is in the way, and how to go on.
            Err(Failure::ClaimLost | Failure::VersionMoved) => return Ok(()),
            cleared => cleared?,
        }
        if self.cards.with_untracked(Option::is_none) {
            self.list_cards().await?;
        }
        let finished = self.is_closed(record);
        let purpose = if finished { "review" } else { "triage" };
        if !finished {
            self.claim(record).await?;
        }
        let view = self.read_record(record, purpose).await?;
        if finished && !view.work.state.is_read_only() {
            // The list was older than the record.
            self.claim(record).await?;
        }
        bench.lay(view);
        bench.accepted.set(None);
        bench.edited_at.set(Some(browser::now()));
        Ok(())
    }

    /// Gives up what was typed on the bench and could not be saved, and opens another record.
    pub(crate) async fn open_instead(self, record: RecordId) -> Result<(), Failure> {
        self.forget_notice();
        self.bench.clear();
        self.open_record(record).await
    }

    /// Whether there is nothing to write on in it.
    fn is_closed(self, record: RecordId) -> bool {
        self.cards.with_untracked(|cards| {
            let mut cards = cards.iter().flatten();
            let waits =
                |card: &CardView| matches!(&card.card, Ok(face) if face.state == WorkState::Waiting);
            cards.any(|card| card.record == record && (card.closed || waits(card)))
        })
    }

    /// Claims a record, or makes the claim last; held by another, the room is for reading only.
    pub(crate) async fn claim(self, record: RecordId) -> Result<(), Failure> {
        match self
            .ask(Ask::Claim {
                desk: KEEPER,
                record,
            })
            .await
        {
            Ok(Answer::Claimed(claimed)) => {
                self.bench.readonly.set(None);
                self.bench.claim.set(Some(claimed.until));
                Ok(())
            }
            Err(failure @ Failure::ClaimedByAnother) => {
                self.bench.readonly.set(Some(failure));
                self.bench.claim.set(None);
                Ok(())
            }
            Err(failure) => Err(failure),
            Ok(_) => Err(Failure::Unexpected),
        }
    }

    /// Saves what is unsaved, gives the claim up and clears the bench.
    pub(crate) async fn clear_bench(self) -> Result<(), Failure> {
        let bench = self.bench;
        if bench.is_dirty() {
            self.save().await?;
        }
        if let Some(record) = bench.held() {
            let _ = self
                .ask(Ask::Release {
                    desk: KEEPER,
                    record,
                })
                .await;
        }
        bench.clear();
        Ok(())
    }

    /// Claims and opens again what was lost, keeps what was typed, and saves it if nobody has
    /// saved another version since.
    pub(crate) async fn take_again(self) -> Result<(), Failure> {
        let Some(record) = self.bench.record() else {
            return Ok(());
        };
        self.claim(record).await?;
        if self.bench.held().is_none() {
            return Ok(());
        }
        let newest = self.read_record(record, "triage").await?;
        if newest.version != self.bench.version.get_untracked() {
            self.bench.readonly.set(Some(Failure::VersionMoved));
            return Ok(());
        }
        self.bench.edited_at.set(Some(browser::now()));
        if self.bench.is_dirty() {
            self.save().await?;
        }
        Ok(())
    }

    /// Gives up what was typed for the version a colleague saved.
    pub(crate) async fn take_newest(self) -> Result<(), Failure> {
        let Some(record) = self.bench.record() else {
            return Ok(());
        };
        self.claim(record).await?;
        let newest = self.read_record(record, "triage").await?;
        self.bench.lay(newest);
        Ok(())
    }

    /// Asks about what lies on the bench; a lost claim locks it.
    pub(super) async fn ask_of_bench(self, ask: Ask) -> Result<Answer, Failure> {
        let answer = self.ask(ask).await;
        if let Err(failure) = &answer {
            self.bench.lock(failure);
        }
        answer
    }

    pub(super) async fn read_record(
        self,
        record: RecordId,
        purpose: &str,
    ) -> Result<RecordView, Failure> {
        let ask = Ask::OpenRecord {
            desk: KEEPER,
            record,
            purpose: purpose.into(),
        };
        let view = record_of(self.ask(ask).await?)?;
        self.index_record(&view);
        Ok(view)
    }

    /// Puts a tip back into the intake.
    pub(crate) async fn put_back(self, record: RecordId) -> Result<(), Failure> {
        let ask = Ask::PutBack {
            desk: KEEPER,
            record,
        };
        self.ask_of_bench(ask).await?;
        self.bench.clear();
        self.go(Place::Kept);
        self.say_done(
            "Put back",
            "The tip waits in the intake again, for everybody.",
            None,
        );
        self.fetch(true);
        self.list_cards().await
    }

    /// Takes an opened report on for a desk, which keeps it as a case.
    pub(crate) async fn acknowledge(self, desk: Desk, report: ReportId) -> Result<(), Failure> {
        let answer = self.ask(Ask::Acknowledge { desk, report }).await;
        if matches!(answer, Err(Failure::AlreadyAcknowledged)) {
            self.list_inbox(desk).await?;
        }
        match answer? {
            Answer::Acknowledged { reference, record } => {
                let title = format!("Taken on: {reference}");
                let onward = Some((Place::Case(desk, record), "Open the case"));
                self.say_done(
                    title,
                    "Triage sees that. Your desk has a case of it now.",
                    onward,
                );
                self.list_cases(desk).await?;
                self.list_inbox(desk).await
            }
            _ => Err(Failure::Unexpected),
        }
    }
}

pub(super) fn record_of(answer: Answer) -> Result<RecordView, Failure> {
    match answer {
        Answer::Record(view) => Ok(*view),
        _ => Err(Failure::Unexpected),
    }
}
