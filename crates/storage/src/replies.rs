//! Replies to reporters: where they lie, and nothing of whose they are or who wrote them.

use async_trait::async_trait;
use domain::mailbox::{Address, SLOTS};
use domain::{Day, SealedFrame};

use crate::StoreError;

/// A reply on its way: the slots of one mailbox in their order, each with the frame sealed for it.
pub type NewReply = [(Address, SealedFrame); SLOTS];

/// Why a reply was not put anywhere; nothing changed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PutReplyError {
    /// Every slot holds a reply that was not deleted yet.
    #[error("every slot is taken")]
    Full,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What was read for one address: always a frame, so that an empty slot takes the same work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadSlot {
    /// Whether it is a reply. If not, it is a row that stands in for one and says nothing.
    pub is_reply: bool,
    /// The frame.
    pub frame: SealedFrame,
}

/// Replies of every desk, known by an address and a day.
#[async_trait]
pub trait ReplyStore: Send + Sync {
    /// Puts a reply into the lowest free of its slots, among those that wait for their window.
    async fn put_reply(&self, reply: NewReply) -> Result<(), PutReplyError>;

    /// Lets everything that waits be read, of every desk together and in the order of the addresses,
    /// which is random. Answers how many there were.
    async fn hand_out_replies(&self, day: Day) -> Result<u64, StoreError>;

    /// Reads eight slots, in the order asked: as many rows of the same length whatever lies there.
    async fn read_slots(&self, addresses: &[Address; SLOTS]) -> Result<Vec<ReadSlot>, StoreError>;

    /// Empties a slot. Writes as much when there was nothing in it.
    async fn delete_reply(&self, address: Address) -> Result<(), StoreError>;

    /// Deletes replies handed out on days before this one. Answers how many.
    async fn purge_replies(&self, before: Day) -> Result<u64, StoreError>;
}
