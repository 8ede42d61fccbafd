//! `POST /api/drafts/{draft}/open`: a draft's sealed frame.

use actix_web::web::{Data, Json, Path};
use domain::DraftId;
use domain::log::Operation;
use domain::wire::{OpenedDraft, Purpose};

use super::Staff;
use super::may::May;
use super::recorded::Doing;
use super::rows::check_purpose;
use super::who::OnTriage;
use crate::fault::{Fault, Kind};

/// Hands over one draft.
pub(super) async fn draft_open(
    staff: Data<Staff>,
    May(who, (draft, purpose)): May<OnTriage, (Path<DraftId>, Json<Purpose>)>,
) -> Result<Json<OpenedDraft>, Fault> {
    check_purpose(&purpose)?;
    let opened = Doing::new(Operation::Consultation, *draft, &purpose.purpose);
    staff.record(&who, [opened]).await?;
    let opened = staff.store.open_draft(*draft).await?;
    let opened = opened.ok_or(Kind::NotFound)?;
    Ok(Json(OpenedDraft {
        frame: opened.frame,
        week: opened.row.week,
    }))
}
