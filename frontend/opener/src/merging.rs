//! Two records about the same: linked, one taken into the other, and parted again.

use domain::console::{Answer, Failure, Together};
use domain::work::{Act, CloseReason, Work, WorkState};
use domain::{Desk, RecordId};
use rand::RngCore;

use crate::opener::Room;
use crate::transport::Transport;

/// Most records that are taken into one.
const MERGED_MAX: usize = 12;
/// Why the other record is opened, for the log.
const PURPOSE: &str = "triage";

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Does something about an open record and another.
    pub(crate) async fn on_another(
        self,
        desk: Desk,
        (record, other): (RecordId, RecordId),
        deed: Together,
    ) -> Result<Answer, Failure> {
        if record == other {
            return Err(Failure::NotAllowed);
        }
        match deed {
            Together::Link => self.link(desk, record, other).await,
            Together::Merge => self.merge(desk, record, other).await,
            Together::Part => self.part(desk, record, other).await,
        }
    }

    /// Notes that another record is about the same.
    async fn link(mut self, desk: Desk, record: RecordId, to: RecordId) -> Result<Answer, Failure> {
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        if !contents.history.linked().contains(&to) {
            contents.history.add(self.entry(Act::Linked { record: to }));
            self.write(desk, record, contents).await?;
        }
        self.view(desk, record)
    }

    /// Takes another record in, and closes it as a duplicate of this one.
    ///
    /// This one is written first: if the other then cannot be, it stays open and is read beside this one
    /// all the same, and the same question does what is left.
    async fn merge(
        mut self,
        desk: Desk,
        record: RecordId,
        from: RecordId,
    ) -> Result<Answer, Failure> {
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        self.held.vault.lease(record)?;
        self.claim_quietly(desk, from).await?;
        self.read(desk, from, PURPOSE.into()).await?;
        let mut other = self.held.vault.opened(desk, from)?.contents.clone();
        let problems = other.work.check_to_close(CloseReason::Duplicate, "");
        if !problems.is_empty() {
            self.give_up(desk, from).await;
            return Ok(Answer::NotReady(problems));
        }
        let merged = contents.work.merged.get_or_insert_default();
        if contents.work.state.is_read_only() || is_apart(&other.work) || merged.len() >= MERGED_MAX
        {
            self.give_up(desk, from).await;
            return Err(Failure::NotAllowed);
        }
        if !merged.contains(&from) {
            merged.push(from);
            contents.work.ask_signposts_of(&other.work);
            contents
                .history
                .add(self.entry(Act::Merged { record: from }));
            self.write(desk, record, contents).await?;
        }
        let reason = CloseReason::Duplicate;
        other.work.state = WorkState::Closed(reason);
        (other.work.handed, other.work.agreed) = (None, None);
        other.work.merged_into = Some(record);
        let act = Act::Closed { reason, note: None };
        other.history.add(self.entry(act));
        self.write(desk, from, other).await?;
        self.give_up(desk, from).await;
        self.view(desk, record)
    }

    /// Gives a record that was taken in back: it is open again, and goes on by itself.
    async fn part(
        mut self,
        desk: Desk,
        record: RecordId,
        other: RecordId,
    ) -> Result<Answer, Failure> {
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        let signed = contents.work.waits.is_some() || !contents.work.routings.is_empty();
        if signed || !contents.work.merged().contains(&other) {
            return Err(Failure::NotAllowed);
        }
        self.held.vault.lease(record)?;
        self.claim_quietly(desk, other).await?;
        self.read(desk, other, PURPOSE.into()).await?;
        let mut given = self.held.vault.opened(desk, other)?.contents.clone();
        // A supervisor may have opened it again meanwhile.
        if given.work.merged_into == Some(record) {
            given.work.merged_into = None;
            given.work.agreed = None;
            given.work.state = WorkState::InProgress;
            let act = Act::Reopened { reason: None };
            given.history.add(self.entry(act));
            self.write(desk, other, given).await?;
        }
        self.give_up(desk, other).await;
        let merged = contents.work.merged.get_or_insert_default();
        merged.retain(|one| *one != other);
        contents
            .history
            .add(self.entry(Act::Parted { record: other }));
        self.write(desk, record, contents).await?;
        self.view(desk, record)
    }

    /// Every word that must not be known again in a report of this record: its reporter's, those of the
    /// records taken into it, and what is known of them in English.
    pub(crate) async fn every_own_word(
        &mut self,
        desk: Desk,
        record: RecordId,
    ) -> Result<String, Failure> {
        let contents = &self.held.vault.opened(desk, record)?.contents;
        let mut words = vec![contents.own_words()];
        for other in contents.work.merged().to_vec() {
            if self.held.vault.opened(desk, other).is_err() {
                self.read(desk, other, PURPOSE.into()).await?;
            }
            words.push(self.held.vault.opened(desk, other)?.contents.own_words());
        }
        Ok(words.join("\n\n"))
    }
}

/// Whether a record goes its own way: something was sent from it, it is closed, or others were taken
/// into it.
fn is_apart(work: &Work) -> bool {
    work.state.is_read_only() || !work.routings.is_empty() || !work.merged().is_empty()
}
