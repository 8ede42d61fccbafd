//! `PUT /api/vault/{desk}/{record}`: the next version of a record.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::wire::WriteRecord;
use storage::{RecordRewrite, RecordVersion, WriteRecordError};

use super::Staff;
use super::may::{May, RecordPath};
use super::rows::{sealed_card, state};
use super::who::OnDesk;
use crate::fault::{Fault, Kind};

/// Writes under a held claim, if the record is still at the version named.
pub(super) async fn vault_write(
    staff: Data<Staff>,
    May(at, (path, write)): May<OnDesk, (RecordPath, Json<WriteRecord>)>,
) -> Result<HttpResponse, Fault> {
    let write = write.into_inner();
    let held = at.holds(path.1, write.lease);
    let closes = write.closed;
    let write = rewrite(write)?;
    staff.record_alteration(&at, path.1, closes).await?;
    staff.store.write_record(held, write).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn rewrite(write: WriteRecord) -> Result<RecordRewrite, Fault> {
    Ok(RecordRewrite {
        expected: RecordVersion(write.after),
        frames: write.frames,
        card: sealed_card(write.card)?,
        state: state(write.closed),
        review: None,
    })
}

impl From<WriteRecordError> for Fault {
    fn from(error: WriteRecordError) -> Self {
        match error {
            WriteRecordError::NotFound => Kind::NotFound.into(),
            WriteRecordError::ClaimLost => Kind::ClaimLost.into(),
            WriteRecordError::VersionMoved => Kind::VersionMoved.into(),
            WriteRecordError::Store(error) => error.into(),
        }
    }
}
