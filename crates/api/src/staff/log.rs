//! `GET /api/log`: the log of operations, sealed, and what it hashes to.

use actix_web::web::{Data, Json, Query};
use domain::wire::{Blob, LOG_PAGE_MAX, LogAsked, LogPage};

use super::Staff;
use super::may::May;
use super::who::Auditor;
use crate::fault::Fault;

/// Hands over entries of one year. That auditors read them is in no entry: nothing of a person is opened
/// here, and the key is not.
pub(super) async fn log(
    staff: Data<Staff>,
    May(Auditor, asked): May<Auditor, Query<LogAsked>>,
) -> Result<Json<LogPage>, Fault> {
    let LogAsked { year, from } = *asked;
    let entries = staff.store.read_log(year, from, LOG_PAGE_MAX).await?;
    let checkpoint = staff.log.checkpoint(year).await?;
    let entries = entries.into_iter().map(|entry| Blob(entry.into_bytes()));
    Ok(Json(LogPage {
        entries: entries.collect(),
        checkpoint,
    }))
}
