//! The vault room: cards and records, opened and believed, written as the next version.

mod writing;

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};

use domain::console::{Failure, Quarantine};
use domain::wire::{Blob, CardRow, OpenedRecord};
use domain::work::CardPlain;
use domain::{Desk, InstallationId, OfficerId, Quarter, RecordId};
use notes::PublicKey;
use seal::cbor::from_deterministic;
use seal::kept::Slot;
use unseal::kept::{Expected, Keeping, Kept, Seen, open_card, open_kept};
use unseal::{Identity, OpenError};

pub(crate) use self::writing::{Pen, unsealed};
use crate::pack::{Contents, unpack};
use crate::ring::Ring;
use crate::trust::Trust;

const FRAMES: [Slot; 3] = [Slot::Original, Slot::Work, Slot::History];

/// The version a record is accepted with, which its original keeps.
const ACCEPTED: u32 = 1;

/// What this session knows of kept records.
#[derive(Default)]
pub(crate) struct VaultRoom {
    seen: HashMap<(RecordId, Slot), Seen>,
    cards: BTreeMap<RecordId, (u32, CardPlain)>,
    pub(crate) opened: BTreeMap<RecordId, Open>,
    /// The numbers of the claims held.
    pub(crate) leases: BTreeMap<RecordId, u32>,
}

/// A record open in this session.
pub(crate) struct Open {
    pub(crate) desk: Desk,
    pub(crate) version: u32,
    pub(crate) author: OfficerId,
    pub(crate) contents: Contents,
    one_time: Identity,
}

/// Against what things are checked as they are opened.
#[derive(Clone, Copy)]
pub(crate) struct Checks<'a> {
    pub(crate) inst: InstallationId,
    pub(crate) desk: Desk,
    pub(crate) trust: &'a Trust,
    pub(crate) ring: &'a Ring,
}

impl VaultRoom {
    /// What a card says. A version opened before is not opened again.
    pub(crate) fn card(
        &mut self,
        row: &CardRow,
        checks: Checks<'_>,
    ) -> Result<&CardPlain, Failure> {
        self.not_older(row.record, row.version)?;
        let known = self.cards.get(&row.record);
        if known.is_none_or(|(version, _)| *version != row.version) {
            let card = self.open_card(row, checks)?;
            self.cards.insert(row.record, (row.version, card));
        }
        let known = self.cards.get(&row.record);
        known.map(|(_, card)| card).ok_or(Failure::Unexpected)
    }

    fn open_card(&mut self, row: &CardRow, checks: Checks<'_>) -> Result<CardPlain, Failure> {
        let one_time = checks.one_time(row.record, row.quarter, &row.wrapper)?;
        let expected = self.expected(row.record, Slot::Card, checks);
        let kept = checks.believe(row.version, |key_of| {
            open_card(&one_time, &row.card.0, &expected, key_of)
        })?;
        let card = from_deterministic(&kept.content).map_err(|_| unreadable())?;
        self.seen.insert((row.record, Slot::Card), kept.seen());
        Ok(card)
    }

    /// Opens a record's frames. All must be of the version the server says, and none older than seen.
    pub(crate) fn open(
        &mut self,
        record: RecordId,
        sealed: &OpenedRecord,
        checks: Checks<'_>,
    ) -> Result<&Open, Failure> {
        let one_time = checks.one_time(record, sealed.quarter, &sealed.wrapper)?;
        let mut kept = Vec::with_capacity(FRAMES.len());
        for (slot, frame) in FRAMES.into_iter().zip(&sealed.frames) {
            let expected = self.expected(record, slot, checks);
            let version = match slot {
                Slot::Original => ACCEPTED,
                Slot::Work | Slot::History | Slot::Card => sealed.version,
            };
            kept.push(checks.believe(version, |key_of| {
                open_kept(&one_time, frame, &expected, key_of)
            })?);
        }
        let [original, work, history] = kept.as_slice() else {
            return Err(Failure::Unexpected);
        };
        let contents = unpack([&original.content, &work.content, &history.content]);
        let open = Open {
            desk: checks.desk,
            version: sealed.version,
            author: work.head.author,
            contents: contents.map_err(|_| unreadable())?,
            one_time,
        };
        for (slot, kept) in FRAMES.into_iter().zip(&kept) {
            self.seen.insert((record, slot), kept.seen());
        }
        Ok(self.opened.entry(record).insert_entry(open).into_mut())
    }

    /// Refuses a version from before anything seen of this record.
    pub(crate) fn not_older(&self, record: RecordId, version: u32) -> Result<(), Failure> {
        let slots = FRAMES.into_iter().chain([Slot::Card]);
        let seen = slots.filter_map(|slot| self.seen.get(&(record, slot)));
        match seen.map(|seen| seen.version).max() {
            Some(newest) if version < newest => Err(Failure::Quarantined(Quarantine::Older)),
            Some(_) | None => Ok(()),
        }
    }

    /// Whether the newest card seen of a record is of this version.
    pub(crate) fn knows_card(&self, record: RecordId, version: u32) -> bool {
        let seen = self.seen.get(&(record, Slot::Card));
        seen.is_some_and(|seen| seen.version == version)
    }

    /// The number of the claim held on a record.
    pub(crate) fn lease(&self, record: RecordId) -> Result<u32, Failure> {
        let lease = self.leases.get(&record).copied();
        lease.ok_or(Failure::ClaimLost)
    }

    /// The record if it is open here, at this desk.
    pub(crate) fn opened(&self, desk: Desk, record: RecordId) -> Result<&Open, Failure> {
        let open = self.opened.get(&record).filter(|open| open.desk == desk);
        open.ok_or(Failure::NotOpened)
    }

    /// A record is gone.
    pub(crate) fn remove(&mut self, record: RecordId) {
        self.opened.remove(&record);
        self.cards.remove(&record);
        self.leases.remove(&record);
    }

    fn expected(&self, record: RecordId, slot: Slot, checks: Checks<'_>) -> Expected {
        Expected {
            inst: checks.inst,
            record,
            desk: checks.desk,
            slot,
            seen: self.seen.get(&(record, slot)).copied(),
        }
    }
}

impl Checks<'_> {
    /// Opens the seed of a record's own identity.
    fn one_time(
        &self,
        record: RecordId,
        quarter: Quarter,
        wrapper: &Blob,
    ) -> Result<Identity, Failure> {
        let keeping = Keeping {
            inst: self.inst,
            record,
            desk: self.desk,
            quarter,
        };
        let vault = self.ring.quarter(self.desk, quarter)?;
        keeping.open(&[vault], &wrapper.0).map_err(quarantined)
    }

    /// Opens something that a rostered officer of the desk must have signed, at exactly this version.
    fn believe(
        &self,
        version: u32,
        open: impl FnOnce(&dyn Fn(OfficerId) -> Option<PublicKey>) -> Result<Kept, OpenError>,
    ) -> Result<Kept, Failure> {
        let kept = with_keys_of(self.trust, self.desk, open)?;
        if kept.head.version == version {
            Ok(kept)
        } else {
            Err(Failure::Quarantined(Quarantine::Another))
        }
    }
}

/// Opens with the roster of a desk to look authors up in, and says which way a signature failed.
pub(crate) fn with_keys_of<O>(
    trust: &Trust,
    desk: Desk,
    open: impl FnOnce(&dyn Fn(OfficerId) -> Option<PublicKey>) -> Result<O, OpenError>,
) -> Result<O, Failure> {
    let unknown = Cell::new(false);
    let key_of = |officer| {
        let key = trust.writer(desk, officer);
        unknown.set(unknown.get() || key.is_none());
        key
    };
    open(&key_of).map_err(|error| match error {
        OpenError::Unsigned if unknown.get() => Failure::Quarantined(Quarantine::UnknownAuthor),
        other => quarantined(other),
    })
}

/// What an officer is told of something that did not open.
pub(crate) const fn quarantined(error: OpenError) -> Failure {
    Failure::Quarantined(match error {
        OpenError::NotForUs | OpenError::Malformed => Quarantine::Unreadable,
        OpenError::Misplaced => Quarantine::Another,
        OpenError::Unsigned => Quarantine::BadSignature,
        OpenError::Older => Quarantine::Older,
    })
}

const fn unreadable() -> Failure {
    Failure::Quarantined(Quarantine::Unreadable)
}
