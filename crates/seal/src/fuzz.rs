//! One body for each parser of foreign bytes: it must not panic, and what it accepts has one writing.

use domain::tip::TipPart;
use notes::fuzz::Body;

use crate::bundle::read_bundle;
use crate::cbor::to_deterministic;
use crate::draft::{SignedDraft, reports_of};
use crate::hybrid::Recipient;
use crate::kept::{read_card, read_kept};
use crate::outer::{Outer, read_outer, write_outer};
use crate::packed::unpack;
use crate::reply::{UnverifiedReply, read_reply};
use crate::report::SignedReport;
use crate::tip::{TIP_BODY_LEN, read_tip_body};

/// Every body with its name.
pub const BODIES: &[(&str, Body)] = &[
    ("bundle", bundle),
    ("draft", draft),
    ("kept", kept),
    ("kept-card", kept_card),
    ("outer", outer),
    ("packed", packed),
    ("recipient", recipient),
    ("recipient-bytes", recipient_bytes),
    ("reply", reply),
    ("report", report),
    ("tip-body", tip_body),
];

/// Whether something was accepted, which then must write the same bytes again.
fn canonical<T>(read: Option<T>, write: impl Fn(&T) -> Vec<u8>, bytes: &[u8]) -> bool {
    let again = read.map(|value| write(&value));
    again.is_some_and(|again| {
        assert_eq!(again, bytes);
        true
    })
}

fn bundle(bytes: &[u8]) -> bool {
    read_bundle(bytes).is_ok_and(|files| {
        let inside: usize = files.iter().map(|file| file.bytes.len()).sum();
        assert!(inside < bytes.len());
        true
    })
}

fn draft(bytes: &[u8]) -> bool {
    SignedDraft::from_bytes(bytes).is_ok_and(|(_, draft)| {
        assert!(draft.is_sound());
        let reports = reports_of(&draft);
        reports.is_ok_and(|reports| reports.len() == draft.copies.len())
    })
}

fn kept(bytes: &[u8]) -> bool {
    read_kept(bytes).is_ok_and(|kept| kept.head().version > 0)
}

fn kept_card(bytes: &[u8]) -> bool {
    read_card(bytes).is_ok_and(|kept| kept.head().version > 0)
}

fn outer(bytes: &[u8]) -> bool {
    let write = |outer: &Outer<'_>| {
        let again = write_outer(outer.kind, outer.inst, outer.body);
        again.expect("it was that long").to_vec()
    };
    canonical(read_outer(bytes).ok(), write, bytes)
}

fn packed(bytes: &[u8]) -> bool {
    unpack(bytes).is_ok_and(|file| file.len() < bytes.len())
}

fn recipient(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let write = |recipient: &Recipient| recipient.encode().into_bytes();
    canonical(Recipient::parse(text).ok(), write, bytes)
}

fn recipient_bytes(bytes: &[u8]) -> bool {
    canonical(
        Recipient::from_bytes(bytes).ok(),
        Recipient::to_bytes,
        bytes,
    )
}

fn reply(bytes: &[u8]) -> bool {
    canonical(read_reply(bytes).ok(), UnverifiedReply::to_bytes, bytes)
}

fn report(bytes: &[u8]) -> bool {
    let write = |report: &SignedReport| {
        assert!(report.verify(&|_, _| None).is_err());
        report.to_bytes().expect("it was written once").to_vec()
    };
    canonical(SignedReport::from_bytes(bytes).ok(), write, bytes)
}

fn tip_body(bytes: &[u8]) -> bool {
    let write = |part: &TipPart| {
        let mut again = to_deterministic(part)
            .expect("it was written once")
            .to_vec();
        again.resize(TIP_BODY_LEN, 0);
        again
    };
    canonical(read_tip_body(bytes).ok(), write, bytes)
}
