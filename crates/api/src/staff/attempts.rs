//! Sign-ins under way: in memory, a minute at most, a bounded number.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use domain::{OfficerId, UnixSeconds};
use signin::ServerAttempt;

use super::known_places::{KnownPlace, KnownPlaces};
use crate::fault::Fault;

const SECONDS: i64 = 60;

/// A sign-in under way; nobody, if the name is unknown.
pub(super) struct Attempt {
    pub server: ServerAttempt,
    pub officer: Option<OfficerId>,
    pub place: KnownPlace,
    /// Whether a sign-in under that name has gone well there before.
    pub known: bool,
    pub started: UnixSeconds,
}

/// Every sign-in under way, and where some went well.
pub struct Attempts {
    most: usize,
    pub(super) known: KnownPlaces,
    running: Mutex<HashMap<[u8; 16], Attempt>>,
}

impl Attempts {
    /// Room for so many at once.
    pub fn with_room_for(most: usize) -> Self {
        Self {
            most,
            known: KnownPlaces::default(),
            running: Mutex::default(),
        }
    }

    /// Remembers an attempt, if there is room. One from where the officer has signed in before takes the
    /// room of the oldest of the others: a flood does not fill it up.
    pub(super) fn begin(&self, id: [u8; 16], attempt: Attempt) -> Result<(), Fault> {
        let now = attempt.started;
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running.retain(|_, other| is_running(other, now));
        if running.len() >= self.most {
            let giving_way = oldest(&running, |other| attempt.known && !other.known);
            let full = || Fault::too_many(u32::try_from(SECONDS).unwrap_or(60));
            running.remove(&giving_way.ok_or_else(full)?);
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

fn oldest(
    running: &HashMap<[u8; 16], Attempt>,
    wanted: impl Fn(&Attempt) -> bool,
) -> Option<[u8; 16]> {
    let wanted = running.iter().filter(|(_, attempt)| wanted(attempt));
    let oldest = wanted.min_by_key(|(_, attempt)| attempt.started);
    oldest.map(|(id, _)| *id)
}

fn is_running(attempt: &Attempt, now: UnixSeconds) -> bool {
    (0..=SECONDS).contains(&now.0.saturating_sub(attempt.started.0))
}
