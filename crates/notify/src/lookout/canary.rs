//! The test tip that does not arrive.

use std::collections::BTreeMap;

use domain::{Desk, Minute};
use storage::{MailKind, StoreError};

use super::{Lookout, Waited};

const MINUTES_AN_HOUR: i64 = 60;

impl Lookout {
    /// Counts from when triage was handed everything that waits, and no test tip of the last hours was in
    /// it. While nobody fetches, nothing says that it did not arrive: what waits rings for itself.
    pub(super) async fn canary(
        &mut self,
        seen: &BTreeMap<Desk, Minute>,
        now: Minute,
    ) -> Result<(), StoreError> {
        let Some(within) = self.plan.patience.canary else {
            return Ok(());
        };
        let newest = self.store.newest_canary().await?;
        let newest = newest.map(|hour| Minute(hour.0.saturating_mul(MINUTES_AN_HOUR)));
        let due = newest.unwrap_or(self.began).plus(within);
        let looked = seen.get(&Desk::Triage).is_some_and(|at| *at >= due);
        let missed = (looked && now >= due).then(|| self.missed.unwrap_or(now));
        self.missed = missed;
        let waited = Waited::For(missed.map_or(0, |since| now.since(since)));
        let patience = self.plan.patience.intake;
        self.ring(Desk::Triage, MailKind::CanaryMissing, waited, patience, now)
            .await
    }
}
