//! The steps of the officer's browser.

use std::fmt;

use rand::{CryptoRng, RngCore};

use crate::suite::{ExportKey, SessionKey, SignInError, Stretch, Suite};

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

/// One exchange: what the browser keeps between its two steps, the step that begins it, and what the
/// step that ends it computes.
macro_rules! exchange {
    (
        $(#[$about:meta])* $state:ident,
        $(#[$begins:meta])* $start:ident,
        $response:ident, $parameters:ident, $finished:ident
    ) => {
        $(#[$about])*
        pub struct $state(opaque_ke::$state<Suite>);

        $(#[$begins])*
        pub fn $start<R: RngCore + CryptoRng>(
            rng: &mut R,
            passphrase: &[u8],
        ) -> Result<($state, Vec<u8>), SignInError> {
            let started = opaque_ke::$state::start(rng, passphrase)?;
            let request = started.message.serialize().to_vec();
            Ok(($state(started.state), request))
        }

        impl $state {
            fn end<R: RngCore + CryptoRng>(
                self,
                rng: &mut R,
                passphrase: &[u8],
                response: &[u8],
                stretch: &Stretch,
            ) -> Result<opaque_ke::$finished<Suite>, SignInError> {
                let response = opaque_ke::$response::deserialize(response)?;
                let parameters = stretch.$parameters();
                Ok(self.0.finish(rng, passphrase, response, parameters)?)
            }
        }

        impl fmt::Debug for $state {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($state), "(..)"))
            }
        }
    };
}

exchange!(
    /// An enrolment under way. Wiped when dropped.
    ClientRegistration,
    /// Begins an enrolment: the state to keep and the request to send.
    register_start,
    RegistrationResponse,
    for_registration,
    ClientRegistrationFinishResult
);

exchange!(
    /// A sign-in under way. Wiped when dropped.
    ClientLogin,
    /// Begins a sign-in: the state to keep and the request to send.
    login_start,
    CredentialResponse,
    for_login,
    ClientLoginFinishResult
);

impl ClientRegistration {
    /// Ends an enrolment with the server's response.
    pub fn finish<R: RngCore + CryptoRng>(
        self,
        rng: &mut R,
        passphrase: &[u8],
        response: &[u8],
        stretch: &Stretch,
    ) -> Result<Registered, SignInError> {
        let finished = self.end(rng, passphrase, response, stretch)?;
        Ok(Registered {
            upload: finished.message.serialize().to_vec(),
            export_key: ExportKey::new(&finished.export_key),
        })
    }
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
        let finished = self.end(rng, passphrase, response, stretch)?;
        Ok(LoginFinished {
            finalization: finished.message.serialize().to_vec(),
            export_key: ExportKey::new(&finished.export_key),
            session_key: SessionKey::new(&finished.session_key),
        })
    }
}
