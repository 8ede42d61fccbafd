//! Corrections of what was sent: begun and released at triage, taken on where the report is.

use domain::case::{CaseEntry, CaseHistory, Received};
use domain::console::{Answer, Failure, Quarantine};
use domain::draft::Draft;
use domain::message::MessageKind;
use domain::report::Report;
use domain::wire::{LeaseOnly, NewReport, TakenBack};
use domain::work::{Act, Work, WorkState};
use domain::{Desk, RecordId};
use rand::RngCore;

use crate::matter::Cases;
use crate::messages::About;
use crate::opener::Room;
use crate::pack::Contents;
use crate::transport::Transport;

/// What a desk is told that had the report and does not get the correction.
const DROPPED: &str = "The report was corrected, and the correction does not concern your desk.";

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Opens a sent record to be written again. It stays claimed.
    pub(crate) async fn correct(mut self, desk: Desk, record: RecordId) -> Result<Answer, Failure> {
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        if contents.work.state != WorkState::Routed {
            return Err(Failure::NotAllowed);
        }
        self.claim_quietly(desk, record).await?;
        contents.work.state = WorkState::InProgress;
        contents.work.what_changed = None;
        contents.history.add(self.entry(Act::CorrectionBegun));
        self.write(desk, record, contents).await?;
        self.view(desk, record)
    }

    /// Gives a correction up that was not handed in. What was written stays for the next one.
    pub(crate) async fn leave_correction(
        mut self,
        desk: Desk,
        record: RecordId,
    ) -> Result<Answer, Failure> {
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        let work = &contents.work;
        if work.state != WorkState::InProgress || work.routings.is_empty() {
            return Err(Failure::NotAllowed);
        }
        contents.work.state = WorkState::Routed;
        contents.history.add(self.entry(Act::CorrectionLeft));
        self.write(desk, record, contents).await?;
        self.give_up(desk, record).await;
        self.fetch_deliveries().await?;
        self.view(desk, record)
    }

    /// What is taken back when a draft is released, and this officer's notices to desks that get nothing new.
    pub(crate) fn taken_back(
        &mut self,
        draft: &Draft,
    ) -> Result<(Vec<TakenBack>, Vec<NewReport>), Failure> {
        let replaced = draft.copies.iter().filter_map(|copy| {
            Some(TakenBack {
                report: copy.replaces?,
                desk: copy.desk,
                notice: copy.report,
            })
        });
        let mut taken_back: Vec<TakenBack> = replaced.collect();
        let mut notices = Vec::new();
        for dropped in draft.dropped() {
            let (report, desk) = (dropped.report, dropped.desk);
            let about = About {
                reference: draft.report.reference.clone(),
                report: Some(report),
                undoes: None,
            };
            let ends = (Desk::Triage, desk);
            let notice = self.sealed_message(ends, MessageKind::Recall, about, DROPPED.into())?;
            taken_back.push(TakenBack {
                report,
                desk,
                notice: notice.report,
            });
            notices.push(notice);
        }
        Ok((taken_back, notices))
    }

    /// The opened case that a correction goes on from, if the desk took on what it replaces: under the same
    /// reference, of an older version. A report older than one the desk has taken on is refused: a server
    /// may have kept it, to undo a correction.
    pub(crate) async fn corrected_case(
        &mut self,
        desk: Desk,
        report: &Report,
    ) -> Result<Option<RecordId>, Failure> {
        self.refuse_older(desk, report).await?;
        let Some(replaces) = report.replaces() else {
            return Ok(None);
        };
        let Some(record) = self.held.cases.case_of_any(replaces) else {
            return Ok(None);
        };
        self.fetch_record::<Cases>(desk, record, "action".into())
            .await?;
        let old = &self.held.cases.opened(desk, record)?.contents;
        let was = &old.original.report;
        if (was.report, was.desk, &was.reference) != (replaces, desk, &report.reference) {
            return Err(Failure::Quarantined(Quarantine::Another));
        }
        if was.version() >= report.version() {
            return Err(Failure::Quarantined(Quarantine::Older));
        }
        Ok(old.work.replaced_by.is_none().then_some(record))
    }

    /// Refuses a report of which the desk has taken a later version on.
    pub(crate) async fn refuse_older(
        &mut self,
        desk: Desk,
        report: &Report,
    ) -> Result<(), Failure> {
        let rows = self.api.cards(desk).await?.cards;
        let (vault, checks) = self.vault::<Cases>(desk);
        for row in rows {
            let Ok(card) = vault.card(&row, checks) else {
                continue;
            };
            let version = card.version.unwrap_or(1);
            let same = card.reference == report.reference && card.report != report.report;
            if same && version >= report.version() {
                return Err(Failure::Quarantined(Quarantine::Older));
            }
        }
        Ok(())
    }

    /// What a correction begins with: all that the desk did about the report it replaces.
    pub(crate) fn gone_on(
        &self,
        desk: Desk,
        received: Received,
        from: RecordId,
        entry: CaseEntry,
    ) -> Result<Contents<Cases>, Failure> {
        let old = &self.held.cases.opened(desk, from)?.contents;
        let mut history: CaseHistory = old.history.clone();
        history.add(entry);
        Ok(Contents {
            original: received,
            work: old.work.go_on(from),
            history,
        })
    }

    /// Ends the case that a correction went on from. Whoever opens the correction's case does, if it cannot
    /// be ended now.
    pub(crate) async fn end_corrected(
        &mut self,
        desk: Desk,
        old: RecordId,
        new: RecordId,
    ) -> Result<(), Failure> {
        let mut contents = self.held.cases.opened(desk, old)?.contents.clone();
        if contents.work.replaced_by.is_some() {
            return Ok(());
        }
        let claim = self.api.claim(desk, old).await?;
        let lease = claim.lease;
        self.held.cases.leases.insert(old, lease);
        let act = contents.work.give_way(new);
        let by = self.hand();
        contents.history.add(CaseEntry { act, by });
        let written = self.write(desk, old, contents).await;
        self.held.cases.leases.remove(&old);
        let _ = self.api.release(desk, old, LeaseOnly { lease }).await;
        written.map(drop)
    }

    /// The report as it was before an open case's own, which is opened for that.
    pub(crate) async fn read_before(
        &mut self,
        desk: Desk,
        record: RecordId,
    ) -> Result<(), Failure> {
        let open = self.held.cases.opened(desk, record)?;
        let Some(old) = open.contents.work.corrects else {
            return Ok(());
        };
        self.fetch_record::<Cases>(desk, old, "action".into())
            .await?;
        self.end_corrected(desk, old, record).await
    }
}

impl<T, R> Room<'_, T, R> {
    /// Whether a draft takes back nothing but what was sent from its own record, and is its next version.
    pub(crate) fn corrects_own(work: &Work, draft: &Draft) -> bool {
        let replaced = draft.copies.iter();
        let replaced = replaced.filter_map(|copy| copy.replaces.map(|old| (old, copy.desk)));
        let dropped = draft.dropped().iter().map(|one| (one.report, one.desk));
        let reference = &draft.report.reference;
        let own = |(report, desk)| {
            let mut sent = work.sent();
            sent.any(|one| (one.report, one.desk, &one.reference) == (report, desk, reference))
        };
        replaced.chain(dropped).all(own) && draft.report.version() == work.next_version()
    }
}
