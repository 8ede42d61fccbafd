//! Delivered reports, taken back: triage signs why, and the desk's case keeps it.

use domain::case::{CaseEntry, Hand, Recalled};
use domain::console::{Answer, Failure, MessageView, SentDeed};
use domain::message::{Message, MessageKind};
use domain::wire::{LeaseOnly, Purpose};
use domain::work::{Act, Routing};
use domain::{Desk, RecordId, ReportId, Standing};
use rand::RngCore;

use crate::closing::said;
use crate::matter::Cases;
use crate::opener::Room;
use crate::transport::Transport;

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Does something about what was sent from an opened record.
    pub(crate) async fn on_sent(
        self,
        desk: Desk,
        record: RecordId,
        deed: SentDeed,
    ) -> Result<Answer, Failure> {
        match deed {
            SentDeed::Recall { reports, reason } => {
                self.recall(desk, record, reports, reason).await
            }
            SentDeed::Correct => self.correct(desk, record).await,
            SentDeed::Leave => self.leave_correction(desk, record).await,
        }
    }

    /// Takes delivered reports of an opened record back, one after the other: each desk gets a notice that
    /// this officer signs. Should one of them fail, the others are told all the same, and the record says
    /// which were.
    async fn recall(
        mut self,
        desk: Desk,
        record: RecordId,
        reports: Vec<ReportId>,
        reason: String,
    ) -> Result<Answer, Failure> {
        let reason = said(&reason).ok_or(Failure::NotAllowed)?;
        let open = self.held.vault.opened(desk, record)?;
        let sent = open.contents.work.routings.iter();
        let is_out = |one: &&Routing| one.recalled.is_none() && one.replaced.is_none();
        let sent = sent.filter(is_out);
        let wanted: Vec<Routing> = sent
            .filter(|one| reports.contains(&one.report))
            .cloned()
            .collect();
        if wanted.is_empty() {
            return Err(Failure::NotFound);
        }
        self.claim_quietly(desk, record).await?;
        let mut told = Vec::new();
        let mut failed = None;
        for routing in wanted {
            match self.tell(desk, &routing, &reason).await {
                Ok(()) => told.push(routing),
                Err(failure) => failed = failed.or(Some(failure)),
            }
        }
        let noted = self.note_told(desk, record, &told, reason).await;
        self.give_up(desk, record).await;
        self.fetch_deliveries().await?;
        noted?;
        failed.map_or_else(|| self.view(desk, record), Err)
    }

    /// Tells one desk. Once more, should only the answer be lost: the same notice twice is one.
    async fn tell(&mut self, from: Desk, routing: &Routing, reason: &str) -> Result<(), Failure> {
        let about = (routing.reference.clone(), Some(routing.report));
        let kind = MessageKind::Recall;
        let notice = self.sealed_message((from, routing.desk), kind, about, reason.to_owned())?;
        let mut told = self.api.recall(routing.report, &notice).await;
        if matches!(told, Err(Failure::Unreachable | Failure::Unexpected)) {
            told = self.api.recall(routing.report, &notice).await;
        }
        told
    }

    async fn note_told(
        &mut self,
        desk: Desk,
        record: RecordId,
        told: &[Routing],
        reason: String,
    ) -> Result<(), Failure> {
        let Some(first) = told.first() else {
            return Ok(());
        };
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        let today = self.now.day();
        for routing in &mut contents.work.routings {
            if told.iter().any(|one| one.report == routing.report) {
                routing.recalled = Some(today);
            }
        }
        let (reference, desks) = (first.reference.clone(), told.iter().map(|one| one.desk));
        contents.history.add(self.entry(Act::Recalled {
            reference,
            desks: desks.collect(),
            reason,
        }));
        self.write(desk, record, contents).await.map(drop)
    }

    /// Looks whether triage has taken the report of an open case back, and keeps in the case why.
    pub(crate) async fn hear_of_recall(
        &mut self,
        desk: Desk,
        record: RecordId,
    ) -> Result<(), Failure> {
        let open = self.held.cases.opened(desk, record)?;
        let report = open.contents.original.report.report;
        let is_kept = open.contents.work.recalled.is_some();
        // A case is read also while the inbox is not to be had.
        let _ = self.fetch_inbox(desk).await;
        if let Some(recalled) = self.held.inbox.recalled(report)
            && !is_kept
            && !self.held.inbox.is_report(recalled.notice)
        {
            // Without a notice that is believed the case shows what the server says, and no more.
            let _ = self.read_notice(desk, recalled.notice).await;
        }
        Ok(())
    }

    /// Opens the notice, which is kept in its case by that.
    async fn read_notice(&mut self, desk: Desk, notice: ReportId) -> Result<(), Failure> {
        let purpose = Purpose {
            purpose: "action".into(),
        };
        let sealed = self.api.open_report(desk, notice, &purpose).await?;
        let view = self.message(desk, notice, &sealed)?;
        self.held.inbox.read(view.message.clone());
        self.keep_notice(&view).await
    }

    /// Keeps a notice that was verified in the case of the report it is about, if the desk has one. Whoever
    /// opens the case next does, if it cannot be kept now. One by somebody who has left since is only shown:
    /// the day of it is their own word.
    pub(crate) async fn keep_notice(&mut self, view: &MessageView) -> Result<(), Failure> {
        let message = &view.message;
        let (desk, Some(report)) = (message.to, message.report) else {
            return Ok(());
        };
        if message.kind != MessageKind::Recall || view.standing != Standing::Serving {
            return Ok(());
        }
        let Some(record) = self.held.cases.case_of(report) else {
            return Ok(());
        };
        self.fetch_record::<Cases>(desk, record, "action".into())
            .await?;
        let claim = self.api.claim(desk, record).await?;
        let lease = claim.lease;
        self.held.cases.leases.insert(record, lease);
        let kept = self.write_recall(desk, record, message).await;
        self.held.cases.leases.remove(&record);
        let _ = self.api.release(desk, record, LeaseOnly { lease }).await;
        kept?;
        // At worst triage does not see that the desk has read it.
        let _ = self.api.acknowledge(desk, message.id).await;
        Ok(())
    }

    async fn write_recall(
        &mut self,
        desk: Desk,
        record: RecordId,
        message: &Message,
    ) -> Result<(), Failure> {
        let read = self.hand();
        let mut contents = self.held.cases.opened(desk, record)?.contents.clone();
        let own = &contents.original.report;
        let is_of_it = message.report == Some(own.report) && message.created >= own.created;
        if contents.work.recalled.is_some() || !is_of_it {
            return Ok(());
        }
        let act = contents.work.take_back(Recalled {
            reason: message.text.clone(),
            by: Hand {
                officer: message.author,
                name: message.name.clone(),
                day: message.created,
            },
            read: read.clone(),
        });
        contents.history.add(CaseEntry { act, by: read });
        self.write(desk, record, contents).await.map(drop)
    }
}
