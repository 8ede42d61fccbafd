//! `PUT /api/vault/{desk}/{record}`: the next version of a record.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::wire::WriteRecord;
use domain::{Day, RecordId};
use storage::{RecordRewrite, RecordVersion, Review, WriteRecordError};

use super::Staff;
use super::may::{May, RecordPath};
use super::rows::sealed_card;
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
    let review = if closes {
        Review::Finished(finished(&staff, &at, path.1, write.review).await?)
    } else {
        Review::Open
    };
    let write = rewrite(write, review)?;
    staff.record_alteration(&at, path.1, closes).await?;
    staff.store.write_record(held, write).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The day after which a record goes with which work is over by this version, if it had none.
async fn finished(
    staff: &Staff,
    at: &OnDesk,
    record: RecordId,
    asked: Option<Day>,
) -> Result<Day, Fault> {
    let now = staff.clock.now();
    let found = staff.store.open_record(at.desk, record, now).await?;
    let begun = found.ok_or(Kind::NotFound)?.row.day;
    Ok(staff.retention.finished(at.desk, begun, now.day(), asked))
}

pub(super) fn rewrite(write: WriteRecord, review: Review) -> Result<RecordRewrite, Fault> {
    Ok(RecordRewrite {
        expected: RecordVersion(write.after),
        frames: write.frames,
        card: sealed_card(write.card)?,
        review,
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
