//! Pictures that somebody sends without scripts: in memory only, drawn anew, sealed, and wiped.

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use actix_web::web;
use domain::bundle::{FILES_MAX, FileKind};
use pictures::{Paint, Redrawn, Refusal, Room, redraw};
use rand::SeedableRng;
use rand::rngs::StdRng;
use seal::bundle::{BundleKey, seal_bundle};
use sha2::{Digest, Sha256};
use tokio::sync::{Semaphore, SemaphorePermit};
use zeroize::Zeroizing;

use crate::page::Unfit;

/// Most bytes of all pictures of one post, and of all that are drawn of them: a small picture may be drawn as
/// a large one.
pub(super) const MOST: usize = 16 << 20;
/// How many posts with pictures are taken at once: each is held whole in memory.
const AT_ONCE: usize = 2;

static TAKEN: Semaphore = Semaphore::const_new(AT_ONCE);
/// One picture is drawn at a time: that takes more memory than all that was sent.
static DRAWING: Mutex<()> = Mutex::new(());

/// Pictures as they came, and the room they take.
pub(super) struct Pictures {
    bytes: Zeroizing<Vec<u8>>,
    /// Of each picture whose end was reached, where it lies.
    files: Vec<Range<usize>>,
    _taken: SemaphorePermit<'static>,
}

/// A bundle of pictures, sealed, and what opens it.
pub(super) struct SealedPictures {
    pub(super) blob: Vec<u8>,
    pub(super) key: BundleKey,
}

impl Pictures {
    /// Room for so many bytes of pictures, if there is any now.
    pub(super) fn begin(bytes: usize) -> Result<Self, Unfit> {
        let taken = TAKEN.try_acquire().map_err(|_| Unfit::Busy)?;
        Ok(Self {
            // Reserved whole, so that growing leaves no copies behind.
            bytes: Zeroizing::new(Vec::with_capacity(bytes.min(MOST))),
            files: Vec::new(),
            _taken: taken,
        })
    }

    /// Takes the next bytes of the picture under way.
    pub(super) fn push(&mut self, piece: &[u8]) -> Result<(), Unfit> {
        if self.bytes.len().saturating_add(piece.len()) > MOST {
            return Err(Unfit::Room);
        }
        self.bytes.extend_from_slice(piece);
        Ok(())
    }

    /// Ends the picture under way.
    pub(super) fn end(&mut self) -> Result<(), Unfit> {
        let begun = self.files.last().map_or(0, |file| file.end);
        self.files.push(begun..self.bytes.len());
        match self.files.len() {
            0..=FILES_MAX => Ok(()),
            _ => Err(Unfit::Many),
        }
    }

    /// What each hashes to, in hex: the same pictures again are the same tip.
    pub(super) fn hashes(&self) -> Vec<String> {
        let hash = |file| hex::encode(Sha256::digest(file));
        self.each().map(hash).collect()
    }

    fn each(&self) -> impl Iterator<Item = &[u8]> {
        let files = self.files.iter();
        files.map(|file| self.bytes.get(file.clone()).unwrap_or_default())
    }

    /// Draws every picture anew and seals them together, off the threads that answer.
    pub(super) async fn seal(self, seed: [u8; 32]) -> Result<SealedPictures, Unfit> {
        // Whoever asked may have gone, and this future with them: the room is taken until it is done.
        let sealed = web::block(move || self.seal_now(seed));
        sealed.await.map_err(|_| Unfit::Busy)?
    }

    fn seal_now(self, seed: [u8; 32]) -> Result<SealedPictures, Unfit> {
        let mut left = MOST;
        let drawn = (1_u32..).zip(self.each()).map(|(number, file)| {
            let drawn = draw(file).map_err(|refusal| match refusal {
                Refusal::NotAPicture => Unfit::Other(number),
                Refusal::TooLarge => Unfit::TooLarge(number),
                Refusal::Unreadable => Unfit::Unreadable(number),
            })?;
            left = left.checked_sub(drawn.len()).ok_or(Unfit::Room)?;
            Ok(drawn)
        });
        let drawn = drawn.collect::<Result<Vec<_>, _>>()?;
        drop(self);
        let files: Vec<_> = drawn
            .iter()
            .map(|jpeg| (FileKind::Jpeg, jpeg.as_slice()))
            .collect();
        let sealed = seal_bundle(&files, &mut StdRng::from_seed(seed));
        let (blob, key) = sealed.map_err(|_| Unfit::Room)?;
        Ok(SealedPictures { blob, key })
    }
}

fn draw(file: &[u8]) -> Result<Zeroizing<Vec<u8>>, Refusal> {
    // Nothing that panicked while drawing is left behind.
    let _one = DRAWING.lock().unwrap_or_else(PoisonError::into_inner);
    let Redrawn { jpeg, .. } = redraw(file, Room::SERVER, &[], Paint::Black)?;
    Ok(Zeroizing::new(jpeg))
}
