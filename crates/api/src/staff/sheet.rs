//! `POST /api/desks/{desk}/sheets`: a desk publishes what came of its cases in a month.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::log::{Object, Operation};
use domain::wire::NewSheet;
use notes::UnverifiedSheet;
use storage::{PutSheetError, StoredSheet};

use super::Staff;
use super::may::May;
use super::recorded::Doing;
use super::who::Supervises;
use crate::fault::{Fault, Kind};

/// Publishes a sheet of the supervisor's own desk, of a month that is over, once. Whether its signature
/// holds is for whoever reads it: the key stands in the public directory.
pub(super) async fn sheet(
    staff: Data<Staff>,
    May(at, new): May<Supervises, Json<NewSheet>>,
) -> Result<HttpResponse, Fault> {
    let text = new.into_inner().sheet;
    let read = UnverifiedSheet::parse(&text).map_err(|_| Kind::Unprocessable)?;
    let sheet = read.unverified();
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

impl From<PutSheetError> for Fault {
    fn from(error: PutSheetError) -> Self {
        match error {
            PutSheetError::AnotherThere => Kind::AlreadyPublished.into(),
            PutSheetError::Store(error) => error.into(),
        }
    }
}
