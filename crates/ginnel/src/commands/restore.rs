//! `ginnel restore`: an installation from an opened backup, on an empty host.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use backup::{Item, Keeping, Manifest, read_manifest};
use domain::{InstallationId, UnixSeconds};
use notes::{Authorities, Authority};
use storage::{Store, StoreError};

use crate::database::{Database, DatabaseError};
use crate::folder::{Folder, FolderError, copy_private};
use crate::place::{Place, SETTINGS_FILE};
use crate::settings::{Backend, Settings, SettingsError};

/// Why nothing was restored; the data folder is as empty as before.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The folder is no opened backup.
    #[error("{} is no opened backup: `ginnel-keys backup open` makes one", .0.display())]
    NotABackup(PathBuf),
    /// The backup's settings cannot be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The backup's settings are for another installation or database than its store.
    #[error("the settings in the backup do not belong to its store")]
    OtherSettings,
    /// Nobody said whose signatures the pages are to trust.
    #[error(
        "nobody signs a backup, and the pages of this one trust {0}. Compare that with what \
         `ginnel-keys authority new` printed, and say it: --authority LINE, once for each"
    )]
    NoAuthorities(String),
    /// The backup's settings pin others than were said.
    #[error(
        "the pages of this backup trust {0}, and not who was named with --authority: it is another \
         installation's, of another time, or forged"
    )]
    OtherAuthorities(String),
    /// The settings name another data folder.
    #[error(
        "the settings say that data lies in {}: restore it there, or write another folder into \
         folders.data of ginnel.toml in the backup's folder first",
        .0.display()
    )]
    OtherFolder(PathBuf),
    /// Something lies where the installation is to be.
    #[error("{} is not empty: restore to an empty place", .0.display())]
    NotEmpty(PathBuf),
    /// The data folder cannot be used.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The database cannot be filled.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// The store does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file cannot be read or written.
    #[error("{}: {cause}", .path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
}

/// Where a backup is restored to.
#[derive(Debug, Clone, Copy)]
pub struct Restoring<'a> {
    /// The opened backup.
    pub from: &'a Path,
    /// The data folder: empty, or not there.
    pub data: &'a Path,
    /// The file the settings are written to; `ginnel.toml` in the data folder if not said.
    pub settings: Option<&'a Path>,
    /// Every authority the settings must pin, as the ceremony knows them: nobody signs a backup.
    pub authorities: &'a [Authority],
}

/// Restores an installation and answers which. Nobody is signed in afterwards, nobody is approved or
/// invited, and nobody holds keys: the next import from the ceremony approves and hands out. What waited
/// in staging is brought in at the first start.
pub async fn restore(restoring: Restoring<'_>) -> Result<InstallationId, RestoreError> {
    let manifest = read_manifest(restoring.from)
        .map_err(|_| RestoreError::NotABackup(restoring.from.into()))?;
    let file = restoring.file();
    check_empty(restoring.data)?;
    if file.exists() {
        return Err(RestoreError::NotEmpty(file));
    }
    check_settings(&restoring, &manifest)?;
    let restored = fill(&restoring, &file).await;
    if restored.is_err() {
        // Half an installation is none.
        let _ = fs::remove_file(&file);
        empty(restoring.data);
    }
    restored.map(|()| manifest.inst)
}

impl Restoring<'_> {
    fn file(&self) -> PathBuf {
        let beside = || self.data.join(SETTINGS_FILE);
        self.settings.map_or_else(beside, Into::into)
    }

    fn part(&self, item: &Item) -> PathBuf {
        self.from.join(item.to_string())
    }
}

fn at(path: &Path) -> impl Fn(io::Error) -> RestoreError + '_ {
    |cause| RestoreError::File {
        path: path.into(),
        cause,
    }
}

fn check_empty(data: &Path) -> Result<(), RestoreError> {
    let is_empty = match fs::read_dir(data) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) => return Err(at(data)(error)),
    };
    if is_empty {
        Ok(())
    } else {
        Err(RestoreError::NotEmpty(data.into()))
    }
}

/// The settings in a backup must be its store's, and lead to where it is restored.
fn check_settings(restoring: &Restoring<'_>, manifest: &Manifest) -> Result<(), RestoreError> {
    let path = restoring.part(&Item::Settings);
    let text = fs::read_to_string(&path).map_err(at(&path))?;
    let settings = Settings::parse(&text)?;
    check_authorities(restoring.authorities, &settings.authorities()?)?;
    let backend = match manifest.store {
        Keeping::Sqlite => Backend::Sqlite,
        Keeping::Postgres => Backend::Postgres,
    };
    if settings.installation.id != manifest.inst || settings.storage.backend != backend {
        return Err(RestoreError::OtherSettings);
    }
    let file = restoring.file();
    let beside = file.parent().unwrap_or(Path::new(""));
    let said = settings.folders.data.unwrap_or_default();
    let said = std::path::absolute(beside.join(said)).map_err(at(&file))?;
    let data = std::path::absolute(restoring.data).map_err(at(restoring.data))?;
    if said.components().eq(data.components()) {
        Ok(())
    } else {
        Err(RestoreError::OtherFolder(said))
    }
}

/// Whoever can write where backups lie could have made one whose pages trust a key of theirs.
fn check_authorities(said: &[Authority], pinned: &Authorities) -> Result<(), RestoreError> {
    let lines: Vec<_> = pinned.iter().map(ToString::to_string).collect();
    let lines = lines.join(" and ");
    if said.is_empty() {
        return Err(RestoreError::NoAuthorities(lines));
    }
    let is_said = |one| said.contains(one);
    let is_pinned = |one| pinned.iter().any(|other| other == one);
    if pinned.iter().all(is_said) && said.iter().all(is_pinned) {
        Ok(())
    } else {
        Err(RestoreError::OtherAuthorities(lines))
    }
}

/// Empties a folder that was empty before; it stays, since somebody else may have made it.
fn empty(data: &Path) {
    for entry in fs::read_dir(data).into_iter().flatten().flatten() {
        let path = entry.path();
        let _ = if path.is_dir() {
            fs::remove_dir_all(path)
        } else {
            fs::remove_file(path)
        };
    }
}

async fn fill(restoring: &Restoring<'_>, file: &Path) -> Result<(), RestoreError> {
    let folder = Folder::at(restoring.data);
    folder.create()?;
    let put = |item: &Item, to: &Path| copy_private(&restoring.part(item), to).map_err(at(to));
    put(&Item::Settings, file)?;
    put(&Item::SignInKey, &folder.sign_in_key())?;
    copy_windows(&restoring.from.join("staging"), &folder.staging())?;
    let place = Place::read(file)?;
    folder.read_sign_in_key()?;
    Database::copy_in(&place, restoring.from).await?;
    let database = Database::open(&place).await?;
    start_over(&*database.store()).await?;
    database.close().await;
    Ok(())
}

/// Whoever was signed in, approved or invited when the backup was made may have been removed since.
async fn start_over(store: &dyn Store) -> Result<(), StoreError> {
    let for_ever = UnixSeconds(i64::MAX);
    store.purge_sessions(for_ever).await?;
    store.purge_invitations(for_ever).await?;
    store.forget_approvals().await?;
    Ok(())
}

fn copy_windows(from: &Path, to: &Path) -> Result<(), RestoreError> {
    let entries = match fs::read_dir(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(at(from))?,
    };
    for entry in entries {
        let entry = entry.map_err(at(from))?;
        let to = to.join(entry.file_name());
        copy_private(&entry.path(), &to).map_err(at(&to))?;
    }
    Ok(())
}
