//! The tip as it came, kept beside the work on it.

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::answers::{Answers, Knows};
use crate::calendar::{Day, Hour, UnixSeconds};
use crate::id::{ThreadId, TipId};
use crate::tip::{BundleSlot, ChampionSlot, Language, ReplySlot, SealPath};
use crate::wire::PARTS_NONCE_LEN;

/// Minutes since 1970-01-01 00:00 UTC.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Encode, Decode,
)]
#[cbor(transparent)]
pub struct Minute(#[n(0)] pub i64);

impl Minute {
    /// The minute this moment lies in.
    pub const fn of(now: UnixSeconds) -> Self {
        Self(now.0.div_euclid(60))
    }

    /// The first second of this minute.
    pub const fn start(self) -> UnixSeconds {
        UnixSeconds(self.0.saturating_mul(60))
    }
}

/// A tip as an officer's browser opened it: all there was when it was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Original {
    /// The reporter's id for it.
    #[n(0)]
    pub tip: TipId,
    /// The conversation it belongs to.
    #[n(1)]
    pub thread: ThreadId,
    /// The day its first part came.
    #[n(2)]
    pub day: Day,
    /// The minute it was first seen in the console that accepted it.
    #[n(3)]
    pub seen: Minute,
    /// The reporter's own clock, hours since 1970.
    #[n(4)]
    pub hour: i64,
    /// The structured answers.
    #[n(5)]
    pub answers: Answers,
    /// The free text; a part that never came is a gap in it.
    #[n(6)]
    pub text: String,
    /// The language of the form.
    #[n(7)]
    pub lang: Language,
    /// How the reporter knows.
    #[n(8)]
    pub knows: Knows,
    /// Where it was sealed.
    #[n(9)]
    pub path: SealPath,
    /// How many parts it has.
    #[n(10)]
    pub parts: u8,
    /// The parts that had not come.
    #[n(11)]
    pub missing: Vec<u8>,
    /// The intake frames it was made of, to put it back.
    #[n(12)]
    pub intake: Vec<i64>,
    /// How to reply, if the reporter wants that.
    #[n(13)]
    pub reply: Option<ReplySlot>,
    /// The attachments, if any.
    #[n(14)]
    pub bundle: Option<BundleSlot>,
    /// The champion's token, if any.
    #[n(15)]
    pub champion: Option<ChampionSlot>,
    /// Drawn when it was accepted; the server takes it back only against this.
    #[n(16)]
    pub nonce: ByteArray<PARTS_NONCE_LEN>,
}

impl Original {
    /// The reporter's own clock.
    pub const fn hour(&self) -> Hour {
        Hour(self.hour)
    }
}
