//! One body for each parser of foreign text: it must not panic, and what it accepts has one writing.

use domain::InstallationId;

use crate::authority::{Authorities, Authority, Signer};
use crate::body::NoteBody;
use crate::card::Card;
use crate::directory::PublicDirectory;
use crate::recipient::RecipientText;
use crate::roster::Roster;
use crate::sheet::UnverifiedSheet;
use crate::signature::PublicKey;
use crate::signed::SignedNote;
use crate::staff::StaffDirectory;

/// A body: says whether it accepted the bytes, and panics if a rule is broken.
pub type Body = fn(&[u8]) -> bool;

/// Every body with its name.
pub const BODIES: &[(&str, Body)] = &[
    ("authority", authority),
    ("card", card),
    ("public-directory", body::<PublicDirectory>),
    ("public-key", public_key),
    ("recipient-text", recipient_text),
    ("roster", body::<Roster>),
    ("sheet", sheet),
    ("signed-note", signed_note),
    ("staff-directory", body::<StaffDirectory>),
];

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// Whether something was accepted, which then must write the same text again.
fn canonical<T, E>(read: Result<T, E>, write: impl Fn(&T) -> String, text: &str) -> bool {
    let again = read.ok().map(|value| write(&value));
    again.is_some_and(|again| {
        assert_eq!(again, text);
        true
    })
}

fn authority(bytes: &[u8]) -> bool {
    let text = text(bytes);
    let _ = Authorities::parse(text);
    canonical(text.parse::<Authority>(), ToString::to_string, text)
        || canonical(Signer::parse_secret(text), Signer::to_secret_text, text)
}

fn card(bytes: &[u8]) -> bool {
    let text = text(bytes);
    let card = Card::parse(text, InstallationId::from_bytes([1; 16]));
    canonical(card, Card::to_text, text)
}

fn body<T: NoteBody>(bytes: &[u8]) -> bool {
    canonical(T::parse(text(bytes)), T::write, text(bytes))
}

fn public_key(bytes: &[u8]) -> bool {
    let key = PublicKey::parse(text(bytes));
    canonical(key, ToString::to_string, text(bytes))
}

fn recipient_text(bytes: &[u8]) -> bool {
    let recipient = RecipientText::parse(text(bytes));
    canonical(recipient, ToString::to_string, text(bytes))
}

fn sheet(bytes: &[u8]) -> bool {
    UnverifiedSheet::parse(text(bytes)).is_ok()
}

fn signed_note(bytes: &[u8]) -> bool {
    SignedNote::parse(text(bytes)).is_ok()
}
