//! `POST /api/canary`: a console opened a test tip.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::wire::CanaryArrived;
use notes::{NoteBody, PublicKey, SignedNote, StaffDirectory, canary};
use storage::NoteKind;

use super::Staff;
use super::may::May;
use super::who::OnTriage;
use crate::fault::{Fault, Kind};

/// Notes when a test tip that arrived was sent, if the canary's key says so. A mark of an hour to come
/// would keep the alarm silent until then: one of the next, by a clock that is fast, counts as of now. It is no operation with personal data: nothing is recorded.
pub(super) async fn canary(
    staff: Data<Staff>,
    May(_, arrived): May<OnTriage, Json<CanaryArrived>>,
) -> Result<HttpResponse, Fault> {
    let CanaryArrived { tip, hour, mark } = arrived.into_inner();
    let mark = mark.0.try_into().map_err(|_| Kind::Unprocessable)?;
    let key = key(&staff).await?.ok_or(Kind::Unprocessable)?;
    canary::verify(key, staff.inst, tip, hour, &mark).map_err(|_| Kind::Unprocessable)?;
    let now = staff.clock.now().hour();
    if hour.0 > now.0.saturating_add(1) {
        return Err(Kind::Unprocessable.into());
    }
    staff.store.canary_arrived(hour.min(now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The key that the newest staff directory names, if every authority signed it; its dates do not matter,
/// since consoles compare those.
async fn key(staff: &Staff) -> Result<Option<PublicKey>, Fault> {
    let note = staff.store.note(NoteKind::StaffDirectory).await?;
    Ok(note.and_then(|note| {
        let signed = SignedNote::parse(&note.text).ok()?;
        let directory = StaffDirectory::parse(signed.verify(&staff.authorities).ok()?).ok()?;
        directory
            .canary
            .filter(|_| directory.head.inst == staff.inst)
    }))
}
