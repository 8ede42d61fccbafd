//! Reports that were taken back, put back by another officer of triage, who signs why.

use domain::console::{Answer, Failure};
use domain::message::MessageKind;
use domain::work::{Act, Routing};
use domain::{Desk, RecordId, ReportId};
use rand::RngCore;

use crate::closing::said;
use crate::messages::About;
use crate::opener::Room;
use crate::transport::Transport;

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Lets reports of an opened record stand again, one after the other: each desk gets a notice that this
    /// officer signs. Should one of them fail, the others are told all the same.
    pub(crate) async fn restore(
        mut self,
        desk: Desk,
        record: RecordId,
        reports: Vec<ReportId>,
        reason: String,
    ) -> Result<Answer, Failure> {
        let reason = said(&reason).ok_or(Failure::NotAllowed)?;
        self.fetch_deliveries().await?;
        let work = &self.held.vault.opened(desk, record)?.contents.work;
        let newest = work.routings.iter().map(Routing::version).max();
        // The server cannot tell a desk that a correction left out from one that lost its report.
        let is_newest = |one: &&Routing| one.replaced.is_none() && Some(one.version()) == newest;
        let wanted = work.sent().filter(is_newest);
        let wanted = wanted.filter(|one| reports.contains(&one.report));
        let wanted: Vec<Routing> = wanted.cloned().collect();
        if wanted.is_empty() {
            return Err(Failure::NotFound);
        }
        self.claim_quietly(desk, record).await?;
        let mut told = Vec::new();
        let mut failed = None;
        for routing in wanted {
            match self.untell(desk, &routing, &reason).await {
                Ok(()) => told.push(routing),
                Err(failure) => failed = failed.or(Some(failure)),
            }
        }
        let noted = self.note_restored(desk, record, &told, reason).await;
        self.give_up(desk, record).await;
        self.fetch_deliveries().await?;
        noted?;
        failed.map_or_else(|| self.view(desk, record), Err)
    }

    /// Tells one desk; once more, should only the answer be lost. What it undoes is the notice in triage's own
    /// record, and the server's only where nobody here wrote any.
    async fn untell(&mut self, from: Desk, routing: &Routing, reason: &str) -> Result<(), Failure> {
        let delivery = self.held.deliveries.get(&routing.report);
        let marked = delivery.and_then(|row| row.recalled);
        let marked = marked.map(|recalled| recalled.notice);
        let undoes = routing.told.or(marked).ok_or(Failure::NotRecalled)?;
        let about = About {
            reference: routing.reference.clone(),
            report: Some(routing.report),
            undoes: Some(undoes),
        };
        let ends = (from, routing.desk);
        let notice = self.sealed_message(ends, MessageKind::Restored, about, reason.to_owned())?;
        let mut told = self.api.restore(routing.report, &notice).await;
        if matches!(told, Err(Failure::Unreachable | Failure::Unexpected)) {
            told = self.api.restore(routing.report, &notice).await;
        }
        told
    }

    async fn note_restored(
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
                routing.recalled = None;
                routing.told = None;
                routing.restored = Some(today);
            }
        }
        contents.history.add(self.entry(Act::Restored {
            reference: first.reference.clone(),
            desks: told.iter().map(|one| one.desk).collect(),
            reason,
        }));
        self.write(desk, record, contents).await.map(drop)
    }
}
