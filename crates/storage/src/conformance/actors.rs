//! Who and what the cases are played with.

use std::sync::Arc;

use domain::{
    Day, Desk, FRAME_LEN, IntakeId, OfficerId, Quarter, RecordId, Role, SealedFrame, UnixSeconds,
    Week,
};

use super::Case;
use crate::{
    Acceptance, CodeHash, Enrolment, HeldClaim, Invitation, Lease, LeaseNumber, NewRecord,
    OfficerCard, OfficerName, OpaqueRecord, PartsNonce, RecordRewrite, RecordState, RecordVersion,
    Review, SealedCard, SmallAgeFile, Store,
};

pub(super) type Shared = Arc<dyn Store>;
pub(super) type Fallible<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Noon of the day most cases play on.
pub(super) const NOW: UnixSeconds = UnixSeconds(20_780 * 86_400 + 43_200);

pub(super) fn today() -> Day {
    NOW.day()
}

pub(super) fn week() -> Week {
    today().week()
}

pub(super) fn quarter() -> Quarter {
    today().quarter()
}

pub(super) fn officer(number: u8) -> OfficerId {
    OfficerId::from_bytes([number; 16])
}

pub(super) fn record_id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

pub(super) fn intake_id(number: u8) -> IntakeId {
    IntakeId::from_random([number; 8])
}

/// A frame that differs from every other number's.
pub(super) fn frame(number: u8) -> SealedFrame {
    SealedFrame::try_from(vec![number; FRAME_LEN]).expect("a frame's length")
}

pub(super) fn card(number: u8) -> SealedCard {
    SealedCard::try_from(vec![number; domain::wire::CARD_LEN]).expect("a card's length")
}

pub(super) fn age_file(number: u8) -> SmallAgeFile {
    SmallAgeFile::try_from(vec![number; 300]).expect("a small length")
}

pub(super) fn new_record(number: u8, desk: Desk) -> NewRecord {
    NewRecord {
        id: record_id(number),
        desk,
        quarter: quarter(),
        wrapper: age_file(number),
        frames: [frame(number), frame(number + 1), frame(number + 2)],
        card: card(number),
        state: RecordState::Open,
        review: None,
    }
}

/// Spam, kept as the record of the same number beyond 100.
pub(super) fn spam(number: u8) -> NewRecord {
    NewRecord {
        state: RecordState::Closed,
        review: Some(today().plus(90)),
        ..new_record(100 + number, Desk::Triage)
    }
}

pub(super) fn nonce(number: u8) -> PartsNonce {
    PartsNonce::try_from(vec![number; 32]).expect("a nonce's length")
}

pub(super) fn rewrite(expected: RecordVersion, number: u8) -> RecordRewrite {
    RecordRewrite {
        expected,
        frames: [frame(number), frame(number + 1)],
        card: card(number),
        review: Review::Open,
    }
}

/// What the officer of an accepted record holds.
pub(super) fn held(record: u8, by: u8, lease: Lease) -> HeldClaim {
    HeldClaim {
        desk: Desk::Triage,
        record: record_id(record),
        officer: officer(by),
        number: lease.number,
    }
}

/// A claim under a number that was never given out.
pub(super) fn not_held(record: u8, by: u8) -> HeldClaim {
    HeldClaim {
        desk: Desk::Triage,
        record: record_id(record),
        officer: officer(by),
        number: LeaseNumber(77),
    }
}

/// Frames with these numbers arrive today.
pub(super) async fn arrive(store: &Shared, numbers: &[u8]) -> Case {
    let frames = numbers.iter().map(|&n| (intake_id(n), frame(n)));
    store.shuffle_in(frames.collect(), today()).await?;
    Ok(())
}

/// Under the nonce of the first part's number.
pub(super) fn acceptance(parts: &[u8], by: u8, record: NewRecord) -> Acceptance {
    Acceptance {
        parts: parts.iter().copied().map(intake_id).collect(),
        nonce: nonce(parts.first().copied().unwrap_or_default()),
        officer: officer(by),
        now: NOW,
        record,
    }
}

/// A tip arrives and this officer accepts it for triage as the record of the same number.
pub(super) async fn accepted(store: &Shared, number: u8, by: u8) -> Fallible<Lease> {
    arrive(store, &[number]).await?;
    let record = new_record(number, Desk::Triage);
    Ok(store.accept(acceptance(&[number], by, record)).await?)
}

pub(super) fn name(text: &str) -> Fallible<OfficerName> {
    Ok(text.parse()?)
}

pub(super) fn invitation(code: u8, text: &str) -> Fallible<Invitation> {
    Ok(Invitation {
        code: CodeHash([code; 32]),
        name: name(text)?,
        role: Role::Officer,
        desks: vec![Desk::Triage, Desk::Silver],
        expires: NOW.plus(3_600),
    })
}

pub(super) fn enrolment(code: u8, id: u8) -> Enrolment {
    Enrolment {
        code: CodeHash([code; 32]),
        id: officer(id),
        opaque_record: OpaqueRecord::try_from(vec![id; 192]).expect("a small length"),
        card: OfficerCard::try_from(format!("card {id}")).expect("a small length"),
    }
}

/// An officer with this name and number is invited and enrols.
pub(super) async fn enrolled(store: &Shared, number: u8, text: &str) -> Case {
    store.invite(invitation(number, text)?).await?;
    store.enrol(enrolment(number, number), NOW).await?;
    Ok(())
}

/// Runs both at once, each on a task of its own.
pub(super) async fn race<A, B>(
    first: impl Future<Output = A> + Send + 'static,
    second: impl Future<Output = B> + Send + 'static,
) -> Fallible<(A, B)>
where
    A: Send + 'static,
    B: Send + 'static,
{
    let (first, second) = (tokio::spawn(first), tokio::spawn(second));
    Ok((first.await?, second.await?))
}
