//! How long things are kept: a review put off with a reason, or something erased at once by a supervisor.

use domain::case::{CaseAct, CaseEntry, PutOff};
use domain::console::{Answer, Failure, ReviewDeed};
use domain::wire::{CardRow, Erase, LeaseOnly};
use domain::work::{Act, WorkState};
use domain::{Day, Desk, EraseReason, POSTPONE_MONTHS, RecordId, ReportId, Retention};
use rand::{CryptoRng, RngCore};

use crate::closing::said;
use crate::matter::{Cases, Matter, Tips};
use crate::opener::Room;
use crate::pack::Contents;
use crate::transport::Transport;

impl<T: Transport, R: RngCore + CryptoRng> Room<'_, T, R> {
    /// Decides how long something is kept.
    pub(crate) async fn review(
        mut self,
        desk: Desk,
        record: RecordId,
        deed: ReviewDeed,
    ) -> Result<Answer, Failure> {
        match deed {
            ReviewDeed::Postpone { months, reason } => {
                self.postpone(desk, record, months, &reason).await
            }
            ReviewDeed::Erase { reason } => self.erase(desk, record, reason).await,
        }
    }

    /// Puts the review of something finished off by some months, and writes down why.
    async fn postpone(
        &mut self,
        desk: Desk,
        record: RecordId,
        months: u16,
        reason: &str,
    ) -> Result<Answer, Failure> {
        let reason = said(reason).ok_or(Failure::NotAllowed)?;
        if !(1..=POSTPONE_MONTHS).contains(&months) {
            return Err(Failure::NotAllowed);
        }
        let until = Retention::postponed(self.now.day(), months);
        let goes = self.row(desk, record).await?.review;
        if goes.is_some_and(|goes| goes >= until) {
            return Err(Failure::NotAllowed);
        }
        if desk.receives_reports() {
            self.postpone_case(desk, record, (until, reason)).await?;
        } else {
            self.postpone_tip(desk, record, (until, reason)).await?;
        }
        Ok(Answer::Postponed(until))
    }

    async fn postpone_tip(
        &mut self,
        desk: Desk,
        record: RecordId,
        (until, reason): (Day, String),
    ) -> Result<(), Failure> {
        self.read(desk, record, "review".into()).await?;
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        contents
            .history
            .add(self.entry(Act::Postponed { until, reason }));
        self.keep_until(desk, record, contents, until).await
    }

    async fn postpone_case(
        &mut self,
        desk: Desk,
        record: RecordId,
        (until, reason): (Day, String),
    ) -> Result<(), Failure> {
        self.fetch_record::<Cases>(desk, record, "review".into())
            .await?;
        let by = self.hand();
        let mut contents = self.held.cases.opened(desk, record)?.contents.clone();
        contents.work.put_off = Some(PutOff {
            until,
            reason,
            by: by.clone(),
        });
        let act = CaseAct::PutOff;
        contents.history.add(CaseEntry { act, by });
        self.keep_until(desk, record, contents, until).await
    }

    /// Writes a version that says why something stays, and tells the server until when.
    async fn keep_until<K: Matter>(
        &mut self,
        desk: Desk,
        record: RecordId,
        contents: Contents<K>,
        until: Day,
    ) -> Result<(), Failure> {
        if !K::is_over(&contents.work) {
            return Err(Failure::NotAllowed);
        }
        let lease = self.api.claim(desk, record).await?.lease;
        K::room(self.held).0.leases.insert(record, lease);
        let kept = self.write_until(desk, record, contents, Some(until)).await;
        K::room(self.held).0.leases.remove(&record);
        // At worst it stays claimed until the lease runs out.
        let _ = self.api.release(desk, record, LeaseOnly { lease }).await;
        kept.map(|_| ())
    }

    /// Erases a record or a case with its key, unless a colleague works on it. What waits for a second officer is
    /// withdrawn or released first, and reports that are out are taken back: else they would stay at their desks,
    /// and the list of where they went be gone.
    async fn erase(
        &mut self,
        desk: Desk,
        record: RecordId,
        reason: EraseReason,
    ) -> Result<Answer, Failure> {
        if !self.supervises(desk) {
            return Err(Failure::NotAllowed);
        }
        if !desk.receives_reports() && self.is_out(desk, record).await? {
            return Err(Failure::NotAllowed);
        }
        let lease = self.api.claim(desk, record).await?.lease;
        let erase = Erase { lease, reason };
        self.api.erase(desk, record, &erase).await?;
        Tips::room(self.held).0.remove(record);
        Cases::room(self.held).0.remove(record);
        Ok(Answer::Done)
    }

    /// Whether a tip's reports wait for a second officer, or lie at desks, as its card says. One that does not
    /// open may be erased all the same.
    async fn is_out(&mut self, desk: Desk, record: RecordId) -> Result<bool, Failure> {
        self.fetch_deliveries().await?;
        let row = self.row(desk, record).await?;
        let (vault, checks) = self.vault::<Tips>(desk);
        let Ok(card) = vault.card(&row, checks).cloned() else {
            return Ok(false);
        };
        let recalled = |report: &ReportId| {
            let delivery = self.held.deliveries.get(report);
            delivery.is_some_and(|row| row.recalled.is_some())
        };
        let mut sent = card.routings.iter();
        let out = sent.any(|one| !recalled(&one.report));
        Ok(out || card.state == WorkState::Waiting)
    }

    /// A record's row as the server has it now.
    async fn row(&self, desk: Desk, record: RecordId) -> Result<CardRow, Failure> {
        let rows = self.api.cards(desk).await?.cards;
        let row = rows.into_iter().find(|row| row.record == record);
        row.ok_or(Failure::NotFound)
    }
}
