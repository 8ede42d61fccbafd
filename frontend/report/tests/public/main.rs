//! The public pages through their own door.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests; a panic is their way of failing"
)]

#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "the example serves the note, these tests do not")]
mod support;

mod document;
mod flood;
mod languages;
mod phrase;
mod pictures;
mod plain;
mod reporter;
mod results;
mod scan;
mod served;
mod settings;
mod tampered;
