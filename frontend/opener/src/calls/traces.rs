//! What was sent of tips whose records may be gone.

use domain::RecordId;
use domain::console::Failure;
use domain::wire::{Deliveries, Trace, Traces};

use super::Api;
use super::refusal::{conflict, good_or};
use crate::transport::{Reply, Transport};

impl<T: Transport> Api<'_, T> {
    /// Also those of long ago.
    pub(crate) async fn all_deliveries(&self) -> Result<Deliveries, Failure> {
        self.get("/api/deliveries/all").await
    }

    /// Keeps a trace; one that is kept already is told.
    pub(crate) async fn keep_trace(&self, body: &Trace) -> Result<(), Failure> {
        let reply = self.post("/api/traces/keep", body).await?;
        let meaning = |reply: &Reply| conflict(reply, Failure::AlreadyAccepted);
        good_or(&reply, meaning).map(|_| ())
    }

    /// Some of the traces there are, from after this one.
    pub(crate) async fn traces(&self, after: Option<RecordId>) -> Result<Traces, Failure> {
        let asked = after.map_or(String::new(), |after| format!("?after={after}"));
        self.get(&format!("/api/traces{asked}")).await
    }
}
