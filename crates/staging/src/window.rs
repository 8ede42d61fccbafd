//! One window's file: frames in, frames out, gone.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use domain::{Day, SealedFrame, UnixSeconds};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteLockingMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use crate::dice::Dice;

mod reading;

pub(crate) use reading::{Places, is_damage};

const ENDING: &str = "window";
const DAMAGED: &str = "damaged";
/// The file, and what `SQLite` lays beside it.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];
const PAGES_BEFORE_CHECKPOINT: &str = "4000";

/// A file frames are written to, with the only connection there is to it.
pub(crate) struct Window {
    path: PathBuf,
    connection: SqliteConnection,
    frames: u64,
}

impl Window {
    /// Makes a new file; if that fails, none is left.
    pub(crate) async fn begin(folder: &Path, dice: &Dice) -> Result<Self, sqlx::Error> {
        let path = folder.join(dice.name()).with_extension(ENDING);
        make_private(&path)?;
        match make_table(&path).await {
            Ok(connection) => Ok(Self {
                path,
                connection,
                frames: 0,
            }),
            Err(error) => {
                unlink(&path)?;
                Err(error)
            }
        }
    }

    /// Opens a file that was retired or left over, to be read.
    pub(crate) async fn reopen(path: &Path) -> Result<Self, sqlx::Error> {
        let connection = match SqliteConnection::connect_with(&options(path)).await {
            // Who was let in to find that out is alone with the file.
            Err(error) if is_damage(&error) => {
                reading::lengthen(path)?;
                SqliteConnection::connect_with(&options(path)).await?
            }
            opened => opened?,
        };
        Ok(Self {
            path: path.into(),
            connection,
            frames: 0,
        })
    }

    /// How many frames were written.
    pub(crate) const fn frames(&self) -> u64 {
        self.frames
    }

    /// Writes frames in one transaction and returns when they are on disk.
    pub(crate) async fn write(
        &mut self,
        frames: &[SealedFrame],
        day: Day,
        dice: &Dice,
    ) -> Result<(), sqlx::Error> {
        let mut tx = self.connection.begin_with("begin immediate").await?;
        for frame in frames {
            sqlx::query(
                "insert into staged (key, day, frame)
                 values ($1, $2, $3)",
            )
            .bind(dice.intake_id().get())
            .bind(day.0)
            .bind(frame.as_bytes())
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await?;
        let written = u64::try_from(frames.len()).unwrap_or(u64::MAX);
        self.frames = self.frames.saturating_add(written);
        Ok(())
    }

    /// What the connection that writes says of itself.
    #[cfg(test)]
    pub(crate) async fn pragma<T>(&mut self, ask: &'static str) -> Result<T, sqlx::Error>
    where
        T: Send + Unpin + for<'r> sqlx::Decode<'r, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite>,
    {
        sqlx::query_scalar(ask)
            .fetch_one(&mut self.connection)
            .await
    }

    /// Behaves from now on as if the disk were full.
    #[cfg(test)]
    pub(crate) async fn grow_no_more(&mut self) -> Result<(), sqlx::Error> {
        sqlx::query("pragma max_page_count = 1")
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    /// Closes the file, which stays, and tells where it lies.
    pub(crate) async fn retire(self) -> PathBuf {
        if let Err(error) = self.connection.close().await {
            tracing::warn!(%error, "a staging file did not close cleanly; it is read all the same");
        }
        self.path
    }
}

async fn make_table(path: &Path) -> Result<SqliteConnection, sqlx::Error> {
    let mut connection = SqliteConnection::connect_with(&options(path)).await?;
    sqlx::query(
        "create table staged (
            key integer primary key,
            day integer not null,
            frame blob not null
         ) strict",
    )
    .execute(&mut connection)
    .await?;
    assert_durable(&mut connection).await?;
    Ok(connection)
}

/// Keeps a damaged window's file under another name, so that nobody takes it for a window.
pub(crate) fn set_aside(path: &Path) -> Result<(), io::Error> {
    let damaged = path.with_extension(DAMAGED);
    for suffix in BESIDE {
        match std::fs::rename(beside(path, suffix), beside(&damaged, suffix)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

/// Unlinks every damaged window's file to which nothing was written since the day before this one, and
/// what was left beside one that has gone already. Answers how many windows went.
pub(crate) fn unlink_damaged(folder: &Path, before: Day) -> Result<u64, io::Error> {
    let mut count = 0_u64;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        // Others make and unlink files here meanwhile, and are not asked.
        let ending = path.extension().and_then(|ending| ending.to_str());
        let Some(ending) = ending.filter(|ending| ending.starts_with(DAMAGED)) else {
            continue;
        };
        let is_window = ending == DAMAGED;
        if (is_window || !path.with_extension(DAMAGED).exists()) && is_older(&path, before)? {
            if is_window {
                unlink(&path)?;
            } else {
                unlink_one(&path)?;
            }
            count = count.saturating_add(u64::from(is_window));
        }
    }
    Ok(count)
}

/// Whether nothing was written to it since that day; also not if it has gone.
fn is_older(path: &Path, before: Day) -> Result<bool, io::Error> {
    match std::fs::symlink_metadata(path) {
        Ok(found) => Ok(UnixSeconds(mtime(&found)).day() < before),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Seconds since 1970 at which something was written last.
fn mtime(file: &std::fs::Metadata) -> i64 {
    std::os::unix::fs::MetadataExt::mtime(file)
}

/// Unlinks a window's file and what `SQLite` lays beside it.
pub(crate) fn unlink(path: &Path) -> Result<(), io::Error> {
    BESIDE
        .iter()
        .try_for_each(|suffix| unlink_one(&beside(path, suffix)))
}

fn unlink_one(path: &Path) -> Result<(), io::Error> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The windows that lie in a folder; nothing is changed there.
pub(crate) fn windows_in(folder: &Path) -> Result<Vec<PathBuf>, io::Error> {
    let mut windows = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == ENDING) {
            windows.push(path);
        }
    }
    Ok(windows)
}

/// The windows that lie in a folder; what belongs to none of them any more is unlinked.
pub(crate) fn left_over(folder: &Path) -> Result<Vec<PathBuf>, io::Error> {
    let mut windows = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some(ENDING) => windows.push(path),
            Some(ending) if ending.starts_with(ENDING) => unlink_orphan(&path)?,
            Some(_) | None => {}
        }
    }
    Ok(windows)
}

fn unlink_orphan(path: &Path) -> Result<(), io::Error> {
    if path.with_extension(ENDING).exists() {
        return Ok(());
    }
    std::fs::remove_file(path)
}

pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Makes the file, readable for this user alone; `SQLite` gives its log the same mode.
pub(crate) fn make_private(path: &Path) -> Result<(), io::Error> {
    let mut options = std::fs::OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// One connection alone: exclusive locking keeps a second server from shuffling a window in use. No
/// statement is logged: when one ran tells when a tip came.
pub(crate) fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .locking_mode(SqliteLockingMode::Exclusive)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(1))
        .pragma("secure_delete", "on")
        .pragma("temp_store", "memory")
        .pragma("wal_autocheckpoint", PAGES_BEFORE_CHECKPOINT)
        .disable_statement_logging()
}

async fn assert_durable(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let level: i64 = sqlx::query_scalar("pragma synchronous")
        .fetch_one(&mut *connection)
        .await?;
    let journal: String = sqlx::query_scalar("pragma journal_mode")
        .fetch_one(connection)
        .await?;
    if level == 2 && journal == "wal" {
        return Ok(());
    }
    Err(sqlx::Error::Configuration(
        format!("synchronous is {level}, journal mode {journal}").into(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_connection_that_waits_less_for_the_disk_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window");
        let durable = options(&path).create_if_missing(true);
        for (options, is_durable) in [
            (durable.clone(), true),
            (
                durable.clone().synchronous(SqliteSynchronous::Normal),
                false,
            ),
            (durable.clone().synchronous(SqliteSynchronous::Off), false),
            (durable.journal_mode(SqliteJournalMode::Delete), false),
        ] {
            let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
            assert_eq!(assert_durable(&mut connection).await.is_ok(), is_durable);
            connection.close().await.unwrap();
        }
    }
}
