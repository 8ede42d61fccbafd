//! The store of several servers: two `PostgreSQL` databases.

mod address;
mod error;
mod open;

pub use address::{Address, AddressError};
pub use open::{Database, OpenError, PostgresStore};
