//! Opening the two files: pragmas, migrations, one writer, several readers.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::migrate::MigrateError;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Sqlite, SqliteConnection, Transaction};
use storage::StoreError;

use crate::error::OrUnavailable;
use crate::home::Home;
use crate::migrations::{self, STORE, WRAPPERS};

const READERS: u32 = 4;
const BUSY: Duration = Duration::from_secs(5);
const WAIT_TO_READ: Duration = Duration::from_secs(10);
/// Longer than it takes to write a store of some gigabytes anew: officers wait then and lose nothing.
const WAIT_TO_WRITE: Duration = Duration::from_mins(1);

/// Why the store did not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The files cannot be made or read.
    #[error("the store's files cannot be made or read")]
    Files(#[from] std::io::Error),
    /// The database did not open, or not with the durability it must have.
    #[error("the database did not open")]
    Database(#[from] sqlx::Error),
    /// A newer version of the service was here.
    #[error(
        "{0} was brought to a newer version by a newer program: use that program, or restore a \
         backup from before"
    )]
    TooNew(&'static str),
    /// An older version of the service wrote it, and nobody asked to change that.
    #[error("{0} was written by an older version: make a backup, then run ginnel migrate")]
    TooOld(&'static str),
    /// The tables cannot be brought to this version.
    #[error("the database cannot be brought to this version")]
    Migrate(#[from] MigrateError),
}

/// The store of one server, in two `SQLite` files.
#[derive(Debug)]
pub struct SqliteStore {
    pub(crate) folder: PathBuf,
    pub(crate) writer: SqlitePool,
    pub(crate) readers: SqlitePool,
    pub(crate) home: Home,
}

impl SqliteStore {
    /// Opens the store in this folder; makes folder and files where they are missing and brings the
    /// tables to this version.
    pub async fn open(folder: &Path) -> Result<Self, OpenError> {
        make_private_folder(folder)?;
        migrations::run(folder).await?;
        Self::connect(folder).await
    }

    /// Opens the store in this folder if its tables are at this version; changes and makes nothing.
    pub async fn open_as_it_is(folder: &Path) -> Result<Self, OpenError> {
        match migrations::pending(folder).await?.first() {
            Some(pending) => Err(OpenError::TooOld(pending.file)),
            None => Self::connect(folder).await,
        }
    }

    async fn connect(folder: &Path) -> Result<Self, OpenError> {
        let (main, wrappers) = (folder.join(STORE), folder.join(WRAPPERS));
        let attach = wrappers.to_string_lossy().into_owned();
        Ok(Self {
            folder: folder.into(),
            writer: pool(&main, attach.clone(), 1, Access::Write).await?,
            readers: pool(&main, attach, READERS, Access::Read).await?,
            home: Home::of(folder)?,
        })
    }

    /// Closes both files; what is under way ends first.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    /// Begins a transaction that may write; waits for the one before.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        self.home.still_there()?;
        self.writer
            .begin_with("begin immediate")
            .await
            .or_unavailable()
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Access {
    Read,
    Write,
}

/// Makes the folder, for this user alone.
fn make_private_folder(folder: &Path) -> Result<(), std::io::Error> {
    let mut options = std::fs::DirBuilder::new();
    options.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut options, 0o700);
    options.create(folder)
}

/// Makes the file, readable for this user alone; `SQLite` gives its logs the same mode.
pub(crate) fn make_private(file: &Path) -> Result<(), std::io::Error> {
    let mut options = std::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop)
}

/// No statement is logged: when one ran would tell when tips came.
pub(crate) fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .pragma("secure_delete", "on")
        .pragma("temp_store", "memory")
        .pragma("trusted_schema", "off")
        .pragma("journal_size_limit", "0")
        .disable_statement_logging()
}

async fn pool(
    file: &Path,
    wrappers: String,
    connections: u32,
    access: Access,
) -> Result<SqlitePool, sqlx::Error> {
    let wait = match access {
        Access::Read => WAIT_TO_READ,
        Access::Write => WAIT_TO_WRITE,
    };
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(wait)
        .after_connect(move |connection, _| {
            let wrappers = wrappers.clone();
            Box::pin(async move { prepare(connection, &wrappers, access).await })
        })
        .connect_with(options(file))
        .await
}

/// Attaches the wrappers' file and makes sure of what the pragmas promise.
async fn prepare(
    connection: &mut SqliteConnection,
    wrappers: &str,
    access: Access,
) -> Result<(), sqlx::Error> {
    sqlx::query("attach database $1 as wrappers")
        .bind(wrappers)
        .execute(&mut *connection)
        .await?;
    if access == Access::Read {
        sqlx::query("pragma query_only = on")
            .execute(&mut *connection)
            .await?;
        return Ok(());
    }
    for set in [
        "pragma wrappers.synchronous = full",
        "pragma wrappers.secure_delete = on",
    ] {
        sqlx::query(set).execute(&mut *connection).await?;
    }
    assert_durable(connection).await
}

/// Refuses a writing connection that would not be as durable, or not forget, as promised.
async fn assert_durable(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    for (ask, wanted) in [
        ("pragma main.synchronous", 2),
        ("pragma wrappers.synchronous", 2),
        ("pragma main.secure_delete", 1),
        ("pragma wrappers.secure_delete", 1),
        ("pragma foreign_keys", 1),
    ] {
        let found: i64 = sqlx::query_scalar(ask).fetch_one(&mut *connection).await?;
        if found != wanted {
            return Err(sqlx::Error::Configuration(
                format!("{ask} is {found}").into(),
            ));
        }
    }
    for ask in ["pragma main.journal_mode", "pragma wrappers.journal_mode"] {
        let found: String = sqlx::query_scalar(ask).fetch_one(&mut *connection).await?;
        if found != "wal" {
            return Err(sqlx::Error::Configuration(
                format!("{ask} is {found}").into(),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
