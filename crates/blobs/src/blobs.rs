//! The store of blobs, as handlers and the clock's duties use it.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use domain::bundle::{BLOB_PART_LEN, Bucket};
use domain::{BlobId, Clock, Day, UnixSeconds, UploadId};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{CryptoRng, RngCore, SeedableRng};

use crate::counted::{Counted, Place, Room};
use crate::folder::Folder;
use crate::objects::Objects;
use crate::upload::Upload;
use crate::{BlobError, BlobReader, PartWriter};

/// What is there of an upload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// How large the blob will be.
    pub bucket: Bucket,
    /// The parts that are there, from 0.
    pub parts: Vec<usize>,
}

/// Seconds a storage that did not answer is left alone.
const ASKED_AGAIN: i64 = 15;

trait Randomness: RngCore + CryptoRng + Send {}
impl<R: RngCore + CryptoRng + Send> Randomness for R {}

/// All blobs of this server.
pub struct Blobs {
    folder: Folder,
    /// Where finished blobs go, if not into the folder.
    objects: Option<Objects>,
    known: OnceLock<()>,
    /// When the storage that was asked for it did not answer.
    asking: tokio::sync::Mutex<Option<UnixSeconds>>,
    room: Room,
    clock: Arc<dyn Clock>,
    rng: Mutex<Box<dyn Randomness>>,
    counted: Mutex<Counted>,
    settling: tokio::sync::Mutex<()>,
}

impl Blobs {
    /// Opens the folder, which is made if missing; what an earlier run left unfinished goes. Blocks; for
    /// the start only.
    pub fn open(
        folder: &Path,
        room: Room,
        clock: Arc<dyn Clock>,
        rng: impl RngCore + CryptoRng + Send + 'static,
    ) -> io::Result<Self> {
        let folder = Folder::open(folder)?;
        let today = clock.now().day();
        let (stored, latest) = (folder.used(|_| true)?, folder.used(|day| day == today)?);
        Ok(Self {
            folder,
            objects: None,
            known: OnceLock::from(()),
            asking: tokio::sync::Mutex::default(),
            room,
            clock,
            rng: Mutex::new(Box::new(rng)),
            counted: Mutex::new(Counted {
                stored: stored.all,
                latest: Some((today, latest)),
                ..Counted::default()
            }),
            settling: tokio::sync::Mutex::new(()),
        })
    }

    /// The same, but what is finished goes to this storage, and what is looked for is looked for there too.
    /// It is not asked before it is needed: a storage that is away stops files and nothing else.
    #[must_use]
    pub fn with_objects(mut self, objects: Objects) -> Self {
        self.objects = Some(objects);
        self.known = OnceLock::new();
        self
    }

    /// Begins an upload from somewhere.
    pub async fn begin(&self, bucket: Bucket, from: Place) -> Result<UploadId, BlobError> {
        self.forget_lapsed();
        self.know().await?;
        let (id, name) = (UploadId::from_bytes(self.draw()), self.draw_blob());
        let folder = self.folder.clone();
        let today = self.clock.now().day();
        self.counted().admit(self.room, today, bucket, from)?;
        let (path, file) = blocking(move || folder.begin(name)).await?;
        let upload = Arc::new(Upload::new(bucket, from, path, file, self.clock.now()));
        let mut counted = self.counted();
        // Others began meanwhile.
        if let Err(error) = counted.admit(self.room, today, bucket, from) {
            drop(counted);
            unlink(&upload);
            return Err(error);
        }
        counted.uploads.insert(id, upload);
        Ok(id)
    }

    /// Something to write one part of an upload with, counted from 0.
    pub fn part(&self, id: UploadId, part: usize) -> Result<PartWriter, BlobError> {
        PartWriter::new(self.upload(id)?, Arc::clone(&self.clock), part)
    }

    /// What is there of an upload.
    pub fn held(&self, id: UploadId) -> Result<Held, BlobError> {
        let upload = self.upload(id)?;
        Ok(Held {
            bucket: upload.bucket,
            parts: upload.held(),
        })
    }

    /// Makes a blob of an upload whose parts are all there; answers once it is on disk or in the storage.
    /// Asked again, it answers the same. It is done to its end even if nobody waits any more.
    pub async fn finish(self: &Arc<Self>, id: UploadId) -> Result<BlobId, BlobError> {
        let (blobs, upload) = (Arc::clone(self), self.upload(id)?);
        let done = tokio::spawn(async move { blobs.finish_upload(&upload).await });
        done.await.map_err(io::Error::other)?
    }

    async fn finish_upload(&self, upload: &Upload) -> Result<BlobId, BlobError> {
        let mut sent = upload.file.lock().await;
        if let Some(blob) = upload.blob.get() {
            return Ok(*blob);
        }
        if !upload.is_whole() {
            return Err(BlobError::PartsMissing);
        }
        let file = sent.as_ref().map(Arc::clone);
        let file = file.ok_or(BlobError::UnknownUpload)?;
        let (blob, day) = (self.draw_blob(), self.clock.now().day());
        self.counted().take(self.room, day, upload)?;
        let kept = if let Some(objects) = &self.objects {
            objects.keep(file, blob, day).await
        } else {
            let (folder, path) = (self.folder.clone(), upload.path.clone());
            blocking(move || folder.keep(&path, &file, blob, day)).await
        };
        if let Err(error) = kept {
            self.counted().give_back(day, upload);
            return Err(error.into());
        }
        *sent = None;
        unlink(upload);
        let blob = upload.became(blob);
        self.counted().add(upload.bucket);
        Ok(blob)
    }

    /// Keeps a blob that was made on this server of what came from somewhere; answers once it is on disk or in
    /// the storage.
    pub async fn keep(self: &Arc<Self>, blob: &[u8], from: Place) -> Result<BlobId, BlobError> {
        let mut buckets = Bucket::ALL.into_iter();
        let bucket = buckets.find(|bucket| bucket.blob_len() == blob.len());
        let id = self
            .begin(bucket.ok_or(BlobError::WrongLength)?, from)
            .await?;
        for (part, bytes) in blob.chunks(BLOB_PART_LEN).enumerate() {
            let mut writer = self.part(id, part)?;
            writer.write(bytes.to_vec()).await?;
            writer.finish()?;
        }
        self.finish(id).await
    }

    /// Opens a blob.
    pub async fn read(&self, id: BlobId) -> Result<Option<BlobReader>, BlobError> {
        let folder = self.folder.clone();
        let found = blocking(move || {
            let file = folder.find(id)?;
            let measured = file.map(|file| file.metadata().map(|data| (file, data.len())));
            measured.transpose()
        });
        if let Some((file, len)) = found.await? {
            return Ok(Some(BlobReader::new(file, len)));
        }
        let Some(objects) = &self.objects else {
            return Ok(None);
        };
        let found = objects.find(id).await?;
        Ok(found.map(BlobReader::of_object))
    }

    /// Forgets uploads that are over, and unlinks what came of those that were not finished.
    pub fn forget_lapsed(&self) {
        let now = self.clock.now();
        let over = self.counted().take_over(now);
        for upload in over {
            unlink(&upload);
        }
    }

    /// Deletes the blobs of every day before this one. Answers how many days went.
    pub async fn purge(&self, before: Day) -> Result<usize, BlobError> {
        let folder = self.folder.clone();
        let mut days = blocking(move || folder.purge(before)).await?;
        if let Some(objects) = &self.objects {
            days = days.saturating_add(objects.purge(before).await?);
        }
        self.measure().await?;
        Ok(days)
    }

    /// Has it known how much there is. A storage that did not answer is left alone for a while, and
    /// nobody waits for one that is being asked.
    async fn know(&self) -> Result<(), BlobError> {
        if self.known.get().is_some() {
            return Ok(());
        }
        let now = self.clock.now();
        let mut failed = self.asking.try_lock().map_err(|_| BlobError::Busy)?;
        let lately = |at: UnixSeconds| (0..ASKED_AGAIN).contains(&now.0.saturating_sub(at.0));
        if failed.is_some_and(lately) {
            return Err(io::Error::other("the storage did not answer lately").into());
        }
        let found = self.measure().await;
        if found.is_ok() {
            self.known.get_or_init(|| ());
        } else {
            *failed = Some(now);
        }
        found
    }

    /// Looks how much there is: other servers may share the storage.
    async fn measure(&self) -> Result<(), BlobError> {
        let (folder, today) = (self.folder.clone(), self.clock.now().day());
        let own = move || Ok((folder.used(|_| true)?, folder.used(|day| day == today)?));
        let (mut stored, mut latest) = blocking(own).await?;
        if let Some(objects) = &self.objects {
            stored = stored.and(objects.used(|_| true).await?);
            latest = latest.and(objects.used(|day| day == today).await?);
        }
        self.counted().measured(stored, today, latest);
        Ok(())
    }

    /// Takes from the blobs of every day that is over what their files tell beyond the day, unless that
    /// is being done.
    pub async fn settle(&self, today: Day) -> Result<(), BlobError> {
        let Ok(_settling) = self.settling.try_lock() else {
            return Ok(());
        };
        let (folder, mut rng) = (self.folder.clone(), StdRng::from_seed(self.draw()));
        let mut others = StdRng::from_seed(self.draw());
        blocking(move || folder.settle(today, |ids| ids.shuffle(&mut rng))).await?;
        if let Some(objects) = &self.objects {
            let shuffled = objects.settle(today, |paths| paths.shuffle(&mut others));
            shuffled.await?;
        }
        Ok(())
    }

    fn upload(&self, id: UploadId) -> Result<Arc<Upload>, BlobError> {
        let now = self.clock.now();
        let known = self.counted().uploads.get(&id).map(Arc::clone);
        let known = known.filter(|upload| !upload.is_over(now));
        known.ok_or(BlobError::UnknownUpload)
    }

    fn draw<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        // A panic while drawing leaves the source as good as before.
        let mut rng = self.rng.lock().unwrap_or_else(PoisonError::into_inner);
        rng.fill_bytes(&mut bytes);
        bytes
    }

    fn draw_blob(&self) -> BlobId {
        BlobId::from_bytes(self.draw())
    }

    fn counted(&self) -> MutexGuard<'_, Counted> {
        // Nothing panics while it is held.
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What came of an upload that did not become a blob of the folder.
fn unlink(upload: &Upload) {
    let _ = std::fs::remove_file(&upload.path);
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(io::Error::other)?
}

#[cfg(test)]
mod tests;
