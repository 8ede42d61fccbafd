//! `POST /api/vault/{desk}/{record}/open`: a record's sealed frames.

use actix_web::web::{Data, Json};
use domain::log::Operation;
use domain::wire::{Blob, OpenedRecord, Purpose};

use super::Staff;
use super::may::{May, RecordPath};
use super::recorded::Doing;
use super::rows::check_purpose;
use super::who::OnDesk;
use crate::fault::{Fault, Kind};

/// Hands over one record of the desk.
pub(super) async fn vault_open(
    staff: Data<Staff>,
    May(at, (path, purpose)): May<OnDesk, (RecordPath, Json<Purpose>)>,
) -> Result<Json<OpenedRecord>, Fault> {
    check_purpose(&purpose)?;
    let (now, record) = (staff.clock.now(), path.1);
    let opened = Doing::new(Operation::Consultation, record, &purpose.purpose);
    staff.record(&at, [opened]).await?;
    let found = staff.store.open_record(at.desk, record, now).await?;
    let found = found.ok_or(Kind::NotFound)?;
    Ok(Json(OpenedRecord {
        frames: found.frames,
        version: found.row.version.0,
        quarter: found.row.quarter,
        wrapper: Blob(found.row.wrapper.into_bytes()),
    }))
}
