//! `ginnel log`: the log of operations, sealed, in files for its auditors.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use audit::Logbook;
use domain::wire::{Blob, LOG_PAGE_MAX, LogPage};
use domain::{Clock, Year};
use storage::{OperationsLog, StoreError};

use super::opened::{Opened, OpenedError};
use crate::serving::log_seed;
use crate::settings::SettingsError;

/// Why the log was not written to files.
#[derive(Debug, thiserror::Error)]
pub enum LogFilesError {
    /// The installation cannot be opened.
    #[error(transparent)]
    Opened(#[from] OpenedError),
    /// The settings name no authorities.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file cannot be written.
    #[error("{}: {cause}", .path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        cause: std::io::Error,
    },
}

/// Writes the pages of a year's log to a new folder, each as `GET /api/log` gives it, and answers how many
/// entries there are. Beside a running server the last page may say less than the log has by then.
pub async fn log_files(
    opened: &Opened,
    year: Year,
    folder: &Path,
    clock: Arc<dyn Clock>,
) -> Result<u64, LogFilesError> {
    let authorities = opened.settings.authorities()?;
    let setup = opened
        .folder
        .read_sign_in_key()
        .map_err(OpenedError::from)?;
    let (store, inst) = (opened.store.clone(), opened.settings.installation.id);
    let log = Logbook::new(store, authorities, inst, clock, log_seed(&setup));
    fs::create_dir(folder).map_err(at(folder))?;
    let mut from = 0_u64;
    loop {
        let entries = opened.store.read_log(year, from, LOG_PAGE_MAX).await?;
        let read = u64::try_from(entries.len()).unwrap_or(u64::MAX);
        let entries = entries.into_iter().map(|entry| Blob(entry.into_bytes()));
        let page = LogPage {
            entries: entries.collect(),
            checkpoint: log.checkpoint(year).await?,
        };
        let path = folder.join(format!("log-{year}-{from:012}.json"));
        write(&path, &page).map_err(at(&path))?;
        from = from.saturating_add(read);
        if read < u64::from(LOG_PAGE_MAX) {
            return Ok(from);
        }
    }
}

fn write(path: &Path, page: &LogPage) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(&serde_json::to_vec(page)?)?;
    file.sync_all()
}

fn at(path: &Path) -> impl Fn(std::io::Error) -> LogFilesError + '_ {
    |cause| LogFilesError::File {
        path: path.into(),
        cause,
    }
}
