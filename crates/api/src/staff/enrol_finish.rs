//! `POST /api/enrol/finish`: an invited officer becomes an enrolled one.

use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse};
use domain::wire::EnrolFinish;
use notes::card::Card;
use storage::{EnrolError, Enrolment, OfficerCard, OpaqueRecord};

use super::may::May;
use super::who::Anyone;
use super::{InvitationCode, Staff, officer_id};
use crate::fault::{Fault, Kind};

/// Keeps the passphrase record and the card; the invitation is used up.
pub(super) async fn enrol_finish(
    staff: Data<Staff>,
    request: HttpRequest,
    May(Anyone, finish): May<Anyone, Json<EnrolFinish>>,
) -> Result<HttpResponse, Fault> {
    staff.limits.admit_enrolment(&request)?;
    let enrolment = read(&staff, finish.into_inner())?;
    staff.store.enrol(enrolment, staff.clock.now()).await?;
    tracing::info!("an officer has enrolled");
    Ok(HttpResponse::NoContent().finish())
}

/// Reads an enrolment whose card is this installation's, this officer's and signed by itself.
fn read(staff: &Staff, finish: EnrolFinish) -> Result<Enrolment, Fault> {
    let code = InvitationCode::typed(&finish.invitation).hash();
    let id = officer_id(&staff.setup, code);
    let card = Card::parse(&finish.card, staff.inst).map_err(|_| Kind::Unprocessable)?;
    if card.officer() != id {
        return Err(Kind::Unprocessable.into());
    }
    let record = signin::keep_registration(&finish.upload.0).map_err(|_| Kind::Unprocessable)?;
    Ok(Enrolment {
        code,
        id,
        opaque_record: OpaqueRecord::try_from(record).map_err(|_| Kind::Unprocessable)?,
        card: OfficerCard::try_from(finish.card).map_err(|_| Kind::Unprocessable)?,
    })
}

impl From<EnrolError> for Fault {
    fn from(error: EnrolError) -> Self {
        match error {
            EnrolError::NoInvitation => Kind::NoInvitation.into(),
            EnrolError::NameTaken => Kind::NameTaken.into(),
            EnrolError::Store(error) => error.into(),
        }
    }
}
