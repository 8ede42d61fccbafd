//! Durable arrival: an acknowledged frame is on this server's disk before anybody is told so.
//!
//! Frames wait in one `SQLite` file a window (`synchronous=full`). One writer task commits everything
//! that waits in one transaction, so many frames share one wait for the disk. When the window turns, a
//! new file begins, the old one's frames go into the store in random order under random ids with
//! nothing but their day, and the file is unlinked. A file left over by a crash is shuffled in at the
//! next start. Handing a frame over twice stores it once, since the store remembers hashes; so a crash
//! at any point loses no acknowledged frame and doubles none.
//!
//! Whoever owns a [`Staging`] turns its windows: a task that calls [`Staging::turn_window`] every few
//! minutes, and [`Staging::close`] at the end.
//!
//! Not promised: the unlinked file's bytes stay on the disk until the file system reuses them, in the
//! order of arrival; they are sealed.

mod dice;
mod error;
mod shuffle;
mod snapshot;
mod staging;
mod trouble;
mod window;
mod writer;

pub use error::{OpenStagingError, StagingError, TurnError};
pub use snapshot::{Copied, SnapshotError, snapshot};
pub use staging::{Staged, Staging};
