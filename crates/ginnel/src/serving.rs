//! The running server: apps on sockets of their own, and what happens by the clock.

mod application;
mod apps;
mod duties;
mod listening;
mod logbook;
mod mail;
mod own_head;
mod pages;
mod plain;
mod published;
mod rooms;
mod shell;
mod site;

pub use application::{Application, Parts, StartError, Stopper};
pub(crate) use duties::INTAKE_DAYS;
pub(crate) use logbook::log_seed;
pub(crate) use pages::page_settings;
pub use site::{Site, SiteError};
