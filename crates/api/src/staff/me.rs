//! `GET /api/me`: who is signed in.

use actix_web::web::{Data, Json};
use domain::UnixSeconds;
use domain::wire::Me;
use storage::{Officer, OfficerState};

use super::Staff;
use super::may::May;
use super::who::SignedIn;

/// Says who the session belongs to.
pub(super) async fn me(staff: Data<Staff>, May(session, ()): May<SignedIn, ()>) -> Json<Me> {
    Json(me_of(&staff, session.officer, session.expires))
}

/// The desks are empty until the officer is approved.
pub(super) fn me_of(staff: &Staff, officer: Officer, until: UnixSeconds) -> Me {
    let desks = match officer.state {
        OfficerState::Approved => officer.desks,
        OfficerState::Enrolled | OfficerState::Removed => Vec::new(),
    };
    Me {
        officer: officer.id,
        name: officer.name.to_string(),
        role: officer.role,
        desks,
        inst: staff.inst,
        until,
        idle: staff.times.idle,
        clocks: staff.clocks,
        retention: staff.retention,
    }
}
