//! `GET /api/traces`: where reports went whose tips may be gone.

use actix_web::web::{Data, Json, Query};
use domain::wire::{self, Blob, TRACES_PAGE_MAX, TracesAsked};

use super::Staff;
use super::may::May;
use super::who::OnTriage;
use crate::fault::Fault;

/// Hands over sealed cards, each to whoever of triage asks: which of them somebody looks for is not said.
pub(super) async fn traces(
    staff: Data<Staff>,
    May(_, asked): May<OnTriage, Query<TracesAsked>>,
) -> Result<Json<wire::Traces>, Fault> {
    let found = staff.store.traces(asked.after, TRACES_PAGE_MAX).await?;
    let traces = found.into_iter().map(|one| wire::Trace {
        id: one.id,
        quarter: one.quarter,
        wrapper: Blob(one.wrapper.into_bytes()),
        card: Blob(one.card.into_bytes()),
    });
    let traces = traces.collect();
    Ok(Json(wire::Traces { traces }))
}
