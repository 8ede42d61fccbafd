//! `POST /api/deliveries/{desk}/{report}/recall`: triage takes a report back, with a notice to its desk.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::log::Operation;
use domain::wire;
use storage::{Recall, RecallError};

use super::Staff;
use super::may::{May, ReportPath};
use super::message::by;
use super::recorded::Doing;
use super::who::OnTriage;
use crate::fault::{Fault, Kind};

/// Takes one released report back and delivers the sealed notice of it, both or neither.
pub(super) async fn recall(
    staff: Data<Staff>,
    May(who, (path, notice)): May<OnTriage, (ReportPath, Json<wire::NewReport>)>,
) -> Result<HttpResponse, Fault> {
    let ((desk, report), notice) = (path.into_inner(), notice.into_inner());
    if notice.desk != desk {
        return Err(Kind::Unprocessable.into());
    }
    let taken_back = Doing::new(Operation::Alteration, report, "recall");
    let told = Doing::new(Operation::Disclosure, notice.report, "recall").to(desk);
    staff.record(&who, [taken_back, told]).await?;
    // It lies there in the report's place, as long as that would have.
    let today = staff.clock.now().day();
    let review = staff.retention.reported(today);
    let notice = by(who.officer, (today, review), notice);
    staff.store.recall(Recall { report, notice }).await?;
    Ok(HttpResponse::NoContent().finish())
}

impl From<RecallError> for Fault {
    fn from(error: RecallError) -> Self {
        match error {
            RecallError::NotFound => Kind::NotFound.into(),
            RecallError::AlreadyRecalled => Kind::Recalled.into(),
            RecallError::NoticeIdTaken => Kind::IdTaken.into(),
            RecallError::Store(error) => error.into(),
        }
    }
}
