//! Test tips, put away before anybody sees them.

use domain::console::Failure;
use domain::work::CloseReason;
use rand::{CryptoRng, RngCore};

use crate::intake::Canary;
use crate::opener::Room;
use crate::transport::Transport;

/// So many at one fetch: a server that gives one of them again and again keeps nobody from the tips.
const AT_ONCE: usize = 8;

impl<T: Transport, R: RngCore + CryptoRng> Room<'_, T, R> {
    /// Tells the server of the test tips that came, and takes them out of the intake into records that are
    /// closed at once. What cannot be done now is done at the next fetch.
    pub(crate) async fn put_canaries_away(&mut self) {
        for canary in self.held.intake.canaries(AT_ONCE) {
            if self.put_away(&canary).await.is_err() {
                self.held.intake.keep_canary(canary);
            }
        }
    }

    async fn put_away(&mut self, canary: &Canary) -> Result<(), Failure> {
        match self.api.canary_arrived(&canary.arrived).await {
            // One that the server does not believe is taken out all the same.
            Ok(()) | Err(Failure::Unexpected) => {}
            Err(later) => return Err(later),
        }
        let original = canary.original.clone();
        match self.keep(original, Some(CloseReason::Canary)).await {
            // A colleague was first, or its days are over.
            Ok(_) | Err(Failure::AlreadyAccepted | Failure::NotFound) => Ok(()),
            Err(later) => Err(later),
        }
    }
}
