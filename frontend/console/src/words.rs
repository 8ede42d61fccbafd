//! What the rooms say, worked out from plain values: no browser in here.

pub(crate) mod age;
pub(crate) mod agenda;
pub(crate) mod answers;
pub(crate) mod asked;
pub(crate) mod cases;
pub(crate) mod clock;
pub(crate) mod closing;
pub(crate) mod day;
pub(crate) mod details;
pub(crate) mod difference;
pub(crate) mod failure;
pub(crate) mod files;
pub(crate) mod filter;
pub(crate) mod grade;
pub(crate) mod keys;
pub(crate) mod order;
pub(crate) mod passphrase;
pub(crate) mod picture;
pub(crate) mod problem;
pub(crate) mod related;
pub(crate) mod release;
pub(crate) mod sanitise;
pub(crate) mod saved_replies;
pub(crate) mod suggest;
pub(crate) mod translation;
pub(crate) mod workload;
