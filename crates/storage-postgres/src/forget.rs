//! Making the databases forget in which order things were written, and what was deleted.

use sqlx::postgres::PgPool;
use sqlx::{AssertSqlSafe, PgConnection, SqlSafeStr};
use storage::StoreError;

use crate::PostgresStore;
use crate::error::OrUnavailable;

/// A table and the random key its rows are to lie in the order of.
pub(crate) type Keyed = (&'static str, &'static str);

/// The tables that tell of tips, in the order queries name them.
pub(crate) const OF_TIPS: &[Keyed] = &[
    ("intake_today", "id"),
    ("intake_settled", "id"),
    ("intake_accepted", "day"),
    ("seen", "hash"),
    ("record", "key"),
    ("report", "key"),
];

/// The table of wrappers.
pub(crate) const OF_WRAPPERS: &[Keyed] = &[("epoch_wrapper", "desk, period, officer")];

/// All others: of them only what was deleted or overwritten is to go.
const NOT_OF_TIPS: &str = "vacuum full installation, note, invitation, invitation_desk, officer,
    officer_desk, session, mail, desk_seen";

/// Long enough to copy a large store.
const PATIENT: &str = "set local statement_timeout = '1h'";
/// Who reads now ends soon; a backup does not, and then it is tried again later.
const IMPATIENT: &str = "set local lock_timeout = '10s'";

/// Writes tables anew in the order of their keys, beside the old ones, which then go with their files.
/// Who reads waits only for the last moment.
///
/// The new rows all name this transaction and lie in key order, so neither `xmin` nor `ctid` nor the
/// numbers of long values tell what came when or together; and no page holds what was deleted.
pub(crate) async fn write_anew(tx: &mut PgConnection, tables: &[Keyed]) -> Result<(), StoreError> {
    run(tx, PATIENT).await?;
    for (table, key) in tables {
        let anew = format!("create table {table}_anew (like {table} including all)");
        run(tx, AssertSqlSafe(anew)).await?;
        // Every column there is, whichever migration added it: none may be left behind.
        let copied = format!("insert into {table}_anew select * from {table} order by {key}");
        run(tx, AssertSqlSafe(copied)).await?;
    }
    run(tx, IMPATIENT).await?;
    for (table, _) in tables {
        run(tx, AssertSqlSafe(format!("drop table {table}"))).await?;
        let renamed = format!("alter table {table}_anew rename to {table}");
        run(tx, AssertSqlSafe(renamed)).await?;
    }
    Ok(())
}

async fn run(tx: &mut PgConnection, statement: impl SqlSafeStr) -> Result<(), StoreError> {
    let done = sqlx::raw_sql(statement).execute(tx).await;
    done.map(drop).or_unavailable()
}

/// Ends the segment of the write-ahead log and makes what lies before it superfluous, if this role may
/// (`doctor` says so if not): with the settings it asks for the server then deletes those files, and
/// the ones of dropped tables.
pub(crate) async fn end_log(pool: &PgPool) {
    let _ = try_to_end_log(pool).await;
}

async fn try_to_end_log(pool: &PgPool) -> Result<(), sqlx::Error> {
    let (may_switch, may_checkpoint): (bool, bool) =
        sqlx::query_as(MAY_END_LOG).fetch_one(pool).await?;
    if may_switch {
        sqlx::query("select pg_switch_wal()").execute(pool).await?;
    }
    if may_checkpoint {
        sqlx::raw_sql("checkpoint").execute(pool).await?;
    }
    Ok(())
}

/// Whether this role may do what [`end_log`] does.
pub(crate) const MAY_END_LOG: &str = "select has_function_privilege('pg_switch_wal()', 'execute'),
    exists (
        select 1
        from pg_roles
        where rolname = 'pg_checkpoint'
          and pg_has_role(oid, 'usage')
    )";

impl PostgresStore {
    /// Empties what tables that are not written anew still hold of deleted rows, and ends the log.
    pub(crate) async fn forget_the_rest(&self) -> Result<(), StoreError> {
        let emptied = sqlx::raw_sql(NOT_OF_TIPS).execute(&self.pool).await;
        emptied.or_unavailable()?;
        end_log(&self.pool).await;
        Ok(())
    }
}
