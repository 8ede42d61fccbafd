//! Reads what was posted into a form's entries, leaving no copies.

use actix_web::{HttpRequest, web};
use domain::TipId;
use domain::question::Field;
use phrase::{NotAPhrase, Phrase};
use zeroize::Zeroizing;

use super::Server;
use super::body::{self, Room};
use super::pictures::Pictures;
use crate::page::{Entries, Failure, Unfit};

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
    /// Pictures, if any came, or why they are not taken.
    pub(super) pictures: Result<Option<Pictures>, Unfit>,
    /// Whether any came, taken or not.
    pub(super) chosen: bool,
}

/// The body is not a form of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unreadable;

/// The fields of a form that is being read.
#[derive(Default)]
pub(super) struct Fields {
    count: usize,
    tip: Option<TipId>,
    change: bool,
    phrase: Option<Phrase>,
    mistyped: Option<NotAPhrase>,
    delete: Option<Zeroizing<String>>,
    typed: Vec<(Field, Zeroizing<String>)>,
}

impl Fields {
    /// Takes one more field.
    pub(super) fn take(&mut self, name: &str, value: Zeroizing<String>) -> Result<(), Unreadable> {
        self.count = self.count.saturating_add(1);
        if self.count > PAIRS_MAX {
            return Err(Unreadable);
        }
        match name {
            "tip" => self.tip = value.parse().ok(),
            "change" => self.change = true,
            "phrase" => match Phrase::parse(&value) {
                Ok(typed) => self.phrase = Some(typed),
                Err(why) => self.mistyped = Some(why),
            },
            "delete" => self.delete = Some(value),
            name => {
                let field = Field::from_name(name);
                self.typed.extend(field.map(|field| (field, value)));
            }
        }
        Ok(())
    }

    /// The form that they make, without pictures.
    pub(super) fn posted(self) -> Posted {
        Posted {
            tip: self.tip,
            change: self.change,
            mistyped: self.mistyped,
            delete: self.delete,
            entries: Entries::new(self.typed).with_phrase(self.phrase),
            pictures: Ok(None),
            chosen: false,
        }
    }
}

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
        let mut fields = Fields::default();
        let pairs = body
            .split(|byte| *byte == b'&')
            .filter(|pair| !pair.is_empty());
        for pair in pairs {
            let mut halves = pair.splitn(2, |byte| *byte == b'=');
            let name = decode(halves.next().unwrap_or_default())?;
            let value = decode(halves.next().unwrap_or_default())?;
            fields.take(&name, value)?;
        }
        Ok(fields.posted())
    }
}

fn decode(encoded: &[u8]) -> Result<Zeroizing<String>, Unreadable> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(encoded.len()));
    let mut rest = encoded.iter();
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
    text(bytes).ok_or(Unreadable)
}

/// Bytes as text, if they are any.
pub(super) fn text(mut bytes: Zeroizing<Vec<u8>>) -> Option<Zeroizing<String>> {
    match String::from_utf8(std::mem::take(&mut *bytes)) {
        Ok(text) => Some(Zeroizing::new(text)),
        Err(error) => {
            drop(Zeroizing::new(error.into_bytes()));
            None
        }
    }
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
