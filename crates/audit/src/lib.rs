#![doc = include_str!("../README.md")]

mod checkpoint;
mod entry;
mod logbook;
mod tree;

pub use checkpoint::{BadCheckpoint, Checkpoint, log_signer, origin, read_origin};
pub use entry::{ENTRY_PLAINTEXT_LEN, read_entry, seal_entry};
pub use logbook::{Logbook, auditor};
pub use tree::{LogTree, Root};
