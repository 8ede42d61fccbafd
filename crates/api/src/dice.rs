//! Randomness as the apps share it.

use std::sync::{Mutex, PoisonError};

use rand::{CryptoRng, RngCore};

/// What randomness is drawn from.
pub trait Rng: RngCore + CryptoRng + Send {}

impl<R: RngCore + CryptoRng + Send> Rng for R {}

/// One source of randomness for all workers.
pub struct Dice(Mutex<Box<dyn Rng>>);

impl Dice {
    /// Shares this source.
    pub fn new(rng: impl Rng + 'static) -> Self {
        Self(Mutex::new(Box::new(rng)))
    }

    /// Draws so many bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        self.with(|rng| {
            let mut bytes = [0; N];
            rng.fill_bytes(&mut bytes);
            bytes
        })
    }

    /// Draws whatever the closure needs.
    pub fn with<T>(&self, draw: impl FnOnce(&mut dyn Rng) -> T) -> T {
        // A panic while drawing leaves the source as good as before.
        let mut rng = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        draw(rng.as_mut())
    }
}
