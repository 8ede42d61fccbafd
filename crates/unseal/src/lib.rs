//! Sealed frame to tip: what an officer's browser and the offline tools do, and a server never.
//!
//! Everything opened here was written by somebody unknown. Every failure has one fixed message;
//! [`OpenError`] tells them apart for counting only.

pub mod ahead;
pub mod epoch;
mod file;
mod frame;
#[doc(hidden)]
pub mod fuzz;
mod identity;
pub mod kept;
pub mod officer;
pub mod report;
mod stream;
pub mod tip;

use domain::{Day, OfficerId, Standing};
use notes::PublicKey;

pub use file::{OpenError, Opened, open_file};
pub use frame::{OpenedFrame, open_frame};
pub use identity::{Identity, NotAnIdentity};
pub use stream::{OpenedReader, open_stream};

/// With which key an officer could sign on a day, and whether they still can, as verified rosters say.
pub type KeyOf<'a> = &'a dyn Fn(OfficerId, Day) -> Option<(PublicKey, Standing)>;
