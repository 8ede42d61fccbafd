//! Sign-ins under way: in memory, a minute at most, a bounded number.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use domain::{OfficerId, UnixSeconds};
use signin::ServerAttempt;

use crate::fault::Fault;

const SECONDS: i64 = 60;

/// A sign-in under way; nobody, if the name is unknown.
pub(super) struct Attempt {
    pub server: ServerAttempt,
    pub officer: Option<OfficerId>,
    pub started: UnixSeconds,
}

/// Every sign-in under way.
pub struct Attempts {
    most: usize,
    running: Mutex<HashMap<[u8; 16], Attempt>>,
}

impl Attempts {
    /// Room for so many at once.
    pub fn with_room_for(most: usize) -> Self {
        let running = Mutex::default();
        Self { most, running }
    }

    /// Remembers an attempt, if there is room.
    pub(super) fn begin(&self, id: [u8; 16], attempt: Attempt) -> Result<(), Fault> {
        let now = attempt.started;
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running.retain(|_, other| is_running(other, now));
        if running.len() >= self.most {
            return Err(Fault::too_many(u32::try_from(SECONDS).unwrap_or(60)));
        }
        running.insert(id, attempt);
        Ok(())
    }

    /// Takes an attempt out; each is finished once, well or not.
    pub(super) fn end(&self, id: &[u8], now: UnixSeconds) -> Option<Attempt> {
        let id: [u8; 16] = id.try_into().ok()?;
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let attempt = running.remove(&id)?;
        is_running(&attempt, now).then_some(attempt)
    }
}

fn is_running(attempt: &Attempt, now: UnixSeconds) -> bool {
    (0..=SECONDS).contains(&now.0.saturating_sub(attempt.started.0))
}
