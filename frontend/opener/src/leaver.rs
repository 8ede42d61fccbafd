//! The work of somebody who leaves or is off, taken back at once and handed on.

use domain::console::{Answer, Failure, TakenAll};
use domain::work::{Act, HandedOver};
use domain::{Desk, OfficerId, RecordId};
use rand::RngCore;

use crate::closing::said;
use crate::matter::Tips;
use crate::opener::Room;
use crate::transport::Transport;

/// What is done with each record.
struct TakingBack {
    from: OfficerId,
    to: Option<OfficerId>,
    reason: String,
}

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Takes everything at a desk back that a colleague claimed or was handed, as a supervisor, and hands it on
    /// if there is somebody to. One that cannot be taken is left as it is, and the others are taken all the same.
    pub(crate) async fn take_all(
        mut self,
        desk: Desk,
        (from, to): (OfficerId, Option<OfficerId>),
        reason: &str,
    ) -> Result<Answer, Failure> {
        let reason = said(reason).ok_or(Failure::NotAllowed)?;
        let me = self.held.me.officer;
        let may_have = |to: OfficerId| to != from && self.opens(desk, to);
        if !self.supervises(desk) || from == me || !to.is_none_or(may_have) {
            return Err(Failure::NotAllowed);
        }
        let to = to.filter(|to| *to != me);
        let taking = TakingBack { from, to, reason };
        let mut outcome = TakenAll::default();
        for record in self.held_by(desk, from).await? {
            match self.take_one(desk, record, &taking).await {
                Ok(()) => outcome.taken.push(record),
                Err(Failure::SignedOut) => return Err(Failure::SignedOut),
                Err(failure) => outcome.left.push((record, failure)),
            }
        }
        Ok(Answer::TakenAll(outcome))
    }

    /// The records that an officer claimed, as the server says, and those that were handed to them and that
    /// nobody works on, as their cards say.
    async fn held_by(&mut self, desk: Desk, officer: OfficerId) -> Result<Vec<RecordId>, Failure> {
        let mut held = Vec::new();
        for row in self.api.cards(desk).await?.cards {
            let (vault, checks) = self.vault::<Tips>(desk);
            let card = vault.card(&row, checks).ok();
            let handed = card.filter(|card| !card.state.is_over());
            let handed = handed.and_then(|card| card.handed);
            let is_held = match row.claim {
                Some(claim) => claim.officer == officer,
                None => handed.is_some_and(|handed| handed.to == officer),
            };
            if is_held {
                held.push(row.record);
            }
        }
        Ok(held)
    }

    /// Takes one record, unless a colleague has it by now, and gives the claim up: it is anybody's, or whose it
    /// is handed to.
    async fn take_one(
        &mut self,
        desk: Desk,
        record: RecordId,
        taking: &TakingBack,
    ) -> Result<(), Failure> {
        match self.claimant(desk, record).await? {
            // The claim moves first: nobody else can write meanwhile.
            Some(officer) if officer == taking.from => {
                let claim = self.api.take_back(desk, record).await?;
                self.held.vault.leases.insert(record, claim.lease);
            }
            Some(_) => return Err(Failure::ClaimedByAnother),
            None => self.claim_quietly(desk, record).await?,
        }
        let written = self.write_taken(desk, record, taking).await;
        self.give_up(desk, record).await;
        written
    }

    async fn write_taken(
        &mut self,
        desk: Desk,
        record: RecordId,
        taking: &TakingBack,
    ) -> Result<(), Failure> {
        self.read(desk, record, "supervision".into()).await?;
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        let (from, reason) = (Some(taking.from), taking.reason.clone());
        contents
            .history
            .add(self.entry(Act::TakenBack { from, reason }));
        let by = self.held.me.officer;
        contents.work.handed = taking.to.map(|to| HandedOver { by, to });
        if let Some(to) = taking.to {
            let reason = taking.reason.clone();
            let act = Act::HandedOver { to, reason };
            contents.history.add(self.entry(act));
        }
        self.write(desk, record, contents).await.map(drop)
    }
}
