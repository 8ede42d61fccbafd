//! What the handlers of both apps stand on, opened once.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use actix_web::web::Data;
use api::limits::{Lane, TrustedProxies};
use api::mailboxes::Mailboxes;
use api::metrics::{Board, Counters};
use api::public::{Door, Public, Uploads};
use api::readiness::Readiness;
use api::sheets::Sheets;
use api::staff::{Altered, Attempts, Given, SessionTimes, SignInLimits, Staff, Waits};
use api::{ConsolePolicy, Dice, Puzzles};
use audit::Logbook;
use blobs::Blobs;
use domain::Clock;
use notes::Authorities;
use notify::Mailing;
use rand::SeedableRng;
use rand::rngs::StdRng;
use report::{Once, Pages, Server};
use signin::ServerSetup;
use staging::Staging;
use storage::Store;
use tokio::sync::watch;

use super::application::{Parts, StartError};
use super::apps::{PublicApp, Shell, StaffApp, WatchApp};
use super::duties::Duties;
use super::logbook::logbook;
use super::mail::{Ground, mailing};
use super::pages::page_settings;
use super::plain::PlainServer;
use super::published::{Progress, Publisher};
use super::shell::shell;
use super::site::Site;
use crate::database::Database;
use crate::diary::Diary;
use crate::folder::Folder;
use crate::place::Place;
use crate::settings::{MailError, RateSetting, Settings, SettingsError};

/// Sign-ins that may be under way at once.
const ATTEMPTS: usize = 1_024;

/// Everything that was opened.
pub(super) struct Rooms {
    pub database: Database,
    store: Arc<dyn Store>,
    pub door: Arc<Door>,
    settings: Settings,
    authorities: Authorities,
    setup: ServerSetup,
    site: Site,
    staging: Staging,
    blobs: Arc<Blobs>,
    readiness: Data<Readiness>,
    counters: Data<Counters>,
    data: PathBuf,
    diary: Diary,
    waits: Arc<Waits>,
    sheets: Arc<Sheets>,
    clock: Arc<dyn Clock>,
    dice: Arc<Dice>,
    proxies: Arc<TrustedProxies>,
}

impl Rooms {
    /// Opens the store, staging and the sign-in key.
    pub(super) async fn open(parts: Parts) -> Result<Self, StartError> {
        let Parts {
            place,
            site,
            clock,
            mut rng,
        } = parts;
        let authorities = place.settings.authorities()?;
        let proxies = place.settings.proxies().map_err(SettingsError::from)?;
        let setup = place.folder.read_sign_in_key()?;
        let database = Database::open(&place).await?;
        let Place {
            folder, settings, ..
        } = place;
        let inst = settings.installation.id;
        let (store, own) = (database.store(), own_rng(&mut rng));
        let staging = Staging::open(&folder.staging(), store.clone(), clock.clone(), own).await?;
        let own = own_rng(&mut rng);
        let blobs = open_blobs(&folder, &settings, clock.clone(), own)?;
        let door = Door::new(store.clone(), authorities.clone(), inst, clock.clone());
        let door = Arc::new(door);
        let (stored, staged) = (store.clone(), staging.clone());
        let readiness = Readiness::new(stored, staged, door.clone(), clock.clone());
        Ok(Self {
            database,
            sheets: Arc::new(Sheets::new(store.clone(), clock.clone())),
            store,
            door,
            settings,
            authorities,
            setup,
            site,
            staging,
            blobs,
            readiness: Data::new(readiness),
            counters: Data::new(Counters::default()),
            data: folder.path().into(),
            diary: Diary::of(&folder),
            waits: Arc::default(),
            clock,
            dice: Arc::new(Dice::new(rng)),
            proxies: Arc::new(proxies),
        })
    }

    /// What is told to machines that watch over this one.
    pub(super) fn publisher(&self) -> Publisher {
        Publisher {
            counters: self.counters.clone(),
            board: Data::new(Board::default()),
            store: self.store.clone(),
            door: self.door.clone(),
            data: self.data.clone(),
        }
    }

    /// The app for such machines.
    pub(super) fn watch_app(&self, publisher: &Publisher) -> WatchApp {
        WatchApp {
            board: publisher.board.clone(),
            readiness: self.readiness.clone(),
        }
    }

    /// What happens by the clock; what was done is told there.
    pub(super) fn duties(&self, progress: watch::Sender<Progress>) -> Duties {
        Duties {
            progress,
            store: self.store.clone(),
            log: self.log(),
            staging: self.staging.clone(),
            blobs: self.blobs.clone(),
            waits: self.waits.clone(),
            door: self.door.clone(),
            clock: self.clock.clone(),
            diary: self.diary.clone(),
            window_seconds: self.settings.staging.window_seconds,
        }
    }

    /// The log of operations.
    fn log(&self) -> Arc<Logbook> {
        let (store, pinned) = (self.store.clone(), self.authorities.clone());
        let (inst, clock) = (self.settings.installation.id, self.clock.clone());
        logbook(store, pinned, inst, clock, &self.setup)
    }

    /// What mails, if anybody is mailed.
    pub(super) fn mailing(&self) -> Result<Option<Mailing<StdRng>>, MailError> {
        let settings = self.settings.mail.as_ref();
        let ground = || Ground {
            store: self.store.clone(),
            waits: self.waits.clone(),
            clock: self.clock.clone(),
            rng: StdRng::from_seed(self.dice.bytes()),
        };
        settings.map(|mail| mailing(mail, ground())).transpose()
    }

    /// Both apps.
    pub(super) fn apps(self) -> Result<(PublicApp, StaffApp), StartError> {
        let public = self.public()?;
        let server = self.plain_server(&public)?;
        let page_settings = page_settings(&self.settings, self.authorities.clone());
        let translator = self.settings.triage.translator.as_ref();
        let policy = Data::new(ConsolePolicy::with(translator));
        let shell = shell(
            &self.site.staff,
            &self.authorities,
            self.settings.installation.id,
            translator,
        )?;
        let once = Once::new(self.dice.bytes());
        let (limits, replies) = (self.sign_in_limits()?, self.replies()?);
        let operations = self.operations()?;
        let (inst, log) = (self.settings.installation.id, self.log());
        let staff = Staff {
            log,
            store: self.store,
            clock: self.clock,
            dice: self.dice,
            inst,
            authorities: self.authorities,
            setup: self.setup,
            times: SessionTimes {
                idle: self.settings.staff.idle_seconds,
                whole: self.settings.staff.session_seconds,
            },
            clocks: self.settings.triage.clocks,
            retention: self.settings.retention,
            attempts: Attempts::with_room_for(ATTEMPTS),
            given: Given::default(),
            waits: self.waits,
            blobs: self.blobs,
            limits,
            replies,
            operations,
            altered: Altered::default(),
        };
        let server: Arc<dyn Server> = Arc::new(server);
        let public = PublicApp {
            api: Data::new(public),
            counters: self.counters.clone(),
            assets: Data::new(self.site.public),
            pages: Data::new(Pages::new(page_settings, self.site.pages)),
            server: Data::from(server),
            once: Data::new(once),
        };
        let staff = StaffApp {
            api: Data::new(staff),
            counters: self.counters,
            assets: Data::new(self.site.staff),
            shell: Data::new(Shell(shell)),
            policy,
        };
        Ok((public, staff))
    }

    fn public(&self) -> Result<Public, SettingsError> {
        let limits = &self.settings.limits;
        Ok(Public {
            staging: self.staging.clone(),
            door: self.door.clone(),
            readiness: self.readiness.clone().into_inner(),
            lane: Arc::new(self.lane(limits.tips, limits.tips_shared)?),
            proxies: self.proxies.clone(),
            upload_time: Duration::from_secs(self.settings.public.upload_seconds.into()),
            mailboxes: Mailboxes::new(self.store.clone(), self.dice.clone()),
            puzzles: Arc::new(Puzzles::new(
                self.settings.puzzle.rounds,
                self.clock.clone(),
                self.dice.clone(),
            )),
            sheets: self.sheets.clone(),
            uploads: Arc::new(Uploads {
                blobs: self.blobs.clone(),
                lane: self.lane(limits.blobs, limits.blobs_shared)?,
                at_once: self.settings.blobs.at_once_each,
                at_once_shared: self.settings.blobs.at_once_shared(),
            }),
        })
    }

    /// The way without scripts has no room for files of its own.
    fn plain_server(&self, public: &Public) -> Result<PlainServer, SettingsError> {
        let limits = &self.settings.limits;
        Ok(PlainServer {
            clock: self.clock.clone(),
            dice: self.dice.clone(),
            door: self.door.clone(),
            pages: self.lane(limits.pages, limits.pages_shared)?,
            tips: self.lane(limits.plain, limits.plain_shared)?,
            uploads: Arc::clone(&public.uploads),
            proxies: self.proxies.clone(),
            staging: self.staging.clone(),
            mailboxes: Mailboxes::new(self.store.clone(), self.dice.clone()),
            sheets: self.sheets.clone(),
        })
    }

    fn sign_in_limits(&self) -> Result<SignInLimits, SettingsError> {
        let limits = &self.settings.limits;
        let wide = limits.sign_ins_all;
        Ok(SignInLimits {
            proxies: self.proxies.clone(),
            each: self.lane(limits.sign_ins, wide)?,
            name_here: self.lane(limits.sign_ins_a_name, limits.sign_ins_a_name)?,
            name: self.lane(limits.sign_ins_a_name_all, limits.sign_ins_a_name_all)?,
            all: self.lane(wide, wide)?,
            enrolments: self.lane(limits.sign_ins, wide)?,
        })
    }

    fn replies(&self) -> Result<Lane, SettingsError> {
        let rate = self.settings.limits.replies_an_officer;
        self.lane(rate, rate)
    }

    fn operations(&self) -> Result<Lane, SettingsError> {
        let rate = self.settings.limits.operations_an_officer;
        self.lane(rate, rate)
    }

    fn lane(&self, each: RateSetting, shared: RateSetting) -> Result<Lane, SettingsError> {
        let (clock, dice) = (self.clock.clone(), self.dice.clone());
        Ok(Lane::new(each.rate()?, shared.rate()?, clock, dice))
    }
}

fn open_blobs(
    folder: &Folder,
    settings: &Settings,
    clock: Arc<dyn Clock>,
    rng: StdRng,
) -> Result<Arc<Blobs>, StartError> {
    let own = settings.blobs.folder.clone();
    let path = own.unwrap_or_else(|| folder.blobs());
    let blobs = Blobs::open(&path, settings.blobs.room(), clock, rng);
    let blobs = blobs.map_err(StartError::Blobs)?;
    let Some(s3) = &settings.blobs.s3 else {
        return Ok(Arc::new(blobs));
    };
    Ok(Arc::new(blobs.with_objects(s3.objects()?)))
}

/// A source of its own for staging, drawn from the one we were given.
fn own_rng(rng: &mut StdRng) -> StdRng {
    let mut seed = <StdRng as SeedableRng>::Seed::default();
    rand::RngCore::fill_bytes(rng, &mut seed);
    StdRng::from_seed(seed)
}
