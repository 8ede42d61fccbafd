//! `POST /api/intake/accept`: a triage officer takes a tip, or puts spam away.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::wire::Accept;
use storage::{AcceptError, Acceptance};

use super::Staff;
use super::may::May;
use super::rows::new_record;
use super::who::OnTriage;
use crate::fault::{Fault, Kind};

/// Frames one acceptance may name: a tip's parts, however often somebody sent them.
const FRAMES_MAX: usize = 4_096;

/// Accepts all the frames or none; the first officer wins.
pub(super) async fn intake_accept(
    staff: Data<Staff>,
    May(who, accept): May<OnTriage, Json<Accept>>,
) -> Result<HttpResponse, Fault> {
    let accept = accept.into_inner();
    if !(1..=FRAMES_MAX).contains(&accept.intake.len()) {
        return Err(Kind::Unprocessable.into());
    }
    let acceptance = Acceptance {
        parts: accept.intake,
        officer: who.officer,
        now: staff.clock.now(),
        record: accept.record.map(new_record).transpose()?,
    };
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
