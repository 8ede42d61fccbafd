#![doc = include_str!("../README.md")]

mod asset;
mod error;
mod glue;
mod manifest;
mod plan;
mod site;

pub use error::BundleError;
pub use manifest::{Entry, Manifest};
pub use plan::{Module, Plan, Site};
pub use site::write;
