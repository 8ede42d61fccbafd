//! What the way without scripts needs of the server around it.

use std::sync::Arc;

use actix_web::HttpRequest;
use api::Dice;
use api::fault::Fault;
use api::limits::{Caller, Lane, TrustedProxies};
use api::mailboxes::{self, Mailboxes};
use api::public::{Door, Uploads};
use api::sheets::Sheets;
use async_trait::async_trait;
use domain::bundle::Bucket;
use domain::{BlobId, Clock, SealedFrame, UnixSeconds};
use notes::{PublicDirectory, Sheet, UnverifiedSheet, Verified};
use phrase::{Phrase, Token};
use report::{Sender, Server, Wait};
use staging::Staging;

/// Seconds after which to try again when the disk or the queue does not take more.
const SOON: u32 = 30;

/// The server, as `report` sees it.
pub(super) struct PlainServer {
    pub clock: Arc<dyn Clock>,
    pub dice: Arc<Dice>,
    pub door: Arc<Door>,
    /// Posted pages, whatever becomes of them: drawing one costs more than refusing it.
    pub pages: Lane,
    /// Tips sealed here.
    pub tips: Lane,
    /// Tips' files, those sealed here too.
    pub uploads: Arc<Uploads>,
    pub proxies: Arc<TrustedProxies>,
    pub staging: Staging,
    pub mailboxes: Mailboxes,
    pub sheets: Arc<Sheets>,
}

#[async_trait]
impl Server for PlainServer {
    fn now(&self) -> UnixSeconds {
        self.clock.now()
    }

    fn random(&self) -> [u8; 16] {
        self.dice.bytes()
    }

    fn seed(&self) -> [u8; 32] {
        self.dice.bytes()
    }

    fn draw_phrase(&self) -> Phrase {
        self.dice.with(|mut rng| Phrase::make(&mut rng))
    }

    fn directory(&self) -> Option<Arc<Verified<PublicDirectory>>> {
        let open = self.door.last_known()?;
        Some(Arc::clone(&open.directory))
    }

    fn admit_page(&self, request: &HttpRequest) -> Result<(), Wait> {
        self.pass(&self.pages, request)
    }

    fn admit(&self, request: &HttpRequest) -> Result<(), Wait> {
        self.pass(&self.tips, request)
    }

    fn admit_pictures(&self, request: &HttpRequest) -> Result<Sender, Wait> {
        let caller = Caller::of(request, &self.proxies);
        let parts = Bucket::Sixteen.parts();
        self.uploads.lane.admit_many(&caller, parts).map_err(wait)?;
        let place = self.uploads.place(&caller);
        Ok(Sender {
            place: place.key,
            is_shared: place.is_shared,
        })
    }

    async fn read_mailbox(&self, tokens: &[u8]) -> Result<Vec<u8>, Wait> {
        let soon = Wait { seconds: SOON };
        let tokens = mailboxes::tokens(tokens).ok_or(soon)?;
        self.mailboxes.read(&tokens).await.map_err(|_| soon)
    }

    async fn delete_replies(&self, tokens: &[Token]) -> Result<(), Wait> {
        let deleted = self.mailboxes.delete(tokens).await;
        deleted.map_err(|_| Wait { seconds: SOON })
    }

    async fn sheets(&self) -> Result<Vec<Sheet>, Wait> {
        let newest = self.sheets.newest().await;
        let newest = newest.map_err(|_| Wait { seconds: SOON })?;
        let read = newest
            .iter()
            .map(|sheet| UnverifiedSheet::parse(&sheet.text));
        let read = read.filter_map(Result::ok);
        Ok(read.map(|sheet| sheet.unverified().clone()).collect())
    }

    async fn keep(&self, blob: Vec<u8>, of: Sender) -> Result<BlobId, Wait> {
        let place = self.uploads.place_of(of.place, of.is_shared);
        let kept = self.uploads.blobs.keep(&blob, place).await;
        kept.map_err(|error| wait(error.into()))
    }

    async fn stage(&self, frames: Vec<SealedFrame>) -> Result<(), Wait> {
        let staged = self.staging.stage(frames).await;
        staged.map(drop).map_err(|_| Wait { seconds: SOON })
    }
}

impl PlainServer {
    fn pass(&self, lane: &Lane, request: &HttpRequest) -> Result<(), Wait> {
        let caller = Caller::of(request, &self.proxies);
        lane.admit(&caller).map_err(wait)
    }
}

/// When to try again.
fn wait(fault: Fault) -> Wait {
    Wait {
        seconds: fault.to_wire().retry_after.unwrap_or(SOON),
    }
}
