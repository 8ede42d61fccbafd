//! Which version the tables are at, and how they come to this program's.

use std::fmt;
use std::path::Path;

use sqlx::migrate::{Migrate, MigrateError, Migration, Migrator};
use sqlx::{Connection, SqliteConnection};

use crate::OpenError;
use crate::open::{make_private, options};

/// The file of the store.
pub(crate) const STORE: &str = "store.sqlite";
/// The file of the wrappers.
pub(crate) const WRAPPERS: &str = "wrappers.sqlite";

pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/sqlite");
static WRAPPER_MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/sqlite/wrappers");

/// The wrappers first: without them the store cannot be opened.
const FILES: [(&str, &Migrator); 2] = [(WRAPPERS, &WRAPPER_MIGRATIONS), (STORE, &MIGRATIONS)];
/// Where `sqlx` notes what was done.
const NOTED: &str = "_sqlx_migrations";

/// A step from one version of the tables to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The database's file.
    pub file: &'static str,
    /// Which step.
    pub number: i64,
    /// What it is about.
    pub title: &'static str,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:04} {}", self.file, self.number, self.title)
    }
}

/// The last step of each file this program knows.
pub fn known() -> Vec<Step> {
    let last = |(file, migrations): (&'static str, &'static Migrator)| {
        let newest = migrations.iter().max_by_key(|one| one.version)?;
        Some(step(file, newest))
    };
    FILES.into_iter().filter_map(last).collect()
}

/// The steps that are still to be done, in their order. A file that is not there needs all of them.
pub async fn pending(folder: &Path) -> Result<Vec<Step>, OpenError> {
    let mut steps = Vec::new();
    for (file, migrations) in FILES {
        let done = done(&folder.join(file)).await?;
        if done
            .iter()
            .any(|number| !migrations.version_exists(*number))
        {
            return Err(OpenError::TooNew(file));
        }
        let left = migrations.iter().filter(|one| !done.contains(&one.version));
        steps.extend(left.map(|one| step(file, one)));
    }
    Ok(steps)
}

/// Does every step that is still to be done, and answers which.
pub async fn run(folder: &Path) -> Result<Vec<Step>, OpenError> {
    let steps = pending(folder).await?;
    for (file, migrations) in FILES {
        let path = folder.join(file);
        make_private(&path)?;
        let mut connection = SqliteConnection::connect_with(&options(&path)).await?;
        migrations
            .run(&mut connection)
            .await
            .map_err(|error| match error {
                // Another program was here since we looked.
                MigrateError::VersionMissing(_) => OpenError::TooNew(file),
                other => other.into(),
            })?;
        connection.close().await?;
    }
    Ok(steps)
}

fn step(file: &'static str, migration: &'static Migration) -> Step {
    Step {
        file,
        number: migration.version,
        title: &migration.description,
    }
}

async fn done(file: &Path) -> Result<Vec<i64>, OpenError> {
    if !file.exists() {
        return Ok(Vec::new());
    }
    let mut connection = SqliteConnection::connect_with(&options(file)).await?;
    let noted: bool = sqlx::query_scalar(
        "select exists (
            select 1
            from sqlite_schema
            where name = $1
         )",
    )
    .bind(NOTED)
    .fetch_one(&mut connection)
    .await?;
    let done = if noted {
        connection.list_applied_migrations(NOTED).await?
    } else {
        Vec::new()
    };
    connection.close().await?;
    Ok(done.into_iter().map(|one| one.version).collect())
}

#[cfg(test)]
mod tests;
