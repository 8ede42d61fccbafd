//! Where replies wait for a reporter, and what one says.

use std::fmt;

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

use crate::calendar::Day;
use crate::id::{InstallationId, ThreadId};
use crate::tip::Language;

/// Slots of a mailbox: how many replies can wait at once.
pub const SLOTS: usize = 8;
/// The context string at the head of every reply.
pub const REPLY_CONTEXT: &str = "ginnel/reply/v1";
/// Most bytes of UTF-8 in a reply.
pub const REPLY_TEXT_MAX: usize = 12_000;
/// Days a reply waits before it is deleted unread.
pub const REPLY_DAYS: i32 = 90;

/// Where one slot of a mailbox lies: the hash of the token that reads it. Says nothing of whose it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address([u8; 32]);

impl Address {
    /// Wraps 32 bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address(..)")
    }
}

/// A reply to a reporter, as its desk signs it.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Reply {
    /// Always [`REPLY_CONTEXT`].
    #[n(0)]
    pub ctx: String,
    /// The installation it comes from.
    #[n(1)]
    pub inst: InstallationId,
    /// The slot it was put into.
    #[n(2)]
    pub address: ByteArray<32>,
    /// The conversation it belongs to.
    #[n(3)]
    pub thread: ThreadId,
    /// Its number among the replies to one tip, from 1.
    #[n(4)]
    pub seq: u32,
    /// The day it was written.
    #[n(5)]
    pub day: Day,
    /// What it says, at most [`REPLY_TEXT_MAX`] bytes.
    #[n(6)]
    pub text: String,
    /// The language it is written in.
    #[n(7)]
    pub lang: Language,
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reply(..)")
    }
}
