//! `GET /api/drafts`: what waits for a second officer.

use actix_web::web::{Data, Json};
use domain::wire;
use storage::DraftRow;

use super::Staff;
use super::may::May;
use super::who::OnTriage;
use crate::fault::Fault;

/// Lists every draft, whoever wrote it.
pub(super) async fn drafts(
    staff: Data<Staff>,
    May(_, ()): May<OnTriage, ()>,
) -> Result<Json<wire::Drafts>, Fault> {
    let drafts = staff.store.drafts().await?;
    let drafts = drafts.into_iter().map(row).collect();
    Ok(Json(wire::Drafts { drafts }))
}

const fn row(row: DraftRow) -> wire::DraftRow {
    wire::DraftRow {
        draft: row.id,
        week: row.week,
        day: row.day,
        author: row.author,
    }
}
