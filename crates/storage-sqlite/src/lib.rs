//! The store of one server: two `SQLite` files in a folder.
//!
//! `store.sqlite` holds everything but the epoch secrets wrapped to officers; those lie in
//! `wrappers.sqlite`, which no backup may take along, so that a destroyed epoch stays destroyed. Both
//! are in WAL mode with `synchronous=full` and `secure_delete=on`, asserted on every connection that
//! writes. One connection writes (`begin immediate`), several read (`query_only`).
//!
//! The write-ahead log keeps old pages, and joins what one transaction changed, until it is emptied.
//! Every acceptance, version, delivery, purge and destroyed epoch empties it at its end, so that which
//! record came of which frame is in no file, and deleted bytes are in none.
//!
//! The order of random keys is not the order of bytes: new rows take the next free place in a page and
//! the next free page. So acceptance is one number in the frame's row, overwritten in place, and
//! [`settle_intake`](storage::IntakeStore::settle_intake) writes the whole file anew in key order.
//! After it the file is the same whatever the order things came in.
//!
//! Not promised: a change over both files (removing an officer) is one transaction against everything
//! but a power cut between the two commits; doing it again finishes it. Until the day is settled, its
//! frames and their hashes lie in the order of their windows, its new records in the order they were
//! accepted, and its reports in the order they were delivered; nothing says which of one belongs to
//! which of another. Two copies of the file tell what changed between them.

mod accept;
mod claims;
mod drafts;
mod error;
mod forget;
mod home;
mod installation;
mod intake;
mod log;
pub mod migrations;
mod notes;
mod officer_rows;
mod officers;
mod open;
mod outbox;
mod replies;
mod reports;
mod sessions;
mod sheets;
mod snapshot;
mod traces;
mod vault;
mod watch;
mod wrappers;

use storage::columns;

pub use open::{OpenError, SqliteStore};

/// The files of a store, in its folder: the store's own and the wrappers'.
pub const FILES: [&str; 2] = [migrations::STORE, migrations::WRAPPERS];

pub use snapshot::{complaints, snapshot};
