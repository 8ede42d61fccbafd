//! The store of one server: two `SQLite` files in a folder.
//!
//! `store.sqlite` holds everything but the epoch secrets wrapped to officers; those lie in
//! `wrappers.sqlite`, which no backup may take along, so that a destroyed epoch stays destroyed. Both
//! are in WAL mode with `synchronous=full` and `secure_delete=on`, asserted on every connection that
//! writes. One connection writes (`begin immediate`), several read (`query_only`).
//!
//! The write-ahead log keeps old pages, and joins what one transaction changed, until it is emptied.
//! Every acceptance, purge and destroyed epoch empties it at its end, so that which record came of
//! which frame is in no file, and deleted bytes are in none.
//!
//! Not promised: a change over both files (removing an officer) is one transaction against everything
//! but a power cut between the two commits; doing it again finishes it. Today's frames lie in the
//! order of their windows until [`settle_intake`](storage::IntakeStore::settle_intake) copies them.

mod accept;
mod claims;
mod columns;
mod error;
mod installation;
mod intake;
mod notes;
mod officer_rows;
mod officers;
mod open;
mod reports;
mod sessions;
mod vault;
mod wrappers;

pub use open::{OpenError, SqliteStore};
