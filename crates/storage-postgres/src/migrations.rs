//! Which version the tables are at, and how they come to this program's.

use std::fmt;

use sqlx::PgConnection;
use sqlx::migrate::{Migrate, MigrateError, Migration, Migrator};

use crate::error::code;
use crate::open::{connect_both, refused};
use crate::{Address, Database, OpenError};

pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/postgres");
static WRAPPER_MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/postgres/wrappers");

/// The wrappers first: without them the store cannot be opened.
const DATABASES: [(Database, &Migrator); 2] = [
    (Database::Wrappers, &WRAPPER_MIGRATIONS),
    (Database::Store, &MIGRATIONS),
];
/// Where `sqlx` notes what was done.
const NOTED: &str = "_sqlx_migrations";

/// A step from one version of the tables to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The database.
    pub database: Database,
    /// Which step.
    pub number: i64,
    /// What it is about.
    pub title: &'static str,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:04} {}", self.database, self.number, self.title)
    }
}

/// The last step of each database this program knows.
pub fn known() -> Vec<Step> {
    let last = |(database, migrations): (Database, &'static Migrator)| {
        let newest = migrations.iter().max_by_key(|one| one.version)?;
        Some(step(database, newest))
    };
    DATABASES.into_iter().filter_map(last).collect()
}

/// The steps that are still to be done, in their order.
pub async fn pending(store: &Address, wrappers: &Address) -> Result<Vec<Step>, OpenError> {
    pending_at(&mut connect_both(store, wrappers).await?).await
}

/// Does every step that is still to be done, and answers which. Of several programs that do it at once
/// one does and the others wait.
pub async fn run(store: &Address, wrappers: &Address) -> Result<Vec<Step>, OpenError> {
    let mut connections = connect_both(store, wrappers).await?;
    let steps = pending_at(&mut connections).await?;
    for ((database, migrations), connection) in DATABASES.into_iter().zip(&mut connections) {
        // `run` itself makes a future that cannot be sent to another thread.
        let done = migrations.run_direct(None, connection, false).await;
        done.map_err(|error| not_migrated(database, &error))?;
    }
    Ok(steps)
}

async fn pending_at(connections: &mut [PgConnection; 2]) -> Result<Vec<Step>, OpenError> {
    let mut steps = Vec::new();
    for ((database, migrations), connection) in DATABASES.into_iter().zip(connections) {
        let done = done(connection).await;
        let done = done.map_err(|error| not_migrated(database, &error))?;
        if done
            .iter()
            .any(|number| !migrations.version_exists(*number))
        {
            return Err(OpenError::TooNew(database));
        }
        let left = migrations.iter().filter(|one| !done.contains(&one.version));
        steps.extend(left.map(|one| step(database, one)));
    }
    Ok(steps)
}

/// Whether the store's tables are of an older version.
pub(crate) async fn are_due(store: &mut PgConnection) -> Result<bool, OpenError> {
    let done = done(store).await;
    let done = done.map_err(|error| not_migrated(Database::Store, &error))?;
    Ok(MIGRATIONS.iter().any(|one| !done.contains(&one.version)))
}

/// Brings the store's tables to this version, which is a known one, if they are not beyond it.
pub(crate) async fn run_store_to(version: i64, store: &mut PgConnection) -> Result<(), OpenError> {
    let done = MIGRATIONS.run_direct(Some(version), store, false).await;
    done.map_err(|error| not_migrated(Database::Store, &error))
}

fn step(database: Database, migration: &'static Migration) -> Step {
    Step {
        database,
        number: migration.version,
        title: &migration.description,
    }
}

async fn done(connection: &mut PgConnection) -> Result<Vec<i64>, MigrateError> {
    let noted: bool = sqlx::query_scalar("select to_regclass($1) is not null")
        .bind(NOTED)
        .fetch_one(&mut *connection)
        .await?;
    let done = if noted {
        connection.list_applied_migrations(NOTED).await?
    } else {
        Vec::new()
    };
    Ok(done.into_iter().map(|one| one.version).collect())
}

fn not_migrated(database: Database, error: &MigrateError) -> OpenError {
    let code = match error {
        // Another program was here since we looked.
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => {
            return OpenError::TooNew(database);
        }
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            match refused(database, error) {
                OpenError::Refused { .. } => code(error),
                gone => return gone,
            }
        }
        MigrateError::VersionMismatch(version) => Some(format!("step {version:04} has changed")),
        _ => None,
    };
    let code = code.unwrap_or_else(|| "none".into());
    OpenError::Migrate { database, code }
}

#[cfg(test)]
mod tests;
