//! `POST /api/sign-in/start`: the server's half of OPAQUE, alike for known and unknown names.

use actix_web::HttpRequest;
use actix_web::web::{Data, Json};
use domain::wire::{Blob, SignInChallenge, SignInStart};
use storage::OfficerName;

use super::Staff;
use super::attempts::Attempt;
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
    staff.limits.admit_sign_in(&request, &folded)?;
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
        started: staff.clock.now(),
    };
    staff.attempts.begin(id, attempt)?;
    Ok(Json(SignInChallenge {
        attempt: Blob(id.to_vec()),
        response: Blob(answer.response),
    }))
}
