//! `POST /api/sign-in/finish`: who met the challenge gets a session.

use actix_web::web::{Data, Json};
use domain::OfficerId;
use domain::wire::{Me, SignInFinish};
use signin::SessionKey;
use storage::{NewSession, StartSessionError};

use super::Staff;
use super::may::May;
use super::me::me_of;
use super::who::{Anyone, token_hash};
use crate::fault::{Fault, Kind};

/// Opens a session, or refuses without saying what was wrong. Its token is derived on both sides.
pub(super) async fn sign_in_finish(
    staff: Data<Staff>,
    May(Anyone, finish): May<Anyone, Json<SignInFinish>>,
) -> Result<Json<Me>, Fault> {
    let (officer, key) = check(&staff, &finish).ok_or(Kind::SignInRefused)?;
    open_session(&staff, officer, &key).await.map(Json)
}

/// Logs a refusal of an attempt that was begun, of which there are only so many: not every stray post.
fn check(staff: &Staff, finish: &SignInFinish) -> Option<(OfficerId, SessionKey)> {
    let attempt = staff.attempts.end(&finish.attempt.0, staff.clock.now())?;
    let met = attempt.server.finish(&finish.finalization.0);
    let known = attempt.officer.zip(met.ok());
    if known.is_some() {
        staff.attempts.known.remember(attempt.place);
    } else {
        tracing::warn!("a sign-in was refused");
    }
    known
}

async fn open_session(staff: &Staff, officer: OfficerId, key: &SessionKey) -> Result<Me, Fault> {
    let (now, times) = (staff.clock.now(), staff.times);
    let token = token_hash(&key.to_token()).ok_or(Kind::Unavailable)?;
    let session = NewSession {
        token,
        officer,
        created: now,
        expires: now.plus(times.whole.into()),
        idle_seconds: times.idle,
    };
    staff.store.start_session(session).await?;
    let begun = staff.store.session(token, now).await?;
    let begun = begun.ok_or(Kind::SignInRefused)?;
    Ok(me_of(staff, begun.officer, begun.expires))
}

impl From<StartSessionError> for Fault {
    fn from(error: StartSessionError) -> Self {
        match error {
            StartSessionError::NoSuchOfficer => Kind::SignInRefused.into(),
            StartSessionError::Store(error) => error.into(),
        }
    }
}
