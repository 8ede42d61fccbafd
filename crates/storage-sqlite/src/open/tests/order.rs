//! What the bytes of the file tell of the order in which things came.

use domain::{DraftId, RecordId, ReportId};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use storage::conformance::order as thousand;
use storage::{DraftRow, NewDraft, NewRecord, NewReport, PartsNonce, RecordState, SealedCard};

use super::*;

/// Stands in every marked frame, followed by what kind of thing it is and its number.
const MARK: &[u8; 8] = b"\xF1marker\xF1";
const FRAMES: u8 = 120;
/// Parts of the header that count changes: the change counter, the schema cookie, and the change the
/// page count is valid for.
const COUNTERS: [std::ops::Range<usize>; 3] = [24..28, 40..44, 92..96];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Intake = 1,
    Original,
    Work,
    Report,
}

fn marked(kind: Kind, number: u8) -> SealedFrame {
    let mut bytes = vec![0x5A; FRAME_LEN];
    bytes[10_000..10_008].copy_from_slice(MARK);
    bytes[10_008..10_010].copy_from_slice(&[kind as u8, number]);
    SealedFrame::try_from(bytes).unwrap()
}

/// Ids as random as browsers draw them, and the same in every test.
fn id<const N: usize>(kind: Kind, number: u8) -> [u8; N] {
    let mut rng = StdRng::seed_from_u64(u64::from(number) * 8 + kind as u64);
    std::array::from_fn(|_| rng.r#gen())
}

fn orders() -> [Vec<u8>; 2] {
    let ascending: Vec<u8> = (0..FRAMES).collect();
    let mut other = ascending.clone();
    other.shuffle(&mut StdRng::seed_from_u64(3));
    [ascending, other]
}

pub(super) fn record(number: u8) -> NewRecord {
    let frame = |kind| marked(kind, number);
    NewRecord {
        id: RecordId::from_bytes(id(Kind::Original, number)),
        desk: Desk::Triage,
        quarter: NOW.day().quarter(),
        wrapper: SmallAgeFile::try_from(vec![number; 300]).unwrap(),
        frames: [
            frame(Kind::Original),
            frame(Kind::Work),
            frame(Kind::Original),
        ],
        card: SealedCard::try_from(vec![number; domain::wire::CARD_LEN]).unwrap(),
        state: RecordState::Open,
        review: None,
    }
}

pub(super) fn report(number: u8) -> NewReport {
    NewReport {
        id: ReportId::from_bytes(id(Kind::Report, number)),
        desk: Desk::Bronze(District::Leeds),
        week: NOW.day().week(),
        day: NOW.day(),
        author: OfficerId::from_bytes([1; 16]),
        second_signer: None,
        review: None,
        frame: marked(Kind::Report, number),
    }
}

pub(super) fn draft(number: u8) -> NewDraft {
    NewDraft {
        row: DraftRow {
            id: DraftId::from_bytes(id(Kind::Report, number)),
            week: NOW.day().week(),
            day: NOW.day(),
            author: OfficerId::from_bytes([1; 16]),
        },
        frame: marked(Kind::Report, number),
    }
}

/// Windows of six, a third of them of yesterday.
async fn arrive(store: &SqliteStore, order: &[u8]) {
    for window in order.chunks(6) {
        for yesterday in [true, false] {
            let day = NOW.day().plus(-i32::from(yesterday));
            let frames = window.iter().filter(|n| (*n % 3 == 0) == yesterday);
            let frames = frames.map(|&n| (intake_id(n), marked(Kind::Intake, n)));
            store.shuffle_in(frames.collect(), day).await.unwrap();
        }
    }
}

fn intake_id(number: u8) -> IntakeId {
    IntakeId::from_random(id(Kind::Intake, number))
}

pub(super) fn acceptance(part: IntakeId, officer: u8, record: NewRecord) -> Acceptance {
    Acceptance {
        parts: vec![part],
        nonce: PartsNonce::try_from(vec![7; 32]).unwrap(),
        officer: OfficerId::from_bytes([officer; 16]),
        now: NOW,
        record,
    }
}

async fn accept(store: &SqliteStore, order: &[u8]) {
    for &number in order {
        let acceptance = acceptance(intake_id(number), 1, record(number));
        store.accept(acceptance).await.unwrap();
    }
}

async fn deliver(store: &SqliteStore, order: &[u8]) {
    for &number in order {
        store.deliver_message(report(number)).await.unwrap();
    }
}

async fn file(store: &SqliteStore, folder: &TempDir) -> Vec<u8> {
    store.empty_logs().await.unwrap();
    fs::read(folder.path().join("store.sqlite")).unwrap()
}

async fn forget_when_it_was_installed(store: &SqliteStore) {
    sqlx::query("update _sqlx_migrations set installed_on = '', execution_time = 0")
        .execute(&store.writer)
        .await
        .unwrap();
}

/// The pages of the intake and of the hashes, each with its number.
async fn intake_pages(store: &SqliteStore, folder: &TempDir) -> Vec<(i64, Vec<u8>)> {
    let file = file(store, folder).await;
    let pages: Vec<(i64, i64)> = sqlx::query_as(
        "select pageno, pgsize
         from dbstat
         where name in ('intake_today', 'intake_settled', 'seen')
         order by pageno",
    )
    .fetch_all(&store.readers)
    .await
    .unwrap();
    let bytes = |page: i64, size: i64| {
        let (page, size) = (
            usize::try_from(page).unwrap(),
            usize::try_from(size).unwrap(),
        );
        file[(page - 1) * size..page * size].to_vec()
    };
    let pages = pages.into_iter();
    pages
        .map(|(page, size)| (page, bytes(page, size)))
        .collect()
}

/// Where the marked frames of a kind lie in the file, by their numbers.
fn places(file: &[u8], kind: Kind) -> Vec<usize> {
    let marks = file.windows(10).enumerate();
    let mut places = vec![0; usize::from(FRAMES)];
    for (place, mark) in marks.filter(|(_, window)| window.starts_with(MARK)) {
        if mark[8] == kind as u8 && places[usize::from(mark[9])] == 0 {
            places[usize::from(mark[9])] = place;
        }
    }
    assert!(!places.contains(&0), "every frame is in the file once");
    places
}

/// Spearman's coefficient between the order things happened in and the order they lie in.
fn correlation(order: &[u8], places: &[usize]) -> f64 {
    let mut by_place = order.to_vec();
    by_place.sort_by_key(|&number| places[usize::from(number)]);
    let rank = |list: &[u8], number| list.iter().position(|&one| one == number).unwrap();
    let squares: usize = order
        .iter()
        .map(|&number| rank(order, number).abs_diff(rank(&by_place, number)).pow(2))
        .sum();
    let count = f64::from(FRAMES);
    let squares = f64::from(u32::try_from(squares).unwrap());
    1.0 - 6.0 * squares / (count * (count * count - 1.0))
}

#[tokio::test]
async fn acceptances_in_any_order_leave_the_same_pages_of_the_intake() {
    let mut pages = Vec::new();
    for order in orders() {
        let (store, folder) = empty_store().await;
        arrive(&store, &orders()[0]).await;
        store.settle_intake(NOW.day()).await.unwrap();
        accept(&store, &order).await;
        pages.push(intake_pages(&store, &folder).await);
    }
    assert!(pages[0].len() > 5 * usize::from(FRAMES));
    assert!(
        pages[0] == pages[1],
        "the order can be read from the intake"
    );
}

#[tokio::test]
async fn windows_in_any_order_leave_the_same_hashes_and_frames_once_settled() {
    let mut pages = Vec::new();
    for order in orders() {
        let (store, folder) = empty_store().await;
        arrive(&store, &order).await;
        store.settle_intake(NOW.day().plus(1)).await.unwrap();
        pages.push(intake_pages(&store, &folder).await);
    }
    assert!(
        pages[0] == pages[1],
        "the order can be read from the intake"
    );
}

#[tokio::test]
async fn a_settled_file_is_the_same_whatever_the_order_things_came_in() {
    let mut files = Vec::new();
    for order in orders() {
        let (store, folder) = empty_store().await;
        arrive(&store, &order).await;
        accept(&store, &order).await;
        deliver(&store, &order).await;
        forget_when_it_was_installed(&store).await;
        store.settle_intake(NOW.day().plus(1)).await.unwrap();
        let mut file = file(&store, &folder).await;
        for counter in COUNTERS {
            file[counter].fill(0);
        }
        files.push(file);
    }
    assert!(files[0] == files[1], "the order can be read from the file");
}

/// Chance alone makes a coefficient with the standard deviation 1/√(n−1), here 0.09; this allows two
/// and a half. That there is nothing but chance is the test above; this one measures as a thief would.
#[tokio::test]
async fn acceptances_cannot_be_read_from_where_records_and_frames_lie_once_settled() {
    let (store, folder) = empty_store().await;
    let [arrived, accepted] = orders();
    arrive(&store, &arrived).await;
    accept(&store, &accepted).await;
    deliver(&store, &accepted).await;
    let kinds = [Kind::Intake, Kind::Original, Kind::Work, Kind::Report];
    let now = file(&store, &folder).await;
    let of_record = correlation(&accepted, &places(&now, Kind::Original));
    assert!(
        of_record > 0.9,
        "the measure sees an order where there is one"
    );
    store.settle_intake(NOW.day().plus(1)).await.unwrap();
    let settled = file(&store, &folder).await;
    for kind in kinds {
        let places = places(&settled, kind);
        for order in [&arrived, &accepted] {
            let found = correlation(order, &places);
            assert!(found.abs() < 0.23, "kind {}: {found}", kind as u8);
        }
    }
}

/// By page and place in the page, as a thief finds them: a thousand frames over a hundred windows.
#[tokio::test]
async fn a_thousand_frames_lie_in_no_order_of_arrival_once_settled() {
    let (store, folder) = empty_store().await;
    let store = std::sync::Arc::new(store);
    let shared: std::sync::Arc<dyn storage::Store> = store.clone();
    thousand::a_day_of_marked_frames(&shared, NOW.day())
        .await
        .unwrap();
    let today = thousand::numbers_in(&file(&store, &folder).await);
    let told = thousand::correlation_with_arrival(&today);
    assert!(told > 0.8, "the windows' order is seen until then: {told}");
    store.settle_intake(NOW.day().plus(1)).await.unwrap();
    let lying = thousand::numbers_in(&file(&store, &folder).await);
    let ids = store.intake_ids(IntakeView::Corruption).await.unwrap();
    let by_id = thousand::numbers_of(ids.into_iter().map(|entry| entry.id));
    for numbers in [lying, by_id] {
        let told = thousand::correlation_with_arrival(&numbers);
        assert!(told.abs() < 0.1, "{told}");
    }
}
