//! `POST /api/messages/{desk}`: a desk writes to another about a report, sealed.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::log::Operation;
use domain::message::MessageKind;
use domain::{Day, OfficerId, wire};
use storage::{DeliverError, NewReport};

use super::Staff;
use super::may::May;
use super::recorded::Doing;
use super::who::OnDesk;
use crate::fault::{Fault, Kind};

/// Delivers one message of the officer's desk to a desk that it may write to.
pub(super) async fn message(
    staff: Data<Staff>,
    May(at, message): May<OnDesk, Json<wire::NewReport>>,
) -> Result<HttpResponse, Fault> {
    let message = message.into_inner();
    if MessageKind::between(at.desk, message.desk).is_none() {
        return Err(Kind::Unprocessable.into());
    }
    let sent = Doing::new(Operation::Disclosure, message.report, "message").to(message.desk);
    staff.record(&at, [sent]).await?;
    let today = staff.clock.now().day();
    let review = staff.retention.said(today);
    let message = by(at.officer, (today, review), message);
    staff.store.deliver_message(message).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What an officer sends to a desk, as it is stored.
pub(super) fn by(
    author: OfficerId,
    (day, review): (Day, Day),
    message: wire::NewReport,
) -> NewReport {
    NewReport {
        id: message.report,
        desk: message.desk,
        week: message.week,
        frame: message.frame,
        day,
        author,
        second_signer: None,
        review: Some(review),
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
