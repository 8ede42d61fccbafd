//! The store of several servers: two `PostgreSQL` databases.
//!
//! One holds everything but the epoch secrets wrapped to officers; those lie in the other (or in a
//! schema of their own), which no backup may take along, so that a destroyed epoch stays destroyed.
//! Several servers share both at once: each method is one transaction at `read committed` that locks
//! the rows it decides by (`for update`; mails are taken with `skip locked`), waits for the commit to be
//! durable, and ends in time or fails. A change over both databases (removing an officer, destroying a
//! VAULT epoch) destroys wrappers first; doing it again finishes it.
//!
//! Rows of this database say more than their columns do: which transaction wrote them (`xmin`), which
//! one locked or replaced them (`xmax`), and where they lie (`ctid`). So frames are never touched once
//! they are written. What triage accepted is one row a day; each acceptance leaves another version of it,
//! which names the record's transaction and differs from the one before by the record's frames. So after
//! every window with acceptances [`forget_acceptances`](storage::IntakeStore::forget_acceptances) writes
//! those few rows anew under one transaction, drops the table's old file and ends the log.
//! [`settle_intake`](storage::IntakeStore::settle_intake) then writes every table that tells of tips
//! anew in the order of its random keys, in one transaction, beside the old tables, and then drops those
//! with their files: afterwards every row names that transaction and lies where its key says. Whoever
//! writes waits meanwhile; whoever reads waits for the change of tables only. Wrappers are written anew whenever one is destroyed.
//!
//! Not promised: until the day is settled, its frames and hashes lie in the order of their windows and
//! name them, its records in the order they were accepted, its reports in the order they were
//! delivered. Which frames became which record can be read from the disk until the window of the
//! acceptance is over, and longer while somebody reads, such as a backup, or if the role may not end the
//! log (`doctor` says so). Deleted rows stay in the tables' files until the night. And whoever holds the
//! disk (or a physical copy, an archive, a standby: [`settings`] asks that there be none) reads it all in
//! the write-ahead log, as far back as its files go: with the settings asked for, to the end of the last
//! window with acceptances, or to the night before. Blocks that a file system or a disk keeps of deleted
//! files are not reached by any of this. A [`snapshot`] has none of it: rows in the order of
//! their keys. (`pg_dump` writes them as they lie, and, at the very moment they are written anew, none.)

mod accept;
mod accepted;
mod address;
mod claims;
mod drafts;
mod error;
mod forget;
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
pub mod settings;
mod sheets;
pub mod snapshot;
mod traces;
mod turns;
mod vault;
mod watch;
mod wrappers;

#[cfg(test)]
mod tests;

pub use address::{Address, AddressError};
pub use open::{Database, OpenError, PostgresStore};
