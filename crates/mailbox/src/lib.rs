//! The reporter's end of the mailbox: what a phrase asks for, and the replies it opens.
//!
//! The identity a phrase is for stays inside [`Mailbox`]. It is made of a stretched phrase and of nothing
//! else, and opens replies and nothing else: so a server that shows a mailbox without scripts can open,
//! while the phrase is in the request, what is sealed to that phrase, and no tip, report or record ever.

mod mailbox;
mod slot;

pub use mailbox::{Fetched, Mailbox, OpenedReply};
pub use slot::reply_slot;
