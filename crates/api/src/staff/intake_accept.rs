//! `POST /api/intake/accept`: a triage officer takes a tip, or puts spam away.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::Desk;
use domain::log::Operation;
use domain::wire::{ACCEPT_MAX, Accept};
use storage::{AcceptError, Acceptance};

use super::Staff;
use super::may::May;
use super::recorded::Doing;
use super::rows::{new_record, parts_nonce};
use super::who::OnTriage;
use crate::fault::{Fault, Kind};

/// Accepts all the frames or none; the first officer wins.
pub(super) async fn intake_accept(
    staff: Data<Staff>,
    May(who, accept): May<OnTriage, Json<Accept>>,
) -> Result<HttpResponse, Fault> {
    let accept = accept.into_inner();
    if !(1..=ACCEPT_MAX).contains(&accept.intake.len()) {
        return Err(Kind::Unprocessable.into());
    }
    let now = staff.clock.now();
    let acceptance = Acceptance {
        parts: accept.intake,
        nonce: parts_nonce(accept.nonce)?,
        officer: who.officer,
        now,
        record: new_record(accept.record, Desk::Triage, staff.retention, now.day())?,
    };
    let accepted = Doing::new(Operation::Alteration, acceptance.record.id, "accept");
    staff.record(&who, [accepted]).await?;
    staff.store.accept(acceptance).await?;
    Ok(HttpResponse::NoContent().finish())
}

impl From<AcceptError> for Fault {
    fn from(error: AcceptError) -> Self {
        match error {
            AcceptError::AlreadyAccepted => Kind::AlreadyAccepted.into(),
            AcceptError::NotInIntake => Kind::NotFound.into(),
            AcceptError::RecordIdTaken => Kind::IdTaken.into(),
            AcceptError::Store(error) => error.into(),
        }
    }
}
