//! The intake: fetched, opened, decided on.

use domain::console::{Answer, Ask, Failure, Intake};
use domain::{RecordId, TipId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Console, KEEPER};
use crate::browser;
use crate::place::Place;
use crate::words::order;

/// A list read so many seconds ago is not read again without need.
const FRESH: i64 = 10;

impl Console {
    /// Fetches and opens what waits, until nothing remains. One fetch at a time.
    pub(crate) fn fetch(self, afresh: bool) {
        if self.intake.progress.get_untracked().is_some() {
            return;
        }
        self.intake.progress.set(Some((0, 0)));
        self.intake.tried.set(Some(browser::now()));
        spawn_local(async move {
            let fetched = self.fetch_all(afresh).await;
            self.intake.progress.set(None);
            if let Err(failure) = fetched {
                self.say_failed(&failure);
            }
        });
    }

    async fn fetch_all(self, afresh: bool) -> Result<(), Failure> {
        let mut afresh = afresh;
        loop {
            let progress = self.intake.progress;
            let hears = Box::new(move |opened, total| progress.set(Some((opened, total))));
            let answer = self
                .ask_long(self.asks_for_intake(afresh), Some(hears))
                .await?;
            let Answer::Intake(intake) = answer else {
                return Err(Failure::Unexpected);
            };
            let remaining = intake.remaining;
            self.take_in(intake, afresh);
            if remaining == 0 {
                return Ok(());
            }
            afresh = false;
        }
    }

    fn asks_for_intake(self, afresh: bool) -> Ask {
        let attended = self.is_attended(browser::now());
        Ask::FetchIntake { afresh, attended }
    }

    fn take_in(self, intake: Intake, afresh: bool) {
        let (chosen, tips) = (self.intake.chosen.get_untracked(), self.intake.tips);
        // The tip being read does not vanish under somebody's eyes: it says who has it.
        let (read, gone): (Vec<_>, Vec<_>) =
            intake.gone.iter().partition(|tip| Some(**tip) == chosen);
        tips.update(|tips| tips.retain(|one| !gone.contains(&&one.tip)));
        if let Some(taken) = read.first() {
            self.intake.taken.set(Some(**taken));
        }
        if intake.tips.iter().any(|one| Some(one.tip) == chosen) {
            self.intake.taken.set(None);
        }
        self.index_tips(&intake.tips);
        tips.update(|tips| order::merge(tips, intake.tips, afresh));
        self.intake.unopened.set(intake.unopened);
        if intake.unopened_jumped {
            self.intake.jumped.set(true);
        }
        self.intake.fetched.set(Some(browser::now()));
    }

    /// Fetches unless that was done a moment ago: what colleagues took meanwhile shows.
    pub(crate) fn fetch_unless_fresh(self) {
        let tried = self.intake.tried.get_untracked();
        let age = tried.map(|tried| browser::now().0.saturating_sub(tried.0));
        if age.is_none_or(|age| age >= FRESH) {
            self.fetch(self.intake.fetched.get_untracked().is_none());
        }
    }

    /// How many tips wait. One that is still being read, and was taken, does not.
    pub(crate) fn waiting(self) -> usize {
        let taken = self.intake.taken.get();
        self.intake
            .tips
            .with(|tips| tips.iter().filter(|tip| Some(tip.tip) != taken).count())
    }

    /// Chooses the tip to be read, or none.
    pub(crate) fn choose_tip(self, tip: Option<TipId>) {
        self.forget_notice();
        let taken = self.intake.taken.get_untracked();
        if taken.is_some() && taken != tip {
            self.intake.taken.set(None);
            let tips = self.intake.tips;
            tips.update(|tips| tips.retain(|one| Some(one.tip) != taken));
        }
        self.intake.chosen.set(tip);
        if tip.is_some() {
            self.fetch_unless_fresh();
        }
    }

    /// Accepts a tip; with `grade` it goes straight to the bench, otherwise its claim is given up.
    pub(crate) async fn accept(self, tip: TipId, grade: bool) -> Result<(), Failure> {
        self.forget_notice();
        let answer = self.taken_by_whom(tip, self.ask(Ask::Accept { tip }).await);
        let Answer::Accepted { record, .. } = answer? else {
            return Err(Failure::Unexpected);
        };
        self.drop_tip(tip);
        if grade {
            self.bench.accepted.set(Some(record));
            self.go(Place::Record(record));
            return self.list_cards().await;
        }
        self.accepted_for_later(record).await
    }

    async fn accepted_for_later(self, record: RecordId) -> Result<(), Failure> {
        self.say_done(
            "Accepted",
            "It waits among the accepted tips for whoever grades it.",
            Some((Place::Record(record), "Grade it now")),
        );
        self.ask(Ask::Release {
            desk: KEEPER,
            record,
        })
        .await?;
        self.list_cards().await
    }

    /// Takes spam out of the intake.
    pub(crate) async fn discard(self, tip: TipId) -> Result<(), Failure> {
        self.forget_notice();
        let answer = self.taken_by_whom(tip, self.ask(Ask::Discard { tip }).await)?;
        if answer != Answer::Done {
            return Err(Failure::NotAllowed);
        }
        self.drop_tip(tip);
        self.say_done(
            "Marked as spam",
            "It has left the intake for everybody.",
            None,
        );
        Ok(())
    }

    /// A tip that is no longer there was taken by a colleague, and leaves the list.
    fn taken_by_whom(self, tip: TipId, answer: Result<Answer, Failure>) -> Result<Answer, Failure> {
        match answer {
            Err(Failure::AlreadyAccepted | Failure::NotFound) => {
                self.lose_tip(tip);
                Err(Failure::AlreadyAccepted)
            }
            other => other,
        }
    }

    /// Takes a tip off the list that somebody else took. Nothing is chosen after it: whoever presses
    /// again, not having read why, must not accept a tip they have not seen.
    fn lose_tip(self, tip: TipId) {
        self.drop_tip(tip);
        self.intake.chosen.set(None);
    }

    /// Takes a tip off the list and chooses the one that follows.
    fn drop_tip(self, tip: TipId) {
        let next = self.intake.tips.with_untracked(|tips| {
            let at = tips.iter().position(|one| one.tip == tip)?;
            let after = tips.get(at.saturating_add(1));
            let before = at.checked_sub(1).and_then(|at| tips.get(at));
            after.or(before).map(|one| one.tip)
        });
        self.intake
            .tips
            .update(|tips| tips.retain(|one| one.tip != tip));
        self.intake.taken.set(None);
        self.intake.chosen.set(next);
    }
}
