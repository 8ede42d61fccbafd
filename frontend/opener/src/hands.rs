//! Work from hand to hand: colleagues, handing over, taking back.

use domain::console::{Answer, Failure};
use domain::wire::LeaseOnly;
use domain::work::{Act, HandedOver};
use domain::{Desk, OfficerId, RecordId, Role};
use rand::RngCore;

use crate::closing::said;
use crate::opener::Room;
use crate::transport::Transport;

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Who works at a desk, as far as this browser's roster names them too.
    pub(crate) async fn colleagues(self, desk: Desk) -> Result<Answer, Failure> {
        let mut colleagues = self.api.colleagues(desk).await?.colleagues;
        colleagues.retain(|one| self.opens(desk, one.officer));
        Ok(Answer::Colleagues(colleagues))
    }

    /// Hands a record to a colleague: noted in it first, then the claim is given up.
    pub(crate) async fn hand_over(
        mut self,
        desk: Desk,
        record: RecordId,
        to: OfficerId,
        reason: &str,
    ) -> Result<Answer, Failure> {
        let by = self.held.me.officer;
        let reason = said(reason).ok_or(Failure::NotAllowed)?;
        if to == by || !self.opens(desk, to) {
            return Err(Failure::NotAllowed);
        }
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        contents.work.handed = Some(HandedOver { by, to });
        contents
            .history
            .add(self.entry(Act::HandedOver { to, reason }));
        self.write(desk, record, contents).await?;
        let lease = self.held.vault.lease(record)?;
        self.held.vault.leases.remove(&record);
        self.api.release(desk, record, LeaseOnly { lease }).await?;
        Ok(Answer::Done)
    }

    /// Takes a record from whoever works on it. The claim moves first: nobody else can write meanwhile.
    pub(crate) async fn take_back(
        mut self,
        desk: Desk,
        record: RecordId,
        reason: &str,
    ) -> Result<Answer, Failure> {
        let reason = said(reason).ok_or(Failure::NotAllowed)?;
        if !self.supervises(desk) {
            return Err(Failure::NotAllowed);
        }
        let from = self.claimant(desk, record).await?;
        let claim = self.api.take_back(desk, record).await?;
        self.held.vault.leases.insert(record, claim.lease);
        self.read(desk, record, "supervision".into()).await?;
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        contents.work.handed = None;
        contents
            .history
            .add(self.entry(Act::TakenBack { from, reason }));
        self.write(desk, record, contents).await?;
        self.view(desk, record)
    }

    pub(crate) async fn claimant(
        &self,
        desk: Desk,
        record: RecordId,
    ) -> Result<Option<OfficerId>, Failure> {
        let cards = self.api.cards(desk).await?.cards;
        let card = cards.into_iter().find(|card| card.record == record);
        let claim = card.ok_or(Failure::NotFound)?.claim;
        Ok(claim.map(|claim| claim.officer))
    }

    /// Claims a record to write one thing in it.
    pub(crate) async fn claim_quietly(
        &mut self,
        desk: Desk,
        record: RecordId,
    ) -> Result<(), Failure> {
        let claim = self.api.claim(desk, record).await?;
        self.held.vault.leases.insert(record, claim.lease);
        Ok(())
    }
}

impl<T, R> Room<'_, T, R> {
    /// Whether the desk's roster names this officer as a supervisor.
    pub(crate) fn supervises(&self, desk: Desk) -> bool {
        self.held.trust.supervises(desk, self.held.me.officer)
    }

    /// Whether the desk's roster names this officer, with a role that opens things.
    pub(crate) fn opens(&self, desk: Desk, officer: OfficerId) -> bool {
        let member = self.held.trust.member(desk, officer);
        member.is_some_and(|member| matches!(member.role, Role::Officer | Role::Supervisor))
    }
}
