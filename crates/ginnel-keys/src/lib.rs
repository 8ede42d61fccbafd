#![doc = include_str!("../README.md")]

pub mod auditor;
pub mod authority;
pub mod backups;
mod believed;
mod body;
mod calendar;
pub mod canary;
pub mod card;
mod ceremony;
pub mod directory;
pub mod epochs;
pub mod export;
pub mod exported;
mod files;
pub mod log;
mod naming;
mod periods;
pub mod recovery;
mod replies;
pub mod roster;
mod serials;
mod share;
pub mod sign;
pub mod status;
pub mod wrap;
mod writing;

pub use believed::BelievedError;
pub use body::Body;
pub use calendar::Due;
pub use ceremony::{Ceremony, CeremonyError, Settings, desk_file};
pub use files::FileError;
pub use naming::NoteName;
pub use writing::{Waiting, WriteError};
