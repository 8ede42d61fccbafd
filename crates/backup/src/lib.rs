//! A backup: everything an installation cannot do without, in one file sealed to keys that lie offline.
//!
//! ```text
//! file    = an age file to one or more hybrid recipients, of
//! plain   = "ginnel/backup/v1\n" || entry … || end
//! entry   = u16 length of the name || name || u64 length || bytes
//! end     = u16 0 || u64 number of entries
//! ```
//!
//! Numbers are big-endian. The first entry is `backup.txt`, which says whose the rest is. A file that
//! was cut off anywhere, or changed, is refused by the age format; one that ends in the middle of an
//! entry by this one. What was unpacked counts only when the end was reached.
//!
//! The epoch secrets wrapped to officers are never in it: what was destroyed stays destroyed. After a
//! restore they come from the ceremony. Nothing in here opens a backup; the offline tool does.

mod error;
mod item;
mod manifest;
mod pack;
mod recipients;
mod unpack;

pub use error::{NotABackup, PackError, UnpackError};
pub use item::{Item, NotAnItem};
pub use manifest::{Keeping, Manifest};
pub use pack::Packer;
pub use recipients::{NotRecipients, Recipients};
pub use unpack::{read_manifest, unpack};

/// What a backup begins with.
const MAGIC: &[u8] = b"ginnel/backup/v1\n";

#[cfg(test)]
mod tests;
