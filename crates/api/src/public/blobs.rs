//! A tip's files, sealed by whoever sends them: an upload is begun, its parts come, it is finished.

mod begin;
mod finish;
mod held;
mod part;

use std::sync::Arc;

use actix_web::web::{self, ServiceConfig};
use blobs::{BlobError, Blobs, Place};

use crate::fault::{Fault, Kind};
use crate::limits::{Caller, Lane};

/// What uploads need.
pub struct Uploads {
    /// Where blobs lie.
    pub blobs: Arc<Blobs>,
    /// How many parts a caller may begin to send.
    pub lane: Lane,
    /// How many uploads one neighbourhood may have under way.
    pub at_once: usize,
    /// How many the onion service, this machine and proxies that do not say may have, together.
    pub at_once_shared: usize,
}

impl Uploads {
    /// From where this caller's uploads come.
    pub fn place(&self, caller: &Caller) -> Place {
        self.place_of(self.lane.place(caller), caller.is_shared())
    }

    /// The place with this key, and what its uploads may take.
    pub const fn place_of(&self, key: [u8; 16], is_shared: bool) -> Place {
        let uploads = if is_shared {
            self.at_once_shared
        } else {
            self.at_once
        };
        Place {
            key,
            uploads,
            is_shared,
        }
    }
}

/// Every route of uploads.
pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(web::resource("/api/blobs").route(web::post().to(begin::begin)))
        .service(web::resource("/api/blobs/{upload}").route(web::get().to(held::held)))
        .service(web::resource("/api/blobs/{upload}/finish").route(web::post().to(finish::finish)))
        .service(web::resource("/api/blobs/{upload}/{part}").route(web::put().to(part::part)));
}

impl From<BlobError> for Fault {
    fn from(error: BlobError) -> Self {
        match error {
            BlobError::UnknownUpload | BlobError::NoSuchPart => Kind::NotFound.into(),
            BlobError::WrongLength => Kind::Incomplete.into(),
            BlobError::PartsMissing => Kind::PartsMissing.into(),
            BlobError::Busy => Kind::Full.into(),
            BlobError::NoRoom => Kind::NoRoom.into(),
            BlobError::Unavailable(error) => {
                tracing::error!(%error, "a blob cannot be written or read");
                Kind::Unavailable.into()
            }
        }
    }
}

/// A part of an address that is none of ours.
fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, Fault> {
    text.parse().map_err(|_| Kind::NotFound.into())
}
