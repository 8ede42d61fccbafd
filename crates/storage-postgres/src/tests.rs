//! What only this backend can be asked: versions, order on disk, traces, lost servers, settings.

use std::sync::Arc;

use cluster::{Cluster, Database};
use domain::{Desk, IntakeId, OfficerId, RecordId, SealedFrame, UnixSeconds};
use sqlx::AssertSqlSafe;
use storage::{
    Acceptance, IntakeStore, NewRecord, PartsNonce, RecordState, SealedCard, SmallAgeFile,
};

use crate::{Address, PostgresStore};

mod lost;
mod migrated;
mod order;
mod traces;
mod trust;

pub(crate) use migrated::populated;

pub(crate) const NOW: UnixSeconds = UnixSeconds(20_780 * 86_400);

/// Two empty databases, dropped at the end.
pub(crate) struct Two<'a>(pub [Database<'a>; 2]);

impl<'a> Two<'a> {
    pub(crate) fn of(cluster: &'a Cluster) -> Self {
        Self([(); 2].map(|()| cluster.database().unwrap()))
    }

    pub(crate) fn addresses(&self) -> [Address; 2] {
        self.0.each_ref().map(|one| one.address().parse().unwrap())
    }

    pub(crate) async fn open(&self) -> PostgresStore {
        let [store, wrappers] = self.addresses();
        PostgresStore::open(&store, &wrappers).await.unwrap()
    }
}

pub(crate) fn shared() -> &'static Cluster {
    Cluster::shared().unwrap_or_else(|error| panic!("{error}"))
}

async fn empty_store() -> (Arc<PostgresStore>, Two<'static>) {
    let databases = Two::of(shared());
    (Arc::new(databases.open().await), databases)
}

/// The first column of every row.
pub(crate) async fn column<T>(store: &PostgresStore, query: &str) -> Vec<T>
where
    T: Send + Unpin + for<'r> sqlx::Decode<'r, sqlx::Postgres> + sqlx::Type<sqlx::Postgres>,
{
    let query = sqlx::query_scalar(AssertSqlSafe(query.to_owned()));
    query.fetch_all(&store.pool).await.unwrap()
}

fn id<const N: usize>(number: u8) -> [u8; N] {
    // As if drawn: neither rising nor falling with the number.
    let mut bytes = [number; N];
    bytes[0] = number.wrapping_mul(91).wrapping_add(37);
    bytes
}

fn frame(number: u8) -> SealedFrame {
    SealedFrame::try_from(vec![number; domain::FRAME_LEN]).unwrap()
}

async fn arrive(store: &PostgresStore, numbers: &[u8]) {
    for &number in numbers {
        let window = vec![(IntakeId::from_random(id(number)), frame(number))];
        store.shuffle_in(window, NOW.day()).await.unwrap();
    }
}

async fn accept(store: &PostgresStore, number: u8) {
    let record = NewRecord {
        id: RecordId::from_bytes(id(number)),
        desk: Desk::Triage,
        quarter: NOW.day().quarter(),
        wrapper: SmallAgeFile::try_from(vec![number; 300]).unwrap(),
        frames: [number; 3].map(frame),
        card: SealedCard::try_from(vec![number; domain::wire::CARD_LEN]).unwrap(),
        state: RecordState::Open,
        review: None,
    };
    let acceptance = Acceptance {
        parts: vec![IntakeId::from_random(id(number))],
        nonce: PartsNonce::try_from(vec![7; 32]).unwrap(),
        officer: OfficerId::from_bytes([1; 16]),
        now: NOW,
        record,
    };
    store.accept(acceptance).await.unwrap();
}
