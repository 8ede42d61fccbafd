#![doc = include_str!("../README.md")]

mod document;
mod export;
mod face;
mod flow;
mod page;
mod profile;
mod text;

pub use export::ExportPaper;
pub use profile::{Profile, ProfileRow, ProfileTable};
pub use text::Unprintable;
