//! The handle: stage frames, ask whether one came before, turn the window.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::{Clock, Day, FRAME_LEN, SealedFrame};
use rand::{CryptoRng, RngCore};
use storage::{SeenHash, Store};
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{Mutex, mpsc, oneshot};

use crate::dice::Dice;
use crate::window::{Window, left_over, unlink_damaged};
use crate::writer::{Job, QUEUE, Shared, Submission, Writer};
use crate::{OpenStagingError, StagingError, TurnError, shuffle};

/// What is written to find out whether anything can be.
const PROBE: &str = "probe";

/// What became of frames that are now durable. Reporters are answered alike either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Staged {
    /// At least one of them was new.
    Fresh,
    /// All of them came before.
    Resent,
}

/// Where frames wait for the end of their window. Clones share one file and one writer.
#[derive(Clone)]
pub struct Staging {
    jobs: mpsc::Sender<Job>,
    shared: Arc<Shared>,
    folder: PathBuf,
    store: Arc<dyn Store>,
    dice: Dice,
    turning: Arc<Mutex<()>>,
}

impl Staging {
    /// Opens staging in a folder of its own, which is made if missing, and shuffles in what an earlier
    /// run left there. What cannot be shuffled in now is logged and tried again at every turn.
    pub async fn open(
        folder: &Path,
        store: Arc<dyn Store>,
        clock: Arc<dyn Clock>,
        rng: impl RngCore + CryptoRng + Send + 'static,
    ) -> Result<Self, OpenStagingError> {
        make_private(folder)?;
        let (shared, dice) = (Arc::new(Shared::default()), Dice::new(rng));
        shared.waiting().extend(left_over(folder)?);
        let writer = Writer {
            folder: folder.into(),
            clock,
            dice: dice.clone(),
            shared: shared.clone(),
            window: Some(Window::begin(folder, &dice).await?),
        };
        let (jobs, queue) = mpsc::channel(QUEUE);
        tokio::spawn(writer.run(queue));
        let staging = Self {
            jobs,
            shared,
            folder: folder.into(),
            store,
            dice,
            turning: Arc::new(Mutex::new(())),
        };
        if let Err(error) = staging.shuffle_waiting().await {
            tracing::error!(%error, "left-over frames are not in the store yet");
        }
        Ok(staging)
    }

    /// Whether this very frame came before. A store that does not answer counts as no: the frame is
    /// then staged and recognised when its window ends.
    pub async fn seen(&self, frame: &SealedFrame) -> bool {
        self.all_seen(&[SeenHash::of(frame)]).await
    }

    /// Makes the frames of one submission durable; returns once they are on disk.
    pub async fn stage(&self, frames: Vec<SealedFrame>) -> Result<Staged, StagingError> {
        let hashes: Vec<_> = frames.iter().map(SeenHash::of).collect();
        if self.all_seen(&hashes).await {
            return Ok(Staged::Resent);
        }
        let (answer, answered) = oneshot::channel();
        let frames = hashes.into_iter().zip(frames).collect();
        let job = Job::Stage(Submission { frames, answer });
        self.jobs.try_send(job).map_err(|error| match error {
            TrySendError::Full(_) => StagingError::Full,
            TrySendError::Closed(_) => StagingError::Unavailable,
        })?;
        answered.await.unwrap_or(Err(StagingError::Unavailable))
    }

    /// Whether a frame could be made durable now: writes as many bytes to a file of its own beside the
    /// windows, waits for the disk, and removes it.
    pub async fn ready(&self) -> bool {
        if self.jobs.is_closed() {
            return false;
        }
        let path = self.folder.join(PROBE);
        let probed = tokio::task::spawn_blocking(move || probe(&path)).await;
        matches!(probed, Ok(Ok(())))
    }

    /// Begins a new window and shuffles the frames of the old one, and of any before that failed, into
    /// the store. Answers how many were new there.
    pub async fn turn_window(&self) -> Result<u64, TurnError> {
        let (turned, done) = oneshot::channel();
        let asked = self.jobs.send(Job::Turn(turned)).await;
        asked.map_err(|_| TurnError::Closed)?;
        done.await.map_err(|_| TurnError::Closed)?;
        self.shared.trouble.tell();
        self.shuffle_waiting().await
    }

    /// Ends the window and takes no frames any more. What cannot be shuffled in now stays on disk for
    /// the next start.
    pub async fn close(&self) -> Result<u64, TurnError> {
        let (closed, done) = oneshot::channel();
        let asked = self.jobs.send(Job::Close(closed)).await;
        asked.map_err(|_| TurnError::Closed)?;
        done.await.map_err(|_| TurnError::Closed)?;
        self.shared.trouble.tell();
        self.shuffle_waiting().await
    }

    async fn all_seen(&self, hashes: &[SeenHash]) -> bool {
        let unknown: Vec<_> = {
            let known = self.shared.known();
            let unknown = hashes.iter().filter(|hash| !known.contains(hash));
            unknown.copied().collect()
        };
        if unknown.is_empty() {
            return true;
        }
        match self.store.seen(&unknown).await {
            Ok(seen) => seen.into_iter().all(|seen| seen),
            Err(error) => {
                self.shared.trouble.with_store(error);
                false
            }
        }
    }

    /// Unlinks the damaged windows that were set aside and to which nothing was written since the day
    /// before this one: what is sealed in them is over. Answers how many.
    pub fn purge_damaged(&self, before: Day) -> io::Result<u64> {
        unlink_damaged(&self.folder, before)
    }

    /// Shuffles in every window that is over; one that fails does not hold the others up.
    async fn shuffle_waiting(&self) -> Result<u64, TurnError> {
        let _turning = self.turning.lock().await;
        let waiting = self.shared.waiting().clone();
        let (mut stored, mut failed) = (0_u64, None);
        for path in waiting {
            match shuffle::shuffle_in(&path, &*self.store, &self.dice, &self.shared).await {
                Ok(new) => {
                    self.shared.waiting().retain(|other| *other != path);
                    stored = stored.saturating_add(new);
                }
                Err(error) => failed = failed.or(Some(error)),
            }
        }
        failed.map_or(Ok(stored), Err)
    }
}

fn probe(path: &Path) -> io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        file.write_all(&vec![0; FRAME_LEN])?;
        file.sync_all()
    });
    // Whatever was written of it goes, so that it takes no room from a frame.
    let removed = std::fs::remove_file(path);
    written.and(removed)
}

/// Makes the folder, for this user alone, so that it is still there after a power cut.
fn make_private(folder: &Path) -> Result<(), io::Error> {
    let mut options = std::fs::DirBuilder::new();
    options.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut options, 0o700);
    options.create(folder)?;
    #[cfg(unix)]
    if let Some(parent) = folder.canonicalize()?.parent() {
        std::fs::File::open(parent)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
