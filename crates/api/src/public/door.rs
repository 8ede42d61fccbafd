//! Whether the service is open: it is while a directory is valid that lists triage for this week.

use std::sync::Arc;

use domain::{Clock, Desk, InstallationId, UnixSeconds};
use notes::{Authorities, NoteBody, NoteError, PublicDirectory, Unverified, Verified};
use storage::{NoteKind, Store, StoreError};

use crate::remembered::{Before, Remembered};

/// Seconds for which an answer is believed: an import is another process and cannot tell us.
const BELIEVED_SECONDS: i64 = 5;

/// Why no tips are taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClosedBecause {
    /// No directory was imported.
    #[error("no directory has been imported")]
    NoDirectory,
    /// The directory is not believed today.
    #[error(transparent)]
    NotBelieved(#[from] NoteError),
    /// The directory does not list triage for this week.
    #[error("the directory lists no triage recipient for this week")]
    NoTriageThisWeek,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A directory that is valid today.
#[derive(Debug)]
pub struct OpenDirectory {
    /// The signed text, for browsers to verify themselves.
    pub text: String,
    /// What it says.
    pub directory: Arc<Verified<PublicDirectory>>,
}

type Answer = Result<Arc<OpenDirectory>, ClosedBecause>;

/// Knows whether the service is open.
pub struct Door {
    store: Arc<dyn Store>,
    authorities: Authorities,
    inst: InstallationId,
    clock: Arc<dyn Clock>,
    last: Remembered<Answer>,
}

impl Door {
    /// Watches this store's directory, which must be signed by every one of the authorities.
    pub fn new(
        store: Arc<dyn Store>,
        authorities: Authorities,
        inst: InstallationId,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            store,
            authorities,
            inst,
            clock,
            last: Remembered::for_seconds(BELIEVED_SECONDS),
        }
    }

    /// The directory, or why the service is closed. A change is logged once, when it is noticed.
    pub async fn open(&self) -> Answer {
        let now = self.clock.now();
        let (answer, looked) = self.last.or_look(now, self.look(now)).await;
        if let Some(Before(before)) = looked
            && before.map(|before| before.is_ok()) != Some(answer.is_ok())
        {
            match &answer {
                Ok(_) => tracing::info!("open: a directory is valid"),
                Err(reason) => tracing::error!(%reason, "closed: no tips are taken"),
            }
        }
        answer
    }

    /// The directory as it was last looked at, if it is valid still. For callers that cannot wait;
    /// somebody else must ask [`Door::open`] every few seconds.
    pub fn last_known(&self) -> Option<Arc<OpenDirectory>> {
        let today = self.clock.now().day();
        let open = self.last.last()?.ok()?;
        let is_valid = open.directory.head().validity.days_left(today) > 0;
        is_valid.then_some(open)
    }

    /// While the store does not answer, the last directory is believed as long as it is valid: frames are
    /// made durable without the store, and a reporter who is sent away may not come back.
    async fn look(&self, now: UnixSeconds) -> Answer {
        let is_for_this_week = |open: &Arc<OpenDirectory>| {
            let triage = open.directory.recipient(Desk::Triage, now.day().week());
            triage.is_some()
        };
        match self.read(now).await {
            Err(ClosedBecause::Store(error)) => {
                let known = self.last_known().filter(is_for_this_week);
                known.ok_or(ClosedBecause::Store(error))
            }
            answer => answer,
        }
    }

    async fn read(&self, now: UnixSeconds) -> Answer {
        let stored = self.store.note(NoteKind::PublicDirectory).await?;
        let text = stored.ok_or(ClosedBecause::NoDirectory)?.text;
        let note = Unverified::<PublicDirectory>::parse(&text)?;
        let directory = note.verify(&self.authorities, self.inst, now.day(), None)?;
        let triage = directory.recipient(Desk::Triage, now.day().week());
        triage.ok_or(ClosedBecause::NoTriageThisWeek)?;
        let directory = Arc::new(directory);
        Ok(Arc::new(OpenDirectory { text, directory }))
    }
}
