//! From where officers have signed in: a flood of guesses elsewhere does not keep them out there.

use std::collections::VecDeque;
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::dice::Dice;
use crate::limits::Caller;

/// Places remembered; beyond it the oldest is forgotten.
const PLACES_MAX: usize = 4_096;

/// A name in a neighbourhood: HMAC-SHA256 of both under a key of this run, shortened to 16 bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct KnownPlace([u8; 16]);

/// Where sign-ins have gone well, newest first: in memory only, gone with the server.
#[derive(Default)]
pub(super) struct KnownPlaces {
    key: OnceLock<[u8; 32]>,
    places: Mutex<VecDeque<KnownPlace>>,
}

impl KnownPlaces {
    /// The place a sign-in under this name comes from.
    pub(super) fn place(&self, dice: &Dice, caller: &Caller, folded_name: &str) -> KnownPlace {
        let key = self.key.get_or_init(|| dice.bytes());
        KnownPlace(caller.as_account(folded_name).key(key))
    }

    /// Whether a sign-in has gone well there.
    pub(super) fn knows(&self, place: KnownPlace) -> bool {
        self.lock().contains(&place)
    }

    /// Remembers that a sign-in has gone well there.
    pub(super) fn remember(&self, place: KnownPlace) {
        let mut places = self.lock();
        places.retain(|known| *known != place);
        places.push_front(place);
        places.truncate(PLACES_MAX);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, VecDeque<KnownPlace>> {
        // At worst a place is forgotten.
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    #[test]
    fn places_are_told_apart_by_name_and_neighbourhood_and_the_oldest_is_forgotten() {
        let dice = Dice::new(rand_chacha::ChaCha20Rng::seed_from_u64(1));
        let known = KnownPlaces::default();
        let at = |address: &str, name: &str| {
            let caller = Caller::at(address.parse().unwrap());
            known.place(&dice, &caller, name)
        };
        let station = at("192.0.2.7", "amina");
        assert!(!known.knows(station));
        known.remember(station);
        assert!(known.knows(at("192.0.2.200", "amina")), "the same /24");
        assert!(!known.knows(at("192.0.2.7", "omar")));
        assert!(!known.knows(at("198.51.100.7", "amina")));
        for number in 0..PLACES_MAX {
            let name = number.to_string();
            known.remember(at("192.0.2.7", &name));
        }
        assert!(!known.knows(station));
        assert_eq!(known.lock().len(), PLACES_MAX);
    }
}
