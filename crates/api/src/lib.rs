//! Two HTTP apps, one on each listener: the public API and the staff API.
//!
//! Never depends on `seal`: nothing here can make a frame, and nothing can open one. The public pages
//! are `report`'s; `ginnel` puts them beside [`public::routes`].

pub mod assets;
mod dice;
pub mod fault;
mod headers;
pub mod limits;
mod mac;
pub mod mailboxes;
pub mod metrics;
mod not_found;
mod origin;
pub mod public;
mod puzzle;
pub mod readiness;
mod remembered;
pub mod sheets;
pub mod staff;

pub use dice::{Dice, Rng};
pub use headers::{ConsolePolicy, seal_response};
pub use not_found::not_found;
pub use origin::refuse_cross_site;
pub use puzzle::Puzzles;
