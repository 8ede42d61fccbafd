//! Which frames each session was given: in memory only, gone with the session.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::{IntakeId, UnixSeconds};
use rand::seq::SliceRandom;
use storage::{IntakeEntry, TokenHash};

use crate::dice::Rng;

/// Frames each session was given.
#[derive(Default)]
pub struct Given(Mutex<HashMap<TokenHash, ToOne>>);

#[derive(Default)]
struct ToOne {
    until: i64,
    ids: HashSet<IntakeId>,
}

/// What a session asks for.
pub(super) struct Wanted {
    pub most: usize,
    pub afresh: bool,
    pub now: UnixSeconds,
    /// No session lives longer.
    pub until: UnixSeconds,
}

/// What a session is given next.
pub(super) struct Next {
    pub ids: Vec<IntakeId>,
    /// Given earlier, and no longer there; said once.
    pub gone: Vec<IntakeId>,
    pub remaining: usize,
}

impl Given {
    /// Draws frames at random that this session was not given yet, and remembers them as given.
    pub(super) fn draw(
        &self,
        token: TokenHash,
        wanted: &Wanted,
        mut entries: Vec<IntakeEntry>,
        mut rng: &mut dyn Rng,
    ) -> Next {
        let mut sessions = self.lock();
        sessions.retain(|_, one| one.until >= wanted.now.0);
        let one = sessions.entry(token).or_default();
        one.until = wanted.until.0;
        if wanted.afresh {
            one.ids.clear();
        }
        // What has left the intake need not be remembered.
        let present: HashSet<_> = entries.iter().map(|entry| entry.id).collect();
        let gone = one.ids.extract_if(|id| !present.contains(id)).collect();
        entries.retain(|entry| !one.ids.contains(&entry.id));
        let (chosen, rest) = entries.partial_shuffle(&mut rng, wanted.most);
        let ids: Vec<_> = chosen.iter().map(|entry| entry.id).collect();
        one.ids.extend(&ids);
        let remaining = rest.len();
        Next {
            ids,
            gone,
            remaining,
        }
    }

    /// Takes back what could not be handed over after all, and will say once more what is gone.
    pub(super) fn undo(&self, token: TokenHash, next: &Next) {
        if let Some(one) = self.lock().get_mut(&token) {
            one.ids.retain(|id| !next.ids.contains(id));
            one.ids.extend(&next.gone);
        }
    }

    /// Gives these frames to every session again: they wait in the intake once more.
    pub(super) fn forget_frames(&self, ids: &[IntakeId]) {
        for one in self.lock().values_mut() {
            one.ids.retain(|id| !ids.contains(id));
        }
    }

    /// Forgets a session that has ended.
    pub(super) fn forget(&self, token: TokenHash) {
        self.lock().remove(&token);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<TokenHash, ToOne>> {
        // At worst a frame is given twice.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
