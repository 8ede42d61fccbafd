//! The store as it is at one moment, in a file of its own; and back into an empty database.
//!
//! `pg_dump` would do, but for the moment the nightly rewrite changes tables under it: what it finds
//! then is empty. This holds that off, and it needs no other program.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, IntoInnerError, Read, Write};
use std::path::Path;

use futures_util::TryStreamExt;
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection};

use crate::error::code;
use crate::migrations::{self, MIGRATIONS};
use crate::open::connect;
use crate::turns::HOLD_OFF;
use crate::{Address, Database, OpenError};

mod file;

use file::{Beginning, Part};

/// Every table that migrations leave empty, referred-to ones first, and what its rows lie in the order of.
const TABLES: [(&str, &str); 23] = [
    ("installation", "one"),
    ("note", "kind"),
    ("intake_today", "id"),
    ("intake_settled", "id"),
    ("intake_accepted", "day"),
    ("seen", "hash"),
    ("record", "key"),
    ("trace", "key"),
    ("report", "key"),
    ("draft", "key"),
    ("reply", "address"),
    ("reply_waiting", "address"),
    ("invitation", "code"),
    ("invitation_desk", "code, desk"),
    ("officer", "id"),
    ("officer_desk", "officer, desk"),
    ("session", "token"),
    ("mail", "desk, audience, kind"),
    ("desk_seen", "desk"),
    ("canary", "one"),
    ("recalling", "officer"),
    ("log_entry", "year, number"),
    ("sheet", "district, month"),
];

/// Nobody else writes tables anew meanwhile, so one that hangs is ended by the server: what it waits
/// for, and what waits for it.
const PATIENCE: &str = "set lock_timeout = '60s';
    set statement_timeout = '1h';
    set idle_in_transaction_session_timeout = '10min';
    set idle_session_timeout = '10min';
    set tcp_keepalives_idle = 60";

/// Why a store was not written to a file, or not from one.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// The database does not open, or is not at this program's version.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The file cannot be written or read.
    #[error("the file of the store cannot be written or read: {0}")]
    Files(#[from] io::Error),
    /// The server did not do its part.
    #[error("the store database did not finish (code {0})")]
    Database(String),
    /// The file was not written by this, or not to its end.
    #[error("the file is no store's, or not whole")]
    NotASnapshot,
    /// A newer program wrote the file.
    #[error("the file was written by a newer program: use that one")]
    TooNew,
    /// Something is kept there already.
    #[error("the database is not empty: restore into a new one")]
    NotEmpty,
}

impl From<sqlx::Error> for SnapshotError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(code(&error).unwrap_or_else(|| "none".into()))
    }
}

/// Writes the store, as it is now, to a new file, for its owner only. Servers go on meanwhile; only the
/// nightly rewrite waits.
///
/// Every table is written in the order of its keys, so the file tells less of when things came than the
/// store itself. The wrappers' database is not even connected to.
pub async fn snapshot(store: &Address, into: &Path) -> Result<(), SnapshotError> {
    let mut connection = connect(Database::Store, store).await?;
    if migrations::are_due(&mut connection).await? {
        return Err(OpenError::TooOld(Database::Store).into());
    }
    let mut file = BufWriter::new(new_file(into)?);
    let written = write_to(&mut file, &mut connection).await;
    let ended = written.and_then(|()| Ok(finish(file)?));
    if ended.is_err() {
        // Half a store is none.
        let _ = std::fs::remove_file(into);
    }
    ended
}

/// Everything that was written is on disk.
fn finish(file: BufWriter<File>) -> io::Result<()> {
    let file = file.into_inner().map_err(IntoInnerError::into_error)?;
    file.sync_all()
}

async fn write_to(
    file: &mut impl Write,
    connection: &mut PgConnection,
) -> Result<(), SnapshotError> {
    sqlx::raw_sql(PATIENCE).execute(&mut *connection).await?;
    // Before the transaction looks at anything: what it sees must not be from before a rewrite.
    sqlx::query(HOLD_OFF).execute(&mut *connection).await?;
    let mut tx = connection
        .begin_with("begin isolation level repeatable read read only")
        .await?;
    // Nobody shall believe to have emptied a table of what this still sees.
    let all = TABLES.map(|(table, _)| table).join(", ");
    let lock = AssertSqlSafe(format!("lock table {all} in access share mode"));
    sqlx::raw_sql(lock).execute(&mut *tx).await?;
    let newest = MIGRATIONS.iter().map(|one| one.version).max();
    file::begin(file, newest.unwrap_or_default())?;
    for (table, key) in TABLES {
        let columns = columns_of(&mut tx, table).await?;
        let query = format!("copy (select {columns} from {table} order by {key})");
        let query = format!("{query} to stdout (format binary)");
        file::begin_table(file, table, &columns)?;
        let mut rows = tx.copy_out_raw(&query).await?;
        while let Some(bytes) = rows.try_next().await? {
            file::write_part(file, &bytes)?;
        }
        file::end_table(file)?;
    }
    file::end(file)?;
    Ok(tx.commit().await?)
}

/// Fills an empty database with the store in this file and brings it to this program's version. If
/// anything fails it is left empty.
pub async fn restore(file: &Path, store: &Address) -> Result<(), SnapshotError> {
    check(file)?;
    let mut file = BufReader::new(File::open(file)?);
    let Beginning { version } = file::read_beginning(&mut file)?;
    if !MIGRATIONS.version_exists(version) {
        return Err(SnapshotError::TooNew);
    }
    let mut connection = connect(Database::Store, store).await?;
    migrations::run_store_to(version, &mut connection).await?;
    let mut tx = connection.begin().await?;
    while let Some((table, columns)) = file::read_table(&mut file)? {
        read_from(&mut file, &mut tx, &table, &columns).await?;
    }
    tx.commit().await?;
    let newest = MIGRATIONS.iter().map(|one| one.version).max();
    Ok(migrations::run_store_to(newest.unwrap_or_default(), &mut connection).await?)
}

async fn read_from(
    file: &mut impl Read,
    tx: &mut PgConnection,
    table: &str,
    columns: &str,
) -> Result<(), SnapshotError> {
    if !TABLES.iter().any(|(known, _)| *known == table) {
        return Err(SnapshotError::NotASnapshot);
    }
    let kept = AssertSqlSafe(format!("select exists (select 1 from {table})"));
    if sqlx::query_scalar(kept).fetch_one(&mut *tx).await? {
        return Err(SnapshotError::NotEmpty);
    }
    if columns_of(tx, table).await? != columns {
        return Err(SnapshotError::NotASnapshot);
    }
    let statement = format!("copy {table} ({columns}) from stdin (format binary)");
    let mut rows = tx.copy_in_raw(&statement).await?;
    while let Part::Bytes(bytes) = file::read_part(file)? {
        rows.send(bytes).await?;
    }
    rows.finish().await?;
    Ok(())
}

/// Whether the file is a store's, and whole.
pub fn check(file: &Path) -> Result<(), SnapshotError> {
    let mut file = BufReader::new(File::open(file)?);
    file::read_beginning(&mut file)?;
    while file::read_table(&mut file)?.is_some() {
        while let Part::Bytes(_) = file::read_part(&mut file)? {}
    }
    file::read_end(&mut file)
}

/// The names of a table's columns, in the order of the alphabet, which no migration changes.
async fn columns_of(tx: &mut PgConnection, table: &str) -> Result<String, SnapshotError> {
    let names: Vec<String> = sqlx::query_scalar(
        "select attname::text
         from pg_attribute
         where attrelid = to_regclass($1)
           and attnum > 0
           and not attisdropped
         order by attname",
    )
    .bind(table)
    .fetch_all(tx)
    .await?;
    Ok(names.join(", "))
}

fn new_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests;
