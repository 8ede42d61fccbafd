//! `POST /api/vault/{desk}/{record}/refer`: somebody at risk is referred with what a record says.

use actix_web::HttpResponse;
use actix_web::web::Data;
use domain::log::Operation;

use super::Staff;
use super::may::{May, RecordPath};
use super::recorded::Doing;
use super::who::OnDesk;
use crate::fault::{Fault, Kind};

/// Records that something of one of the desk's records is disclosed in a referral. Who is referred, to whom
/// and on what ground stays sealed in it.
pub(super) async fn vault_refer(
    staff: Data<Staff>,
    May(at, path): May<OnDesk, RecordPath>,
) -> Result<HttpResponse, Fault> {
    let (now, record) = (staff.clock.now(), path.1);
    let there = staff.store.open_record(at.desk, record, now).await?;
    there.ok_or(Kind::NotFound)?;
    let referred = Doing::new(Operation::Disclosure, record, "referral");
    staff.record(&at, [referred]).await?;
    Ok(HttpResponse::NoContent().finish())
}
