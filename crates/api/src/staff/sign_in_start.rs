//! `POST /api/sign-in/start`: the server's half of OPAQUE, alike for known and unknown names.

use actix_web::HttpRequest;
use actix_web::web::{Data, Json};
use domain::wire::{Blob, SignInChallenge, SignInStart};
use storage::OfficerName;

use super::Staff;
use super::attempts::Attempt;
use super::known_places::KnownPlace;
use super::may::May;
use super::who::Anyone;
use crate::fault::{Fault, Kind};

/// Answers with a challenge that only the right passphrase can meet.
pub(super) async fn sign_in_start(
    staff: Data<Staff>,
    request: HttpRequest,
    May(Anyone, start): May<Anyone, Json<SignInStart>>,
) -> Result<Json<SignInChallenge>, Fault> {
    let name = start.name.parse::<OfficerName>().ok();
    let folded = name.as_ref().map_or_else(String::new, OfficerName::folded);
    let (place, known) = admit(&staff, &request, &folded)?;
    let found = match &name {
        Some(name) => staff.store.officer_by_name(name).await?,
        None => None,
    };
    let record = found.as_ref().map(|(_, record)| record.as_bytes());
    let answer = staff.dice.with(|mut rng| {
        let request = &start.request.0;
        staff.setup.login_start(&mut rng, &folded, record, request)
    });
    let answer = answer.map_err(|_| Kind::Unprocessable)?;
    let id: [u8; 16] = staff.dice.bytes();
    let attempt = Attempt {
        server: answer.attempt,
        officer: found.map(|(officer, _)| officer.id),
        place,
        known,
        started: staff.clock.now(),
    };
    staff.attempts.begin(id, attempt)?;
    Ok(Json(SignInChallenge {
        attempt: Blob(id.to_vec()),
        response: Blob(answer.response),
    }))
}

/// Lets it begin, if not too many have. Answers where it comes from, and whether that is known.
fn admit(staff: &Staff, request: &HttpRequest, name: &str) -> Result<(KnownPlace, bool), Fault> {
    let caller = staff.limits.caller(request);
    let place = staff.attempts.known.place(&staff.dice, &caller, name);
    let known = staff.attempts.known.knows(place);
    if known {
        staff.limits.admit_known(&caller, name)?;
    } else {
        staff.limits.admit_sign_in(&caller, name)?;
    }
    Ok((place, known))
}
