//! The report that waits for a second officer.

use domain::{Desk, Minute};
use storage::{MailKind, StoreError};

use super::Lookout;

impl Lookout {
    /// Counts from when this server first saw a draft wait. Whoever is alone at the desk cannot send what
    /// they wrote: somebody else has to hear of it, at night too.
    pub(super) async fn drafts(&mut self, now: Minute) -> Result<(), StoreError> {
        let waiting = self.store.drafts().await?;
        let before = std::mem::take(&mut self.unreleased);
        let since = |id| (id, before.get(&id).copied().unwrap_or(now));
        self.unreleased = waiting.into_iter().map(|row| since(row.id)).collect();
        let oldest = self.unreleased.values().min().copied();
        let waited = self.waited(oldest, now);
        let patience = self.plan.patience.record;
        self.ring(Desk::Triage, MailKind::DraftWaiting, waited, patience, now)
            .await
    }
}
