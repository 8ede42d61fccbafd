//! What an operator can do, one command a file. Each answers the lines to print.

mod backup;
mod cards;
mod check_config;
mod doctor;
mod import;
mod init;
mod invite;
mod list;
mod mail;
mod migrate;
mod opened;
mod page_hashes;
mod remove;
mod reset;
mod restore;
mod roster_changes;
mod serve;
mod version;

pub use backup::{Backed, BackupError, backup};
pub use cards::cards;
pub use check_config::check_config;
pub use doctor::{Surroundings, doctor};
pub use import::{ImportError, Imported, import};
pub use init::{Beginning, InitError, init};
pub use invite::{Invited, invite};
pub use list::list;
pub use mail::{MailTo, list_mails, retry_mails, test_mail};
pub use migrate::migrate;
pub use opened::{Opened, OpenedError};
pub use page_hashes::page_hashes;
pub use remove::remove;
pub use reset::reset;
pub use restore::{RestoreError, Restoring, restore};
pub use serve::serve;
pub use version::version;
