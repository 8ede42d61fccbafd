//! The officers' browser module: signs in, opens, signs, seals.
//!
//! It runs in a Web Worker of its own, which alone holds the session's token, the officer's keys and
//! what they open. The console asks ([`domain::console::Ask`]) and is answered; it gets plaintext to
//! show and nothing to keep. Ending the worker ends its memory.
//!
//! Nothing the server says is taken for granted: notes are verified against the authorities the page
//! pinned, epoch secrets against the directory, records and reports against rosters.
//!
//! The same code runs natively over any [`transport::Transport`].

mod accept;
pub mod agreement;
#[cfg(target_arch = "wasm32")]
mod browser;
mod calls;
mod canaries;
mod cases;
mod closing;
mod corrections;
mod drafts;
mod enrol;
mod export;
mod fetch;
mod files;
mod hands;
mod inbox;
mod intake;
mod keeping;
mod leaver;
mod lock;
mod matter;
mod merging;
mod messages;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
mod notices;
mod opener;
mod pack;
mod passphrase;
mod recalls;
mod records;
mod related;
mod replies;
mod restores;
mod ring;
mod route;
mod serials;
mod session;
mod sheets;
mod signposts;
mod traces;
pub mod transport;
mod trust;
mod vault;

pub use opener::{Opener, Progress};
pub use serials::Serials;
pub use trust::{BadSetup, Pins};
