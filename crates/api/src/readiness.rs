//! Whether everything that tips need does its work: `GET /ready`, for the machines around us.
//!
//! Tips do not need the database: their frames are durable in staging, and wait there while it is away. So
//! nobody may be sent away for it; it is named apart, for whoever looks after it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use actix_web::{HttpResponse, web};
use domain::Clock;
use serde::Serialize;
use staging::Staging;
use storage::Store;
use tokio::time::timeout;

use crate::limits::Caller;
use crate::public::Door;
use crate::remembered::Remembered;

/// However many ask, the disk and the database are tried once in so many seconds.
const BELIEVED_SECONDS: i64 = 5;

/// Nobody waits longer for a database: it may be busy for minutes, or hang.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often `/health` was asked for since the start, by callers that limits tell apart or not. Nobody
/// who reports asks for it, so this tells whether a proxy says who calls, and nothing of reporters.
#[derive(Debug, Default)]
struct Asked {
    together: AtomicU64,
    apart: AtomicU64,
}

/// What does its work now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Ready {
    /// The database can be read and written.
    pub store: bool,
    /// A frame can be made durable.
    pub staging: bool,
    /// There is a directory that is valid today.
    pub directory: bool,
}

impl Ready {
    /// Whether tips can be taken.
    pub const fn is_ready(self) -> bool {
        self.staging && self.directory
    }
}

/// Finds out what does its work.
pub struct Readiness {
    store: Arc<dyn Store>,
    staging: Staging,
    door: Arc<Door>,
    clock: Arc<dyn Clock>,
    stored: Remembered<bool>,
    staged: Remembered<bool>,
    asked: Asked,
}

/// What `/ready` answers.
#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    ready: Ready,
    health_asked_together: u64,
    health_asked_apart: u64,
}

impl Readiness {
    /// Watches these.
    pub fn new(
        store: Arc<dyn Store>,
        staging: Staging,
        door: Arc<Door>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            store,
            staging,
            door,
            clock,
            stored: Remembered::for_seconds(BELIEVED_SECONDS),
            staged: Remembered::for_seconds(BELIEVED_SECONDS),
            asked: Asked::default(),
        }
    }

    /// Notes that somebody asked for `/health`.
    pub(crate) fn was_asked(&self, caller: &Caller) {
        let count = if caller.is_shared() {
            &self.asked.together
        } else {
            &self.asked.apart
        };
        count.fetch_add(1, Ordering::Relaxed);
    }

    /// What does its work now, or did a few seconds ago. A database that does not answer at once, does not.
    pub async fn now(&self) -> Ready {
        let (store, staging, directory) =
            tokio::join!(self.store(), self.staging(), self.directory());
        Ready {
            store,
            staging,
            directory,
        }
    }

    /// Whether tips can be taken. The database is not asked whether it can be written.
    pub(crate) async fn takes_tips(&self) -> bool {
        let (staging, directory) = tokio::join!(self.staging(), self.directory());
        staging && directory
    }

    async fn store(&self) -> bool {
        let look = async {
            let answer = timeout(PATIENCE, self.store.ready()).await;
            matches!(answer, Ok(Ok(())))
        };
        self.stored.or_look(self.clock.now(), look).await.0
    }

    async fn staging(&self) -> bool {
        let look = self.staging.ready();
        self.staged.or_look(self.clock.now(), look).await.0
    }

    /// The directory lies in the database; as long as that is silent, the last one known counts.
    async fn directory(&self) -> bool {
        match timeout(PATIENCE, self.door.open()).await {
            Ok(answer) => answer.is_ok(),
            Err(_) => self.door.last_known().is_some(),
        }
    }
}

/// 200 if tips can be taken, else 503; and what does its work.
pub async fn ready(readiness: web::Data<Readiness>) -> HttpResponse {
    let ready = readiness.now().await;
    let mut response = if ready.is_ready() {
        HttpResponse::Ok()
    } else {
        HttpResponse::ServiceUnavailable()
    };
    response.json(Answer {
        ready,
        health_asked_together: readiness.asked.together.load(Ordering::Relaxed),
        health_asked_apart: readiness.asked.apart.load(Ordering::Relaxed),
    })
}
