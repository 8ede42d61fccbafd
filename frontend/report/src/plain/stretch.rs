//! A phrase's keys, which take memory and time: so many at once and no more.

use actix_web::web;
use domain::InstallationId;
use phrase::{Phrase, PhraseKeys};
use tokio::sync::Semaphore;

use super::Wait;

/// 19 MiB each.
const AT_ONCE: usize = 4;
const SECONDS_TO_WAIT: u32 = 3;

static ROOM: Semaphore = Semaphore::const_new(AT_ONCE);

/// Stretches a phrase, off the threads that answer.
///
/// # Errors
/// When to try again, if as many as may are under way.
pub(super) async fn stretch(phrase: &Phrase, inst: InstallationId) -> Result<PhraseKeys, Wait> {
    let wait = Wait {
        seconds: SECONDS_TO_WAIT,
    };
    let room = ROOM.try_acquire().map_err(|_| wait)?;
    let phrase = phrase.clone();
    let keys = web::block(move || PhraseKeys::derive(&phrase, inst)).await;
    drop(room);
    keys.map_err(|_| wait)
}
