//! `POST /api/vault/{desk}/{record}/postpone`: what is finished is kept longer, and its seal says why.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::log::Operation;
use domain::wire::Postpone;
use storage::{RecordState, Review};

use super::Staff;
use super::may::{May, RecordPath};
use super::recorded::Doing;
use super::vault_write::rewrite;
use super::who::OnDesk;
use crate::fault::{Fault, Kind};

/// Writes the version under a held claim. So often may an officer do it that a record stays as long as a
/// report does, a supervisor without an end, a year at a time.
pub(super) async fn vault_postpone(
    staff: Data<Staff>,
    May(at, (path, postpone)): May<OnDesk, (RecordPath, Json<Postpone>)>,
) -> Result<HttpResponse, Fault> {
    let Postpone { write, until } = postpone.into_inner();
    let (now, record) = (staff.clock.now(), path.1);
    let found = staff.store.open_record(at.desk, record, now).await?;
    let row = found.ok_or(Kind::NotFound)?.row;
    let may = |supervises| {
        let retention = staff.retention;
        let kept = (row.day, row.review);
        retention.may_postpone(until, kept, now.day(), supervises)
    };
    if row.state == RecordState::Open || !write.closed || !may(true) {
        return Err(Kind::Unprocessable.into());
    }
    if !may(at.supervises()) {
        return Err(Kind::Forbidden.into());
    }
    let held = at.holds(record, write.lease);
    let write = rewrite(write, Review::Postponed(until))?;
    let postponed = Doing::new(Operation::Alteration, record, "postpone");
    staff.record(&at, [postponed]).await?;
    staff.store.write_record(held, write).await?;
    Ok(HttpResponse::NoContent().finish())
}
