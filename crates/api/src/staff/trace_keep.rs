//! `POST /api/traces/keep`: where reports went is kept longer than the tip.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::log::Operation;
use domain::wire;
use storage::{KeepTraceError, Trace};

use super::Staff;
use super::may::May;
use super::recorded::Doing;
use super::rows::{sealed_card, small_age_file};
use super::who::OnTriage;
use crate::fault::{Fault, Kind};

/// Keeps one, as long as a report that is delivered today.
pub(super) async fn trace_keep(
    staff: Data<Staff>,
    May(who, trace): May<OnTriage, Json<wire::Trace>>,
) -> Result<HttpResponse, Fault> {
    let trace = trace.into_inner();
    let trace = Trace {
        id: trace.id,
        quarter: trace.quarter,
        wrapper: small_age_file(trace.wrapper)?,
        card: sealed_card(trace.card)?,
        review: staff.retention.reported(staff.clock.now().day()),
    };
    let kept = Doing::new(Operation::Alteration, trace.id, "trace");
    staff.record(&who, [kept]).await?;
    staff.store.keep_trace(trace).await?;
    Ok(HttpResponse::NoContent().finish())
}

impl From<KeepTraceError> for Fault {
    fn from(error: KeepTraceError) -> Self {
        match error {
            KeepTraceError::IdTaken => Kind::IdTaken.into(),
            KeepTraceError::Store(error) => error.into(),
        }
    }
}
