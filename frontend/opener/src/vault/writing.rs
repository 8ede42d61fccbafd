//! The versions of a record: signed, sealed, and taken over once they are stored.

use domain::console::Failure;
use domain::wire::Blob;
use domain::{Day, Desk, InstallationId, OfficerId, RecordId, SealedFrame, Standing};
use notes::SigningKey;
use seal::SealError;
use seal::cbor::to_deterministic;
use seal::hybrid::Recipient;
use seal::kept::{KeptHash, KeptHead, Slot, WriteId, seal_card, seal_kept};
use unseal::kept::Seen;

use super::{ACCEPTED, VaultRoom, note};
use crate::matter::{Matter, Tips};
use crate::pack::{Contents, Tail, make_room, pack, pack_original};
use crate::related::Marker;

/// Who writes a version, and where it belongs.
pub(crate) struct Pen<'a> {
    pub(crate) inst: InstallationId,
    pub(crate) desk: Desk,
    pub(crate) record: RecordId,
    pub(crate) author: OfficerId,
    pub(crate) day: Day,
    pub(crate) key: &'a SigningKey,
    /// Drawn for this version.
    pub(crate) write: WriteId,
    /// Marks on its card what a tip names.
    pub(crate) marker: Option<Marker<'a>>,
}

/// What every version has, sealed: work, history and card.
pub(crate) struct SealedVersion<K: Matter = Tips> {
    pub(crate) frames: [SealedFrame; 2],
    pub(crate) card: Blob,
    plain: K::Card,
    seen: [Seen; 3],
}

/// What a version follows.
struct After<'a> {
    seen: &'a [Seen],
    original: KeptHash,
    tail: &'a Tail,
}

impl Pen<'_> {
    /// Seals the original, which is written this once, and the version that a record begins with.
    pub(crate) fn seal_first<K: Matter>(
        &self,
        one_time: &Recipient,
        contents: &Contents<K>,
    ) -> Result<(SealedFrame, SealedVersion<K>), Failure> {
        let (content, tail) = pack_original(&contents.original)?;
        let head = self.head(Slot::Original, ACCEPTED, &[], None);
        let sealed = seal_kept(one_time, &head, &content, self.key);
        let (frame, original) = sealed.map_err(unsealed)?;
        let after = After {
            seen: &[],
            original,
            tail: &tail,
        };
        let version = self.seal(one_time, ACCEPTED, contents, &after)?;
        Ok((frame, version))
    }

    /// Seals a card of its own, which is written this once: of no original, so of no record.
    pub(crate) fn seal_trace(&self, one_time: &Recipient, content: &[u8]) -> Result<Blob, Failure> {
        let head = self.head(Slot::Card, ACCEPTED, &[], Some(KeptHash::NONE));
        let sealed = seal_card(one_time, &head, content, self.key);
        sealed.map(|(card, _)| Blob(card)).map_err(unsealed)
    }

    fn seal<K: Matter>(
        &self,
        one_time: &Recipient,
        version: u32,
        contents: &Contents<K>,
        after: &After<'_>,
    ) -> Result<SealedVersion<K>, Failure> {
        let [work, history] = pack(&contents.work, &contents.history, after.tail)?;
        let head = |slot| self.head(slot, version, after.seen, Some(after.original));
        let frame = |slot, content: &[u8]| {
            let head = head(slot);
            let sealed = seal_kept(one_time, &head, content, self.key).map_err(unsealed);
            sealed.map(|(frame, hash)| (frame, Seen::of(&head, hash)))
        };
        let (work, work_seen) = frame(Slot::Work, &work)?;
        let (history, history_seen) = frame(Slot::History, &history)?;
        let plain = K::card(
            &contents.original,
            &contents.work,
            &contents.history,
            self.marker.as_ref(),
        );
        let card = to_deterministic(&plain).map_err(|_| Failure::Unexpected)?;
        let card_head = head(Slot::Card);
        let sealed = seal_card(one_time, &card_head, &card, self.key);
        let (card, card_hash) = sealed.map_err(unsealed)?;
        Ok(SealedVersion {
            frames: [work, history],
            card: Blob(card),
            plain,
            seen: [work_seen, history_seen, Seen::of(&card_head, card_hash)],
        })
    }

    fn head(
        &self,
        slot: Slot,
        version: u32,
        seen: &[Seen],
        original: Option<KeptHash>,
    ) -> KeptHead {
        let before = seen.iter().find(|seen| seen.slot == slot);
        KeptHead {
            inst: self.inst,
            record: self.record,
            desk: self.desk,
            slot,
            version,
            previous: before.map_or(KeptHash::NONE, |seen| seen.hash),
            author: self.author,
            day: self.day,
            write: self.write,
            original,
        }
    }
}

impl<K: Matter> VaultRoom<K> {
    /// Seals what follows an open record's version, without the oldest of its history if there is no room.
    pub(crate) fn seal_next(
        &self,
        pen: &Pen<'_>,
        contents: &mut Contents<K>,
    ) -> Result<SealedVersion<K>, Failure> {
        let open = self.opened(pen.desk, pen.record)?;
        make_room(contents, &open.tail)?;
        let seen = self.seen(pen.record);
        let original = seen.iter().find(|seen| seen.slot == Slot::Original);
        let after = After {
            seen,
            original: original.ok_or(Failure::NotOpened)?.hash,
            tail: &open.tail,
        };
        let version = open.version.saturating_add(1);
        pen.seal(open.one_time.recipient(), version, contents, &after)
    }

    /// Takes over a version of one's own that the server has stored: it is what comes next.
    pub(crate) fn written(
        &mut self,
        record: RecordId,
        sealed: &SealedVersion<K>,
        contents: Contents<K>,
        (author, day): (OfficerId, Day),
    ) -> Result<(), Failure> {
        let open = self.opened.get_mut(&record).ok_or(Failure::NotOpened)?;
        open.version = open.version.saturating_add(1);
        let seen = self.seen.entry(record).or_default();
        for one in sealed.seen {
            note(seen, one);
        }
        let card = sealed.plain.clone();
        self.cards.insert(record, (open.version, card));
        self.written.insert(record, day);
        open.contents = contents;
        (open.author, open.standing) = (author, Standing::Serving);
        Ok(())
    }
}

/// What an officer is told of something that could not be sealed.
pub(crate) const fn unsealed(error: SealError) -> Failure {
    match error {
        SealError::TooLong => Failure::TooLarge,
        SealError::NoRandomness | SealError::NotAllowed => Failure::Unexpected,
    }
}
