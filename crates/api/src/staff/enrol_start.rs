//! `POST /api/enrol/start`: an invited officer's browser begins to enrol.

use actix_web::HttpRequest;
use actix_web::web::{Data, Json};
use domain::wire::{Blob, EnrolChallenge, EnrolStart};

use super::may::May;
use super::who::Anyone;
use super::{InvitationCode, Staff, officer_id};
use crate::fault::{Fault, Kind};

/// Answers the OPAQUE registration if the code opens an invitation.
pub(super) async fn enrol_start(
    staff: Data<Staff>,
    request: HttpRequest,
    May(Anyone, start): May<Anyone, Json<EnrolStart>>,
) -> Result<Json<EnrolChallenge>, Fault> {
    staff.limits.admit_enrolment(&request)?;
    let code = InvitationCode::typed(&start.invitation).hash();
    let invitation = staff.store.invitation(code, staff.clock.now()).await?;
    let name = invitation.ok_or(Kind::NoInvitation)?.name;
    let response = staff.setup.register(&name.folded(), &start.request.0);
    Ok(Json(EnrolChallenge {
        officer: officer_id(&staff.setup, code),
        name: name.to_string(),
        inst: staff.inst,
        response: Blob(response.map_err(|_| Kind::Unprocessable)?),
    }))
}
