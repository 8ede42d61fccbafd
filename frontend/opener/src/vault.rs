//! The vault room: cards and records, opened and believed, written as the next version.

mod writing;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::case::{CaseCard, Withdrawn};
use domain::console::{Failure, FollowUp, Quarantine};
use domain::tip::BundleSlot;
use domain::wire::{self, Blob, CardRow, OpenedRecord};
use domain::work::{Original, Trace};
use domain::{Day, Desk, InstallationId, OfficerId, Quarter, RecordId, ReportId, Standing, TipId};
use minicbor::bytes::ByteArray;
use seal::cbor::from_deterministic;
use seal::kept::{KeptHash, Slot};
use unseal::kept::{Expected, Keeping, Kept, Seen, open_card, open_kept};
use unseal::{Identity, KeyOf, OpenError};

pub(crate) use self::writing::{Pen, unsealed};
use crate::matter::{Cases, Matter, Tips, Writer};
use crate::pack::{Contents, Tail, unpack};
use crate::ring::Ring;
use crate::trust::Trust;

/// The version a record is accepted with, which its original keeps.
const ACCEPTED: u32 = 1;

/// What this session knows of kept records.
pub(crate) struct VaultRoom<K: Matter = Tips> {
    /// The newest seen of each slot of a record.
    seen: HashMap<RecordId, Vec<Seen>>,
    cards: BTreeMap<RecordId, (u32, K::Card)>,
    /// The day the newest card seen was written on, as its author signed it.
    written: BTreeMap<RecordId, Day>,
    pub(crate) opened: BTreeMap<RecordId, Open<K>>,
    /// The numbers of the claims held.
    pub(crate) leases: BTreeMap<RecordId, u32>,
    /// What this officer closed in this session, and may reopen.
    pub(crate) closed_here: BTreeSet<RecordId>,
}

impl<K: Matter> Default for VaultRoom<K> {
    fn default() -> Self {
        Self {
            seen: HashMap::new(),
            cards: BTreeMap::new(),
            written: BTreeMap::new(),
            opened: BTreeMap::new(),
            leases: BTreeMap::new(),
            closed_here: BTreeSet::new(),
        }
    }
}

/// A record open in this session.
pub(crate) struct Open<K: Matter = Tips> {
    pub(crate) desk: Desk,
    pub(crate) version: u32,
    pub(crate) author: OfficerId,
    pub(crate) standing: Standing,
    pub(crate) contents: Contents<K>,
    tail: Tail,
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
    /// What a record shows of its conversation, as far as cards of it were opened. Of tips that wait
    /// since one minute none counts as the first, unless they name the same key.
    pub(crate) fn follow_up(&self, record: RecordId, original: &Original) -> FollowUp {
        let cards = self.cards.iter().map(|(record, (_, card))| (record, card));
        let same = cards.filter(|(_, card)| card.thread == Some(original.thread));
        let same: Vec<_> = same.collect();
        let begun = same.iter().map(|(_, card)| card.since.minute).min();
        let first = same
            .iter()
            .filter(|(_, card)| Some(card.since.minute) == begun);
        let first: Vec<_> = first.collect();
        let key = original.signed_by;
        if first.iter().all(|(one, _)| **one == record) {
            FollowUp::First
        } else if key.is_some() && first.iter().all(|(_, card)| card.sign == key) {
            FollowUp::Proven
        } else {
            FollowUp::Unproven
        }
    }

    /// What opens the files of a tip that is kept in an open record.
    pub(crate) fn bundle(&self, tip: TipId) -> Option<&BundleSlot> {
        let mut originals = self.opened.values().map(|open| &open.contents.original);
        originals
            .find(|original| original.tip == tip)?
            .bundle
            .as_ref()
    }
}

impl VaultRoom {
    /// The record from which a report went to this desk: a desk can only point to what it was sent.
    pub(crate) fn sent_from(&self, report: ReportId, to: Desk) -> Option<RecordId> {
        let mut cards = self.cards.iter();
        let found = cards.find(|(_, (_, card))| {
            let mut sent = card.routings.iter();
            sent.any(|one| one.report == report && one.desk == to)
        });
        found.map(|(record, _)| *record)
    }

    /// The cards opened so far: when each tip came, and the marks of what it names.
    pub(crate) fn marked(&self) -> impl Iterator<Item = (RecordId, i64, &[ByteArray<8>])> {
        let all = self.cards.iter();
        all.map(|(record, (_, card))| (*record, card.since.minute.0, card.entities.as_slice()))
    }
}

impl VaultRoom<Cases> {
    /// The case of a report, as far as its card was opened.
    pub(crate) fn case_of_any(&self, report: ReportId) -> Option<RecordId> {
        let mut cards = self.cards.iter();
        let found = cards.find(|(_, (_, card))| card.report == report);
        found.map(|(record, _)| *record)
    }

    /// The case of a report that no correction took the place of, as far as its card was opened.
    pub(crate) fn case_of(&self, report: ReportId) -> Option<RecordId> {
        let is_replaced = |card: &CaseCard| card.withdrawn == Some(Withdrawn::Replaced);
        let mut cards = self.cards.iter();
        let found = cards.find(|(_, (_, card))| card.report == report && !is_replaced(card));
        found.map(|(record, _)| *record)
    }
}

impl<K: Matter> VaultRoom<K> {
    /// What a card says. A version opened before is not opened again.
    pub(crate) fn card(&mut self, row: &CardRow, checks: Checks<'_>) -> Result<&K::Card, Failure> {
        self.not_older(row.record, row.version)?;
        let known = self.cards.get(&row.record);
        if known.is_none_or(|(version, _)| *version != row.version) {
            let card = self.open_card(row, checks)?;
            self.cards.insert(row.record, (row.version, card));
        }
        let known = self.cards.get(&row.record);
        known.map(|(_, card)| card).ok_or(Failure::Unexpected)
    }

    fn open_card(&mut self, row: &CardRow, checks: Checks<'_>) -> Result<K::Card, Failure> {
        let one_time = checks.one_time(row.record, row.quarter, &row.wrapper)?;
        let seen = self.seen.entry(row.record).or_default();
        let expected = checks.expected(row.record, Slot::Card, row.version, seen);
        let kept = checks.believe(|key_of| open_card(&one_time, &row.card.0, &expected, key_of))?;
        let mut card = from_deterministic(&kept.content).map_err(|_| unreadable())?;
        K::limit_card(&mut card, checks.writer(kept.head.author));
        note(seen, Seen::of(&kept.head, kept.hash));
        self.written.insert(row.record, kept.head.day);
        Ok(card)
    }

    /// Opens a record's frames. The original must be the one it was accepted with, the others written
    /// together at the version the server says, and none older than seen.
    pub(crate) fn open(
        &mut self,
        record: RecordId,
        sealed: &OpenedRecord,
        checks: Checks<'_>,
    ) -> Result<&Open<K>, Failure> {
        let one_time = checks.one_time(record, sealed.quarter, &sealed.wrapper)?;
        let mut seen = self.seen(record).to_vec();
        let mut open = |slot, version, frame| {
            let expected = checks.expected(record, slot, version, &seen);
            let kept = checks.believe(|key_of| open_kept(&one_time, frame, &expected, key_of))?;
            note(&mut seen, Seen::of(&kept.head, kept.hash));
            Ok::<_, Failure>(kept)
        };
        let [original, work, history] = &sealed.frames;
        let original = open(Slot::Original, ACCEPTED, original)?;
        let work = open(Slot::Work, sealed.version, work)?;
        let history = open(Slot::History, sealed.version, history)?;
        let unpacked = unpack([&original.content, &work.content, &history.content]);
        let (mut contents, tail) = unpacked.map_err(|_| unreadable())?;
        K::limit_work(&mut contents.work, checks.writer(work.head.author));
        let open = Open {
            desk: checks.desk,
            version: sealed.version,
            author: work.head.author,
            standing: work.standing.max(history.standing),
            contents,
            tail,
            one_time,
        };
        self.seen.insert(record, seen);
        Ok(self.opened.entry(record).insert_entry(open).into_mut())
    }

    /// Refuses a version from before anything seen of this record.
    pub(crate) fn not_older(&self, record: RecordId, version: u32) -> Result<(), Failure> {
        match self.seen(record).iter().map(|seen| seen.version).max() {
            Some(newest) if version < newest => Err(Failure::Quarantined(Quarantine::Older)),
            Some(_) | None => Ok(()),
        }
    }

    /// Whether the newest card seen of a record is of this version.
    pub(crate) fn knows_card(&self, record: RecordId, version: u32) -> bool {
        let mut seen = self.seen(record).iter();
        seen.any(|seen| seen.slot == Slot::Card && seen.version == version)
    }

    /// The day its newest card was written on, as far as it was opened.
    pub(crate) fn written_on(&self, record: RecordId) -> Option<Day> {
        self.written.get(&record).copied()
    }

    /// The number of the claim held on a record.
    pub(crate) fn lease(&self, record: RecordId) -> Result<u32, Failure> {
        let lease = self.leases.get(&record).copied();
        lease.ok_or(Failure::ClaimLost)
    }

    /// The record if it is open here, at this desk.
    pub(crate) fn opened(&self, desk: Desk, record: RecordId) -> Result<&Open<K>, Failure> {
        let open = self.opened.get(&record).filter(|open| open.desk == desk);
        open.ok_or(Failure::NotOpened)
    }

    /// Forgets the cards of records that are there no longer.
    pub(crate) fn keep_only(&mut self, rows: &[CardRow]) {
        self.cards
            .retain(|record, _| rows.iter().any(|row| row.record == *record));
    }

    /// A record is gone.
    pub(crate) fn remove(&mut self, record: RecordId) {
        self.opened.remove(&record);
        self.cards.remove(&record);
        self.written.remove(&record);
        self.leases.remove(&record);
    }

    fn seen(&self, record: RecordId) -> &[Seen] {
        self.seen.get(&record).map_or(&[], Vec::as_slice)
    }
}

/// Remembers what was seen of a slot in place of what was seen of it before.
fn note(seen: &mut Vec<Seen>, new: Seen) {
    seen.retain(|one| one.slot != new.slot);
    seen.push(new);
}

impl Checks<'_> {
    fn writer(&self, officer: OfficerId) -> Writer {
        let supervises = self.trust.supervises(self.desk, officer);
        Writer {
            officer,
            supervises,
        }
    }

    const fn expected<'s>(
        &self,
        record: RecordId,
        slot: Slot,
        version: u32,
        seen: &'s [Seen],
    ) -> Expected<'s> {
        Expected {
            inst: self.inst,
            record,
            desk: self.desk,
            slot,
            version,
            seen,
        }
    }

    /// Opens what is left of where reports went, and the day it was written on.
    pub(crate) fn open_trace(&self, sealed: &wire::Trace) -> Result<(Trace, Day), Failure> {
        let one_time = self.one_time(sealed.id, sealed.quarter, &sealed.wrapper)?;
        let expected = self.expected(sealed.id, Slot::Card, ACCEPTED, &[]);
        let kept =
            self.believe(|key_of| open_card(&one_time, &sealed.card.0, &expected, key_of))?;
        let trace: Trace = from_deterministic(&kept.content).map_err(|_| unreadable())?;
        let is_one = trace.is_sound() && kept.head.original == Some(KeptHash::NONE);
        is_one.then_some((trace, kept.head.day)).ok_or(unreadable())
    }

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

    /// Opens something that a rostered officer of the desk must have signed.
    fn believe(
        &self,
        open: impl FnOnce(KeyOf<'_>) -> Result<Kept, OpenError>,
    ) -> Result<Kept, Failure> {
        with_keys_of(self.trust, self.desk, open)
    }
}

/// Opens with the roster of a desk to look authors up in, and says which way a signature failed.
pub(crate) fn with_keys_of<O>(
    trust: &Trust,
    desk: Desk,
    open: impl FnOnce(KeyOf<'_>) -> Result<O, OpenError>,
) -> Result<O, Failure> {
    let unknown = Cell::new(false);
    let key_of = |officer, day| {
        let key = trust.writer(desk, officer, day);
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
        OpenError::Mixed => Quarantine::Mixed,
    })
}

const fn unreadable() -> Failure {
    Failure::Quarantined(Quarantine::Unreadable)
}
