//! `POST /api/desks/{desk}/sheets`: a desk publishes what came of its cases in a month.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::log::{Object, Operation};
use domain::wire::NewSheet;
use notes::{PublicDirectory, ReplyKey, Unverified, UnverifiedSheet};
use storage::{NoteKind, PutSheetError, StoredSheet};

use super::Staff;
use super::may::May;
use super::recorded::Doing;
use super::who::Supervises;
use crate::fault::{Fault, Kind};

/// Publishes a sheet of the supervisor's own desk, of a month that is over, once. The desk must have signed
/// it: a session alone publishes no numbers, which nobody could exchange for the true ones.
pub(super) async fn sheet(
    staff: Data<Staff>,
    May(at, new): May<Supervises, Json<NewSheet>>,
) -> Result<HttpResponse, Fault> {
    let text = new.into_inner().sheet;
    let read = UnverifiedSheet::parse(&text).map_err(|_| Kind::Unprocessable)?;
    let keys = reply_keys(&staff).await?;
    let sheet = read.verify(&keys).map_err(|_| Kind::Unprocessable)?;
    let this_month = staff.clock.now().day().month();
    if sheet.desk() != at.desk || sheet.inst != staff.inst || sheet.month >= this_month {
        return Err(Kind::Unprocessable.into());
    }
    let published = Doing::new(Operation::Disclosure, Object::SHEET, "statistics");
    staff.record(&at, [published]).await?;
    let (district, month) = (sheet.district, sheet.month);
    let sheet = StoredSheet {
        district,
        month,
        text,
    };
    staff.store.put_sheet(sheet).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The keys desks sign with, as the public directory of today lists them.
async fn reply_keys(staff: &Staff) -> Result<Vec<ReplyKey>, Fault> {
    let stored = staff.store.note(NoteKind::PublicDirectory).await?;
    let text = stored.ok_or(Kind::Unavailable)?.text;
    let note = Unverified::<PublicDirectory>::parse(&text).map_err(|_| Kind::Unavailable)?;
    let today = staff.clock.now().day();
    let directory = note.verify(&staff.authorities, staff.inst, today, None);
    let directory = directory.map_err(|_| Kind::Unavailable)?;
    Ok(directory.replies.clone())
}

impl From<PutSheetError> for Fault {
    fn from(error: PutSheetError) -> Self {
        match error {
            PutSheetError::AnotherThere => Kind::AlreadyPublished.into(),
            PutSheetError::Store(error) => error.into(),
        }
    }
}
