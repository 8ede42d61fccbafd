//! The way without scripts: the only place on the server that sees what a reporter wrote, and the
//! only one that may seal. It keeps no state but which tips were already taken, and that only as
//! keyed hashes in memory.

mod arrive;
mod body;
mod check;
mod form;
mod mailbox;
mod multipart;
mod once;
mod pictures;
mod respond;
mod send;
mod stretch;

use std::sync::Arc;

use actix_web::HttpRequest;
use async_trait::async_trait;
use domain::{BlobId, SealedFrame, UnixSeconds};
use notes::{PublicDirectory, Sheet, Verified};
use phrase::{Phrase, Token};

pub(crate) use check::check;
pub(crate) use mailbox::mailbox;
pub use once::Once;
pub(crate) use send::send;

use crate::page::{Failure, Unfit};

/// The server cannot take a tip now; when to try again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not now: try again in {seconds} seconds")]
pub struct Wait {
    /// Seconds from now.
    pub seconds: u32,
}

/// Who sends pictures, as far as the server tells callers apart to share its room among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sender {
    /// The same for all of one neighbourhood.
    pub place: [u8; 16],
    /// Whether many share it, as the onion service's visitors do.
    pub is_shared: bool,
}

/// What the way without scripts needs of the server around it.
#[async_trait]
pub trait Server: Send + Sync {
    /// The time.
    fn now(&self) -> UnixSeconds;

    /// Sixteen fresh random bytes, for a tip's id.
    fn random(&self) -> [u8; 16];

    /// Thirty-two fresh random bytes, to draw more from.
    fn seed(&self) -> [u8; 32];

    /// A fresh phrase, for whoever comes back with one.
    fn draw_phrase(&self) -> Phrase;

    /// The directory to seal to; `None` while there is none that is valid today.
    fn directory(&self) -> Option<Arc<Verified<PublicDirectory>>>;

    /// Whether one more page that this caller posted is read and drawn, whatever becomes of it.
    ///
    /// # Errors
    /// When to try again.
    fn admit_page(&self, request: &HttpRequest) -> Result<(), Wait>;

    /// Whether this caller may send one more tip, in the slower lane for those without scripts.
    ///
    /// # Errors
    /// When to try again.
    fn admit(&self, request: &HttpRequest) -> Result<(), Wait>;

    /// Whether this caller may have pictures drawn and kept, as much as one post may come to; and whose they
    /// then are.
    ///
    /// # Errors
    /// When to try again.
    fn admit_pictures(&self, request: &HttpRequest) -> Result<Sender, Wait>;

    /// What lies in the eight slots of these tokens: eight frames, one after the other.
    ///
    /// # Errors
    /// When to try again.
    async fn read_mailbox(&self, tokens: &[u8]) -> Result<Vec<u8>, Wait>;

    /// Empties the slot of a token, if anything is in it.
    ///
    /// # Errors
    /// When to try again.
    async fn delete_replies(&self, tokens: &[Token]) -> Result<(), Wait>;

    /// The monthly sheets, the newest month first, by district.
    ///
    /// # Errors
    /// When to try again.
    async fn sheets(&self) -> Result<Vec<Sheet>, Wait>;

    /// Keeps a sealed bundle, and returns where once it is durable.
    ///
    /// # Errors
    /// When to try again.
    async fn keep(&self, blob: Vec<u8>, of: Sender) -> Result<BlobId, Wait>;

    /// Takes all frames of one tip and returns when they are durable.
    ///
    /// # Errors
    /// When to try again, if some frame could not be taken; all are then sealed and sent anew.
    async fn stage(&self, frames: Vec<SealedFrame>) -> Result<(), Wait>;
}

/// Seconds after which there may be room for pictures again.
const SECONDS_TO_WAIT: u32 = 30;

/// The failure of somebody whose pictures are not taken.
const fn not_taken(unfit: Unfit) -> Failure {
    match unfit {
        Unfit::Busy => Failure::Full {
            seconds: SECONDS_TO_WAIT,
        },
        unfit => Failure::Picture(unfit),
    }
}

/// The failure of somebody over a limit.
const fn crowded(wait: Wait) -> Failure {
    let Wait { seconds } = wait;
    Failure::Crowded { seconds }
}
