//! The store's rows as they cross the wire.

use std::collections::HashMap;

use domain::{Day, Desk, OfficerId, Retention, wire};
use storage::{
    CardRow, Claim, Delivery, DeliveryState, Invitation, Lease, NewRecord, Officer, OfficerState,
    PartsNonce, RecordState, SealedCard, SmallAgeFile, Store,
};

use crate::fault::{Fault, Kind};

/// Sign-in names by officer, for rows that name somebody.
pub(super) struct Names(HashMap<OfficerId, String>);

impl Names {
    pub(super) async fn load(store: &dyn Store) -> Result<Self, Fault> {
        let officers = store.officers().await?;
        let named = |officer: Officer| (officer.id, officer.name.to_string());
        Ok(Self(officers.into_iter().map(named).collect()))
    }

    pub(super) fn of(&self, officer: OfficerId) -> String {
        self.0.get(&officer).cloned().unwrap_or_default()
    }
}

/// An officer, for coordinators and operators.
pub fn officer_row(officer: Officer) -> wire::OfficerRow {
    wire::OfficerRow {
        officer: officer.id,
        name: officer.name.to_string(),
        role: officer.role,
        desks: officer.desks,
        state: match officer.state {
            OfficerState::Enrolled => wire::OfficerState::Enrolled,
            OfficerState::Approved => wire::OfficerState::Approved,
            OfficerState::Removed => wire::OfficerState::Removed,
        },
    }
}

/// Somebody who has not enrolled yet, under the id they will have.
pub fn invited_row(id: OfficerId, invitation: Invitation) -> wire::OfficerRow {
    wire::OfficerRow {
        officer: id,
        name: invitation.name.to_string(),
        role: invitation.role,
        desks: invitation.desks,
        state: wire::OfficerState::Invited,
    }
}

/// A delivery; `acknowledged_by` is a sign-in name.
pub fn delivery_row(
    delivery: &Delivery,
    name: impl FnOnce(OfficerId) -> String,
) -> wire::DeliveryRow {
    let state = match delivery.state {
        DeliveryState::New => wire::DeliveryState::New,
        DeliveryState::Opened => wire::DeliveryState::Opened,
        DeliveryState::Acknowledged => wire::DeliveryState::Acknowledged,
    };
    wire::DeliveryRow {
        report: delivery.id,
        desk: delivery.desk,
        week: delivery.week,
        day: delivery.day,
        released_by: delivery.second_signer,
        state,
        acknowledged_by: delivery.acknowledged.map(|(officer, _)| name(officer)),
        recalled: delivery
            .recalled
            .map(|(day, notice)| wire::Recalled { day, notice }),
        restored: delivery.restored,
    }
}

pub(super) fn deliveries(rows: &[Delivery], names: &Names) -> wire::Deliveries {
    let row = |delivery: &Delivery| delivery_row(delivery, |officer| names.of(officer));
    wire::Deliveries {
        deliveries: rows.iter().map(row).collect(),
    }
}

pub(super) fn card_row(row: CardRow, names: &Names) -> wire::CardRow {
    wire::CardRow {
        record: row.id,
        quarter: row.quarter,
        wrapper: wire::Blob(row.wrapper.into_bytes()),
        card: wire::Blob(row.card.into_bytes()),
        version: row.version.0,
        day: row.day,
        closed: row.state == RecordState::Closed,
        review: row.review,
        claim: row.claim.map(|claim| claim_row(&claim, names)),
    }
}

fn claim_row(claim: &Claim, names: &Names) -> wire::ClaimRow {
    wire::ClaimRow {
        officer: claim.officer,
        name: names.of(claim.officer),
        until: claim.lease.until,
    }
}

pub(super) fn lease(lease: Lease) -> wire::Claim {
    wire::Claim {
        lease: lease.number.0,
        until: lease.until,
    }
}

/// A record for a desk's vault, as of this day. Spam stays as long as other work that is over, for colleagues
/// to look at.
pub(super) fn new_record(
    record: wire::NewRecord,
    desk: Desk,
    retention: Retention,
    today: Day,
) -> Result<NewRecord, Fault> {
    let finished = retention.finished(desk, today, today, None);
    Ok(NewRecord {
        id: record.record,
        desk,
        quarter: record.quarter,
        wrapper: small_age_file(record.wrapper)?,
        frames: record.frames,
        card: sealed_card(record.card)?,
        state: state(record.closed),
        review: record.closed.then_some(finished),
    })
}

/// Whether work on a record is over.
pub(super) const fn state(closed: bool) -> RecordState {
    if closed {
        RecordState::Closed
    } else {
        RecordState::Open
    }
}

/// The nonce of an acceptance.
pub(super) fn parts_nonce(blob: wire::Blob) -> Result<PartsNonce, Fault> {
    PartsNonce::try_from(blob.0).map_err(|_| Kind::Unprocessable.into())
}

pub(super) fn sealed_card(blob: wire::Blob) -> Result<SealedCard, Fault> {
    SealedCard::try_from(blob.0).map_err(|_| Kind::Unprocessable.into())
}

pub(super) fn small_age_file(blob: wire::Blob) -> Result<SmallAgeFile, Fault> {
    SmallAgeFile::try_from(blob.0).map_err(|_| Kind::Unprocessable.into())
}

/// Checks that a purpose is a code: 1 to 32 of `a-z-`.
pub(super) fn check_purpose(purpose: &wire::Purpose) -> Result<(), Fault> {
    let code = purpose.purpose.as_bytes();
    let plain = code.iter().all(|b| b.is_ascii_lowercase() || *b == b'-');
    if plain && (1..=32).contains(&code.len()) {
        Ok(())
    } else {
        Err(Kind::Unprocessable.into())
    }
}
