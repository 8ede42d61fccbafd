//! Builds the whole server from its parts; what `main` and the tests start alike.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use actix_web::dev::{Server as HttpTask, ServerHandle};
use domain::Clock;
use notify::Mailing;
use rand::rngs::StdRng;
use staging::OpenStagingError;
use tokio::sync::watch;

use super::duties::Duties;
use super::listening;
use super::published::{Progress, Publisher};
use super::rooms::Rooms;
use super::site::{Site, SiteError};
use crate::database::{Database, DatabaseError};
use crate::folder::FolderError;
use crate::place::Place;
use crate::settings::{MailError, SettingsError, StorageError};

/// What the server is made of.
pub struct Parts {
    /// The installation's files and what its operator decided.
    pub place: Place,
    /// What both listeners serve from memory.
    pub site: Site,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Where all randomness comes from.
    pub rng: StdRng,
}

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The settings do not do for serving.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The data folder cannot be used.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// The site folder cannot be used.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// Nobody said where the site folder is.
    #[error("where the site lies is not said: set folders.site, or pass --site FOLDER")]
    NoSite,
    /// Frames could not arrive durably.
    #[error(transparent)]
    Staging(#[from] OpenStagingError),
    /// The folder of tips' files cannot be used.
    #[error("the folder of tips' files cannot be used")]
    Blobs(#[source] io::Error),
    /// The storage of tips' files cannot be used.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// Nobody could be mailed.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The folder holds the secrets of a demonstration, and the settings open it to other machines.
    #[error(
        "this folder holds a demonstration, all keys of it: it is served on loopback addresses only. \
         For a real installation begin with `ginnel init` in another folder"
    )]
    Demonstration,
    /// An address is taken or not this machine's.
    #[error("cannot listen on {address}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        #[source]
        source: io::Error,
    },
}

/// A server that listens and waits to be run.
pub struct Application {
    public: (HttpTask, SocketAddr),
    staff: (HttpTask, SocketAddr),
    watched: Option<Watched>,
    duties: Duties,
    mailing: Option<Mailing<StdRng>>,
    database: Database,
    stop: watch::Sender<bool>,
}

/// What machines that watch over this one are told, and where.
struct Watched {
    listener: (HttpTask, SocketAddr),
    publisher: Publisher,
    progress: watch::Receiver<Progress>,
}

/// Stops a running server from elsewhere.
#[derive(Clone)]
pub struct Stopper {
    servers: Vec<ServerHandle>,
}

impl Application {
    /// Opens everything and listens on both sockets. Refuses a folder without its sign-in key, and one
    /// that is another installation's. With an expired directory it starts closed.
    pub async fn build(parts: Parts) -> Result<Self, StartError> {
        let settings = parts.place.settings.clone();
        if parts.place.folder.holds_a_demonstration() && !settings.is_on_this_machine_only() {
            return Err(StartError::Demonstration);
        }
        let now = parts.clock.now();
        let rooms = Rooms::open(parts).await?;
        let database = rooms.database.clone();
        let (progress, told) = watch::channel(Progress::at(now));
        let watched = match settings.metrics.bind {
            Some(bind) => Some(Watched::listen(&rooms, bind, told)?),
            None => None,
        };
        let (duties, mailing) = (rooms.duties(progress), rooms.mailing()?);
        // Said once at the start, whether open or closed.
        let _ = rooms.door.open().await;
        let (public, staff) = rooms.apps()?;
        Ok(Self {
            public: listening::public(settings.public.bind, public)?,
            staff: listening::staff(settings.staff.bind, staff)?,
            watched,
            duties,
            mailing,
            database,
            stop: watch::Sender::new(false),
        })
    }

    /// Where reporters come in.
    pub const fn public_address(&self) -> SocketAddr {
        self.public.1
    }

    /// Where officers come in.
    pub const fn staff_address(&self) -> SocketAddr {
        self.staff.1
    }

    /// Where figures are, if anywhere.
    pub fn metrics_address(&self) -> Option<SocketAddr> {
        self.watched.as_ref().map(|watched| watched.listener.1)
    }

    /// Something to stop it with.
    pub fn stopper(&self) -> Stopper {
        let mut servers = vec![self.public.0.handle(), self.staff.0.handle()];
        servers.extend(self.watched.iter().map(|one| one.listener.0.handle()));
        Stopper { servers }
    }

    /// Serves until stopped; then requests under way end, the last window turns and the store closes.
    pub async fn run(self) -> io::Result<()> {
        let duties = actix_web::rt::spawn(self.duties.run(self.stop.subscribe()));
        let mailing = self
            .mailing
            .map(|mailing| mailing.run(self.stop.subscribe()));
        let mailing = mailing.map(actix_web::rt::spawn);
        let watched = async {
            match self.watched {
                Some(watched) => watched.run().await,
                None => Ok(()),
            }
        };
        let served = tokio::try_join!(self.public.0, self.staff.0, watched);
        let _ = self.stop.send(true);
        if duties.await.is_err() {
            tracing::error!("the clock's duties broke off");
        }
        if let Some(mailing) = mailing
            && mailing.await.is_err()
        {
            tracing::error!("mailing broke off");
        }
        self.database.close().await;
        served.map(drop)
    }
}

impl Watched {
    fn listen(
        rooms: &Rooms,
        bind: SocketAddr,
        progress: watch::Receiver<Progress>,
    ) -> Result<Self, StartError> {
        let publisher = rooms.publisher();
        Ok(Self {
            listener: listening::watch(bind, rooms.watch_app(&publisher))?,
            publisher,
            progress,
        })
    }

    /// Publishes and answers until the listener is stopped.
    async fn run(self) -> io::Result<()> {
        let publishing = actix_web::rt::spawn(self.publisher.run(self.progress));
        let served = self.listener.0.await;
        publishing.abort();
        served
    }
}

impl Stopper {
    /// Lets requests under way end, then stops every listener.
    pub async fn stop(&self) {
        for server in &self.servers {
            server.stop(true).await;
        }
    }
}
