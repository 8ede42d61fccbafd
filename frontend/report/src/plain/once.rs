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
/// Sealed frames differ each time, so a resend is known by the id the check page gave and by what
/// was typed. Two posts of one tip wait for each other; if the first one fails, the second one tries.
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
        let hash: Hash = self.mac(b"taken", tip).finalize().into_bytes().into();
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

    /// The id a tip is sealed and remembered under: HMAC(key, id of the check page || all pairs),
    /// shortened. The same words from the same page are one tip; with an answer corrected in between
    /// they are another, so that neither is lost.
    pub(super) fn tip<'a>(
        &self,
        page: TipId,
        pairs: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> TipId {
        let mut mac = self.mac(b"tip", page);
        for text in pairs.flat_map(|(name, value)| [name, value]) {
            // With its length before each text, no two lists of pairs are the same bytes.
            mac.update(&text.len().to_be_bytes());
            mac.update(text.as_bytes());
        }
        TipId::from_bytes(shortened(mac))
    }

    /// The conversation a tip opens: random to everyone else, and the same again when a tip whose
    /// frames were not all taken is sealed and sent anew.
    pub(super) fn thread(&self, tip: TipId) -> ThreadId {
        ThreadId::from_bytes(shortened(self.mac(b"thread", tip)))
    }

    fn mac(&self, purpose: &[u8], tip: TipId) -> Hmac<Sha256> {
        let mac = Hmac::<Sha256>::new_from_slice(&self.key);
        let mut mac = mac.expect("HMAC takes keys of any length");
        mac.update(purpose);
        mac.update(tip.as_bytes());
        mac
    }
}

fn shortened(mac: Hmac<Sha256>) -> [u8; 16] {
    let hash: Hash = mac.finalize().into_bytes().into();
    *hash.first_chunk().expect("a hash has 32 bytes")
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

    #[test]
    fn the_same_words_from_the_same_page_are_one_tip_and_any_others_another() {
        let tip_under = |key, page, pairs: &[(&str, &str)]| {
            let once = Once::new([key; 32]);
            once.tip(TipId::from_bytes([page; 16]), pairs.iter().copied())
        };
        let tip = |page, pairs| tip_under(1, page, pairs);
        let first = tip(7, &[("story", "ab"), ("place", "c")]);
        assert_eq!(first, tip(7, &[("story", "ab"), ("place", "c")]));
        for other in [
            tip(8, &[("story", "ab"), ("place", "c")]),
            tip(7, &[("story", "abc"), ("place", "")]),
            tip(7, &[("story", "a"), ("place", "bc")]),
            tip(7, &[("story", "ab")]),
            tip_under(2, 7, &[("story", "ab"), ("place", "c")]),
        ] {
            assert_ne!(first, other);
        }
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
