//! A tip's files: fetched, opened, and kept open until others are or the session ends.
//!
//! Whoever sent them chose every byte and what each is called. A browser's own decoders are given no
//! picture but those drawn here, by code that keeps its bounds; what does not let itself be drawn is
//! handed on as a file that nobody looked into.

use std::fmt;

use domain::TipId;
use domain::bundle::FileKind;
use domain::console::{Answer, Failure, FileView};
use domain::tip::BundleSlot;
use pictures::{Paint, redraw};
use seal::bundle::BundleFile;
use unseal::bundle::{OpenedBundle, open_bundle};
use zeroize::Zeroizing;

use crate::opener::{Opener, Room};
use crate::transport::Transport;
use crate::vault::quarantined;

/// The files that are open: of one tip at a time, since there may be 64 MiB of them.
#[derive(Default)]
pub(crate) struct FilesRoom(Option<Open>);

/// One tip's files.
struct Open {
    tip: TipId,
    bundle: OpenedBundle,
    /// For each file of the bundle the picture drawn of it; none of what is no picture.
    drawn: Vec<Option<Zeroizing<Vec<u8>>>>,
}

impl Open {
    fn new(tip: TipId, bundle: OpenedBundle) -> Self {
        let drawn = bundle.files().iter().map(drawn).collect();
        Self { tip, bundle, drawn }
    }

    fn views(&self) -> Vec<FileView> {
        let files = self.bundle.files();
        let views = (1..).zip(files.iter().zip(&self.drawn));
        let views = views.map(|(number, (file, drawn))| {
            let (kind, bytes) = match drawn {
                Some(jpeg) => (FileKind::Jpeg, jpeg.as_slice()),
                None => (FileKind::Opaque, file.bytes),
            };
            FileView {
                number,
                kind,
                bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
            }
        });
        views.collect()
    }
}

/// The picture of a file that is said to be one.
fn drawn(file: &BundleFile<'_>) -> Option<Zeroizing<Vec<u8>>> {
    match file.kind {
        FileKind::Jpeg | FileKind::Png | FileKind::Webp => {
            let drawn = redraw(file.bytes, pictures::Room::DRAWN, &[], Paint::Black);
            drawn.ok().map(|drawn| Zeroizing::new(drawn.jpeg))
        }
        FileKind::Opaque => None,
    }
}

impl FilesRoom {
    fn file(&self, tip: TipId, number: usize) -> Option<&[u8]> {
        let open = self.0.as_ref().filter(|open| open.tip == tip)?;
        let place = number.checked_sub(1)?;
        match open.drawn.get(place)? {
            Some(jpeg) => Some(jpeg),
            None => open.bundle.files().get(place).map(|file| file.bytes),
        }
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
        let open = Open::new(tip, bundle);
        let files = open.views();
        held.files.0 = Some(open);
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
