//! Thirty-two officers who claim at once, at either database: how many claims a second, and that of all who
//! want one record each time one has it.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use cluster::Cluster;
use domain::wire::CARD_LEN;
use domain::{Desk, FRAME_LEN, IntakeId, OfficerId, RecordId, SealedFrame, UnixSeconds};
use storage::{
    Acceptance, ClaimError, NewRecord, PartsNonce, RecordState, SealedCard, SmallAgeFile, Store,
};
use storage_postgres::{Address, PostgresStore};
use storage_sqlite::SqliteStore;
use tests::{scratch, today};
use tokio::runtime::Builder;

use crate::disk::syncs;
use crate::sheet::{Limit, Sheet};
use crate::stopwatch::{now, per_second};

const CLIENTS: usize = 32;
/// Kept records of one desk.
const RECORDS: usize = 1_000;
/// Records that everybody wants at once.
const WANTED: usize = 100;
/// A county's officers claim some hundred records a day; a morning's rush is a few in the same second.
const LEAST: f64 = 50.0;
const FOLDER: &str = "bench-claims";

/// Measures both.
pub(crate) fn measure(sheet: &mut Sheet) {
    sheet.section("32 officers who claim at once");
    let runtime = Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    let folder = scratch(FOLDER);
    let cluster = Cluster::start(&[]).unwrap_or_else(|error| panic!("{error}"));
    runtime.block_on(async {
        let store = SqliteStore::open(&folder).await.expect("an empty folder");
        let store: Arc<dyn Store> = Arc::new(store);
        of(sheet, "SQLite", &store, &folder).await;
        let databases = [(); 2].map(|()| cluster.database().expect("a cluster of ours"));
        let [store, wrappers] = databases.each_ref().map(|database| {
            let address = database.address().parse::<Address>();
            address.expect("an address")
        });
        let store = PostgresStore::open(&store, &wrappers).await;
        let store = store.expect("empty databases");
        let store: Arc<dyn Store> = Arc::new(store);
        of(sheet, "PostgreSQL", &store, cluster.folder()).await;
    });
    scratch(FOLDER);
}

async fn of(sheet: &mut Sheet, name: &str, store: &Arc<dyn Store>, disk: &Path) {
    keep(&**store).await;
    let syncs = syncs(disk);
    let alone = each_claims(store, 1).await;
    let together = each_claims(store, CLIENTS).await;
    sheet.tell(
        format!("{name}: one officer, a record after the other"),
        alone,
        "/s",
    );
    let what = format!("{name}: 32 officers, each another record");
    sheet.hold(&what, (together, "/s"), Limit::AtLeast(LEAST));
    sheet.compare(what, (together, "/s"), ("one officer alone", alone));
    let what = format!("{name}: the same beside appends to the disk");
    sheet.compare(what, (together, "/s"), ("appends to the disk", syncs));
    let wanted = all_want_the_same(store).await;
    let what = format!("{name}: 32 officers who want the same record, attempts");
    sheet.compare(what, (wanted, "/s"), ("each another", together));
}

/// Fills a desk with records nobody works on.
async fn keep(store: &dyn Store) {
    for number in 0..RECORDS {
        let (id, frame) = (intake(number), || frame(number));
        let came = store.shuffle_in(vec![(id, frame())], today().day()).await;
        assert_eq!(came, Ok(1), "there is room, and no frame is another's twin");
        let acceptance = Acceptance {
            parts: vec![id],
            nonce: PartsNonce::try_from(vec![1; 32]).expect("a nonce's length"),
            officer: officer(CLIENTS),
            now: today(),
            record: NewRecord {
                id: record(number),
                desk: Desk::Triage,
                quarter: today().day().quarter(),
                wrapper: SmallAgeFile::try_from(vec![1]).expect("short enough"),
                frames: [frame(), frame(), frame()],
                card: SealedCard::try_from(vec![2; CARD_LEN]).expect("a card's length"),
                state: RecordState::Open,
                review: None,
            },
        };
        store.accept(acceptance).await.expect("nobody was first");
    }
}

/// Every record is claimed once, by so many clients; gives claims a second.
async fn each_claims(store: &Arc<dyn Store>, clients: usize) -> f64 {
    let now_is = free_all(&**store).await;
    let (next, started) = (Arc::new(AtomicUsize::new(0)), now());
    let claiming = (0..clients).map(|client| {
        let (store, next) = (store.clone(), next.clone());
        tokio::spawn(async move {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= RECORDS {
                    return;
                }
                let claimed = store.claim(Desk::Triage, record(number), officer(client), now_is);
                claimed.await.expect("it is nobody's");
            }
        })
    });
    for one in claiming.collect::<Vec<_>>() {
        one.await.expect("a client");
    }
    per_second(RECORDS, started.elapsed())
}

/// Everybody claims one record, then the next; gives attempts a second.
async fn all_want_the_same(store: &Arc<dyn Store>) -> f64 {
    let now_is = free_all(&**store).await;
    let started = now();
    for number in 0..WANTED {
        let claiming = (0..CLIENTS).map(|client| {
            let store = store.clone();
            tokio::spawn(async move {
                let claimed = store.claim(Desk::Triage, record(number), officer(client), now_is);
                match claimed.await {
                    Ok(_) => 1,
                    Err(ClaimError::Claimed(_)) => 0,
                    Err(other @ (ClaimError::NotFound | ClaimError::Store(_))) => panic!("{other}"),
                }
            })
        });
        let mut won = 0;
        for one in claiming.collect::<Vec<_>>() {
            won += one.await.expect("a client");
        }
        assert_eq!(won, 1, "one officer has it");
    }
    per_second(WANTED * CLIENTS, started.elapsed())
}

/// Frees every record. Answers a time at which none is claimed.
async fn free_all(store: &dyn Store) -> UnixSeconds {
    let later = today().plus(3_600);
    let freed = store.forget_claims(later).await;
    freed.expect("it can be written");
    today()
}

/// A frame unlike all others, or it would not be taken in.
fn frame(number: usize) -> SealedFrame {
    let mut bytes = number.to_be_bytes().to_vec();
    bytes.resize(FRAME_LEN, 7);
    SealedFrame::try_from(bytes).expect("a frame's length")
}

fn intake(number: usize) -> IntakeId {
    let number = u64::try_from(number).expect("a small number");
    IntakeId::from_random(number.to_be_bytes())
}

/// Ids that differ at their beginning, as drawn ones do.
fn record(number: usize) -> RecordId {
    let number = u128::try_from(number).expect("a small number");
    RecordId::from_bytes((number << 64).to_be_bytes())
}

fn officer(client: usize) -> OfficerId {
    let client = u128::try_from(client).expect("a small number");
    OfficerId::from_bytes(client.to_be_bytes())
}
