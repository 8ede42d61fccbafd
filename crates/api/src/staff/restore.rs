//! `POST /api/deliveries/{desk}/{report}/restore`: another officer of triage lets a report stand again.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::log::Operation;
use domain::wire;
use storage::{Restore, RestoreError};

use super::Staff;
use super::may::{May, ReportPath};
use super::message::by;
use super::recall::alarm;
use super::recorded::Doing;
use super::who::OnTriage;
use crate::fault::{Fault, Kind};

/// Puts one report back that was taken back, and delivers the sealed notice of it, both or neither. Whoever
/// took it back is refused.
pub(super) async fn restore(
    staff: Data<Staff>,
    May(who, (path, notice)): May<OnTriage, (ReportPath, Json<wire::NewReport>)>,
) -> Result<HttpResponse, Fault> {
    let ((desk, report), notice) = (path.into_inner(), notice.into_inner());
    if notice.desk != desk {
        return Err(Kind::Unprocessable.into());
    }
    let put_back = Doing::new(Operation::Alteration, report, "restore");
    let told = Doing::new(Operation::Disclosure, notice.report, "restore").to(desk);
    staff.record(&who, [put_back, told]).await?;
    // It lies there beside the report, as long as what told that it was taken back.
    let now = staff.clock.now();
    let today = now.day();
    let review = staff.retention.reported(today);
    let notice = by(who.officer, (today, review), notice);
    staff.store.restore(Restore { report, notice }).await?;
    alarm(&staff, &[desk], now.hour()).await?;
    Ok(HttpResponse::NoContent().finish())
}

impl From<RestoreError> for Fault {
    fn from(error: RestoreError) -> Self {
        match error {
            RestoreError::NotFound => Kind::NotFound.into(),
            RestoreError::NotRecalled => Kind::NotRecalled.into(),
            RestoreError::OwnRecall => Kind::OwnRecall.into(),
            RestoreError::Corrected => Kind::Corrected.into(),
            RestoreError::NoticeIdTaken => Kind::IdTaken.into(),
            RestoreError::Store(error) => error.into(),
        }
    }
}
