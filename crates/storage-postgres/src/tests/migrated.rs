use sqlx::{Connection, PgConnection, SqlSafeStr};
use storage::{InstallationStore, IntakeStore, IntakeView, Store};

use super::*;
use crate::migrations::MIGRATIONS;

/// One populated state for each migration: rows as the version before the next one wrote them.
const POPULATED: [&str; 15] = [
    include_str!("populated/0001.sql"),
    include_str!("populated/0002.sql"),
    include_str!("populated/0003.sql"),
    include_str!("populated/0004.sql"),
    include_str!("populated/0005.sql"),
    include_str!("populated/0006.sql"),
    include_str!("populated/0007.sql"),
    include_str!("populated/0011.sql"),
    include_str!("populated/0012.sql"),
    include_str!("populated/0014.sql"),
    include_str!("populated/0015.sql"),
    include_str!("populated/0016.sql"),
    include_str!("populated/0017.sql"),
    include_str!("populated/0018.sql"),
    include_str!("populated/0019.sql"),
];

/// Migrates to each version up to this one and writes what that version's rows look like.
async fn populate(databases: &Two<'_>, up_to: usize) {
    let address = databases.0[0].address();
    let mut connection = PgConnection::connect(&address).await.unwrap();
    for (migration, rows) in MIGRATIONS.iter().zip(POPULATED).take(up_to) {
        let migrated = MIGRATIONS.run_to(migration.version, &mut connection).await;
        migrated.unwrap();
        let written = sqlx::raw_sql(rows.into_sql_str()).execute(&mut connection);
        written.await.unwrap();
    }
    connection.close().await.unwrap();
}

/// What had no day before there were any.
#[tokio::test]
async fn what_was_finished_or_delivered_before_gets_its_day() {
    let databases = Two::of(shared());
    let connection = &mut PgConnection::connect(&databases.0[0].address())
        .await
        .unwrap();
    MIGRATIONS.run_to(16, &mut *connection).await.unwrap();
    for rows in [
        include_str!("populated/0003.sql"),
        include_str!("populated/0004.sql"),
        "update record set state = 'closed'",
    ] {
        sqlx::raw_sql(rows).execute(&mut *connection).await.unwrap();
    }
    MIGRATIONS.run_to(17, &mut *connection).await.unwrap();
    let now =
        "select review, ((now() at time zone 'utc')::date - date '1970-01-01')::bigint from record";
    let (record, today): (i64, i64) = sqlx::query_as(now)
        .fetch_one(&mut *connection)
        .await
        .unwrap();
    assert!((90..=96).contains(&(record - today)), "{}", record - today);
    let record = domain::Day(i32::try_from(record).unwrap());
    assert_eq!(record.week().plus(1).first_day(), record.plus(1));
    let again = "update record set desk = 'silver', review = null";
    sqlx::raw_sql(again)
        .execute(&mut *connection)
        .await
        .unwrap();
    let step = MIGRATIONS.iter().find(|one| one.version == 17).unwrap();
    sqlx::raw_sql(step.sql.clone())
        .execute(&mut *connection)
        .await
        .unwrap();
    let both = "select review from record union all select review from report";
    let both: Vec<i64> = sqlx::query_scalar(both)
        .fetch_all(connection)
        .await
        .unwrap();
    let six_years = domain::Retention::default().reported(NOW.day());
    assert_eq!(both, [i64::from(six_years.0); 2]);
}

/// A store with rows in every table.
pub(crate) async fn populated() -> Two<'static> {
    let databases = Two::of(shared());
    populate(&databases, POPULATED.len()).await;
    databases
}

#[tokio::test]
async fn every_migration_applies_to_a_populated_database() {
    assert_eq!(MIGRATIONS.iter().count(), POPULATED.len());
    for up_to in 1..=POPULATED.len() {
        let databases = Two::of(shared());
        populate(&databases, up_to).await;
        let store = databases.open().await;
        assert!(store.installation().await.unwrap().is_some());
        let rows: Vec<i64> = column(&store, "select count(*) from intake_settled").await;
        assert_eq!(rows, [i64::from(up_to > 1)], "after {up_to}");
        store.close().await;
    }
}

/// Also once every table was written anew.
#[tokio::test]
async fn rows_of_every_migration_read_back_after_all_of_them() {
    let databases = populated().await;
    let store: Arc<dyn Store> = Arc::new(databases.open().await);
    storage::conformance::populated::reads_back(&store)
        .await
        .unwrap();
    store.settle_intake(NOW.day().plus(1)).await.unwrap();
    storage::conformance::populated::reads_back(&store)
        .await
        .unwrap();
}

#[tokio::test]
async fn what_cannot_be_read_back_is_named_and_not_shown() {
    let databases = populated().await;
    let store = databases.open().await;
    for breaking in [
        "update record set state = 'haunted'",
        "alter table intake_accepted rename column ids to lost",
    ] {
        sqlx::query(breaking).execute(&store.pool).await.unwrap();
    }
    let broken = storage::VaultStore::cards(&store, Desk::Triage, NOW).await;
    let (table, column) = ("record", "state");
    let named = storage::StoreError::Inconsistency { table, column };
    assert_eq!(broken, Err(named));
    let failed = store.intake_ids(IntakeView::Triage).await.unwrap_err();
    assert_eq!(failed.to_string(), "the store is unavailable (code 42703)");
}

/// What a table is made of, whatever its indexes are called.
async fn definitions(store: &PostgresStore) -> Vec<String> {
    let columns =
        "select format('%s %s %s %s %s %s', attrelid::regclass, attname, atttypid::regtype,
            attnotnull, attstorage, attcollation)
         from pg_attribute
         where attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace
            and relkind = 'r')
           and attnum > 0
         order by 1";
    let constraints = "select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid))
         from pg_constraint
         where connamespace = 'public'::regnamespace
         order by 1";
    [
        column(store, columns).await,
        column(store, constraints).await,
    ]
    .concat()
}

#[tokio::test]
async fn settling_leaves_every_table_as_it_was_defined() {
    let (store, _databases) = empty_store().await;
    let before: Vec<String> = definitions(&store).await;
    assert!(before.len() > 80, "{}", before.len());
    for _ in 0..3 {
        store.settle_intake(NOW.day()).await.unwrap();
    }
    assert_eq!(definitions(&store).await, before);
}
