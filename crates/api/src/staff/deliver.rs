//! `POST /api/reports`: triage delivers sealed reports, one to each desk.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::log::Operation;
use domain::wire::Deliver;
use domain::{Day, OfficerId, wire};
use storage::{DeliverError, NewReport};

use super::Staff;
use super::may::May;
use super::recorded::Doing;
use super::who::OnTriage;
use crate::fault::{Fault, Kind};

const REPORTS_MAX: usize = 16;

/// Delivers all the reports or none.
pub(super) async fn deliver(
    staff: Data<Staff>,
    May(who, deliver): May<OnTriage, Json<Deliver>>,
) -> Result<HttpResponse, Fault> {
    let reports = deliver.into_inner().reports;
    if !(1..=REPORTS_MAX).contains(&reports.len()) {
        return Err(Kind::Unprocessable.into());
    }
    let sent = reports.iter();
    let sent = sent
        .map(|report| Doing::new(Operation::Disclosure, report.report, "routing").to(report.desk));
    staff.record(&who, sent).await?;
    let today = staff.clock.now().day();
    let reports = reports.into_iter();
    let reports = reports
        .map(|report| by(who.officer, today, report))
        .collect();
    staff.store.deliver(reports).await?;
    Ok(HttpResponse::NoContent().finish())
}

pub(super) fn by(author: OfficerId, day: Day, report: wire::NewReport) -> NewReport {
    NewReport {
        id: report.report,
        desk: report.desk,
        week: report.week,
        frame: report.frame,
        day,
        author,
        second_signer: None,
        review: None,
    }
}

impl From<DeliverError> for Fault {
    fn from(error: DeliverError) -> Self {
        match error {
            DeliverError::ReportIdTaken => Kind::IdTaken.into(),
            DeliverError::WrongDesk => Kind::Unprocessable.into(),
            DeliverError::Store(error) => error.into(),
        }
    }
}
