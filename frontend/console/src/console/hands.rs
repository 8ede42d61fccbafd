//! A kept tip from hand to hand: handed over, taken back, closed, reopened, checked.

use domain::console::{Answer, Ask, Failure, RecordView};
use domain::work::CloseReason;
use domain::{OfficerId, RecordId, Role};
use leptos::prelude::*;

use super::acts::record_of;
use super::{Console, KEEPER};
use crate::browser;
use crate::place::Place;

impl Console {
    /// Reads who works at triage.
    pub(crate) async fn list_colleagues(self) -> Result<(), Failure> {
        match self.ask(Ask::Colleagues { desk: KEEPER }).await? {
            Answer::Colleagues(all) => {
                self.colleagues.set(all);
                Ok(())
            }
            _ => Err(Failure::Unexpected),
        }
    }

    /// A colleague's sign-in name.
    pub(crate) fn name_of(self, officer: OfficerId) -> String {
        let own = self.me.with(|me| {
            let me = me.as_ref().filter(|me| me.officer == officer);
            me.map(|_| "you".to_owned())
        });
        let listed = || {
            self.colleagues.with(|all| {
                let mut all = all.iter();
                let one = all.find(|one| one.officer == officer);
                one.map(|one| one.name.clone())
            })
        };
        let name = own.or_else(listed);
        name.unwrap_or_else(|| "somebody who has left".into())
    }

    /// Whether this officer supervises.
    pub(crate) fn supervises(self) -> bool {
        self.me
            .with(|me| me.as_ref().is_some_and(|me| me.role == Role::Supervisor))
    }

    /// Hands the tip on the bench to a colleague.
    pub(crate) async fn hand_over(
        self,
        record: RecordId,
        to: OfficerId,
        reason: String,
    ) -> Result<(), Failure> {
        if self.bench.is_dirty() {
            self.save().await?;
        }
        let ask = Ask::HandOver {
            desk: KEEPER,
            record,
            to,
            reason,
        };
        self.ask_of_bench(ask).await?;
        self.bench.clear();
        let name = untrack(|| self.name_of(to));
        let todo = "Their list says so, and from whom.";
        self.go(Place::Kept);
        self.say_done(format!("Handed to {name}"), todo, None);
        self.list_cards().await
    }

    /// Takes a tip from whoever works on it.
    pub(crate) async fn take_back(self, record: RecordId, reason: String) -> Result<(), Failure> {
        let ask = Ask::TakeBack {
            desk: KEEPER,
            record,
            reason,
        };
        let view = record_of(self.ask(ask).await?)?;
        self.work_on(view).await?;
        let todo =
            "Whoever worked on it is told, and keeps what they had typed on their own screen.";
        self.say_done("Taken back", todo, None);
        Ok(())
    }

    /// Closes a tip without a report; what was typed is saved first.
    pub(crate) async fn close(
        self,
        record: RecordId,
        reason: CloseReason,
        note: String,
    ) -> Result<(), Failure> {
        if self.bench.is_dirty() {
            self.save().await?;
        }
        let ask = Ask::Close {
            desk: KEEPER,
            record,
            reason,
            note,
        };
        match self.ask_of_bench(ask).await? {
            Answer::NotReady(problems) => {
                self.not_ready(problems);
                return Ok(());
            }
            answer => record_of(answer)?,
        };
        self.clear_bench().await?;
        self.go(Place::Kept);
        self.say_done(
            "Closed without a report",
            "You find it under Finished. If it was a slip, you can undo it there until you sign out.",
            Some((Place::Record(record), "Look at it again")),
        );
        self.list_cards().await
    }

    /// Takes the closing of the tip on the bench back.
    pub(crate) async fn reopen(self, record: RecordId, reason: String) -> Result<(), Failure> {
        let ask = Ask::Reopen {
            desk: KEEPER,
            record,
            reason,
        };
        let view = record_of(self.ask(ask).await?)?;
        self.work_on(view).await?;
        self.say_done("Open again", "It lies on your bench.", None);
        Ok(())
    }

    /// Agrees with the closing of the tip on the bench.
    pub(crate) async fn agree(self, record: RecordId) -> Result<(), Failure> {
        let ask = Ask::Agree {
            desk: KEEPER,
            record,
        };
        let view = record_of(self.ask(ask).await?)?;
        self.bench.lay(view);
        self.say_done("Checked", "The record says that you agree.", None);
        browser::focus_soon("record-title");
        self.list_cards().await
    }

    /// Lays a record on the bench whose claim came with it.
    async fn work_on(self, view: RecordView) -> Result<(), Failure> {
        self.claim(view.record).await?;
        self.bench.lay(view);
        self.bench.edited_at.set(Some(browser::now()));
        browser::focus_soon("room-title");
        self.list_cards().await
    }
}
