//! The tip as it came, kept beside the work on it.

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

use super::Since;
use crate::answers::{Answers, Knows};
use crate::calendar::{Day, Hour};
use crate::id::{ThreadId, TipId};
use crate::tip::{BundleSlot, ChampionSlot, Language, ReplySlot, SealPath};
use crate::wire::PARTS_NONCE_LEN;

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
    /// Since when it waits.
    #[n(3)]
    pub since: Since,
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
    /// The key that signed every part of it, if one did.
    #[n(17)]
    pub signed_by: Option<ByteArray<32>>,
}

impl Original {
    /// The reporter's own clock.
    pub const fn hour(&self) -> Hour {
        Hour(self.hour)
    }
}
