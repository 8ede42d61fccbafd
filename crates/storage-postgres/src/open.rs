//! Opening the two databases: whose they are, which version, pools.

use std::fmt;
use std::io::ErrorKind;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use sqlx::postgres::{PgPool, PgPoolOptions};
use sqlx::{ConnectOptions, PgConnection};

use crate::error::code;
use crate::turns::AT_ONCE;
use crate::{Address, migrations};

const CONNECTIONS: u32 = 8;
const WRAPPER_CONNECTIONS: u32 = 2;
const WAIT_FOR_TURN: Duration = Duration::from_secs(20);
/// A database that starts on the same machine, or has much to do, takes longer to greet than to answer.
const TO_GREET: Duration = Duration::from_secs(10);

/// Durable whatever the server's settings say; nobody waits for ever, and a server that was cut off
/// in the middle of a transaction holds nobody up for long. A turn may take as long as it takes to
/// write a store of some gigabytes anew: officers wait then and lose nothing.
const EVERYDAY: &str = "set synchronous_commit = on;
    set default_transaction_isolation = 'read committed';
    set statement_timeout = '30s';
    set lock_timeout = '10s';
    set idle_in_transaction_session_timeout = '60s'";
const IN_TURN: &str = "set synchronous_commit = on;
    set default_transaction_isolation = 'read committed';
    set statement_timeout = '90s';
    set lock_timeout = '60s';
    set idle_in_transaction_session_timeout = '120s'";

/// One of the two databases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    /// Everything but the wrappers.
    Store,
    /// The epoch secrets wrapped to officers; never backed up.
    Wrappers,
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Store => "store",
            Self::Wrappers => "wrappers",
        })
    }
}

/// Why the store did not open. Carries codes only, neither the address nor what the server said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Nobody answers, or not in time.
    #[error("the {0} database does not answer")]
    NoAnswer(Database),
    /// The server's certificate cannot be verified, or it does not encrypt.
    #[error("the server of the {0} database cannot be verified")]
    Unverified(Database),
    /// The server said no: 28P01 is a wrong password, 3D000 an unknown database.
    #[error("the {database} database refused (code {code})")]
    Refused {
        /// Which.
        database: Database,
        /// The SQLSTATE.
        code: String,
    },
    /// The address leads to a copy that follows another server, or to one that must not be written.
    #[error("the {0} database cannot be written")]
    ReadOnly(Database),
    /// The role sees no schema to make tables in.
    #[error("the {0} database has no schema for this role")]
    NoSchema(Database),
    /// A backup of the store would take the wrappers along.
    #[error("the wrappers lie in the store's own database and schema")]
    SamePlace,
    /// A newer version of the service was here.
    #[error(
        "the {0} database was brought to a newer version by a newer program: use that program, or \
         restore a backup from before"
    )]
    TooNew(Database),
    /// An older version of the service wrote it, and nobody asked to change that.
    #[error(
        "the {0} database was written by an older version: make a backup, then run ginnel migrate"
    )]
    TooOld(Database),
    /// The tables cannot be brought to this version.
    #[error("the {database} database cannot be brought to this version (code {code})")]
    Migrate {
        /// Which.
        database: Database,
        /// The SQLSTATE, or what is wrong with the migrations.
        code: String,
    },
}

/// The store of several servers, in two databases.
#[derive(Debug)]
pub struct PostgresStore {
    /// For what waits for nobody.
    pub(crate) pool: PgPool,
    /// For what waits while the store is written anew.
    pub(crate) turns: PgPool,
    pub(crate) wrappers: PgPool,
    /// Whether something was accepted or put back here of which the database still tells too much.
    pub(crate) accepted: AtomicBool,
}

impl PostgresStore {
    /// Opens the store in these databases and brings their tables to this version; of several servers
    /// that start at once one does it and the others wait.
    pub async fn open(store: &Address, wrappers: &Address) -> Result<Self, OpenError> {
        migrations::run(store, wrappers).await?;
        Ok(Self::connect(store, wrappers))
    }

    /// Opens the store in these databases if their tables are at this version; changes nothing.
    pub async fn open_as_it_is(store: &Address, wrappers: &Address) -> Result<Self, OpenError> {
        match migrations::pending(store, wrappers).await?.first() {
            Some(pending) => Err(OpenError::TooOld(pending.database)),
            None => Ok(Self::connect(store, wrappers)),
        }
    }

    fn connect(store: &Address, wrappers: &Address) -> Self {
        Self {
            pool: pool(store, CONNECTIONS, AT_ONCE, EVERYDAY),
            turns: pool(store, CONNECTIONS, WAIT_FOR_TURN, IN_TURN),
            wrappers: pool(wrappers, WRAPPER_CONNECTIONS, AT_ONCE, EVERYDAY),
            // It may have been, before the last start.
            accepted: AtomicBool::new(true),
        }
    }

    /// Closes every connection; what is under way ends first.
    pub async fn close(&self) {
        self.turns.close().await;
        self.pool.close().await;
        self.wrappers.close().await;
    }
}

/// A connection to the wrappers and one to the store, which are not the same place.
pub(crate) async fn connect_both(
    store: &Address,
    wrappers: &Address,
) -> Result<[PgConnection; 2], OpenError> {
    let mut at_wrappers = connect(Database::Wrappers, wrappers).await?;
    let mut at_store = connect(Database::Store, store).await?;
    let taken = place(Database::Wrappers, &mut at_wrappers).await?;
    if place(Database::Store, &mut at_store).await? == taken {
        return Err(OpenError::SamePlace);
    }
    Ok([at_wrappers, at_store])
}

/// A connection of its own, or why there is none.
pub(crate) async fn connect(
    database: Database,
    address: &Address,
) -> Result<PgConnection, OpenError> {
    let options = address.options();
    let connected = tokio::time::timeout(TO_GREET, options.connect()).await;
    let connected = connected.map_err(|_| OpenError::NoAnswer(database))?;
    connected.map_err(|error| refused(database, &error))
}

/// What keeps us from a database.
pub(crate) fn refused(database: Database, error: &sqlx::Error) -> OpenError {
    match (error, code(error)) {
        (sqlx::Error::Tls(_), _) => OpenError::Unverified(database),
        // What a certificate that does not do looks like.
        (sqlx::Error::Io(error), _) if error.kind() == ErrorKind::InvalidData => {
            OpenError::Unverified(database)
        }
        (sqlx::Error::Database(_), Some(code)) => OpenError::Refused { database, code },
        _ => OpenError::NoAnswer(database),
    }
}

/// Which cluster, database and schema the connection leads to.
#[derive(PartialEq, sqlx::FromRow)]
struct Place {
    cluster: i64,
    database: String,
    schema: String,
}

async fn place(database: Database, connection: &mut PgConnection) -> Result<Place, OpenError> {
    let (read_only, cluster, name, schema): (bool, i64, String, Option<String>) = sqlx::query_as(
        "select current_setting('transaction_read_only')::boolean, system_identifier,
            current_database()::text, current_schema()::text
         from pg_control_system()",
    )
    .fetch_one(connection)
    .await
    .map_err(|error| refused(database, &error))?;
    if read_only {
        return Err(OpenError::ReadOnly(database));
    }
    Ok(Place {
        cluster,
        database: name,
        schema: schema.ok_or(OpenError::NoSchema(database))?,
    })
}

/// Connects when it is first asked to; a connection that was lost is made anew.
fn pool(address: &Address, connections: u32, wait: Duration, set: &'static str) -> PgPool {
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(wait)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                sqlx::raw_sql(set).execute(connection).await?;
                Ok(())
            })
        })
        .connect_lazy_with(address.options())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_open_store_prints_no_address() {
        let address = "postgres://amina:s3cret@db.force.example/ginnel";
        let address: Address = address.parse().unwrap();
        let printed = format!("{:?}", PostgresStore::connect(&address, &address));
        assert!(printed.starts_with("PostgresStore"), "{printed}");
        for secret in ["s3cret", "amina", "force"] {
            assert!(!printed.contains(secret), "{printed}");
        }
    }
}
