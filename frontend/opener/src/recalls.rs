//! Delivered reports, taken back: triage signs why.

use domain::console::{Answer, Failure, SentDeed};
use domain::message::MessageKind;
use domain::work::{Act, Routing};
use domain::{Desk, RecordId, ReportId};
use rand::RngCore;

use crate::closing::said;
use crate::messages::About;
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
            SentDeed::Restore { reports, reason } => {
                self.restore(desk, record, reports, reason).await
            }
            SentDeed::Correct => self.correct(desk, record).await,
            SentDeed::Leave => self.leave_correction(desk, record).await,
        }
    }

    /// Takes delivered reports of an opened record back, one after the other: each desk gets a notice that
    /// this officer signs. Should one of them fail, the others are told all the same, and the record says
    /// which were, and which the server says were told by somebody else.
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
        let mut told = Told::default();
        let mut failed = None;
        for routing in wanted {
            match self.tell(desk, &routing, &reason).await {
                Ok(notice) => told.by_this.push((routing, notice)),
                Err(Failure::Recalled) => told.before.push(routing),
                Err(failure) => failed = failed.or(Some(failure)),
            }
        }
        let noted = self.note_told(desk, record, told, reason).await;
        self.give_up(desk, record).await;
        self.fetch_deliveries().await?;
        noted?;
        failed.map_or_else(|| self.view(desk, record), Err)
    }

    /// Tells one desk. Once more, should only the answer be lost: the same notice twice is one. Answers which
    /// notice.
    async fn tell(
        &mut self,
        from: Desk,
        routing: &Routing,
        reason: &str,
    ) -> Result<ReportId, Failure> {
        let about = About {
            reference: routing.reference.clone(),
            report: Some(routing.report),
            undoes: None,
        };
        let ends = (from, routing.desk);
        let notice = self.sealed_message(ends, MessageKind::Recall, about, reason.to_owned())?;
        let mut told = self.api.recall(routing.report, &notice).await;
        if matches!(told, Err(Failure::Unreachable | Failure::Unexpected)) {
            told = self.api.recall(routing.report, &notice).await;
        }
        told.map(|()| notice.report)
    }

    async fn note_told(
        &mut self,
        desk: Desk,
        record: RecordId,
        told: Told,
        reason: String,
    ) -> Result<(), Failure> {
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        let today = self.now.day();
        for routing in &mut contents.work.routings {
            let mut notices = told.by_this.iter();
            if let Some((_, notice)) = notices.find(|(one, _)| one.report == routing.report) {
                routing.recalled = Some(today);
                routing.told = Some(*notice);
            }
        }
        if let Some((first, _)) = told.by_this.first() {
            let desks = told.by_this.iter().map(|(one, _)| one.desk);
            contents.history.add(self.entry(Act::Recalled {
                reference: first.reference.clone(),
                desks: desks.collect(),
                reason,
            }));
        }
        // What another notice says is not what this officer wrote, and none of it may be so.
        if let Some(first) = told.before.first() {
            contents.history.add(self.entry(Act::FoundRecalled {
                reference: first.reference.clone(),
                desks: told.before.iter().map(|one| one.desk).collect(),
            }));
        }
        if told.by_this.is_empty() && told.before.is_empty() {
            return Ok(());
        }
        self.write(desk, record, contents).await.map(drop)
    }
}

/// Which desks were told that a report is taken back.
#[derive(Default)]
struct Told {
    /// By this officer, with which notice.
    by_this: Vec<(Routing, ReportId)>,
    /// By another notice, as the server says.
    before: Vec<Routing>,
}
