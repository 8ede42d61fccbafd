//! A server that goes away and comes back.

use std::time::Duration;

use storage::{InstallationStore, IntakeView, SeenHash, StoreError};

use super::*;

#[tokio::test]
async fn a_server_that_comes_back_is_used_again() {
    let cluster = Cluster::start(&["fsync=off"]).unwrap();
    let databases = Two::of(&cluster);
    let store = databases.open().await;
    arrive(&store, &[1]).await;
    store.ready().await.unwrap();
    cluster.stop().unwrap();
    let asked = [SeenHash::of(&frame(1))];
    for failed in [
        store.ready().await,
        store.seen(&asked).await.map(drop),
        store.intake_ids(IntakeView::Triage).await.map(drop),
        store.settle_intake(NOW.day()).await.map(drop),
    ] {
        assert!(matches!(failed, Err(StoreError::Unavailable { .. })));
    }
    cluster.start_again().unwrap();
    store.ready().await.unwrap();
    assert_eq!(store.seen(&asked).await.unwrap(), [true]);
    arrive(&store, &[2]).await;
    accept(&store, 1).await;
    assert_eq!(store.intake_ids(IntakeView::Triage).await.unwrap().len(), 1);
}

/// As an operator does, or a firewall: the next who asks gets another.
#[tokio::test]
async fn connections_that_were_cut_off_are_replaced() {
    let (store, databases) = empty_store().await;
    let cut = format!(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{}'",
        databases.0[0].name()
    );
    for number in 1..6 {
        arrive(&store, &[number]).await;
        store.ready().await.unwrap();
        shared().run("postgres", &[&cut]).unwrap();
    }
    let served = store.intake_ids(IntakeView::Triage).await.unwrap();
    assert_eq!(served.len(), 5);
}

/// A server that died in the middle of a turn must not keep the others from theirs.
#[tokio::test]
async fn who_never_ends_a_transaction_is_cut_off() {
    let (store, _databases) = empty_store().await;
    let mut stuck = store.begin_alone().await.unwrap();
    sqlx::query("set idle_in_transaction_session_timeout = '200ms'")
        .execute(&mut *stuck)
        .await
        .unwrap();
    let waiting = tokio::time::timeout(Duration::from_secs(15), arrive(&store, &[1]));
    waiting.await.unwrap();
    assert!(stuck.commit().await.is_err());
}

/// Whether a tip came before is asked while its reporter waits, and may go unanswered.
#[tokio::test]
async fn a_server_that_has_stopped_is_not_waited_for_by_who_reports() {
    let (store, _databases) = empty_store().await;
    arrive(&store, &[1]).await;
    let mut stopping = store.begin().await.unwrap();
    for table in ["seen", "installation"] {
        let locked = AssertSqlSafe(format!("lock table {table} in access exclusive mode"));
        sqlx::query(locked).execute(&mut *stopping).await.unwrap();
    }
    let code = Some("no answer".to_owned());
    let unanswered = StoreError::Unavailable { code };
    let asked = [SeenHash::of(&frame(1))];
    assert_eq!(store.seen(&asked).await, Err(unanswered.clone()));
    assert_eq!(store.ready().await, Err(unanswered));
    stopping.rollback().await.unwrap();
    assert_eq!(store.seen(&asked).await, Ok(vec![true]));
    store.ready().await.unwrap();
}

/// Half of the new tables are there, and the next night begins anew.
#[tokio::test]
async fn a_server_that_died_while_settling_leaves_nothing_in_the_way() {
    let (store, _databases) = empty_store().await;
    arrive(&store, &[1, 2]).await;
    for left in [
        "create table intake_today_anew (id bigint)",
        "create table record_anew (like record including all)",
    ] {
        sqlx::query(left).execute(&store.pool).await.unwrap();
    }
    let tomorrow = NOW.day().plus(1);
    assert_eq!(store.settle_intake(tomorrow).await.unwrap(), 2);
    let left = "select relname::text from pg_class where relname like '%anew'";
    assert_eq!(column::<String>(&store, left).await, [""; 0]);
}

/// Someone who copies all tables for hours must not keep officers from them for as long.
#[tokio::test]
async fn settling_gives_up_when_somebody_reads_on_and_changes_nothing() {
    let (store, _databases) = empty_store().await;
    arrive(&store, &[1, 2]).await;
    let mut copying = store.begin().await.unwrap();
    sqlx::query("select id from intake_today")
        .execute(&mut *copying)
        .await
        .unwrap();
    let tomorrow = NOW.day().plus(1);
    let code = Some("55P03".to_owned());
    let settled = store.settle_intake(tomorrow).await;
    assert_eq!(settled, Err(StoreError::Unavailable { code }));
    arrive(&store, &[3]).await;
    copying.rollback().await.unwrap();
    assert_eq!(store.settle_intake(tomorrow).await, Ok(3));
}

/// Neither by its code nor by anything else: an address holds a password.
#[tokio::test]
async fn a_server_that_refuses_is_named_by_code_alone() {
    let databases = Two::of(shared());
    let [store, wrappers] = databases.addresses();
    let nowhere = databases.0[0].address().replace("/test_", "/no_such_");
    let nowhere: Address = nowhere.parse().unwrap();
    let refused = PostgresStore::open(&nowhere, &wrappers).await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the store database refused (code 3D000)"
    );
    let nobody = "postgres://ginnel:s3cret@127.0.0.1:1/ginnel"
        .parse()
        .unwrap();
    let refused = PostgresStore::open(&store, &nobody).await.unwrap_err();
    assert_eq!(refused.to_string(), "the wrappers database does not answer");
    assert!(!format!("{refused:?}").contains("s3cret"));
}

#[tokio::test]
async fn a_session_says_who_it_is_and_nothing_else() {
    let (store, _databases) = empty_store().await;
    for (setting, wanted) in [
        ("application_name", "ginnel"),
        ("synchronous_commit", "on"),
        ("statement_timeout", "30s"),
        ("transaction_isolation", "read committed"),
    ] {
        let found: Vec<String> =
            column(&store, &format!("select current_setting('{setting}')")).await;
        assert_eq!(found, [wanted], "{setting}");
    }
}
