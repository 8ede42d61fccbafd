//! What triage signed about a desk's report when it took it back, or put it back: the desk's case keeps it.

use domain::case::{CaseEntry, Hand, Recalled, Undone};
use domain::console::{Failure, MessageView};
use domain::message::{Message, MessageKind};
use domain::wire::{LeaseOnly, Purpose};
use domain::{Desk, RecordId, ReportId, Standing};
use rand::RngCore;

use crate::matter::Cases;
use crate::opener::Room;
use crate::transport::Transport;

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Looks whether triage has taken the report of an open case back, or put it back, and keeps in the case
    /// why.
    pub(crate) async fn hear_of_recall(
        &mut self,
        desk: Desk,
        record: RecordId,
    ) -> Result<(), Failure> {
        let open = self.held.cases.opened(desk, record)?;
        let (report, case) = (open.contents.original.report.report, &open.contents.work);
        let recalled = case.recalled.clone();
        let known: Vec<ReportId> = case.undone().iter().map(|one| one.notice).collect();
        // A case is read also while the inbox is not to be had.
        let _ = self.fetch_inbox(desk).await;
        // What was put back first: it may have been taken back once more since.
        if let Some(notice) = self.held.inbox.restored(report)
            && !known.contains(&notice)
        {
            // Without a notice that is believed the case shows what the server says, and no more.
            let _ = self.read_notice(desk, notice).await;
        }
        if let Some(marked) = self.held.inbox.recalled(report)
            && recalled.is_none_or(|kept| kept.notice.is_some_and(|one| one != marked.notice))
            && !self.held.inbox.is_report(marked.notice)
        {
            let _ = self.read_notice(desk, marked.notice).await;
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
        let is_notice = matches!(message.kind, MessageKind::Recall | MessageKind::Restored);
        if !is_notice || view.standing != Standing::Serving {
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
        let kept = self.write_notice(desk, record, message).await;
        self.held.cases.leases.remove(&record);
        let _ = self.api.release(desk, record, LeaseOnly { lease }).await;
        kept?;
        // At worst triage does not see that the desk has it.
        let _ = self.api.acknowledge(desk, message.id).await;
        Ok(())
    }

    async fn write_notice(
        &mut self,
        desk: Desk,
        record: RecordId,
        message: &Message,
    ) -> Result<(), Failure> {
        let read = self.hand();
        let mut contents = self.held.cases.opened(desk, record)?.contents.clone();
        let own = &contents.original.report;
        if message.report != Some(own.report) || message.created < own.created {
            return Ok(());
        }
        let by = Hand {
            officer: message.author,
            name: message.name.clone(),
            day: message.created,
        };
        let case = &mut contents.work;
        let act = match (message.kind, message.undoes) {
            (MessageKind::Recall, _) if case.heeds_recall(message.id, message.created) => {
                Some(case.take_back(Recalled {
                    reason: message.text.clone(),
                    by,
                    read: read.clone(),
                    notice: Some(message.id),
                }))
            }
            (MessageKind::Restored, Some(undoes)) => case.put_back(Undone {
                notice: message.id,
                undoes,
                reason: message.text.clone(),
                by,
                read: read.clone(),
                recalled: None,
            }),
            (
                MessageKind::Recall
                | MessageKind::Restored
                | MessageKind::Question
                | MessageKind::Answer
                | MessageKind::Escalation
                | MessageKind::GivenBack
                | MessageKind::GivenAway,
                _,
            ) => None,
        };
        let Some(act) = act else {
            return Ok(());
        };
        contents.history.add(CaseEntry { act, by: read });
        self.write(desk, record, contents).await.map(drop)
    }
}
