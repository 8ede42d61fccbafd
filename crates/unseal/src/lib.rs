//! Sealed frame to tip: what an officer's browser and the offline tools do, and a server never.
//!
//! Everything opened here was written by somebody unknown. Every failure has one fixed message;
//! [`OpenError`] tells them apart for counting only.

pub mod bundle;
pub mod draft;
pub mod epoch;
pub mod export;
#[doc(hidden)]
pub mod fuzz;
pub mod kept;
pub mod mark;
pub mod message;
pub mod officer;
pub mod report;
pub mod tip;

use domain::{Day, OfficerId, Standing};
use notes::PublicKey;

pub use identity::{
    Identity, NotAnIdentity, OpenError, Opened, OpenedFrame, OpenedReader, ahead, open_file,
    open_frame, open_stream,
};
use identity::{file, frame};

/// With which key an officer could sign on a day, and whether they still can, as verified rosters say.
pub type KeyOf<'a> = &'a dyn Fn(OfficerId, Day) -> Option<(PublicKey, Standing)>;
