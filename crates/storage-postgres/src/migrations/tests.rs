use sqlx::Connection;

use super::*;
use crate::PostgresStore;
use crate::tests::{Two, shared};

async fn at(address: &Address) -> PgConnection {
    PgConnection::connect_with(&address.options())
        .await
        .unwrap()
}

#[tokio::test]
async fn an_older_store_is_left_alone_until_it_is_brought_to_this_version() {
    let databases = Two::of(shared());
    let [store, wrappers] = databases.addresses();
    let newest = MIGRATIONS.iter().map(|one| one.version).max().unwrap();
    let older = MIGRATIONS.run_to(newest - 1, &mut at(&store).await).await;
    older.unwrap();
    let refused = PostgresStore::open_as_it_is(&store, &wrappers).await;
    assert_eq!(refused.unwrap_err(), OpenError::TooOld(Database::Wrappers));
    let due = pending(&store, &wrappers).await.unwrap();
    assert_eq!(run(&store, &wrappers).await.unwrap(), due);
    assert_eq!(due.len(), WRAPPER_MIGRATIONS.iter().count() + 1);
    assert_eq!(due.last().unwrap().database, Database::Store);
    assert_eq!(run(&store, &wrappers).await.unwrap(), []);
    PostgresStore::open_as_it_is(&store, &wrappers)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_store_a_newer_program_wrote_is_neither_opened_nor_changed() {
    let databases = Two::of(shared());
    let [store, wrappers] = databases.addresses();
    databases.open().await.close().await;
    sqlx::query(
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         values (9999, 'of tomorrow', true, '', 0)",
    )
    .execute(&mut at(&store).await)
    .await
    .unwrap();
    for refused in [
        PostgresStore::open_as_it_is(&store, &wrappers)
            .await
            .map(drop),
        PostgresStore::open(&store, &wrappers).await.map(drop),
        run(&store, &wrappers).await.map(drop),
    ] {
        assert_eq!(refused, Err(OpenError::TooNew(Database::Store)));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn servers_that_start_at_once_on_empty_databases_all_open() {
    let databases = Two::of(shared());
    let begun = [(); 6].map(|()| {
        let [store, wrappers] = databases.addresses();
        tokio::spawn(async move { PostgresStore::open(&store, &wrappers).await })
    });
    for server in begun {
        server.await.unwrap().unwrap();
    }
    let [store, _] = databases.addresses();
    let noted = done(&mut at(&store).await).await.unwrap();
    assert_eq!(noted.len(), MIGRATIONS.iter().count());
}

#[tokio::test]
async fn wrappers_in_the_stores_own_schema_are_refused_and_in_another_are_not() {
    let databases = Two::of(shared());
    let [store, _] = databases.addresses();
    let refused = PostgresStore::open(&store, &store).await;
    assert_eq!(refused.unwrap_err(), OpenError::SamePlace);
    let mut connection = at(&store).await;
    let left = done(&mut connection).await.unwrap();
    assert_eq!(left, Vec::<i64>::new(), "nothing was made");
    let made = sqlx::query("create schema wrappers").execute(&mut connection);
    made.await.unwrap();
    let beside = format!("{}&options[search_path]=wrappers", databases.0[0].address());
    let beside: Address = beside.parse().unwrap();
    PostgresStore::open(&store, &beside).await.unwrap();
    let nowhere = format!("{}&options[search_path]=nowhere", databases.0[0].address());
    let nowhere: Address = nowhere.parse().unwrap();
    let refused = PostgresStore::open(&store, &nowhere).await;
    assert_eq!(
        refused.unwrap_err(),
        OpenError::NoSchema(Database::Wrappers)
    );
}
