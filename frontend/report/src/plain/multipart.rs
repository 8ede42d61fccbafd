//! Reads a form posted with pictures off the wire: in memory, up to a limit, and what was typed even if
//! the pictures cannot be taken.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use actix_multipart::{Field, Multipart};
use actix_web::error::PayloadError;
use actix_web::web::{self, Bytes};
use actix_web::{HttpMessage, HttpRequest};
use futures_util::{Stream, StreamExt, stream};
use zeroize::Zeroizing;

use super::body::{self, Room};
use super::form::{self, Fields, Posted};
use super::pictures::{self, Pictures};
use crate::page::{Failure, PICTURE, Unfit};

/// What stands around every field, for more fields than any form of ours has.
const AROUND: usize = 50_000;
/// How long pictures may take: sixteen mebibytes at 750 kbit/s.
const PATIENCE: Duration = Duration::from_mins(3);
/// A browser draws many letters; the library slices by the length of this.
const BOUNDARY: std::ops::RangeInclusive<usize> = 8..=70;

/// Whether this is how a form with pictures is posted.
pub(super) fn is_multipart(request: &HttpRequest) -> bool {
    body::kind(request) == "multipart/form-data"
}

/// Reads the body of a form of ours with pictures, posted by one of our own pages.
pub(super) async fn read(
    request: &HttpRequest,
    payload: web::Payload,
    room: Room,
) -> Result<Posted, Failure> {
    let announced = body::announced(request);
    if body::is_cross_site(request) || !has_boundary(request) || announced == 0 {
        return Err(Failure::Unreadable);
    }
    let typed = room.bytes().saturating_add(AROUND);
    let mut reading = Reading {
        fields: Fields::default(),
        left: room.bytes(),
        announced,
        pictures: pictures(room, announced, typed),
        chosen: false,
    };
    let limit = match reading.pictures {
        Ok(Some(_)) => announced,
        Ok(None) | Err(_) => announced.min(typed),
    };
    let wire = Wire::new(payload, limit);
    let parts = Multipart::new(request.headers(), wire.clone().limited());
    let patience = match room {
        Room::Whole => PATIENCE,
        Room::Little => room.patience(),
    };
    match tokio::time::timeout(patience, reading.read(parts, &wire)).await {
        Ok(read) => read?,
        Err(_) => reading.pictures = Err(Unfit::Room),
    }
    Ok(Posted {
        pictures: reading.pictures,
        chosen: reading.chosen,
        ..reading.fields.posted()
    })
}

/// Room for pictures, if it can be told already that there are any.
fn pictures(room: Room, announced: usize, typed: usize) -> Result<Option<Pictures>, Unfit> {
    match room {
        Room::Little => Err(Unfit::Busy),
        Room::Whole if announced <= typed => Ok(None),
        Room::Whole if announced > pictures::MOST.saturating_add(typed) => Err(Unfit::Room),
        Room::Whole => Pictures::begin(announced).map(Some),
    }
}

fn has_boundary(request: &HttpRequest) -> bool {
    let kind = request.mime_type().ok().flatten();
    let boundary = kind.as_ref().and_then(|kind| kind.get_param("boundary"));
    boundary.is_some_and(|boundary| BOUNDARY.contains(&boundary.as_str().len()))
}

/// A body, of which so much is read.
#[derive(Clone)]
struct Wire(Rc<Inner>);

struct Inner {
    payload: RefCell<web::Payload>,
    left: Cell<usize>,
    /// Whether there was more than that.
    cut: Cell<bool>,
}

impl Wire {
    fn new(payload: web::Payload, limit: usize) -> Self {
        Self(Rc::new(Inner {
            payload: RefCell::new(payload),
            left: Cell::new(limit),
            cut: Cell::new(false),
        }))
    }

    /// The body up to the limit, where it seems to end.
    fn limited(self) -> impl Stream<Item = Result<Bytes, PayloadError>> {
        stream::poll_fn(move |context| self.next(context))
    }

    fn next(&self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, PayloadError>>> {
        let Inner { payload, left, cut } = &*self.0;
        if cut.get() {
            return Poll::Ready(None);
        }
        let piece = ready!(payload.borrow_mut().poll_next_unpin(context));
        Poll::Ready(piece.map(|piece| {
            let mut piece = piece?;
            if piece.len() > left.get() {
                cut.set(true);
                piece.truncate(left.get());
            }
            left.set(left.get().saturating_sub(piece.len()));
            Ok(piece)
        }))
    }

    /// Reads the rest and keeps nothing of it: a browser shows an answer only once it has sent all.
    async fn drain(&self) {
        let next = |context: &mut Context<'_>| self.0.payload.borrow_mut().poll_next_unpin(context);
        let mut rest = stream::poll_fn(next);
        while let Some(Ok(_)) = rest.next().await {}
    }
}

/// A form under way.
struct Reading {
    fields: Fields,
    /// Bytes that may still be typed.
    left: usize,
    announced: usize,
    pictures: Result<Option<Pictures>, Unfit>,
    /// Whether any were chosen.
    chosen: bool,
}

impl Reading {
    /// Reads to the end, or to the first picture that is not taken.
    async fn read(&mut self, mut parts: Multipart, wire: &Wire) -> Result<(), Failure> {
        while let Some(part) = parts.next().await {
            let read = match part {
                Ok(part) if part.name() == Some(PICTURE) => self.picture(part, wire).await,
                Ok(part) => self.typed(part).await,
                Err(_) => Err(self.broken(wire)),
            };
            match read {
                Ok(()) => {}
                Err(Stop::Unfit(unfit)) => {
                    self.pictures = Err(unfit);
                    break;
                }
                Err(Stop::Failed(failure)) => return Err(failure),
            }
        }
        wire.drain().await;
        Ok(())
    }

    /// One field that was typed.
    async fn typed(&mut self, mut part: Field) -> Result<(), Stop> {
        let name = part.name().unwrap_or_default().to_owned();
        let mut value = Zeroizing::new(Vec::with_capacity(self.left.min(AROUND)));
        while let Some(piece) = part.next().await {
            let piece = piece.map_err(|_| Stop::Failed(Failure::Unreadable))?;
            self.left = self.left.checked_sub(piece.len()).ok_or(Failure::TooBig)?;
            value.extend_from_slice(&piece);
        }
        let value = form::text(value).ok_or(Failure::Unreadable)?;
        let taken = self.fields.take(&name, value);
        taken.map_err(|_| Stop::Failed(Failure::Unreadable))
    }

    /// One picture; the empty one of a field where none was chosen is none.
    async fn picture(&mut self, mut part: Field, wire: &Wire) -> Result<(), Stop> {
        let chosen = part.content_disposition();
        let chosen = chosen.and_then(|of| of.get_filename());
        let chosen = chosen.is_some_and(|name| !name.is_empty());
        self.chosen |= chosen;
        while let Some(piece) = part.next().await {
            let piece = piece.map_err(|_| self.broken(wire))?;
            self.room()?.push(&piece)?;
        }
        if chosen {
            self.room()?.end()?;
        }
        Ok(())
    }

    fn room(&mut self) -> Result<&mut Pictures, Unfit> {
        if matches!(self.pictures, Ok(None)) {
            self.pictures = Ok(Some(Pictures::begin(self.announced)?));
        }
        let pictures = self.pictures.as_mut().map_err(|unfit| *unfit)?;
        pictures.as_mut().ok_or(Unfit::Busy)
    }

    /// Why a body comes to no proper end: it is none of ours, or pictures of it are not read.
    fn broken(&self, wire: &Wire) -> Stop {
        match &self.pictures {
            _ if !wire.0.cut.get() => Stop::Failed(Failure::Unreadable),
            Err(unfit) => Stop::Unfit(*unfit),
            Ok(_) => Stop::Unfit(Unfit::Room),
        }
    }
}

/// Why reading ends before the end.
enum Stop {
    /// Pictures are not taken; what was typed is.
    Unfit(Unfit),
    Failed(Failure),
}

impl From<Unfit> for Stop {
    fn from(unfit: Unfit) -> Self {
        Self::Unfit(unfit)
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}
