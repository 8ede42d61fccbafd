//! Signed notes: which keys a desk has, and who vouches for that.
//!
//! [C2SP signed notes](https://c2sp.org/signed-note) with three kinds of body, each in one canonical
//! line format, the self-signed card an officer hands in, and the monthly sheet a desk signs. Needs no secret to read, and knows
//! nothing of sealing: recipients are checked text here, `seal` parses them fully.
//!
//! A body becomes usable in one way only: [`Unverified::verify`], with every pinned authority's
//! signature, the right installation, today between its dates, and no older than the last one seen.

mod authority;
mod body;
pub mod canary;
pub mod card;
mod directory;
pub mod fingerprint;
#[doc(hidden)]
pub mod fuzz;
mod lines;
mod offered;
mod recipient;
mod roster;
mod sheet;
mod signature;
mod signed;
mod staff;
mod unverified;

pub use authority::{Authorities, Authority, NotAnAuthority, Signer};
pub use body::{Head, Malformed, NoteBody, Validity};
pub use directory::{DeskKey, PublicDirectory, ReplyKey};
pub use offered::{NotBelieved, Offered};
pub use recipient::RecipientText;
pub use roster::{Former, Member, Roster, Signatory};
pub use sheet::{Sheet, UnverifiedSheet};
pub use signature::{BadSignature, PublicKey, SIGNATURE_LEN, Signature, SigningKey};
pub use signed::{NotANote, SignedNote, sign};
pub use staff::{AuditorKey, RosterSerial, StaffDirectory, VaultKey};
pub use unverified::{NoteError, Unverified, Verified};
