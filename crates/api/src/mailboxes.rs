//! Reading and emptying mailboxes, in a way that says nothing of what lies in them.
//!
//! Eight tokens always come to eight frames, in an order of chance. Whatever is there, the store reads
//! eight rows in one query, eight fillers are drawn, eight frames are copied, and the answer leaves at a
//! whole multiple of [`STEP`] after it was asked for: an unknown, an empty and a full mailbox look alike
//! to whoever counts bytes or time on the way.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use domain::FRAME_LEN;
use domain::mailbox::SLOTS;
use phrase::{TOKEN_LEN, Token};
use rand::seq::SliceRandom;
use storage::{ReadSlot, ReplyStore, StoreError};

use crate::dice::Dice;

/// Bytes of what asks for a mailbox: eight tokens.
pub const REQUEST_LEN: usize = SLOTS * TOKEN_LEN;
/// Bytes of every answer: eight frames.
pub const ANSWER_LEN: usize = SLOTS * FRAME_LEN;

/// Longer than reading takes, and than ending a transaction on most disks.
pub const STEP: Duration = Duration::from_millis(200);

/// The mailboxes of everybody.
pub struct Mailboxes {
    store: Arc<dyn ReplyStore>,
    dice: Arc<Dice>,
}

impl Mailboxes {
    /// Reads from this store.
    pub const fn new(store: Arc<dyn ReplyStore>, dice: Arc<Dice>) -> Self {
        Self { store, dice }
    }

    /// What lies in the eight slots of these tokens: [`ANSWER_LEN`] bytes, at an even time.
    pub async fn read(&self, tokens: &[Token; SLOTS]) -> Result<Vec<u8>, StoreError> {
        at_even_times(self.gather(tokens)).await
    }

    /// Empties the slots of these tokens, if anything is in them; answers at an even time.
    pub async fn delete(&self, tokens: &[Token]) -> Result<(), StoreError> {
        let emptied = async {
            for token in tokens {
                self.store.delete_reply(token.address()).await?;
            }
            Ok(())
        };
        at_even_times(emptied).await
    }

    /// The work behind an answer, as soon as it is done.
    pub async fn gather(&self, tokens: &[Token; SLOTS]) -> Result<Vec<u8>, StoreError> {
        let addresses = tokens.each_ref().map(Token::address);
        let mut slots = self.store.read_slots(&addresses).await?;
        let mut answer = vec![0; ANSWER_LEN];
        self.dice.with(|rng| {
            rng.fill_bytes(&mut answer);
            slots.shuffle(rng);
        });
        for (place, slot) in answer.chunks_exact_mut(FRAME_LEN).zip(&slots) {
            keep_or_put(place, slot);
        }
        Ok(answer)
    }
}

/// Eight tokens, one after the other. `None` for any other length.
pub fn tokens(request: &[u8]) -> Option<[Token; SLOTS]> {
    let (tokens, []) = request.as_chunks::<TOKEN_LEN>() else {
        return None;
    };
    let tokens: &[[u8; TOKEN_LEN]; SLOTS] = tokens.try_into().ok()?;
    Some(tokens.map(Token::from_bytes))
}

/// The filler stays where there is no reply; as many bytes are copied either way.
fn keep_or_put(place: &mut [u8], slot: &ReadSlot) {
    let filler = place.to_vec();
    let frame = if slot.is_reply {
        slot.frame.as_bytes()
    } else {
        &filler
    };
    place.copy_from_slice(frame);
}

/// Does the work, and answers at the end of the step in which it was done.
async fn at_even_times<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut steps = tokio::time::interval(STEP);
    steps.tick().await;
    loop {
        tokio::select! {
            biased;
            done = &mut work => {
                steps.tick().await;
                return done;
            }
            _ = steps.tick() => {}
        }
    }
}
