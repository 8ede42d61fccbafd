//! `GET /api/deliveries`: how far what triage sent has come.

use actix_web::web::{Data, Json};
use domain::{Day, wire};

use super::Staff;
use super::may::May;
use super::rows::{Names, deliveries as rows};
use super::who::OnTriage;
use crate::fault::Fault;

/// How far back triage looks as it works.
const DAYS: i32 = 92;

/// Lists every delivery, so that no question tells which belong together.
pub(super) async fn deliveries(
    staff: Data<Staff>,
    May(_, ()): May<OnTriage, ()>,
) -> Result<Json<wire::Deliveries>, Fault> {
    let since = staff.clock.now().day().plus(-DAYS);
    since_then(&staff, since).await
}

/// Lists every delivery there still is: what was sent of tips that are gone is among them.
pub(super) async fn all_deliveries(
    staff: Data<Staff>,
    May(_, ()): May<OnTriage, ()>,
) -> Result<Json<wire::Deliveries>, Fault> {
    since_then(&staff, Day(0)).await
}

async fn since_then(staff: &Staff, since: Day) -> Result<Json<wire::Deliveries>, Fault> {
    let mut found = staff.store.deliveries(since).await?;
    // What desks ask triage is not sent by it.
    found.retain(|one| one.desk.receives_reports());
    let names = Names::load(staff.store.as_ref()).await?;
    Ok(Json(rows(&found, &names)))
}
