//! Tips' files: sealed blobs of four sizes, in a folder, by day, for 28 days.
//!
//! A reporter's browser sends one in parts under an upload id that lives in memory for an hour; the
//! parts go to a file that is unlinked if the upload is not finished, and at the next start. A finished
//! blob is on disk, name and all, before anybody is told its id. What is stored is sealed: nothing here
//! can tell a blob from random bytes, nor which tip it belongs to.
//!
//! ```text
//! uploads/<random>        what is being sent, under a name nobody is told
//! 2026-11-23.open/<id>    the blobs of a day that may not be over
//! 2026-11-22/<id>         those of a day that is, copied in random order once it was
//! ```
//!
//! Finished blobs may lie in S3-compatible storage instead, by the same names, where several servers find
//! them; what is being sent stays in the folder of the server it comes to. Such a storage dates what it
//! holds by itself: of an open day to the second.
//!
//! Files and folders are dated to the beginning of their day. What a file system keeps beside that
//! (when an inode was made or changed) tells of a blob's time until its day is over, and after that
//! only of the night.

mod blobs;
mod counted;
mod error;
mod folder;
mod objects;
mod reader;
mod upload;

pub use blobs::{Blobs, Held};
pub use counted::{Place, Room};
pub use error::BlobError;
pub use objects::{ObjectStorage, Objects};
pub use reader::BlobReader;
pub use upload::PartWriter;
