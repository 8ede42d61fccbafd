//! The store of several servers: two `PostgreSQL` databases.

mod accept;
mod accepted;
mod address;
mod claims;
mod error;
mod forget;
mod installation;
mod intake;
pub mod migrations;
mod notes;
mod officer_rows;
mod officers;
mod open;
mod outbox;
mod reports;
mod sessions;
mod turns;
mod vault;
mod watch;
mod wrappers;

#[cfg(test)]
mod tests;

pub use address::{Address, AddressError};
pub use open::{Database, OpenError, PostgresStore};
