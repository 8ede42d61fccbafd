//! `POST /api/inbox/{desk}/{report}/open`: a report's sealed frame.

use actix_web::web::{Data, Json};
use domain::log::Operation;
use domain::wire::{OpenedReport, Purpose};
use storage::OpenReportError;

use super::Staff;
use super::may::{May, ReportPath};
use super::recorded::Doing;
use super::rows::check_purpose;
use super::who::OnDesk;
use crate::fault::{Fault, Kind};

/// Hands over one report of the desk; triage sees that it was opened.
pub(super) async fn inbox_open(
    staff: Data<Staff>,
    May(at, (path, purpose)): May<OnDesk, (ReportPath, Json<Purpose>)>,
) -> Result<Json<OpenedReport>, Fault> {
    check_purpose(&purpose)?;
    let today = staff.clock.now().day();
    let (desk, report) = (at.desk, path.1);
    let opened = Doing::new(Operation::Consultation, report, &purpose.purpose);
    staff.record(&at, [opened]).await?;
    let opened = staff.store.open_report(desk, report, at.officer, today);
    let opened = opened.await?.ok_or(Kind::NotFound)?;
    Ok(Json(OpenedReport {
        frame: opened.frame,
        week: opened.delivery.week,
    }))
}

impl From<OpenReportError> for Fault {
    fn from(error: OpenReportError) -> Self {
        match error {
            OpenReportError::Recalled => Kind::Recalled.into(),
            OpenReportError::Store(error) => error.into(),
        }
    }
}
