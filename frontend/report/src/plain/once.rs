//! One tip is stored once, however often its button is pressed.

use std::collections::VecDeque;

use domain::{ThreadId, TipId, UnixSeconds};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use tokio::sync::Mutex;

const SHARDS: usize = 64;
const REMEMBERED_A_SHARD: usize = 1_024;
const SECONDS_REMEMBERED: i64 = 3_600;

type Hash = [u8; 32];

/// Which tips were taken within the last hour: keyed hashes of their ids, in memory only, bounded.
///
/// Sealed frames differ each time, so a resend is known by the tip's id, which the check page gave.
/// Two posts of one tip wait for each other; if the first one fails, the second one tries.
pub struct Once {
    key: [u8; 32],
    shards: Vec<Mutex<VecDeque<(UnixSeconds, Hash)>>>,
}

impl Once {
    /// Remembers under a key drawn when the server starts.
    pub fn new(key: [u8; 32]) -> Self {
        let shards = std::iter::repeat_with(Mutex::default).take(SHARDS);
        let shards = shards.collect();
        Self { key, shards }
    }

    /// Does `send` unless this tip was sent before; remembers it only if that succeeds.
    pub(super) async fn run<E>(
        &self,
        tip: TipId,
        now: UnixSeconds,
        send: impl Future<Output = Result<(), E>>,
    ) -> Result<(), E> {
        let hash = self.hash(b"taken", tip);
        let shard = usize::from(hash.first().copied().unwrap_or_default()) % SHARDS;
        let Some(shard) = self.shards.get(shard) else {
            return send.await;
        };
        let mut taken = shard.lock().await;
        forget(&mut taken, now);
        if taken.iter().any(|(_, known)| *known == hash) {
            return Ok(());
        }
        send.await?;
        taken.push_back((now, hash));
        Ok(())
    }

    /// The conversation a tip opens: random to everyone else, and the same again when a tip whose
    /// frames were not all taken is sealed and sent anew.
    pub(super) fn thread(&self, tip: TipId) -> ThreadId {
        let hash = self.hash(b"thread", tip);
        ThreadId::from_bytes(*hash.first_chunk().expect("a hash has 32 bytes"))
    }

    fn hash(&self, purpose: &[u8], tip: TipId) -> Hash {
        let mac = Hmac::<Sha256>::new_from_slice(&self.key);
        let mut mac = mac.expect("HMAC takes keys of any length");
        mac.update(purpose);
        mac.update(tip.as_bytes());
        mac.finalize().into_bytes().into()
    }
}

fn forget(taken: &mut VecDeque<(UnixSeconds, Hash)>, now: UnixSeconds) {
    let old = |taken: &VecDeque<(UnixSeconds, Hash)>| {
        let oldest = taken.front();
        oldest.is_some_and(|(when, _)| when.plus(SECONDS_REMEMBERED) < now)
    };
    while old(taken) || taken.len() >= REMEMBERED_A_SHARD {
        taken.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    const NOW: UnixSeconds = UnixSeconds(1_800_000_000);

    async fn try_to(once: &Once, now: UnixSeconds, count: &AtomicUsize, succeeds: bool) -> bool {
        let tip = TipId::from_bytes([7; 16]);
        let send = async {
            tokio::task::yield_now().await;
            count.fetch_add(1, Ordering::SeqCst);
            succeeds.then_some(()).ok_or(())
        };
        once.run(tip, now, send).await.is_ok()
    }

    #[actix_web::test]
    async fn two_posts_at_once_send_one_tip() {
        let (once, count) = (Once::new([1; 32]), AtomicUsize::new(0));
        let twice = futures_util::join!(
            try_to(&once, NOW, &count, true),
            try_to(&once, NOW, &count, true)
        );
        assert_eq!((twice, count.into_inner()), ((true, true), 1));
    }

    #[actix_web::test]
    async fn a_failed_send_is_tried_again_and_an_old_one_forgotten() {
        let (once, count) = (Once::new([1; 32]), AtomicUsize::new(0));
        assert!(!try_to(&once, NOW, &count, false).await);
        assert!(try_to(&once, NOW, &count, true).await);
        assert!(try_to(&once, NOW.plus(3_600), &count, true).await);
        assert_eq!(count.load(Ordering::SeqCst), 2);
        assert!(try_to(&once, NOW.plus(3_601), &count, true).await);
        assert_eq!(count.into_inner(), 3);
    }
}
