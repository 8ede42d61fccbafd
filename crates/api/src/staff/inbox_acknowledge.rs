//! `POST /api/inbox/{desk}/{report}/acknowledge`: an officer of the desk takes a report on.

use actix_web::HttpResponse;
use actix_web::web::Data;
use domain::log::Operation;
use storage::AcknowledgeError;

use super::Staff;
use super::may::{May, ReportPath};
use super::recorded::Doing;
use super::who::OnDesk;
use crate::fault::{Fault, Kind};

/// Acknowledges one opened report of the desk; the first wins.
pub(super) async fn inbox_acknowledge(
    staff: Data<Staff>,
    May(at, path): May<OnDesk, ReportPath>,
) -> Result<HttpResponse, Fault> {
    let today = staff.clock.now().day();
    let (desk, report) = (at.desk, path.1);
    let taken_on = Doing::new(Operation::Alteration, report, "acknowledge");
    staff.record(&at, [taken_on]).await?;
    let taken_on = staff
        .store
        .acknowledge(desk, report, at.officer, today, None);
    taken_on.await?;
    Ok(HttpResponse::NoContent().finish())
}

impl From<AcknowledgeError> for Fault {
    fn from(error: AcknowledgeError) -> Self {
        match error {
            AcknowledgeError::NotFound => Kind::NotFound.into(),
            AcknowledgeError::NotOpened => Kind::NotOpened.into(),
            AcknowledgeError::AlreadyAcknowledged => Kind::AlreadyAcknowledged.into(),
            AcknowledgeError::Recalled => Kind::Recalled.into(),
            AcknowledgeError::Store(error) => error.into(),
        }
    }
}
