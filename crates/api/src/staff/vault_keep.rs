//! `POST /api/cases/{desk}`: a desk keeps what it makes of a report.

use actix_web::web::{Data, Json};
use domain::log::Operation;
use domain::wire;
use storage::KeepError;

use super::Staff;
use super::may::May;
use super::recorded::Doing;
use super::rows::{lease, new_record};
use super::who::OnDesk;
use crate::fault::{Fault, Kind};

/// Keeps a record of a desk that receives reports, claimed by the officer.
pub(super) async fn vault_keep(
    staff: Data<Staff>,
    May(at, record): May<OnDesk, Json<wire::NewRecord>>,
) -> Result<Json<wire::Claim>, Fault> {
    let now = staff.clock.now();
    let record = new_record(record.into_inner(), at.desk, staff.retention, now.day())?;
    let begun = Doing::new(Operation::Alteration, record.id, "keep");
    staff.record(&at, [begun]).await?;
    let kept = staff.store.keep_record(record, at.officer, now).await?;
    Ok(Json(lease(kept)))
}

impl From<KeepError> for Fault {
    fn from(error: KeepError) -> Self {
        match error {
            KeepError::RecordIdTaken => Kind::IdTaken.into(),
            KeepError::WrongDesk => Kind::Unprocessable.into(),
            KeepError::Store(error) => error.into(),
        }
    }
}
