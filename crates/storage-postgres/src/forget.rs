//! Making the databases forget in which order things were written, and what was deleted.

use domain::Day;
use sqlx::postgres::PgPool;
use sqlx::{AssertSqlSafe, PgConnection, SqlSafeStr};
use storage::StoreError;
use storage::columns::Table;

use crate::PostgresStore;
use crate::error::OrUnavailable;

/// A table that is written anew.
pub(crate) struct Anew {
    pub(crate) table: &'static str,
    /// What of it stays, as it stands behind `from`.
    rows: String,
    /// The random key the rows are to lie in the order of.
    pub(crate) key: &'static str,
}

const fn whole(table: &'static str, key: &'static str) -> Anew {
    let rows = String::new();
    Anew { table, rows, key }
}

/// The tables that tell of tips, in the order queries name them; frames of days before this one move
/// to those of closed days.
pub(crate) fn of_tips(before: Day) -> [Anew; 10] {
    let Day(before) = before;
    let open = Anew {
        rows: format!("intake_today where day >= {before}"),
        ..whole("intake_today", "id")
    };
    let settled = Anew {
        rows: format!(
            "(
                select * from intake_settled
                union all
                select * from intake_today where day < {before}
             ) as closed"
        ),
        ..whole("intake_settled", "id")
    };
    [
        open,
        settled,
        of_acceptances(),
        whole("seen", "hash"),
        whole("record", "key"),
        whole("trace", "key"),
        whole("report", "key"),
        whole("draft", "key"),
        whole("reply", "address"),
        whole("reply_waiting", "address"),
    ]
}

fn of_acceptances() -> Anew {
    whole("intake_accepted", "day")
}

/// The table of wrappers.
pub(crate) const OF_WRAPPERS: [Anew; 1] = [whole("epoch_wrapper", "desk, period, officer")];

/// All others: of them only what was deleted or overwritten is to go.
const NOT_OF_TIPS: &str = "vacuum full installation, note, invitation, invitation_desk, officer,
    officer_desk, session, mail, desk_seen, canary, reply_decoy";

/// Writes tables anew in the order of their keys, beside the old ones. In one transaction: the new
/// rows all name it and lie in key order, so neither `xmin` nor `ctid` nor the numbers of long values
/// tell what came when or together; and no page holds what was deleted.
pub(crate) async fn write_anew(tx: &mut PgConnection, tables: &[Anew]) -> Result<(), StoreError> {
    run(tx, "set local statement_timeout = '1h'").await?;
    for Anew { table, rows, key } in tables {
        let rows = if rows.is_empty() {
            table
        } else {
            rows.as_str()
        };
        for statement in [
            // Of a server that died in the middle of it.
            format!("drop table if exists {table}_anew"),
            format!("create table {table}_anew (like {table} including all)"),
            // Every column there is, whichever migration added it: none may be left behind.
            format!("insert into {table}_anew select * from {rows} order by {key}"),
        ] {
            run(tx, AssertSqlSafe(statement)).await?;
        }
    }
    Ok(())
}

/// Puts the new tables in the place of the old ones, which go with their files. Who reads now ends
/// soon, and who comes waits as long; a backup does not end soon, and then this is tried again later.
pub(crate) async fn replace(tx: &mut PgConnection, tables: &[Anew]) -> Result<(), StoreError> {
    run(tx, "set local lock_timeout = '3s'").await?;
    for Anew { table, .. } in tables {
        for statement in [
            format!("drop table {table}"),
            format!("alter table {table}_anew rename to {table}"),
        ] {
            run(tx, AssertSqlSafe(statement)).await?;
        }
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
    /// Writes everything that tells of tips anew and moves frames of days before this one. Whoever
    /// writes waits until it is done. Who reads waits for the last moment only: by then the new tables
    /// are on disk, since they were committed by themselves. Answers how many frames moved.
    pub(crate) async fn forget_the_order(&self, before: Day) -> Result<u64, StoreError> {
        let tables = of_tips(before);
        let mut turn = self.begin_alone().await?;
        run(
            &mut turn,
            "set local idle_in_transaction_session_timeout = '1h'",
        )
        .await?;
        // Not from those that wait for their turns: they may all be taken by who waits for this.
        let mut copying = self.begin().await?;
        write_anew(&mut copying, &tables).await?;
        let moved: i64 = sqlx::query_scalar("select count(*) from intake_today where day < $1")
            .bind(i64::from(before.0))
            .fetch_one(&mut *copying)
            .await
            .or_unavailable()?;
        copying.commit().await.or_unavailable()?;
        replace(&mut turn, &tables).await?;
        turn.commit().await.or_unavailable()?;
        Table("intake_today").read("day", u64::try_from(moved).ok())
    }

    /// Writes the days' sets of acceptances anew: each version of one names the transaction that stored a
    /// record, and two that follow each other differ by its frames. Afterwards all of them name this, the
    /// file with the older versions is gone, and the log ends. Fails at once if a backup reads.
    ///
    /// Not `vacuum full`: it keeps every version that any session might still see, and one that is only
    /// just connecting is enough.
    pub(crate) async fn write_acceptances_anew(&self) -> Result<(), StoreError> {
        let tables = [of_acceptances()];
        let mut turn = self.begin_alone_at_once().await?;
        write_anew(&mut turn, &tables).await?;
        replace(&mut turn, &tables).await?;
        turn.commit().await.or_unavailable()?;
        end_log(&self.pool).await;
        Ok(())
    }

    /// Empties what tables that are not written anew still hold of deleted rows, and ends the log.
    pub(crate) async fn forget_the_rest(&self) -> Result<(), StoreError> {
        let emptied = sqlx::raw_sql(NOT_OF_TIPS).execute(&self.pool).await;
        emptied.or_unavailable()?;
        end_log(&self.pool).await;
        Ok(())
    }
}
