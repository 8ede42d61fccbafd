//! Reads `name=value&…` into a form's entries, leaving no copies.

use actix_web::{HttpRequest, web};
use domain::TipId;
use domain::question::Field;
use phrase::{NotAPhrase, Phrase};
use zeroize::Zeroizing;

use super::Server;
use super::body::{self, Room};
use crate::page::{Entries, Failure};

/// More pairs than any form of ours has.
const PAIRS_MAX: usize = 256;

/// A posted form.
pub(super) struct Posted {
    /// The tip's id, if an earlier page gave one.
    pub(super) tip: Option<TipId>,
    /// Whether the reporter asked to change an answer.
    pub(super) change: bool,
    /// Why what was typed is no phrase.
    pub(super) mistyped: Option<NotAPhrase>,
    /// The replies to delete: one's token in hex, or `all`.
    pub(super) delete: Option<Zeroizing<String>>,
    /// Everything else that is a field.
    pub(super) entries: Entries,
}

/// The body is not a form of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Unreadable;

impl Posted {
    /// Reads a form of ours off the wire.
    pub(super) async fn read(
        request: &HttpRequest,
        payload: web::Payload,
        room: Room,
    ) -> Result<Self, Failure> {
        let body = body::read(request, payload, room).await?;
        Self::parse(&body).map_err(|Unreadable| Failure::Unreadable)
    }

    /// Draws a phrase for whoever comes back with one and has none yet. Says whether it did.
    pub(super) fn draw_phrase(&mut self, server: &dyn Server) -> bool {
        let lacks = self.entries.comes_back() && self.entries.phrase().is_none();
        if lacks {
            let entries = std::mem::take(&mut self.entries);
            self.entries = entries.with_phrase(Some(server.draw_phrase()));
        }
        lacks
    }

    /// Reads a body of type `application/x-www-form-urlencoded`.
    fn parse(body: &[u8]) -> Result<Self, Unreadable> {
        let (mut tip, mut change, mut fields) = (None, false, Vec::new());
        let (mut phrase, mut mistyped, mut delete) = (None, None, None);
        let pairs = body
            .split(|byte| *byte == b'&')
            .filter(|pair| !pair.is_empty());
        for (count, pair) in pairs.enumerate() {
            if count >= PAIRS_MAX {
                return Err(Unreadable);
            }
            let mut halves = pair.splitn(2, |byte| *byte == b'=');
            let name = decode(halves.next().unwrap_or_default())?;
            let value = decode(halves.next().unwrap_or_default())?;
            match name.as_str() {
                "tip" => tip = value.parse().ok(),
                "change" => change = true,
                "phrase" => match Phrase::parse(&value) {
                    Ok(typed) => phrase = Some(typed),
                    Err(why) => mistyped = Some(why),
                },
                "delete" => delete = Some(value),
                name => fields.extend(Field::from_name(name).map(|field| (field, value))),
            }
        }
        let entries = Entries::new(fields).with_phrase(phrase);
        Ok(Self {
            tip,
            change,
            mistyped,
            delete,
            entries,
        })
    }
}

fn decode(text: &[u8]) -> Result<Zeroizing<String>, Unreadable> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len()));
    let mut rest = text.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => match (digit(rest.next()), digit(rest.next())) {
                (Some(high), Some(low)) => high << 4 | low,
                _ => return Err(Unreadable),
            },
            other => *other,
        });
    }
    let text = String::from_utf8(std::mem::take(&mut *bytes)).map_err(|error| {
        drop(Zeroizing::new(error.into_bytes()));
        Unreadable
    })?;
    Ok(Zeroizing::new(text))
}

fn digit(byte: Option<&u8>) -> Option<u8> {
    let value = char::from(*byte?).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_decoded_and_strangers_ignored() {
        let body = b"about=fraud&about=other&story=a+b%26c%0D%0A%DA%A9&x=y&tip=zz&plain=yes";
        let posted = Posted::parse(body).ok().unwrap();
        assert_eq!(posted.entries.value(Field::Story), "a b&c\r\n\u{6a9}");
        let about: Vec<_> = posted.entries.values(Field::About).collect();
        assert_eq!(about, ["fraud", "other"]);
        assert_eq!(posted.tip, None);
        assert!(!posted.change);
    }

    #[test]
    fn what_is_not_a_form_is_refused() {
        for body in [&b"story=%zz"[..], b"story=%f", b"story=%ff", b"%e4=1"] {
            assert!(Posted::parse(body).is_err(), "{body:?}");
        }
        let many = "about=fraud&".repeat(PAIRS_MAX + 1);
        assert!(Posted::parse(many.as_bytes()).is_err());
    }
}
