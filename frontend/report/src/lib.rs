//! The public pages, rendered on the server, and the one handler on the server that may seal.
#![doc = include_str!("../README.md")]

mod assets;
mod helplines;
mod lang;
mod page;
mod pages;
mod plain;
mod preferred;
mod print;
mod routes;
mod settings;
mod stand_in;
mod words;

pub use assets::{Assets, AssetsError, NEEDED};
pub use lang::Lang;
pub use pages::{Page, Pages};
pub use plain::{Once, Sender, Server, Wait};
pub use routes::routes;
pub use settings::{Contacts, Kept, PageSettings};
pub use words::Words;
