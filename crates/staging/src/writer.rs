//! The one task that writes: everything that waits shares one transaction.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::{Clock, SealedFrame};
use storage::SeenHash;
use tokio::sync::{mpsc, oneshot};

use crate::dice::Dice;
use crate::trouble::Trouble;
use crate::window::Window;
use crate::{Staged, StagingError};

/// Submissions that may wait for the disk.
pub(crate) const QUEUE: usize = 512;
/// Submissions that share one transaction at most.
const BATCH: usize = 128;

/// What the writer is asked for.
pub(crate) enum Job {
    /// Make these frames durable.
    Stage(Submission),
    /// Begin a new window; answered when the old one's file waits to be shuffled.
    Turn(oneshot::Sender<()>),
    /// Write no more; answered when the last file waits to be shuffled.
    Close(oneshot::Sender<()>),
}

/// Frames of one submission, and who waits for them.
pub(crate) struct Submission {
    pub(crate) frames: Vec<(SeenHash, SealedFrame)>,
    pub(crate) answer: oneshot::Sender<Result<Staged, StagingError>>,
}

/// What the writer shares with the handle.
#[derive(Default)]
pub(crate) struct Shared {
    known: Mutex<HashSet<SeenHash>>,
    waiting: Mutex<Vec<PathBuf>>,
    pub(crate) trouble: Trouble,
}

impl Shared {
    /// Frames that are on disk and perhaps not yet in the store.
    pub(crate) fn known(&self) -> MutexGuard<'_, HashSet<SeenHash>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Files of windows that are over.
    pub(crate) fn waiting(&self) -> MutexGuard<'_, Vec<PathBuf>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The writer's own things.
pub(crate) struct Writer {
    pub(crate) folder: PathBuf,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) dice: Dice,
    pub(crate) shared: Arc<Shared>,
    pub(crate) window: Option<Window>,
}

impl Writer {
    /// Works until it is closed or nobody can ask any more; then closes the file, which stays.
    pub(crate) async fn run(mut self, mut jobs: mpsc::Receiver<Job>) {
        let mut batch = Vec::with_capacity(BATCH);
        while jobs.recv_many(&mut batch, BATCH).await > 0 {
            let mut together = Vec::with_capacity(batch.len());
            for job in batch.drain(..) {
                match job {
                    Job::Stage(submission) => together.push(submission),
                    Job::Turn(turned) => {
                        self.stage(std::mem::take(&mut together)).await;
                        self.retire_if_used().await;
                        tell(turned);
                    }
                    Job::Close(closed) => {
                        self.stage(together).await;
                        self.retire().await;
                        return tell(closed);
                    }
                }
            }
            self.stage(together).await;
        }
        self.retire().await;
    }

    /// Makes what is new durable in one transaction, then answers everybody.
    async fn stage(&mut self, submissions: Vec<Submission>) {
        if submissions.is_empty() {
            return;
        }
        let mut new = HashSet::new();
        let mut frames = Vec::new();
        let mut answers = Vec::with_capacity(submissions.len());
        for submission in submissions {
            let mut staged = Staged::Resent;
            for (hash, frame) in submission.frames {
                if !self.shared.known().contains(&hash) && new.insert(hash) {
                    frames.push(frame);
                    staged = Staged::Fresh;
                }
            }
            answers.push((submission.answer, staged));
        }
        let done = self.write(&frames).await;
        if done.is_ok() {
            self.shared.known().extend(new);
        }
        for (answer, staged) in answers {
            // A reporter who hung up meanwhile is not told; their frame is kept.
            let _ = answer.send(done.map(|()| staged));
        }
    }

    /// Writes to the current window. A file that failed once is not trusted to be written again: what
    /// it holds is read at the next turn, and a new one begins.
    async fn write(&mut self, frames: &[SealedFrame]) -> Result<(), StagingError> {
        if frames.is_empty() {
            return Ok(());
        }
        if let Err(error) = self.try_write(frames).await {
            self.shared.trouble.with_disk(error);
            self.retire().await;
            return Err(StagingError::Unavailable);
        }
        Ok(())
    }

    async fn try_write(&mut self, frames: &[SealedFrame]) -> Result<(), sqlx::Error> {
        let mut window = match self.window.take() {
            Some(window) => window,
            None => Window::begin(&self.folder, &self.dice).await?,
        };
        let day = self.clock.now().day();
        let written = window.write(frames, day, &self.dice).await;
        self.window = Some(window);
        written
    }

    async fn retire_if_used(&mut self) {
        if self.window.as_ref().is_some_and(|w| w.frames() > 0) {
            self.retire().await;
        }
    }

    async fn retire(&mut self) {
        if let Some(window) = self.window.take() {
            let path = window.retire().await;
            self.shared.waiting().push(path);
        }
    }
}

/// Answers whoever asked, if they still wait; what was asked is done either way.
fn tell(asker: oneshot::Sender<()>) {
    let _ = asker.send(());
}

#[cfg(test)]
mod tests;
