//! How a posted page begins: admitted, read, and known by its tip's id.

use actix_web::{HttpRequest, HttpResponse, web};
use domain::TipId;

use super::body::Room;
use super::form::Posted;
use super::{Server, crowded, multipart, respond};
use crate::page::{Again, SEND, Sheet};
use crate::pages::Pages;

/// A posted page that is to be answered.
pub(super) struct Arrived<'a> {
    pub(super) sheet: Sheet<'a>,
    pub(super) posted: Posted,
    /// The id its check page gave, or a fresh one.
    pub(super) tip: TipId,
}

/// Reads what was posted; what is refused is answered with what was typed, to be posted again.
pub(super) async fn arrive<'a>(
    request: &HttpRequest,
    payload: web::Payload,
    pages: &'a Pages,
    server: &dyn Server,
    to: &'static str,
) -> Result<Arrived<'a>, HttpResponse> {
    let sheet = pages.sheet_at(request.path());
    let sheet = sheet.ok_or_else(|| HttpResponse::NotFound().finish())?;
    let refused = server.admit_page(request).err();
    let room = refused.map_or(Room::Whole, |_| Room::Little);
    let read = if to == SEND && multipart::is_multipart(request) {
        multipart::read(request, payload, room).await
    } else {
        Posted::read(request, payload, room).await
    };
    let posted = match read {
        Ok(posted) => posted,
        Err(failure) => {
            let failure = refused.map_or(failure, crowded);
            return Err(respond::failed(&sheet, failure, None));
        }
    };
    let tip = posted.tip;
    let tip = tip.unwrap_or_else(|| TipId::from_bytes(server.random()));
    if let Some(wait) = refused {
        let entries = &posted.entries;
        let kept = Again {
            tip,
            entries,
            to,
            chosen: posted.chosen,
        };
        return Err(respond::failed(&sheet, crowded(wait), Some(kept)));
    }
    Ok(Arrived { sheet, posted, tip })
}
