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
    stretch_in(&ROOM, phrase, inst).await
}

async fn stretch_in(
    room: &'static Semaphore,
    phrase: &Phrase,
    inst: InstallationId,
) -> Result<PhraseKeys, Wait> {
    let wait = Wait {
        seconds: SECONDS_TO_WAIT,
    };
    let taken = room.try_acquire().map_err(|_| wait)?;
    let phrase = phrase.clone();
    let keys = web::block(move || {
        // Whoever asked may have gone, and this future with them: the memory is taken all the same.
        let _taken = taken;
        PhraseKeys::derive(&phrase, inst)
    });
    keys.await.map_err(|_| wait)
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;
    use rand::SeedableRng;
    use rand_chacha::ChaCha20Rng;

    use super::*;

    static ONE: Semaphore = Semaphore::const_new(1);

    #[actix_web::test]
    async fn whoever_hangs_up_leaves_no_room_before_their_keys_are_made() {
        let phrase = Phrase::make(&mut ChaCha20Rng::seed_from_u64(1));
        let inst = InstallationId::from_bytes([1; 16]);
        let mut hung_up = Box::pin(stretch_in(&ONE, &phrase, inst));
        assert!(hung_up.as_mut().now_or_never().is_none());
        drop(hung_up);
        assert!(stretch_in(&ONE, &phrase, inst).await.is_err());
        drop(ONE.acquire().await.unwrap());
        assert!(stretch_in(&ONE, &phrase, inst).await.is_ok());
    }
}
