//! Somebody who can open: a hybrid identity, and age files and frames opened with one.
//!
//! Two crates use it, and `tests/house` lets no third: `unseal`, which opens what is the desks' and is
//! in no server, and `mailbox`, which opens what is sealed to a reporter's phrase and nothing else.
//!
//! Everything opened here was written by somebody unknown. Every failure has one fixed message;
//! [`OpenError`] tells them apart for counting only.

pub mod ahead;
pub mod file;
pub mod frame;
mod identity;
pub mod stream;

/// What can open: an [`Identity`], or one that was told secrets [`ahead`].
pub use age::Identity as Opens;

pub use file::{OpenError, Opened, open_file};
pub use frame::{OpenedFrame, open_frame};
pub use identity::{Identity, NotAnIdentity};
pub use stream::{OpenedReader, open_stream};
