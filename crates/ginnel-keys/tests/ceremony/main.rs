//! The ceremony, from its public door.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod auditors;
mod backups;
mod beginning;
mod canary;
mod cli;
mod exported;
mod later;
mod logs;
mod party;
mod refusals;
mod secrets;
mod site;
