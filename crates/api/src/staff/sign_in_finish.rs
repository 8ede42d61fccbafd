//! `POST /api/sign-in/finish`: who met the challenge gets a session.

use actix_web::web::{Data, Json};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use domain::OfficerId;
use domain::wire::{Session, SignInFinish};
use storage::{NewSession, StartSessionError};

use super::Staff;
use super::may::May;
use super::me::me_of;
use super::who::{Anyone, token_hash};
use crate::fault::{Fault, Kind};

/// Opens a session, or refuses without saying what was wrong.
pub(super) async fn sign_in_finish(
    staff: Data<Staff>,
    May(Anyone, finish): May<Anyone, Json<SignInFinish>>,
) -> Result<Json<Session>, Fault> {
    let officer = check(&staff, &finish).ok_or(Kind::SignInRefused)?;
    open_session(&staff, officer).await.map(Json)
}

/// Logs a refusal of an attempt that was begun, of which there are only so many: not every stray post.
fn check(staff: &Staff, finish: &SignInFinish) -> Option<OfficerId> {
    let attempt = staff.attempts.end(&finish.attempt.0, staff.clock.now())?;
    let met = attempt.server.finish(&finish.finalization.0);
    let officer = met.ok().and(attempt.officer);
    if officer.is_none() {
        tracing::warn!("a sign-in was refused");
    }
    officer
}

async fn open_session(staff: &Staff, officer: OfficerId) -> Result<Session, Fault> {
    let (now, times) = (staff.clock.now(), staff.times);
    let shown = BASE64.encode(staff.dice.bytes::<32>());
    let token = token_hash(&shown).ok_or(Kind::Unavailable)?;
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
    Ok(Session {
        token: shown,
        me: me_of(begun.officer, staff.inst, begun.expires),
    })
}

impl From<StartSessionError> for Fault {
    fn from(error: StartSessionError) -> Self {
        match error {
            StartSessionError::NoSuchOfficer => Kind::SignInRefused.into(),
            StartSessionError::Store(error) => error.into(),
        }
    }
}
