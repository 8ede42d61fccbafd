use std::sync::atomic::{AtomicI64, Ordering};

use actix_web::middleware::from_fn;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, HttpResponse, web};
use api::metrics::count_public;
use domain::{Clock, FRAME_LEN, InstallationId, IntakeId, SealedFrame};
use notes::{Authorities, Authority, SigningKey};
use storage::{IntakeStore, WatchStore};
use storage_sqlite::SqliteStore;
use tempfile::TempDir;

use super::*;

const NOON: UnixSeconds = UnixSeconds(20_780 * 86_400 + 43_200);

struct HandClock(AtomicI64);

impl Clock for HandClock {
    fn now(&self) -> UnixSeconds {
        UnixSeconds(self.0.load(Ordering::SeqCst))
    }
}

/// A publisher that a test tells when windows turn.
struct House {
    counters: Data<Counters>,
    board: Data<Board>,
    sqlite: Arc<SqliteStore>,
    progress: watch::Sender<Progress>,
    _folder: TempDir,
}

impl House {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let sqlite = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
        let store: Arc<dyn Store> = sqlite.clone();
        let key = SigningKey::from_seed(&[1; 32]).public();
        let authorities = Authorities::new(vec![Authority::new("police", key).unwrap()]);
        let inst = InstallationId::from_bytes([1; 16]);
        let clock = Arc::new(HandClock(AtomicI64::new(NOON.0)));
        let door = Door::new(store.clone(), authorities.unwrap(), inst, clock);
        let (counters, board) = (Data::new(Counters::default()), Data::new(Board::default()));
        let publisher = Publisher {
            counters: counters.clone(),
            board: board.clone(),
            store,
            door: Arc::new(door),
            data: folder.path().into(),
        };
        let (progress, told) = watch::channel(Progress::at(NOON));
        actix_web::rt::spawn(publisher.run(told));
        Self {
            counters,
            board,
            sqlite,
            progress,
            _folder: folder,
        }
    }

    /// So many requests for one thing, each answered with this status.
    async fn ask(&self, path: &str, status: u16, times: usize) {
        let answer =
            move || async move { HttpResponse::build(status.try_into().unwrap()).finish() };
        let app = App::new()
            .app_data(self.counters.clone())
            .wrap(from_fn(count_public))
            .service(web::resource("/api/tips").to(answer))
            .service(web::resource("/health").to(answer));
        let app = init_service(app).await;
        for _ in 0..times {
            call_service(&app, TestRequest::get().uri(path).to_request()).await;
        }
    }

    /// A window turns at this moment. Answers what is published then.
    async fn turn(&self, turned: UnixSeconds) -> String {
        let before = self.board.read();
        let settled = Some(turned.day());
        let purged = Some(turned);
        self.progress.send_replace(Progress {
            turned,
            settled,
            purged,
        });
        while self.board.read() == before {
            actix_web::rt::time::sleep(std::time::Duration::from_millis(1)).await;
        }
        self.board.read().to_string()
    }
}

fn value<'a>(text: &'a str, name: &str) -> &'a str {
    let mut lines = text.lines();
    let found = lines.find_map(|line| line.strip_prefix("ginnel_")?.strip_prefix(name));
    found
        .unwrap_or_else(|| panic!("{name} is not in {text}"))
        .trim()
}

const TAKEN: &str = r#"requests_total{route="tip",outcome="done"}"#;
const REFUSED: &str = r#"requests_total{route="tip",outcome="refused"}"#;
const LOST: &str = r#"requests_total{route="tip",outcome="failed"}"#;
const HEALTH: &str = r#"requests_total{route="health",outcome="done"}"#;

#[actix_web::test]
async fn nothing_is_seen_before_a_window_turns_and_tips_and_slips_not_before_midnight() {
    let house = House::open().await;
    assert_eq!(&*house.board.read(), "");
    house.ask("/api/tips", 202, 3).await;
    house.ask("/api/tips", 503, 2).await;
    house.ask("/api/tips", 422, 1).await;
    house.ask("/health", 200, 5).await;
    assert_eq!(&*house.board.read(), "");
    let text = house.turn(NOON.plus(120)).await;
    assert_eq!((value(&text, TAKEN), value(&text, REFUSED)), ("0", "0"));
    assert_eq!((value(&text, LOST), value(&text, HEALTH)), ("2", "5"));
    house.ask("/api/tips", 202, 1).await;
    let midnight = NOON.plus(43_200);
    let text = house.turn(midnight).await;
    assert_eq!((value(&text, TAKEN), value(&text, REFUSED)), ("4", "1"));
    house.ask("/api/tips", 202, 1).await;
    let text = house.turn(midnight.plus(120)).await;
    assert_eq!(value(&text, TAKEN), "4");
    let text = house.turn(midnight.plus(86_400)).await;
    assert_eq!(value(&text, TAKEN), "5");
}

#[actix_web::test]
async fn frames_are_counted_once_their_day_is_over_and_duties_by_when_they_were_done() {
    let house = House::open().await;
    for number in 0..3 {
        let frame = SealedFrame::try_from(vec![number; FRAME_LEN]).unwrap();
        let window = vec![(IntakeId::from_random([number; 8]), frame)];
        let day = NOON.day().plus(-i32::from(number));
        house.sqlite.shuffle_in(window, day).await.unwrap();
    }
    let text = house.turn(NOON.plus(120)).await;
    assert_eq!(value(&text, "intake_frames_held"), "2");
    assert_eq!(value(&text, "intake_frames_yesterday"), "1");
    assert_eq!(value(&text, "store_up"), "1");
    assert_eq!(value(&text, "directory_days_left"), "0");
    assert_eq!(value(&text, "mails_waiting"), "0");
    let midnight = (NOON.0 - 43_200).to_string();
    assert_eq!(value(&text, "settled_timestamp_seconds"), midnight);
    let free: u64 = value(&text, "disk_free_bytes").parse().unwrap();
    assert_eq!(free % ROOM_STEP, 0);
}

#[actix_web::test]
async fn a_test_tip_that_arrived_is_told_by_the_hour_it_was_sent_in() {
    let house = House::open().await;
    let text = house.turn(NOON.plus(120)).await;
    assert!(!text.contains("test_tip"), "{text}");
    house.sqlite.canary_arrived(NOON.hour()).await.unwrap();
    let text = house.turn(NOON.plus(240)).await;
    assert_eq!(
        value(&text, "test_tip_timestamp_seconds"),
        NOON.0.to_string()
    );
}

#[actix_web::test]
async fn a_database_that_is_away_is_said_to_be() {
    let house = House::open().await;
    house.sqlite.close().await;
    let text = house.turn(NOON.plus(120)).await;
    assert_eq!(value(&text, "store_up"), "0");
    assert!(!text.contains("intake_frames_held"), "{text}");
}

#[actix_web::test]
async fn every_line_is_a_help_a_type_or_a_value_with_our_own_labels() {
    let house = House::open().await;
    house.ask("/api/tips?canary-5519", 202, 1).await;
    house.ask("/canary-5519", 404, 1).await;
    let text = house.turn(NOON.plus(120)).await;
    let nowhere = r#"requests_total{route="nowhere",outcome="refused"}"#;
    assert_eq!(
        value(&text, nowhere),
        "0",
        "an icon that is not there, perhaps"
    );
    let text = house.turn(NOON.plus(86_400)).await;
    assert!(!text.contains("canary"), "{text}");
    for line in text.lines() {
        let comment = line.starts_with("# HELP ginnel_") || line.starts_with("# TYPE ginnel_");
        let number = line.rsplit(' ').next().unwrap().parse::<i64>();
        assert!(
            comment || (line.starts_with("ginnel_") && number.is_ok()),
            "{line}"
        );
    }
    assert_eq!(value(&text, nowhere), "1");
}
