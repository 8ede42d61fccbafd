//! `ginnel backup`: everything an installation cannot do without, in one file sealed to offline keys.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use backup::{Item, Keeping, Manifest, NotRecipients, PackError, Packer, Recipients};
use domain::{Clock, Day};
use staging::{Copied, SnapshotError};

use crate::backups::{delete_old, free_name, unfinished};
use crate::database::{Database, DatabaseError};
use crate::machine;
use crate::place::Place;
use crate::settings::SettingsError;

/// Why no backup was made; none is left half made.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The settings cannot be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The settings name nobody who could open it.
    #[error("backup.recipients: {0}")]
    Recipients(#[from] NotRecipients),
    /// The database cannot be copied.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// The windows that wait cannot be copied.
    #[error(transparent)]
    Staging(#[from] SnapshotError),
    /// It cannot be packed.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// A copy of the store would not find room beside it.
    #[error("a copy of the store needs {needed} bytes of room beside it, and there are {free}")]
    Room {
        /// What is needed for a while.
        needed: u64,
        /// What there is.
        free: u64,
    },
    /// Nobody said where to.
    #[error("where to is not said: set backup.folder, or pass --out FILE")]
    Nowhere,
    /// Another backup is being made.
    #[error("another backup of this installation is being made")]
    Busy,
    /// There is a file of this name.
    #[error("{} is there already, and is left as it is", .0.display())]
    Exists(PathBuf),
    /// A file cannot be read or written.
    #[error("{}: {cause}", .path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
}

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backed {
    /// Where it lies.
    pub file: PathBuf,
    /// How many windows that were not in the store yet are in it.
    pub windows: usize,
    /// How many backups were deleted since they were too old.
    pub deleted: usize,
}

/// Backs an installation up beside a server that goes on. `out` is a new file, or a folder for one; if
/// not said, the settings' folder. From that, and no other, old backups are deleted afterwards.
///
/// Windows are copied before the store, so that no acknowledged frame is in neither. The wrappers stay
/// out: what was destroyed stays destroyed.
pub async fn backup(
    settings: &Path,
    out: Option<&Path>,
    clock: &dyn Clock,
) -> Result<Backed, BackupError> {
    let place = Place::read(settings)?;
    let kept = place.settings.backup.folder.as_deref();
    let out = out.or(kept).ok_or(BackupError::Nowhere)?;
    let recipients = place.settings.backup.recipients()?;
    let today = clock.now().day();
    let file = named(out, today)?;
    let _only_one = lock(&place)?;
    // Only this installation's store is called its backup.
    Database::open(&place).await?.close().await;
    check_room(&place)?;
    let copies = Copies::begin(&place)?;
    let windows = staging::snapshot(&place.folder.staging(), &copies.windows()).await?;
    let store = Database::copy_out(&place, &copies.folder).await?;
    let manifest = Manifest {
        inst: place.settings.installation.id,
        day: today,
        store: match store {
            Item::Postgres => Keeping::Postgres,
            _ => Keeping::Sqlite,
        },
        program: env!("CARGO_PKG_VERSION").into(),
    };
    let parts = parts(&place, &copies, store, &windows);
    write(&file, &recipients, &manifest, &parts)?;
    let keep_days = place.settings.backup.keep_days;
    let deleted = kept.map_or(Ok(0), |kept| {
        delete_old(kept, today, keep_days).map_err(at(kept))
    });
    Ok(Backed {
        file,
        windows: windows.len(),
        deleted: deleted?,
    })
}

fn at(path: &Path) -> impl Fn(io::Error) -> BackupError + '_ {
    |cause| BackupError::File {
        path: path.into(),
        cause,
    }
}

/// The file to be written: one named for the day, if a folder was given.
fn named(out: &Path, today: Day) -> Result<PathBuf, BackupError> {
    if !out.is_dir() {
        return if out.exists() {
            Err(BackupError::Exists(out.into()))
        } else {
            Ok(out.into())
        };
    }
    free_name(out, today).ok_or_else(|| BackupError::Exists(out.into()))
}

/// Held while a backup is made.
fn lock(place: &Place) -> Result<File, BackupError> {
    let path = place.folder.path().join("backup.lock");
    let file = File::create(&path).map_err(at(&path))?;
    file.try_lock().map_err(|_| BackupError::Busy)?;
    Ok(file)
}

fn check_room(place: &Place) -> Result<(), BackupError> {
    let data = place.folder.path();
    let length = |name| fs::metadata(data.join(name)).map_or(0, |file| file.len());
    let needed = length("store.sqlite").saturating_add(length("store.sqlite-wal"));
    let free = machine::room(data).map_err(at(data))?.free;
    if needed > free {
        return Err(BackupError::Room { needed, free });
    }
    Ok(())
}

/// A folder in the data folder that is gone afterwards.
struct Copies {
    folder: PathBuf,
}

impl Copies {
    fn begin(place: &Place) -> Result<Self, BackupError> {
        let folder = place.folder.path().join("backup.part");
        // What a run that was cut off left: the lock says that nobody uses it.
        let _ = fs::remove_dir_all(&folder);
        let copies = Self { folder };
        let windows = copies.windows();
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&windows).map_err(at(&windows))?;
        Ok(copies)
    }

    fn windows(&self) -> PathBuf {
        self.folder.join("windows")
    }
}

impl Drop for Copies {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// What goes in, and where it lies.
fn parts(place: &Place, copies: &Copies, store: Item, windows: &[Copied]) -> Vec<(Item, PathBuf)> {
    let mut parts = vec![
        (Item::Settings, place.file.clone()),
        (Item::SignInKey, place.folder.sign_in_key()),
    ];
    for window in windows {
        let name = window.file.file_stem().and_then(|name| name.to_str());
        let Ok(item) = Item::window(name.unwrap_or_default()) else {
            tracing::warn!("a file in the staging folder is none of ours and stays out");
            continue;
        };
        parts.push((item, window.file.clone()));
        if let (Some(log), Ok(item)) = (&window.log, Item::window_log(name.unwrap_or_default())) {
            parts.push((item, log.clone()));
        }
    }
    let file = copies.folder.join(store.to_string());
    parts.push((store, file));
    parts
}

/// Writes the backup under another name first, so that under its own it is whole. What has that name
/// already is somebody else's, or what a run that was cut off left, and stays.
fn write(
    file: &Path,
    recipients: &Recipients,
    manifest: &Manifest,
    parts: &[(Item, PathBuf)],
) -> Result<(), BackupError> {
    let beside = unfinished(file);
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let out = options.open(&beside).map_err(at(&beside))?;
    let written = pack(out, &beside, recipients, manifest, parts);
    if written.is_err() {
        let _ = fs::remove_file(&beside);
        return written;
    }
    fs::rename(&beside, file).map_err(at(file))?;
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(at(folder))
}

fn pack(
    out: File,
    file: &Path,
    recipients: &Recipients,
    manifest: &Manifest,
    parts: &[(Item, PathBuf)],
) -> Result<(), BackupError> {
    let mut packer = Packer::begin(io::BufWriter::new(out), recipients, manifest)?;
    for (item, path) in parts {
        let mut part = File::open(path).map_err(at(path))?;
        let length = part.metadata().map_err(at(path))?.len();
        packer.add(item, length, &mut part)?;
    }
    let out = packer
        .finish()?
        .into_inner()
        .map_err(|error| at(file)(error.into_error()))?;
    out.sync_all().map_err(at(file))
}
