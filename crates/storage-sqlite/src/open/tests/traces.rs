//! What the files hold, and what they no longer do.

use storage::{HeldClaim, RecordRewrite, RecordVersion, Review};

use super::*;

pub(super) const CANARY: &[u8] = b"the canary that must not stay";

#[tokio::test]
async fn the_files_are_for_this_user_alone() {
    let (store, folder) = empty_store().await;
    store.purge_intake(Day(0)).await.unwrap();
    for entry in fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{:?}", entry.file_name());
    }
}

#[tokio::test]
async fn purged_frames_are_in_no_file() {
    let (store, folder) = empty_store().await;
    let (today, id) = (NOW.day(), IntakeId::from_random([1; 8]));
    store
        .shuffle_in(vec![(id, canary_frame())], today)
        .await
        .unwrap();
    assert_ne!(files_with_canary(&folder), Vec::<String>::new());
    store.settle_intake(today.plus(1)).await.unwrap();
    store.purge_intake(today.plus(1)).await.unwrap();
    assert_eq!(files_with_canary(&folder), Vec::<String>::new());
}

#[tokio::test]
async fn settling_leaves_no_other_file_whatever_the_folder_is_called() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("amina's; -- store");
    let store = SqliteStore::open(&folder).await.unwrap();
    store.settle_intake(NOW.day()).await.unwrap();
    store.close().await;
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert_eq!(files, ["store.sqlite", "wrappers.sqlite"]);
}

/// Neighbours in the log would join a frame to its record, and a record to its reports.
#[tokio::test]
async fn the_log_is_empty_after_an_acceptance_a_version_and_a_delivery() {
    let (store, folder) = empty_store().await;
    let id = IntakeId::from_random([1; 8]);
    let today = NOW.day();
    store
        .shuffle_in(vec![(id, canary_frame())], today)
        .await
        .unwrap();
    let log = folder.path().join("store.sqlite-wal");
    let length = || fs::metadata(&log).unwrap().len();
    assert_ne!(length(), 0);
    let new = order::record(1);
    let lease = store
        .accept(order::acceptance(id, 1, new.clone()))
        .await
        .unwrap();
    assert_eq!(length(), 0);
    let held = HeldClaim {
        desk: Desk::Triage,
        record: new.id,
        officer: OfficerId::from_bytes([1; 16]),
        number: lease.number,
    };
    let rewrite = RecordRewrite {
        expected: RecordVersion::FIRST,
        frames: [new.frames[1].clone(), new.frames[2].clone()],
        card: new.card,
        review: Review::Open,
    };
    store.write_record(held, rewrite).await.unwrap();
    assert_eq!(length(), 0);
    store.deliver_message(order::report(1)).await.unwrap();
    assert_eq!(length(), 0);
    store.put_draft(order::draft(1)).await.unwrap();
    assert_eq!(length(), 0);
}

#[tokio::test]
async fn wrappers_lie_in_their_own_file_and_leave_no_trace_when_destroyed() {
    let (store, folder) = empty_store().await;
    let week = NOW.day().week();
    let wrapper = EpochWrapper {
        desk: Desk::Triage,
        period: Period::Week(week),
        officer: OfficerId::from_bytes([1; 16]),
        wrapper: SmallAgeFile::try_from(CANARY.to_vec()).unwrap(),
    };
    store.put_wrappers(vec![wrapper]).await.unwrap();
    store.empty_logs().await.unwrap();
    assert_eq!(files_with_canary(&folder), ["wrappers.sqlite"]);
    store.destroy_desk_epochs(week.plus(1)).await.unwrap();
    assert_eq!(files_with_canary(&folder), Vec::<String>::new());
}

#[tokio::test]
async fn an_acceptance_is_joined_to_nothing() {
    let (store, _folder) = empty_store().await;
    for table in ["intake_today", "intake_settled"] {
        let columns: Vec<String> = sqlx::query_scalar("select name from pragma_table_info($1)")
            .bind(table)
            .fetch_all(&store.readers)
            .await
            .unwrap();
        assert_eq!(columns, ["id", "day", "accepted", "frame"]);
    }
}

#[tokio::test]
async fn what_cannot_be_read_back_is_named_and_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    populate(&folder.path().join("store.sqlite"), POPULATED.len()).await;
    let store = SqliteStore::open(folder.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    sqlx::query("update record set desk = 'triage', state = 'haunted'")
        .execute(&mut *tx)
        .await
        .unwrap();
    sqlx::query("drop table report_frame")
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let broken = store.cards(Desk::Triage, NOW).await.unwrap_err();
    let (table, column) = ("record", "state");
    assert_eq!(broken, StoreError::Inconsistency { table, column });
    let leeds = Desk::Bronze(District::Leeds);
    let (id, officer) = (
        store.inbox(leeds).await.unwrap()[1].id,
        OfficerId::from_bytes([3; 16]),
    );
    let failed = store
        .open_report(leeds, id, officer, NOW.day())
        .await
        .unwrap_err();
    assert_eq!(failed.to_string(), "the store is unavailable (code 1)");
}

pub(super) fn files_with_canary(folder: &TempDir) -> Vec<String> {
    let files = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap());
    let holding = files.filter(|file| {
        let bytes = fs::read(file.path()).unwrap();
        bytes.windows(CANARY.len()).any(|window| window == CANARY)
    });
    holding
        .map(|file| file.file_name().into_string().unwrap())
        .collect()
}
