#![doc = include_str!("../README.md")]

mod address;
mod backoff;
mod bell;
mod book;
mod folder;
mod hours;
mod letter;
mod lookout;
mod mailing;
mod post;
mod sender;
mod smtp;

pub use address::{Address, NotAnAddress};
pub use book::AddressBook;
pub use folder::Folder;
pub use hours::{DigestTimes, NotATime, Shift, StaffedHours, TimeOfDay};
pub use letter::{LETTER_LEN, Letter};
pub use lookout::{Arrivals, Lookout, Patience, Plan, Quiet};
pub use mailing::Mailing;
pub use post::{Post, PostError};
pub use sender::{ATTEMPTS, Handed, Sender};
pub use smtp::{Login, Smtp, SmtpSettings, Tls, UnusableSmtp};
