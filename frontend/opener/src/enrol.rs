//! Enrolling: a passphrase is drawn here, keys are made of it, and a card is handed in.

use domain::Clock;
use domain::console::{Answer, Enrolled, Failure, Passphrase};
use domain::wire::{Blob, EnrolFinish, EnrolStart};
use notes::fingerprint;
use rand::{CryptoRng, RngCore};
use signin::register_start;
use unseal::officer::OfficerKeys;

use crate::opener::Opener;
use crate::passphrase::{canonical, make_passphrase};
use crate::session::refused;
use crate::transport::Transport;

impl<T: Transport, R: RngCore + CryptoRng, C: Clock> Opener<T, R, C> {
    /// Registers a new officer. The passphrase exists in the answer only.
    pub(crate) async fn enrol(&mut self, invitation: &Passphrase) -> Result<Answer, Failure> {
        let drawn = make_passphrase(&mut self.rng);
        let passphrase = canonical(drawn.clone());
        let passphrase = passphrase.as_bytes();
        let (registration, request) = register_start(&mut self.rng, passphrase).map_err(refused)?;
        // EXPOSE: the server compares the code.
        let invitation = invitation.expose().trim().to_owned();
        let start = EnrolStart {
            invitation: invitation.clone(),
            request: Blob(request),
        };
        let challenge = self.outside().enrol_start(&start).await?;
        if challenge.inst != self.pins.inst {
            return Err(Failure::Unexpected);
        }
        let response = &challenge.response.0;
        let registered = registration.finish(&mut self.rng, passphrase, response, &self.stretch);
        let registered = registered.map_err(refused)?;
        let keys = OfficerKeys::derive(registered.export_key.expose());
        let card = keys.card(challenge.inst, challenge.officer);
        let card = card.map_err(|_| Failure::Unexpected)?;
        let finish = EnrolFinish {
            invitation,
            upload: Blob(registered.upload),
            card: card.to_text(),
        };
        self.outside().enrol_finish(&finish).await?;
        Ok(Answer::Enrolled(Enrolled {
            name: challenge.name,
            passphrase: drawn,
            fingerprint: fingerprint::of_card(&card),
        }))
    }
}
