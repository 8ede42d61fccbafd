//! The randomness of windows: shared by the writer, which draws keys, and the shuffle.

use std::sync::{Arc, Mutex, PoisonError};

use domain::IntakeId;
use rand::seq::SliceRandom;
use rand::{CryptoRng, RngCore};

trait Randomness: RngCore + CryptoRng + Send {}
impl<R: RngCore + CryptoRng + Send> Randomness for R {}

/// One source of randomness, held for a moment at a time.
#[derive(Clone)]
pub(crate) struct Dice(Arc<Mutex<dyn Randomness>>);

impl Dice {
    pub(crate) fn new(rng: impl RngCore + CryptoRng + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(rng)))
    }

    /// A fresh id.
    pub(crate) fn intake_id(&self) -> IntakeId {
        self.with(|rng| {
            let mut bytes = [0; 8];
            rng.fill_bytes(&mut bytes);
            IntakeId::from_random(bytes)
        })
    }

    /// A file name nobody can foresee.
    pub(crate) fn name(&self) -> String {
        self.with(|rng| {
            let mut bytes = [0; 16];
            rng.fill_bytes(&mut bytes);
            hex::encode(bytes)
        })
    }

    /// Brings these into random order.
    pub(crate) fn shuffle<T>(&self, all: &mut [T]) {
        self.with(|rng| all.shuffle(rng));
    }

    fn with<T>(&self, draw: impl FnOnce(&mut dyn Randomness) -> T) -> T {
        draw(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_chacha::ChaCha20Rng;

    use super::*;

    #[test]
    fn a_shuffled_window_is_in_another_order_for_every_seed() {
        let shuffled = |seed| {
            let mut order: Vec<u32> = (0..100).collect();
            Dice::new(ChaCha20Rng::seed_from_u64(seed)).shuffle(&mut order);
            order
        };
        let arrival: Vec<u32> = (0..100).collect();
        assert_ne!(shuffled(1), arrival);
        assert_ne!(shuffled(1), shuffled(2));
        assert_eq!(shuffled(1), shuffled(1));
    }
}
