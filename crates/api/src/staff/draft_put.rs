//! `POST /api/drafts/hand-in`: an author's reports, sealed to triage, to wait for a second officer.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::log::Operation;
use domain::wire::PutDraft;
use storage::{DraftRow, NewDraft, PutDraftError};

use super::Staff;
use super::may::May;
use super::recorded::Doing;
use super::who::OnTriage;
use crate::fault::{Fault, Kind};

/// Keeps a draft under the name of whoever hands it in.
pub(super) async fn draft_put(
    staff: Data<Staff>,
    May(who, put): May<OnTriage, Json<PutDraft>>,
) -> Result<HttpResponse, Fault> {
    let put = put.into_inner();
    let handed_in = Doing::new(Operation::Alteration, put.draft, "draft");
    staff.record(&who, [handed_in]).await?;
    let row = DraftRow {
        id: put.draft,
        week: put.week,
        day: staff.clock.now().day(),
        author: who.officer,
    };
    let frame = put.frame;
    staff.store.put_draft(NewDraft { row, frame }).await?;
    Ok(HttpResponse::NoContent().finish())
}

impl From<PutDraftError> for Fault {
    fn from(error: PutDraftError) -> Self {
        match error {
            PutDraftError::DraftIdTaken => Kind::IdTaken.into(),
            PutDraftError::Store(error) => error.into(),
        }
    }
}
