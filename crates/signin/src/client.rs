//! The steps of the officer's browser.

use std::fmt;

use opaque_ke::{CredentialResponse, RegistrationResponse};
use rand::{CryptoRng, RngCore};

use crate::suite::{ExportKey, SessionKey, SignInError, Stretch, Suite};

/// An enrolment under way. Wiped when dropped.
pub struct ClientRegistration(opaque_ke::ClientRegistration<Suite>);

/// A sign-in under way. Wiped when dropped.
pub struct ClientLogin(opaque_ke::ClientLogin<Suite>);

/// What an enrolment ends with.
#[derive(Debug)]
pub struct Registered {
    /// To be sent to the server.
    pub upload: Vec<u8>,
    /// The officer's own secret.
    pub export_key: ExportKey,
}

/// What a sign-in ends with.
#[derive(Debug)]
pub struct LoginFinished {
    /// To be sent to the server.
    pub finalization: Vec<u8>,
    /// The officer's own secret.
    pub export_key: ExportKey,
    /// Shared with the server.
    pub session_key: SessionKey,
}

/// Begins an enrolment: the state to keep and the request to send.
pub fn register_start<R: RngCore + CryptoRng>(
    rng: &mut R,
    passphrase: &[u8],
) -> Result<(ClientRegistration, Vec<u8>), SignInError> {
    let started = opaque_ke::ClientRegistration::start(rng, passphrase)?;
    let request = started.message.serialize().to_vec();
    Ok((ClientRegistration(started.state), request))
}

impl ClientRegistration {
    /// Ends an enrolment with the server's response.
    pub fn finish<R: RngCore + CryptoRng>(
        self,
        rng: &mut R,
        passphrase: &[u8],
        response: &[u8],
        stretch: &Stretch,
    ) -> Result<Registered, SignInError> {
        let response = RegistrationResponse::deserialize(response)?;
        let parameters = stretch.for_registration();
        let finished = self.0.finish(rng, passphrase, response, parameters)?;
        Ok(Registered {
            upload: finished.message.serialize().to_vec(),
            export_key: ExportKey::new(&finished.export_key),
        })
    }
}

/// Begins a sign-in: the state to keep and the request to send.
pub fn login_start<R: RngCore + CryptoRng>(
    rng: &mut R,
    passphrase: &[u8],
) -> Result<(ClientLogin, Vec<u8>), SignInError> {
    let started = opaque_ke::ClientLogin::start(rng, passphrase)?;
    let request = started.message.serialize().to_vec();
    Ok((ClientLogin(started.state), request))
}

impl ClientLogin {
    /// Ends a sign-in with the server's response; [`SignInError::Refused`] for a wrong passphrase.
    pub fn finish<R: RngCore + CryptoRng>(
        self,
        rng: &mut R,
        passphrase: &[u8],
        response: &[u8],
        stretch: &Stretch,
    ) -> Result<LoginFinished, SignInError> {
        let response = CredentialResponse::deserialize(response)?;
        let parameters = stretch.for_login();
        let finished = self.0.finish(rng, passphrase, response, parameters)?;
        Ok(LoginFinished {
            finalization: finished.message.serialize().to_vec(),
            export_key: ExportKey::new(&finished.export_key),
            session_key: SessionKey::new(&finished.session_key),
        })
    }
}

impl fmt::Debug for ClientRegistration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientRegistration(..)")
    }
}

impl fmt::Debug for ClientLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientLogin(..)")
    }
}
