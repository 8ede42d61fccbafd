//! The public listener's API. The pages themselves are `report`'s.

mod blobs;
mod body;
mod directory;
mod door;
mod health;
mod mailbox;
mod puzzle;
mod sheets;
mod tips;

use std::sync::Arc;
use std::time::Duration;

use actix_web::Route;
use actix_web::guard::{Any, Get, Head};
use actix_web::web::{self, ServiceConfig};
use staging::Staging;

pub use blobs::Uploads;
pub use door::{ClosedBecause, Door, OpenDirectory};

use crate::assets::{self, Assets};
use crate::limits::{Lane, TrustedProxies};
use crate::mailboxes::Mailboxes;
use crate::puzzle::Puzzles;
use crate::readiness::Readiness;
use crate::sheets::Sheets;

/// What the public handlers need.
pub struct Public {
    /// Where frames arrive.
    pub staging: Staging,
    /// Whether tips can be taken, and the directory to seal to.
    pub door: Arc<Door>,
    /// How many frames a caller may send.
    pub lane: Arc<Lane>,
    /// Whether everything that tips need does its work.
    pub readiness: Arc<Readiness>,
    /// Whose `X-Forwarded-For` is believed.
    pub proxies: Arc<TrustedProxies>,
    /// How long one frame may take to arrive.
    pub upload_time: Duration,
    /// Where replies wait for reporters.
    pub mailboxes: Mailboxes,
    /// Work that is done before a tip is taken.
    pub puzzles: Arc<Puzzles>,
    /// What came of it, for everybody.
    pub sheets: Arc<Sheets>,
    /// Where a tip's files go.
    pub uploads: Arc<Uploads>,
}

/// Every API route of the public listener. HEAD is answered wherever GET is.
pub fn routes(
    public: web::Data<Public>,
    assets: web::Data<Assets>,
) -> impl FnOnce(&mut ServiceConfig) {
    move |config| {
        config
            .app_data(public)
            .app_data(assets)
            .service(web::resource("/api/tips").route(web::post().to(tips::send)))
            .service(web::resource("/api/directory").route(read().to(directory::directory)))
            .service(web::resource("/api/mailbox").route(web::post().to(mailbox::read)))
            .service(web::resource("/api/mailbox/delete").route(web::post().to(mailbox::delete)))
            .service(web::resource("/api/puzzle").route(read().to(puzzle::puzzle)))
            .service(web::resource("/api/sheets").route(read().to(sheets::sheets)))
            .configure(blobs::routes)
            .service(web::resource("/health").route(read().to(health::health)))
            .service(web::resource("/assets/{file:.+}").route(read().to(assets::asset)));
    }
}

fn read() -> Route {
    web::route().guard(Any(Get()).or(Head()))
}
