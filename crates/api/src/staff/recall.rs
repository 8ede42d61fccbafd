//! `POST /api/deliveries/{desk}/{report}/recall`: triage takes a report back, with a notice to its desk.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::log::Operation;
use domain::{Desk, Hour, wire};
use storage::{Audience, Mail, MailKind, Recall, RecallError, Slot};

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
    let now = staff.clock.now();
    let (today, hour) = (now.day(), now.hour());
    let review = staff.retention.reported(today);
    let notice = by(who.officer, (today, review), notice);
    let recall = Recall {
        report,
        notice,
        hour,
    };
    staff.store.recall(recall).await?;
    alarm(&staff, &[desk], hour).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Tells the supervisors of triage, and of these desks, that something of theirs was taken back or put back:
/// each desk's once an hour. Should it fail, the same request again changes nothing but that.
pub(super) async fn alarm(staff: &Staff, desks: &[Desk], hour: Hour) -> Result<(), Fault> {
    let slot = Slot {
        number: hour.0,
        apart: 1,
    };
    let triage = desks.first().map(|_| &Desk::Triage);
    for &desk in triage.into_iter().chain(desks) {
        let mail = Mail {
            desk,
            audience: Audience::Supervisors,
            kind: MailKind::ReportRecalled,
        };
        staff.store.put_mail(mail, slot).await?;
    }
    Ok(())
}

impl From<RecallError> for Fault {
    fn from(error: RecallError) -> Self {
        match error {
            RecallError::NotFound => Kind::NotFound.into(),
            RecallError::AlreadyRecalled => Kind::Recalled.into(),
            RecallError::NoticeIdTaken => Kind::IdTaken.into(),
            RecallError::TooMany => Kind::TooManyRecalls.into(),
            RecallError::Store(error) => error.into(),
        }
    }
}
