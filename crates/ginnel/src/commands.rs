//! What an operator can do, one command a file. Each answers the lines to print.

mod cards;
mod import;
mod init;
mod invite;
mod list;
mod opened;
mod remove;
mod roster_changes;
mod serve;

pub use cards::cards;
pub use import::{ImportError, Imported, import};
pub use init::{InitError, init};
pub use invite::{Invited, invite};
pub use list::list;
pub use opened::{Opened, OpenedError};
pub use remove::remove;
pub use serve::serve;
