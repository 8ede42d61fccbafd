use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use async_trait::async_trait;
use blobs::Room;
use domain::log::Entry;
use domain::wire::CARD_LEN;
use domain::{
    Desk, FRAME_LEN, InstallationId, IntakeId, OfficerId, RecordId, Role, SealedFrame, Year,
};
use notes::{Authorities, Authority, SigningKey};
use rand::SeedableRng;
use rand::rngs::StdRng;
use storage::{
    Acceptance, Audience, CodeHash, Enrolment, EpochWrapper, Invitation, Lease, Mail, MailKind,
    NewRecord, NewSession, OfficerCard, OpaqueRecord, PartsNonce, RecordError, RecordState,
    SealedCard, SeenHash, Slot, SmallAgeFile, StoreError, TokenHash,
};
use storage_sqlite::SqliteStore;
use tempfile::TempDir;

use super::*;
use crate::folder::Folder;

mod clock;
mod over;
mod replies;

/// A minute before a midnight.
const EVENING: UnixSeconds = UnixSeconds(20_780 * 86_400 - 60);
const WINDOW: i64 = 300;

struct HandClock(AtomicI64);

impl Clock for HandClock {
    fn now(&self) -> UnixSeconds {
        UnixSeconds(self.0.load(Ordering::SeqCst))
    }
}

/// A log that keeps what it is told in clear, unless it can keep nothing.
#[derive(Default)]
struct OpenLog {
    told: Mutex<Vec<Entry>>,
    is_full: AtomicBool,
}

#[async_trait]
impl OperationsLog for OpenLog {
    async fn record(&self, entries: Vec<Entry>) -> Result<(), RecordError> {
        if self.is_full.load(Ordering::SeqCst) {
            return Err(RecordError::NoAuditor);
        }
        self.told.lock().unwrap().extend(entries);
        Ok(())
    }

    async fn checkpoint(&self, _: Year) -> Result<String, StoreError> {
        Err(StoreError::Unavailable { code: None })
    }
}

fn open_blobs(folder: &Path, clock: Arc<dyn Clock>) -> Blobs {
    let room = Room {
        all: 4 << 20,
        a_day: 4 << 20,
        unfinished: 4 << 20,
        uploads: 1,
    };
    let rng = StdRng::seed_from_u64(2);
    Blobs::open(&folder.join("blobs"), room, clock, rng).unwrap()
}

/// A house without doors, in which only the clock goes on.
struct House {
    duties: Duties,
    done: Done,
    clock: Arc<HandClock>,
    log: Arc<OpenLog>,
    folder: TempDir,
}

impl House {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock(AtomicI64::new(EVENING.0)));
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
        let (rng, own) = (StdRng::seed_from_u64(1), folder.path().join("staging"));
        let staging = Staging::open(&own, store.clone(), clock.clone(), rng).await;
        let blobs = open_blobs(folder.path(), clock.clone());
        let key = SigningKey::from_seed(&[1; 32]).public();
        let authorities = Authorities::new(vec![Authority::new("police", key).unwrap()]);
        let inst = InstallationId::from_bytes([1; 16]);
        let door = Door::new(store.clone(), authorities.unwrap(), inst, clock.clone());
        let log = Arc::new(OpenLog::default());
        let duties = Duties {
            store,
            log: log.clone(),
            staging: staging.unwrap(),
            blobs: Arc::new(blobs),
            waits: Arc::default(),
            door: Arc::new(door),
            clock: clock.clone(),
            diary: Diary::of(&Folder::at(folder.path())),
            window_seconds: u32::try_from(WINDOW).unwrap(),
            progress: watch::Sender::new(Progress::at(EVENING)),
        };
        let done = Done {
            turned: EVENING,
            purged: None,
            purged_all: None,
            settled: Settled::default(),
            steady: Steady::at_start(EVENING, worked(Some(EVENING.day()))),
        };
        Self {
            duties,
            done,
            clock,
            log,
            folder,
        }
    }

    async fn at(&mut self, now: UnixSeconds) {
        self.clock.0.store(now.0, Ordering::SeqCst);
        self.duties.tick(&mut self.done).await;
    }

    /// The server is started anew: what it knew, but for its diary, is gone.
    fn restart(&mut self, now: UnixSeconds) {
        self.clock.0.store(now.0, Ordering::SeqCst);
        self.done.steady = Steady::at_start(now, self.duties.diary.read());
        (self.done.purged, self.done.settled) = (None, Settled::default());
    }

    /// A window that was set aside, to which nothing came since this day.
    fn damaged_window(&self, day: Day) -> std::path::PathBuf {
        let file = self.folder.path().join("staging/0123.damaged");
        std::fs::write(&file, b"no window").unwrap();
        let seconds = u64::try_from(day.0).unwrap() * 86_400;
        let then = std::time::UNIX_EPOCH + Duration::from_secs(seconds);
        let opened = std::fs::File::options().append(true).open(&file).unwrap();
        opened.set_modified(then).unwrap();
        file
    }

    async fn frames(&self) -> u64 {
        let days = self.duties.store.intake_count_by_day().await.unwrap();
        days.iter().map(|day| day.frames).sum()
    }
}

/// A diary in which this day was settled last.
fn worked(settled: Option<Day>) -> Noted {
    Noted {
        settled,
        ..Noted::default()
    }
}

#[tokio::test]
async fn the_last_frames_of_a_day_are_settled_as_soon_as_it_is_over() {
    let mut house = House::open().await;
    let frame = SealedFrame::try_from(vec![1; FRAME_LEN]).unwrap();
    house.duties.staging.stage(vec![frame]).await.unwrap();
    assert_eq!(house.frames().await, 0);
    let midnight = EVENING.plus(60);
    house.at(midnight).await;
    assert_eq!(house.frames().await, 1);
    let left = house.duties.store.settle_intake(midnight.day()).await;
    assert_eq!(left, Ok(0), "nothing of the day before was left to settle");
    let noted = house.duties.diary.read();
    assert_eq!(noted.settled, Some(midnight.day()), "the doctor is told");
}

#[test]
fn days_are_settled_once_and_again_after_a_window_that_was_late() {
    let (today, yesterday) = (EVENING.plus(60).day(), EVENING.day());
    let at = |on, incomplete| Settled { on, incomplete };
    assert!(at(None, false).is_owed(today, false));
    assert!(at(Some(yesterday), false).is_owed(today, true));
    assert!(!at(Some(today), false).is_owed(today, true));
    assert!(!at(Some(today), true).is_owed(today, false));
    assert!(at(Some(today), true).is_owed(today, true));
}

#[tokio::test]
async fn what_is_over_goes_within_the_hour_and_nothing_before() {
    let mut house = House::open().await;
    let store = house.duties.store.clone();
    let today = EVENING.day();
    let officer = OfficerId::from_bytes([1; 16]);
    staffed(&*store, officer).await;
    let window = |number, day: Day| {
        let frame = SealedFrame::try_from(vec![number; FRAME_LEN]).unwrap();
        store.shuffle_in(vec![(IntakeId::from_random([number; 8]), frame)], day)
    };
    window(1, today.plus(-28)).await.unwrap();
    window(2, today.plus(-27)).await.unwrap();
    let mail = Mail {
        desk: Desk::Triage,
        audience: Audience::Desk,
        kind: MailKind::Digest,
    };
    let (number, apart) = (1, 1);
    store.put_mail(mail, Slot { number, apart }).await.unwrap();
    let epochs = [-5, -4].map(|weeks| EpochWrapper {
        desk: Desk::Triage,
        period: domain::Period::Week(today.week().plus(weeks)),
        officer,
        wrapper: SmallAgeFile::try_from(vec![1]).unwrap(),
    });
    store.put_wrappers(epochs.to_vec()).await.unwrap();
    house.at(EVENING).await;
    assert_eq!(house.frames().await, 1, "28 days are kept, today counted");
    assert_eq!(seen(&*store).await, [false, true], "and hashes as long");
    let kept = store.wrappers_for(officer).await.unwrap();
    assert_eq!(kept, epochs[1..]);
    assert_eq!(store.invitations(UnixSeconds(0)).await.unwrap().len(), 1);
    house.at(EVENING.plus(PURGE_SECONDS)).await;
    assert_eq!(house.frames().await, 0, "another day is over");
    assert_eq!(seen(&*store).await, [false, false]);
    assert_eq!(store.mails().await.unwrap().len(), 1, "mails end otherwise");
    assert_eq!(store.invitations(UnixSeconds(0)).await.unwrap(), []);
    assert_eq!(
        store.purge_sessions(EVENING.plus(PURGE_SECONDS)).await,
        Ok(0)
    );
}

#[tokio::test]
async fn a_claim_is_forgotten_a_day_after_its_lease_and_its_record_a_day_after_its_review() {
    let mut house = House::open().await;
    let store = house.duties.store.clone();
    let ended = -CLAIM_SECONDS - Lease::SECONDS;
    accepted(&*store, 1, EVENING.plus(ended - 1), None).await;
    accepted(&*store, 2, EVENING.plus(ended), None).await;
    accepted(&*store, 3, EVENING, Some(EVENING.day().plus(-1))).await;
    accepted(&*store, 4, EVENING, Some(EVENING.day())).await;
    house.at(EVENING).await;
    let cards = store.cards(Desk::Triage, EVENING).await.unwrap();
    let mut kept: Vec<_> = cards.iter().map(|row| row.id).collect();
    kept.sort();
    assert_eq!(kept, [1, 2, 4].map(|n| RecordId::from_bytes([n; 16])));
    let later = EVENING.plus(Lease::SECONDS + 1);
    assert_eq!(
        store.forget_claims(later).await,
        Ok(2),
        "the first went before"
    );
}

/// Whether the frames 1 and 2 are known.
async fn seen(store: &dyn Store) -> Vec<bool> {
    let hash =
        |number| SealedFrame::try_from(vec![number; FRAME_LEN]).map(|one| SeenHash::of(&one));
    let hashes = [1, 2].map(|number| hash(number).unwrap());
    store.seen(&hashes).await.unwrap()
}

async fn accepted(store: &dyn Store, number: u8, now: UnixSeconds, review: Option<Day>) {
    let id = IntakeId::from_random([number; 8]);
    let frame = |more| SealedFrame::try_from(vec![number + more; FRAME_LEN]).unwrap();
    let arrived = store.shuffle_in(vec![(id, frame(0))], EVENING.day()).await;
    assert_eq!(arrived, Ok(1));
    let record = NewRecord {
        id: RecordId::from_bytes([number; 16]),
        desk: Desk::Triage,
        quarter: EVENING.day().quarter(),
        wrapper: SmallAgeFile::try_from(vec![1]).unwrap(),
        frames: [frame(1), frame(2), frame(3)],
        card: SealedCard::try_from(vec![number; CARD_LEN]).unwrap(),
        state: RecordState::Open,
        review,
    };
    let acceptance = Acceptance {
        parts: vec![id],
        nonce: PartsNonce::try_from(vec![number; 32]).unwrap(),
        officer: OfficerId::from_bytes([1; 16]),
        now,
        record,
    };
    store.accept(acceptance).await.unwrap();
}

/// An officer with a session, and an invitation, that end before the next purge.
async fn staffed(store: &dyn Store, officer: OfficerId) {
    for (number, name) in [(1, "ann"), (2, "bea")] {
        let invitation = Invitation {
            code: CodeHash([number; 32]),
            name: name.parse().unwrap(),
            role: Role::Officer,
            desks: vec![],
            expires: EVENING.plus(60),
        };
        store.invite(invitation).await.unwrap();
    }
    let enrolment = Enrolment {
        code: CodeHash([1; 32]),
        id: officer,
        opaque_record: OpaqueRecord::try_from(vec![1; 192]).unwrap(),
        card: OfficerCard::try_from(String::from("card")).unwrap(),
    };
    store.enrol(enrolment, EVENING).await.unwrap();
    let session = NewSession {
        token: TokenHash([1; 32]),
        officer,
        created: EVENING,
        expires: EVENING.plus(60),
        idle_seconds: 60,
    };
    store.start_session(session).await.unwrap();
}
