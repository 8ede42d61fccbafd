//! A tip's files: fetched, opened, and kept open until others are or the session ends.
//!
//! Whoever sent them chose every byte and what each is called. A browser's own decoders are given no
//! picture but those drawn here, by code that keeps its bounds; what does not let itself be drawn is
//! handed on sealed, as a file that nobody looked into.

use std::fmt;

use domain::TipId;
use domain::bundle::FileKind;
use domain::console::{Answer, Failure, FileView, Passphrase};
use domain::tip::BundleSlot;
use pictures::{Paint, Redrawn, redraw};
use rand::{CryptoRng, RngCore};
use seal::bundle::BundleFile;
use seal::seal_with_passphrase;
use unseal::bundle::{OpenedBundle, open_bundle};
use zeroize::Zeroize;

use crate::opener::{Opener, Room};
use crate::passphrase::make_passphrase;
use crate::transport::Transport;
use crate::vault::{quarantined, unsealed};

/// The files that are open: of one tip at a time, since there may be 64 MiB of them.
#[derive(Default)]
pub(crate) struct FilesRoom(Option<Open>);

/// One tip's files.
struct Open {
    tip: TipId,
    files: Vec<Ready>,
    passphrase: Option<Passphrase>,
}

/// A file as it is handed on.
enum Ready {
    /// A picture, drawn here.
    Drawn(Redrawn),
    /// A file nobody looked into, sealed to a passphrase: so that nothing on the way opens it.
    Sealed(Vec<u8>),
}

impl Open {
    fn new(tip: TipId, bundle: &OpenedBundle, passphrase: Passphrase) -> Result<Self, Failure> {
        let files = bundle.files().into_iter();
        let files = files.map(|file| Ready::of(&file, &passphrase));
        let files: Vec<Ready> = files.collect::<Result<_, _>>()?;
        let sealed = files.iter().any(|file| matches!(file, Ready::Sealed(_)));
        Ok(Self {
            tip,
            files,
            passphrase: sealed.then_some(passphrase),
        })
    }

    fn views(&self) -> Vec<FileView> {
        let views = (1..).zip(&self.files);
        let views = views.map(|(number, file)| {
            let (kind, pixels) = match file {
                Ready::Drawn(drawn) => (FileKind::Jpeg, Some((drawn.width, drawn.height))),
                Ready::Sealed(_) => (FileKind::Opaque, None),
            };
            FileView {
                number,
                kind,
                bytes: u32::try_from(file.bytes().len()).unwrap_or(u32::MAX),
                pixels,
            }
        });
        views.collect()
    }
}

impl Ready {
    fn of(file: &BundleFile<'_>, passphrase: &Passphrase) -> Result<Self, Failure> {
        let drawn = match file.kind {
            FileKind::Jpeg | FileKind::Png | FileKind::Webp => {
                redraw(file.bytes, pictures::Room::DRAWN, &[], Paint::Black).ok()
            }
            FileKind::Opaque => None,
        };
        if let Some(drawn) = drawn {
            return Ok(Self::Drawn(drawn));
        }
        // EXPOSE: the key of the file is stretched from it.
        let sealed = seal_with_passphrase(passphrase.expose(), file.bytes);
        Ok(Self::Sealed(sealed.map_err(unsealed)?))
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::Drawn(drawn) => &drawn.jpeg,
            Self::Sealed(file) => file,
        }
    }
}

impl Drop for Ready {
    fn drop(&mut self) {
        if let Self::Drawn(drawn) = self {
            drawn.jpeg.zeroize();
        }
    }
}

impl FilesRoom {
    fn file(&self, tip: TipId, number: usize) -> Option<&[u8]> {
        let open = self.0.as_ref().filter(|open| open.tip == tip)?;
        let file = open.files.get(number.checked_sub(1)?)?;
        Some(file.bytes())
    }
}

impl<T, R, C> Opener<T, R, C> {
    /// The bytes of an open file, by its number from 1.
    pub fn file(&self, tip: TipId, number: usize) -> Option<&[u8]> {
        self.session.as_ref()?.held.files.file(tip, number)
    }
}

impl<T: Transport, R: RngCore + CryptoRng> Room<'_, T, R> {
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
        let open = Open::new(tip, &bundle, make_passphrase(self.rng))?;
        let (files, passphrase) = (open.views(), open.passphrase.clone());
        held.files.0 = Some(open);
        Ok(Answer::Files {
            tip,
            files,
            passphrase,
        })
    }
}

impl<T, R> Room<'_, T, R> {
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
