//! Who waits for whom: one gate before the tables that are written anew each night.
//!
//! Whoever writes to one of them goes through the gate together with others; who writes them anew, or
//! must not be raced, goes through it alone. So the copy misses nothing, and nobody holds a lock on a
//! table while waiting for it to be copied. Readers do not know of the gate.

use std::time::Duration;

use sqlx::{Postgres, Transaction};
use storage::StoreError;

use crate::PostgresStore;
use crate::error::OrUnavailable;

/// A transaction, rolled back unless it is committed.
pub(crate) type Tx = Transaction<'static, Postgres>;

// The numbers mean nothing; they are the same on every server.
const TOGETHER: &str = "begin; select pg_advisory_xact_lock_shared(7301201)";
/// Holds the nightly rewrite off until the connection is closed, and nobody else.
pub(crate) const HOLD_OFF: &str = "select pg_advisory_lock_shared(7301201)";
// Whoever waits for this keeps those who come later waiting, and a backup may hold it off for hours.
const ALONE: &str = "begin; set local lock_timeout = '20s';
    select pg_advisory_xact_lock(7301201)";
// For what is tried again soon: nobody who comes later waits long for it.
const ALONE_AT_ONCE: &str = "begin; set local lock_timeout = '1s';
    select pg_advisory_xact_lock(7301201)";
const OFFICERS: &str = "begin; select pg_advisory_xact_lock(7301202);
    select pg_advisory_xact_lock_shared(7301201)";

/// How long who reports waits for the store, which is not asked for more than whether a tip came before.
pub(crate) const AT_ONCE: Duration = Duration::from_secs(3);

/// The answer if it comes at once. The server's own limits do not help if it is the server, or the way
/// to it, that has stopped.
pub(crate) async fn at_once<T>(
    answer: impl Future<Output = Result<T, StoreError>>,
) -> Result<T, StoreError> {
    let answered = tokio::time::timeout(AT_ONCE, answer).await;
    answered.unwrap_or_else(|_| {
        let code = Some("no answer".into());
        Err(StoreError::Unavailable { code })
    })
}

// The numbers of a log leave no gap: who takes one waits for who took the one before.
const LOG: &str = "begin; select pg_advisory_xact_lock(7301203)";

impl PostgresStore {
    /// Begins a transaction on tables that are never written anew; waits for nobody.
    pub(crate) async fn begin(&self) -> Result<Tx, StoreError> {
        self.pool.begin().await.or_unavailable()
    }

    /// Begins a transaction that may write to any table; waits while the store is written anew.
    pub(crate) async fn begin_together(&self) -> Result<Tx, StoreError> {
        self.turns.begin_with(TOGETHER).await.or_unavailable()
    }

    /// Begins a transaction beside which nobody writes to a table that is written anew.
    pub(crate) async fn begin_alone(&self) -> Result<Tx, StoreError> {
        self.turns.begin_with(ALONE).await.or_unavailable()
    }

    /// As [`begin_alone`](PostgresStore::begin_alone), or fails within a second.
    pub(crate) async fn begin_alone_at_once(&self) -> Result<Tx, StoreError> {
        self.turns.begin_with(ALONE_AT_ONCE).await.or_unavailable()
    }

    /// Begins a transaction beside which nobody else appends to the log of operations.
    pub(crate) async fn begin_log(&self) -> Result<Tx, StoreError> {
        self.turns.begin_with(LOG).await.or_unavailable()
    }

    /// Begins a transaction beside which nobody else is invited, enrolled, approved or removed.
    pub(crate) async fn begin_officers(&self) -> Result<Tx, StoreError> {
        self.turns.begin_with(OFFICERS).await.or_unavailable()
    }
}
