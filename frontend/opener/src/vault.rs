//! The vault room: cards and records, opened and believed, written as the next version.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};

use domain::console::{Failure, Quarantine};
use domain::wire::{Blob, CardRow, OpenedRecord};
use domain::work::CardPlain;
use domain::{Desk, InstallationId, OfficerId, Quarter, RecordId, SealedFrame};
use notes::{PublicKey, SigningKey};
use seal::SealError;
use seal::cbor::{from_deterministic, to_deterministic};
use seal::kept::{KeptHead, Slot, seal_card, seal_kept};
use unseal::kept::{Expected, Keeping, Kept, Seen, open_card, open_kept};
use unseal::{Identity, OpenError};

use crate::pack::{Contents, pack, unpack};
use crate::ring::Ring;
use crate::trust::Trust;

const FRAMES: [Slot; 3] = [Slot::Original, Slot::Work, Slot::History];

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

/// Who writes a version, and where it belongs.
pub(crate) struct Pen<'a> {
    pub(crate) inst: InstallationId,
    pub(crate) desk: Desk,
    pub(crate) record: RecordId,
    pub(crate) author: OfficerId,
    pub(crate) key: &'a SigningKey,
}

/// A version, sealed.
pub(crate) struct SealedVersion {
    pub(crate) frames: [SealedFrame; 3],
    pub(crate) card: Blob,
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
            kept.push(checks.believe(sealed.version, |key_of| {
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

    /// Seals the version that follows what was seen of this record; version 1 follows nothing.
    pub(crate) fn seal(
        &self,
        pen: &Pen<'_>,
        version: u32,
        one_time: &Identity,
        contents: &Contents,
    ) -> Result<SealedVersion, Failure> {
        let recipient = one_time.recipient();
        let [original, work, history] = pack(contents)?;
        let frame = |slot, content: &[u8]| {
            let head = self.head(pen, slot, version);
            seal_kept(recipient, &head, content, pen.key).map_err(unsealed)
        };
        let card = CardPlain::of(&contents.original, &contents.work);
        let card = to_deterministic(&card).map_err(|_| Failure::Unexpected)?;
        let head = self.head(pen, Slot::Card, version);
        let card = seal_card(recipient, &head, &card, pen.key).map_err(unsealed)?;
        Ok(SealedVersion {
            frames: [
                frame(Slot::Original, &original)?,
                frame(Slot::Work, &work)?,
                frame(Slot::History, &history)?,
            ],
            card: Blob(card),
        })
    }

    /// Seals what follows an open record's version.
    pub(crate) fn seal_next(
        &self,
        pen: &Pen<'_>,
        contents: &Contents,
    ) -> Result<SealedVersion, Failure> {
        let open = self.opened(pen.desk, pen.record)?;
        self.seal(
            pen,
            open.version.saturating_add(1),
            &open.one_time,
            contents,
        )
    }

    /// Takes over a version of one's own that the server has stored: it is what comes next.
    pub(crate) fn written(
        &mut self,
        record: RecordId,
        sealed: &SealedVersion,
        contents: Contents,
        checks: Checks<'_>,
        author: OfficerId,
    ) -> Result<(), Failure> {
        let mut open = self.opened.remove(&record).ok_or(Failure::NotOpened)?;
        open.version = open.version.saturating_add(1);
        let version = open.version;
        for (slot, frame) in FRAMES.into_iter().zip(&sealed.frames) {
            let expected = self.expected(record, slot, checks);
            let kept = checks.believe(version, |key_of| {
                open_kept(&open.one_time, frame, &expected, key_of)
            })?;
            self.seen.insert((record, slot), kept.seen());
        }
        let expected = self.expected(record, Slot::Card, checks);
        let card = checks.believe(version, |key_of| {
            open_card(&open.one_time, &sealed.card.0, &expected, key_of)
        })?;
        self.seen.insert((record, Slot::Card), card.seen());
        let plain = CardPlain::of(&contents.original, &contents.work);
        self.cards.insert(record, (version, plain));
        open.contents = contents;
        open.author = author;
        self.opened.insert(record, open);
        Ok(())
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

    fn head(&self, pen: &Pen<'_>, slot: Slot, version: u32) -> KeptHead {
        let seen = self.seen.get(&(pen.record, slot));
        KeptHead {
            inst: pen.inst,
            record: pen.record,
            desk: pen.desk,
            slot,
            version,
            previous: seen.map_or([0; 32], |seen| seen.hash),
            author: pen.author,
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

/// What an officer is told of something that could not be sealed.
pub(crate) const fn unsealed(error: SealError) -> Failure {
    match error {
        SealError::TooLong => Failure::TooLarge,
        SealError::NoRandomness | SealError::NotAllowed => Failure::Unexpected,
    }
}

const fn unreadable() -> Failure {
    Failure::Quarantined(Quarantine::Unreadable)
}
