//! `GET /api/me`: who is signed in.

use actix_web::web::{Data, Json};
use domain::wire::Me;
use domain::{InstallationId, UnixSeconds};
use storage::{Officer, OfficerState};

use super::Staff;
use super::may::May;
use super::who::SignedIn;

/// Says who the session belongs to.
pub(super) async fn me(staff: Data<Staff>, May(session, ()): May<SignedIn, ()>) -> Json<Me> {
    Json(me_of(session.officer, staff.inst, session.expires))
}

/// The desks are empty until the officer is approved.
pub(super) fn me_of(officer: Officer, inst: InstallationId, until: UnixSeconds) -> Me {
    let desks = match officer.state {
        OfficerState::Approved => officer.desks,
        OfficerState::Enrolled | OfficerState::Removed => Vec::new(),
    };
    Me {
        officer: officer.id,
        name: officer.name.to_string(),
        role: officer.role,
        desks,
        inst,
        until,
    }
}
