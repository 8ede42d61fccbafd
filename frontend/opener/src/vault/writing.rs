//! The next version of a record: signed, sealed, and taken over once it is stored.

use domain::console::Failure;
use domain::wire::Blob;
use domain::work::CardPlain;
use domain::{Desk, InstallationId, OfficerId, RecordId, SealedFrame};
use notes::SigningKey;
use seal::SealError;
use seal::cbor::to_deterministic;
use seal::kept::{KeptHead, Slot, seal_card, seal_kept};
use unseal::Identity;
use unseal::kept::{open_card, open_kept};

use super::{Checks, FRAMES, VaultRoom};
use crate::pack::{Contents, pack};

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
        // The original is not written again.
        for (slot, frame) in FRAMES.into_iter().zip(&sealed.frames).skip(1) {
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

/// What an officer is told of something that could not be sealed.
pub(crate) const fn unsealed(error: SealError) -> Failure {
    match error {
        SealError::TooLong => Failure::TooLarge,
        SealError::NoRandomness | SealError::NotAllowed => Failure::Unexpected,
    }
}
