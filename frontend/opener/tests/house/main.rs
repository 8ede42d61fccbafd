//! The opener against a server in memory, with real crypto on both sides.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod agreement;
mod canaries;
mod cases;
mod closing;
mod corrections;
mod drafts;
mod exports;
mod files;
mod hands;
mod intake;
mod leaver;
mod locks;
mod merging;
mod messages;
mod recalls;
mod records;
mod refusals;
mod related;
mod replies;
mod reports;
mod restores;
mod retention;
mod rosters;
mod server;
mod sessions;
mod sheets;
mod signposts;
mod together;
mod traces;
mod translation;
mod way;
mod world;
