//! A tip's files: fetched, opened, and kept open until others are or the session ends.

use std::fmt;

use domain::TipId;
use domain::console::{Answer, Failure, FileView};
use domain::tip::BundleSlot;
use unseal::bundle::{OpenedBundle, open_bundle};

use crate::opener::{Opener, Room};
use crate::transport::Transport;
use crate::vault::quarantined;

/// The files that are open: of one tip at a time, since there may be 64 MiB of them.
#[derive(Default)]
pub(crate) struct FilesRoom(Option<(TipId, OpenedBundle)>);

impl FilesRoom {
    fn file(&self, tip: TipId, number: usize) -> Option<&[u8]> {
        let (open, bundle) = self.0.as_ref()?;
        let place = number.checked_sub(1)?;
        let files = (*open == tip).then(|| bundle.files())?;
        files.get(place).map(|file| file.bytes)
    }
}

impl<T, R, C> Opener<T, R, C> {
    /// The bytes of an open file, by its number from 1.
    pub fn file(&self, tip: TipId, number: usize) -> Option<&[u8]> {
        self.session.as_ref()?.held.files.file(tip, number)
    }
}

impl<T: Transport, R> Room<'_, T, R> {
    /// Fetches and opens the files of a tip that waits or is kept and open; what was open before is
    /// wiped first.
    pub(crate) async fn open_files(self, tip: TipId) -> Result<Answer, Failure> {
        let held = self.held;
        held.files.0 = None;
        let waiting = held.intake.bundle(tip);
        let slot = waiting.or_else(|| held.vault.bundle(tip));
        let slot: BundleSlot = slot.ok_or(Failure::NotFound)?.clone();
        let blob = self.api.blob(slot.blob).await?;
        let bundle = open_bundle(&slot, &blob).map_err(quarantined)?;
        let views = (1..).zip(bundle.files()).map(|(number, file)| FileView {
            number,
            kind: file.kind,
            bytes: u32::try_from(file.bytes.len()).unwrap_or(u32::MAX),
        });
        let files = views.collect();
        held.files.0 = Some((tip, bundle));
        Ok(Answer::Files { tip, files })
    }

    /// Wipes the files that are open.
    pub(crate) fn close_files(self) -> Answer {
        self.held.files.0 = None;
        Answer::Done
    }
}

impl fmt::Debug for FilesRoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FilesRoom(..)")
    }
}
