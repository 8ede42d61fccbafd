//! `GET /api/inbox/{desk}`: the reports delivered to a desk.

use actix_web::web::{Data, Json};
use domain::wire::Deliveries;

use super::Staff;
use super::may::May;
use super::rows::{Names, deliveries};
use super::seen::note_desk_seen;
use super::who::OnDesk;
use crate::fault::Fault;

/// Lists a desk's reports, sealed.
pub(super) async fn inbox(
    staff: Data<Staff>,
    May(at, ()): May<OnDesk, ()>,
) -> Result<Json<Deliveries>, Fault> {
    let found = staff.store.inbox(at.desk).await?;
    let names = Names::load(staff.store.as_ref()).await?;
    // Triage is asked questions there: to look for those is not to look at the intake.
    if at.desk.receives_reports() {
        note_desk_seen(&staff, at.desk).await;
    }
    Ok(Json(deliveries(&found, &names)))
}
