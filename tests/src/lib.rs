//! The harness the whole-system tests stand on: programs, browsers, a server between the two, and
//! searches of memory and files. It fails by panicking, as a test does.
#![expect(
    clippy::missing_panics_doc,
    reason = "a harness says by panicking that a test has failed"
)]

mod accessible;
mod answered;
mod browser;
mod child;
mod driver;
mod element;
mod encodings;
pub mod keys;
mod listener;
mod memory;
mod partnership;
mod place;
mod proxy;
mod runner;
mod tree;
mod wait;
mod webdriver;

pub use accessible::{Contrast, broken_rules};
pub use answered::Answered;
pub use browser::{Browser, DESK, Look, PHONE, Scripts};
pub use child::{Child, free_port};
pub use driver::Driver;
pub use element::Element;
pub use encodings::{Finding, Needles};
pub use listener::{Answer, Asked, Listener, loopback};
pub use memory::search_memory;
pub use partnership::{NO_LIMITS, Officer, Partnership, sealed};
pub use place::{asset, npm, program, scratch, screenshots, site, staff_asset, target};
pub use proxy::{Proxy, Rule};
pub use runner::{Trial, run, say, skip};
pub use tree::search_files;
pub use wait::{patiently, today, until};
