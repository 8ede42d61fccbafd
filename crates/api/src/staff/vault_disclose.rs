//! `POST /api/vault/{desk}/{record}/disclose`: something of a record is given to another force.

use actix_web::HttpResponse;
use actix_web::web::Data;
use domain::log::Operation;

use super::Staff;
use super::may::{May, RecordPath};
use super::recorded::Doing;
use super::who::OnDesk;
use crate::fault::{Fault, Kind};

/// Records that one of the desk's records is disclosed. To whom, and what for, stays sealed in it.
pub(super) async fn vault_disclose(
    staff: Data<Staff>,
    May(at, path): May<OnDesk, RecordPath>,
) -> Result<HttpResponse, Fault> {
    let (now, record) = (staff.clock.now(), path.1);
    let there = staff.store.open_record(at.desk, record, now).await?;
    there.ok_or(Kind::NotFound)?;
    let given = Doing::new(Operation::Disclosure, record, "export");
    staff.record(&at, [given]).await?;
    Ok(HttpResponse::NoContent().finish())
}
