//! Where the server writes the log: sealed before it is stored, stored before anything is done.

use std::sync::Arc;

use async_trait::async_trait;
use domain::log::Entry;
use domain::wire::LOG_PAGE_MAX;
use domain::{Clock, InstallationId, Year};
use notes::{Authorities, NoteBody, SignedNote, StaffDirectory};
use seal::hybrid::Recipient;
use storage::{NoteKind, OperationsLog, RecordError, Store, StoreError};
use tokio::sync::Mutex;

use crate::checkpoint::{Checkpoint, log_signer, origin};
use crate::entry::seal_entry;
use crate::tree::LogTree;

/// The log of one installation.
pub struct Logbook {
    store: Arc<dyn Store>,
    authorities: Authorities,
    inst: InstallationId,
    clock: Arc<dyn Clock>,
    /// The LOG key.
    seed: [u8; 32],
    /// Read once a process; what is appended since is read when a checkpoint is asked for.
    tree: Mutex<(Year, LogTree)>,
}

impl Logbook {
    /// Seals to the auditors whom these authorities name, and signs with the key of this seed.
    pub fn new(
        store: Arc<dyn Store>,
        authorities: Authorities,
        inst: InstallationId,
        clock: Arc<dyn Clock>,
        seed: [u8; 32],
    ) -> Self {
        let year = clock.now().day().year();
        Self {
            store,
            authorities,
            inst,
            clock,
            seed,
            tree: Mutex::new((year, LogTree::default())),
        }
    }

    async fn auditors(&self, year: Year) -> Result<Recipient, RecordError> {
        let note = self.store.note(NoteKind::StaffDirectory).await?;
        let note = note.ok_or(RecordError::NoAuditor)?;
        let found = auditor(&note.text, &self.authorities, self.inst, year);
        found
            .map(|(_, recipient)| recipient)
            .ok_or(RecordError::NoAuditor)
    }
}

/// Whom the log of a year is sealed to and whose year they are, if every authority signed this staff
/// directory. Its dates do not matter: a key of the auditors holds as long as they have it, and nobody's
/// life may hang on a ceremony that is late.
pub fn auditor(
    directory: &str,
    authorities: &Authorities,
    inst: InstallationId,
    year: Year,
) -> Option<(Year, Recipient)> {
    let note = SignedNote::parse(directory).ok()?;
    let directory = StaffDirectory::parse(note.verify(authorities).ok()?).ok()?;
    let key = directory
        .auditor(year)
        .filter(|_| directory.head.inst == inst)?;
    let recipient = Recipient::parse(key.recipient.as_str()).ok()?;
    Some((key.year, recipient))
}

#[async_trait]
impl OperationsLog for Logbook {
    async fn record(&self, entries: Vec<Entry>) -> Result<(), RecordError> {
        let year = self.clock.now().day().year();
        let auditors = self.auditors(year).await?;
        let sealed = entries.into_iter();
        let sealed = sealed.map(|entry| seal_entry(&auditors, self.inst, entry));
        let sealed = sealed.collect::<Result<_, _>>();
        let sealed = sealed.map_err(|_| RecordError::NotSealed)?;
        self.store.append_log(year, sealed).await?;
        Ok(())
    }

    async fn checkpoint(&self, year: Year) -> Result<String, StoreError> {
        let mut tree = self.tree.lock().await;
        if tree.0 != year {
            *tree = (year, LogTree::default());
        }
        loop {
            let from = tree.1.size();
            let page = self.store.read_log(year, from, LOG_PAGE_MAX).await?;
            if page.is_empty() {
                break;
            }
            for frame in &page {
                tree.1.push(frame);
            }
        }
        let checkpoint = Checkpoint::of(&tree.1, origin(self.inst, year));
        let signed = checkpoint.sign(&log_signer(&self.seed, self.inst, year));
        signed.map_err(|_| StoreError::Unavailable { code: None })
    }
}
