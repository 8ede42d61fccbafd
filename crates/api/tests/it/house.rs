//! A whole installation without sockets: a store in a folder of its own, a clock that is set by hand.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use actix_web::App;
use actix_web::body::MessageBody;
use actix_web::dev::{Payload, Service, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use actix_web::middleware::from_fn;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::web::{self, Bytes, Data};
use api::assets::Assets;
use api::limits::{Lane, Rate, TrustedProxies};
use api::mailboxes::Mailboxes;
use api::public::{Door, Public, Uploads};
use api::readiness::Readiness;
use api::sheets::Sheets;
use api::staff::{Altered, Attempts, Given, SessionTimes, SignInLimits, Staff, Waits};
use api::{Dice, Puzzles, not_found, refuse_cross_site, seal_response};
use blobs::{Blobs, Room};
use domain::wire::PUZZLE_HEADER;
use domain::{Clock, Clocks, Day, Desk, District, InstallationId, Retention, UnixSeconds, wire};
use futures_util::{Stream, StreamExt};
use notes::{
    Authorities, DeskKey, Head, NoteBody, PublicDirectory, ReplyKey, Signer, SigningKey, Validity,
};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use serde::de::DeserializeOwned;
use signin::ServerSetup;
use staging::Staging;
use storage::{InstallationStore, NoteKind, NoteStore, Store, StoredNote};
use storage_sqlite::SqliteStore;
use tempfile::TempDir;

pub const INST: InstallationId = InstallationId::from_bytes([7; 16]);
/// A Wednesday noon.
pub const NOON: UnixSeconds = UnixSeconds(1_795_608_000);

/// For one of 16 MiB alone.
const ROOM: Room = Room {
    all: 17 << 20,
    a_day: 17 << 20,
    unfinished: 17 << 20,
    uploads: 8,
};

/// A clock that stands until it is moved.
pub struct HandClock(AtomicI64);

impl Clock for HandClock {
    fn now(&self) -> UnixSeconds {
        UnixSeconds(self.0.load(Ordering::SeqCst))
    }
}

impl HandClock {
    pub fn forward(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    #[track_caller]
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).expect("the body is the JSON expected")
    }

    /// The failure's code; panics unless it is problem details of its own status.
    #[track_caller]
    pub fn fault(&self) -> String {
        let content_type = self.headers.get("content-type").unwrap();
        assert_eq!(content_type, "application/problem+json");
        let fault: wire::Fault = self.json();
        assert_eq!(fault.status, self.status.as_u16());
        fault.code
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().unwrap())
    }
}

pub struct House {
    pub clock: Arc<HandClock>,
    pub store: Arc<SqliteStore>,
    pub staging: Staging,
    pub setup: ServerSetup,
    public: Data<Public>,
    staff: Data<Staff>,
    signers: [Signer; 2],
    _folder: TempDir,
}

/// What Bronze Leeds signs for the public with.
pub fn leeds_key() -> SigningKey {
    SigningKey::from_seed(&[1; 32])
}

impl House {
    /// An installation that is open.
    pub async fn open() -> Self {
        let house = Self::closed().await;
        house.put_directory(1, house.today(), 14).await;
        house
    }

    /// An installation without a directory.
    pub async fn closed() -> Self {
        let folder = TempDir::new().unwrap();
        let clock = Arc::new(HandClock(AtomicI64::new(NOON.0)));
        let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
        store.set_installation(INST).await.unwrap();
        let rng = ChaCha20Rng::seed_from_u64;
        let shared: Arc<dyn Store> = store.clone();
        let files = folder.path().join("staging");
        let staging = Staging::open(&files, shared.clone(), clock.clone(), rng(1));
        let staging = staging.await.unwrap();
        let signers = ::actors::signers();
        let pinned = signers.iter().map(|one| one.authority().clone()).collect();
        let pinned = Authorities::new(pinned).unwrap();
        let door = Door::new(shared.clone(), pinned, INST, clock.clone());
        let door = Arc::new(door);
        let readiness =
            Readiness::new(shared.clone(), staging.clone(), door.clone(), clock.clone());
        let dice = Arc::new(Dice::new(rng(2)));
        let blobs = Blobs::open(&folder.path().join("blobs"), ROOM, clock.clone(), rng(4));
        let blobs = Arc::new(blobs.unwrap());
        let setup = ServerSetup::make(&mut rng(3));
        let public = Public {
            staging: staging.clone(),
            door,
            readiness: Arc::new(readiness),
            lane: Arc::new(lane(5, 60, &clock, &dice)),
            proxies: Arc::new(TrustedProxies::new(vec!["10.0.0.0/8".parse().unwrap()])),
            upload_time: Duration::from_millis(200),
            mailboxes: Mailboxes::new(shared.clone(), dice.clone()),
            puzzles: Arc::new(Puzzles::new(1, clock.clone(), dice.clone())),
            sheets: Arc::new(Sheets::new(shared.clone(), clock.clone())),
            uploads: Arc::new(Uploads {
                blobs: blobs.clone(),
                lane: lane(20, 60, &clock, &dice),
                at_once: 5,
                at_once_shared: 7,
            }),
        };
        store.put_note(crate::log::auditors()).await.unwrap();
        let staff = staff(shared, &clock, &dice, &setup, blobs);
        Self {
            clock,
            store,
            staging,
            setup,
            public: Data::new(public),
            staff: Data::new(staff),
            signers,
            _folder: folder,
        }
    }

    /// Ends the window; what came in it waits from now on.
    pub async fn turn_window(&self) {
        let waits = self.staff.waits.clone();
        let turned = waits.turn_window(&self.staging, &*self.store, &*self.clock);
        turned.await.unwrap();
    }

    /// The server stops and starts again: what is on disk is the same, what was in memory is gone.
    pub async fn restart(&mut self) {
        let (store, clock): (Arc<dyn Store>, _) = (self.store.clone(), self.clock.clone());
        let new = staff(
            store.clone(),
            &clock,
            &self.staff.dice,
            &self.setup,
            self.staff.blobs.clone(),
        );
        let listed = new.waits.catch_up(&*store, clock.now()).await;
        listed.unwrap();
        self.staff = Data::new(new);
    }

    pub fn today(&self) -> Day {
        self.clock.now().day()
    }

    /// Signs and keeps a directory that lists triage for this week and the next.
    pub async fn put_directory(&self, serial: u64, from: Day, days: i32) {
        let week = from.week();
        let key = |week| DeskKey {
            desk: Desk::Triage,
            week,
            recipient: ::actors::recipient(1),
        };
        let directory = PublicDirectory {
            head: Head {
                inst: INST,
                serial,
                validity: Validity::new(from, from.plus(days), 14).unwrap(),
            },
            desks: vec![key(week), key(week.plus(1))],
            replies: vec![ReplyKey {
                desk: Desk::Bronze(District::Leeds),
                key: leeds_key().public(),
            }],
        };
        let [police, council] = &self.signers;
        let text = directory.sign(&[police, council]).unwrap();
        self.put_public_note(serial, text).await;
    }

    pub async fn put_public_note(&self, serial: u64, text: String) {
        let kind = NoteKind::PublicDirectory;
        let note = StoredNote { kind, serial, text };
        self.store.put_note(note).await.unwrap();
    }

    /// One of the two authorities' signatures alone.
    pub fn first_signer(&self) -> &Signer {
        &self.signers[0]
    }

    /// Asks as a browser does that has solved a puzzle first.
    pub async fn public(&self, request: TestRequest) -> Answer {
        let request = request.insert_header((PUZZLE_HEADER, self.solved().await));
        self.public_with(request, None).await
    }

    /// Asks as it is.
    pub async fn public_unsolved(&self, request: TestRequest) -> Answer {
        self.public_with(request, None).await
    }

    /// A puzzle, fetched and solved.
    pub async fn solved(&self) -> String {
        let puzzle = TestRequest::get().uri("/api/puzzle");
        let puzzle = self.public_with(puzzle, None).await;
        assert_eq!(puzzle.status, 200);
        ::actors::solved(&puzzle.body)
    }

    /// Sends a body whose length nothing announces.
    pub async fn public_with_body(&self, request: TestRequest, body: Vec<u8>) -> Answer {
        let body = futures_util::stream::once(async move { Ok(Bytes::from(body)) });
        self.public_with(request, Some(stream(body))).await
    }

    async fn public_with(&self, request: TestRequest, payload: Option<Payload>) -> Answer {
        let (public, assets) = (self.public.clone(), Data::new(Assets::none()));
        let app = App::new()
            .configure(api::public::routes(public, assets))
            .default_service(web::to(not_found))
            .wrap(from_fn(refuse_cross_site))
            .wrap(from_fn(seal_response));
        let app = init_service(app).await;
        let mut request = request.to_request();
        if let Some(payload) = payload {
            request = request.replace_payload(payload).0;
        }
        answer(&app, request).await
    }

    pub async fn staff(&self, request: TestRequest) -> Answer {
        let (staff, assets) = (self.staff.clone(), Data::new(Assets::none()));
        let app = App::new()
            .configure(api::staff::routes(staff, assets))
            .default_service(web::to(not_found))
            .wrap(from_fn(refuse_cross_site))
            .wrap(from_fn(seal_response));
        let app = init_service(app).await;
        answer(&app, request.to_request()).await
    }
}

fn lane(burst: u32, seconds: u64, clock: &Arc<HandClock>, dice: &Arc<Dice>) -> Lane {
    let rate = Rate::new(burst, Duration::from_secs(seconds)).unwrap();
    Lane::new(rate, rate, clock.clone(), dice.clone())
}

/// What the staff listener stands on, with nothing in memory.
fn staff(
    store: Arc<dyn Store>,
    clock: &Arc<HandClock>,
    dice: &Arc<Dice>,
    setup: &ServerSetup,
    blobs: Arc<Blobs>,
) -> Staff {
    let lane = |burst, seconds| lane(burst, seconds, clock, dice);
    Staff {
        log: crate::log::logbook(&store, clock),
        store,
        clock: clock.clone(),
        dice: dice.clone(),
        inst: INST,
        authorities: crate::log::pinned(),
        setup: ServerSetup::from_bytes(&setup.to_bytes()).unwrap(),
        times: SessionTimes {
            idle: 900,
            whole: 36_000,
        },
        clocks: Clocks::default(),
        retention: Retention::default(),
        attempts: Attempts::with_room_for(8),
        given: Given::default(),
        waits: Arc::new(Waits::default()),
        blobs,
        limits: SignInLimits {
            proxies: Arc::new(TrustedProxies::default()),
            each: lane(20, 60),
            name_here: lane(4, 60),
            name: lane(8, 60),
            all: lane(40, 60),
            enrolments: lane(20, 60),
        },
        replies: lane(10, 180),
        operations: lane(500, 1),
        altered: Altered::default(),
    }
}

async fn answer<R, B: MessageBody>(
    app: &impl Service<R, Response = ServiceResponse<B>, Error = actix_web::Error>,
    request: R,
) -> Answer {
    let response = call_service(app, request).await;
    let (status, headers) = (response.status(), response.headers().clone());
    let body = read_body(response).await;
    Answer {
        status,
        headers,
        body,
    }
}

/// Sends so many bytes of a frame and then nothing, without closing.
pub async fn stalled(house: &House, bytes: usize) -> Answer {
    let some = Bytes::from(vec![9; bytes]);
    let some = futures_util::stream::once(async move { Ok(some) });
    let payload = stream(some.chain(futures_util::stream::pending()));
    let request = crate::actors::Reporter::at("192.0.2.7").request(Vec::new());
    let request = request.insert_header(("content-length", domain::FRAME_LEN.to_string()));
    house.public_with(request, Some(payload)).await
}

fn stream(body: impl Stream<Item = Result<Bytes, PayloadError>> + 'static) -> Payload {
    let payload: Pin<Box<dyn Stream<Item = _>>> = Box::pin(body);
    Payload::Stream { payload }
}
