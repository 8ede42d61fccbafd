//! A reporter with a phrase, a desk that replies, and a server that hands over eight frames.

use domain::mailbox::{REPLY_CONTEXT, Reply, SLOTS};
use domain::tip::{Language, ReplySlot};
use domain::{Day, Desk, FRAME_LEN, InstallationId, SealedFrame};
use mailbox::{Mailbox, reply_slot};
use notes::{ReplyKey, SigningKey};
use phrase::{Phrase, PhraseKeys};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use seal::hybrid::Recipient;
use seal::reply::seal_reply;

pub const INST: InstallationId = InstallationId::from_bytes([1; 16]);

pub struct Reporter {
    pub keys: PhraseKeys,
    pub slot: ReplySlot,
    pub mailbox: Mailbox,
}

impl Reporter {
    pub fn new(seed: u64) -> Self {
        let phrase = Phrase::make(&mut ChaCha20Rng::seed_from_u64(seed));
        let keys = PhraseKeys::derive(&phrase, INST);
        Self {
            slot: reply_slot(&keys, true),
            mailbox: Mailbox::of(&keys),
            keys,
        }
    }

    pub fn recipient(&self) -> Recipient {
        Recipient::from_bytes(&self.slot.recipient).unwrap()
    }

    /// A reply to this reporter in one of their slots.
    pub fn reply(&self, slot: usize, seq: u32, text: &str) -> Reply {
        Reply {
            ctx: REPLY_CONTEXT.into(),
            inst: INST,
            address: self.slot.addresses[slot],
            thread: self.keys.thread(),
            seq,
            day: Day(20_000),
            text: text.into(),
            lang: Language::try_from("en".to_owned()).unwrap(),
        }
    }
}

pub fn desk_key() -> SigningKey {
    SigningKey::from_seed(&[7; 32])
}

pub fn listed() -> Vec<ReplyKey> {
    vec![ReplyKey {
        desk: Desk::Triage,
        key: desk_key().public(),
    }]
}

pub fn sealed(to: &Reporter, reply: &Reply) -> SealedFrame {
    seal_reply(&to.recipient(), reply, &desk_key()).unwrap()
}

/// Eight frames as a server hands them over: these, and random bytes for the rest.
pub fn answer(frames: &[SealedFrame]) -> Vec<u8> {
    let mut rng = ChaCha20Rng::seed_from_u64(9);
    let mut answer = vec![0; (SLOTS - frames.len()) * FRAME_LEN];
    rng.fill_bytes(&mut answer);
    for frame in frames {
        answer.extend_from_slice(frame.as_bytes());
    }
    answer
}
