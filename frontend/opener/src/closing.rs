//! Closing without a report, undoing that, and a supervisor's look at what was closed.

use domain::answers::Danger;
use domain::console::{Answer, Failure};
use domain::work::{Act, CloseReason, REASON_MAX, WorkState};
use domain::{Desk, RecordId};
use rand::RngCore;
use sha2::{Digest, Sha256};

use crate::opener::Room;
use crate::pack::Contents;
use crate::transport::Transport;

const SAMPLE: &str = "ginnel/sample/v1";

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Closes a record without a report, unless something must be said of it first.
    pub(crate) async fn close(
        mut self,
        desk: Desk,
        record: RecordId,
        reason: CloseReason,
        note: String,
    ) -> Result<Answer, Failure> {
        if !CloseReason::ALL.contains(&reason) {
            return Err(Failure::NotAllowed);
        }
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        if contents.work.waits.is_some() || !contents.work.routings.is_empty() {
            return Err(Failure::NotAllowed);
        }
        let problems = contents.work.check_to_close(reason, &note);
        if !problems.is_empty() {
            return Ok(Answer::NotReady(problems));
        }
        let note = said(&note);
        contents.work.state = WorkState::Closed(reason);
        contents.work.handed = None;
        contents.work.agreed = None;
        contents
            .history
            .add(self.entry(Act::Closed { reason, note }));
        self.write(desk, record, contents).await?;
        self.held.vault.closed_here.insert(record);
        self.view(desk, record)
    }

    /// Takes a closing back: whoever closed it in this session without a word until a supervisor has agreed
    /// with it, a supervisor with one.
    pub(crate) async fn reopen(
        mut self,
        desk: Desk,
        record: RecordId,
        reason: String,
    ) -> Result<Answer, Failure> {
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        let reason = said(&reason);
        let own = self.may_undo(record, &contents);
        let supervised = self.supervises(desk) && reason.is_some();
        if !matches!(contents.work.state, WorkState::Closed(_)) || !(own || supervised) {
            return Err(Failure::NotAllowed);
        }
        contents.work.state = WorkState::InProgress;
        contents.work.agreed = None;
        contents.work.merged_into = None;
        contents.history.add(self.entry(Act::Reopened { reason }));
        self.claim_quietly(desk, record).await?;
        self.write(desk, record, contents).await?;
        self.held.vault.closed_here.remove(&record);
        self.view(desk, record)
    }

    /// Agrees with a closing that was a colleague's.
    pub(crate) async fn agree(mut self, desk: Desk, record: RecordId) -> Result<Answer, Failure> {
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        let me = self.held.me.officer;
        let own = contents.history.closed_by() == Some(me);
        let closed = matches!(contents.work.state, WorkState::Closed(_));
        if own || !closed || !self.supervises(desk) {
            return Err(Failure::NotAllowed);
        }
        contents.work.agreed = Some(me);
        contents.history.add(self.entry(Act::Agreed));
        self.claim_quietly(desk, record).await?;
        self.write(desk, record, contents).await?;
        self.give_up(desk, record).await;
        self.view(desk, record)
    }

    /// Gives a claim up; one that is not given up ends by itself.
    pub(crate) async fn give_up(&mut self, desk: Desk, record: RecordId) {
        if let Some(lease) = self.held.vault.leases.remove(&record) {
            let lease = domain::wire::LeaseOnly { lease };
            let _ = self.api.release(desk, record, lease).await;
        }
    }
}

impl<T, R> Room<'_, T, R> {
    /// Whether this officer closed it in this session and no supervisor has agreed since.
    pub(crate) fn may_undo(&self, record: RecordId, contents: &Contents) -> bool {
        let agreed = contents.work.agreed.is_some() || contents.history.is_agreed();
        self.held.vault.closed_here.contains(&record) && !agreed
    }

    /// Whether this officer, a supervisor of the desk, is to look at a closed record. The lot is their
    /// signature, so that no officer who closes something can tell whether it will be drawn.
    pub(crate) fn is_to_check(
        &self,
        desk: Desk,
        record: RecordId,
        state: WorkState,
        danger: Danger,
    ) -> bool {
        let WorkState::Closed(reason) = state else {
            return false;
        };
        let signed = self.held.keys.signing().sign(SAMPLE, record.as_bytes());
        let hash: [u8; 32] = Sha256::digest(signed).into();
        let lot = hash.first_chunk().copied().map_or(0, u64::from_be_bytes);
        self.supervises(desk) && reason.is_drawn(lot, danger)
    }
}

/// What was said, if anything was; cut to what is kept.
pub(crate) fn said(text: &str) -> Option<String> {
    let text = text.trim();
    let mut end = text.len().min(REASON_MAX);
    while !text.is_char_boundary(end) {
        end = end.saturating_sub(1);
    }
    let text = text.get(..end).unwrap_or_default();
    (!text.is_empty()).then(|| text.to_owned())
}
