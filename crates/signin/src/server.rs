//! The steps of the server.

use std::fmt;

use opaque_ke::{
    CredentialFinalization, CredentialRequest, RegistrationRequest, RegistrationUpload,
    ServerLogin, ServerRegistration,
};
use rand::{CryptoRng, RngCore};
use zeroize::Zeroizing;

use crate::suite::{SessionKey, SignInError, Suite, server_parameters};

/// The server's own keys: kept in a file outside the database, made once.
pub struct ServerSetup(opaque_ke::ServerSetup<Suite>);

/// A sign-in under way on the server. Wiped when dropped.
pub struct ServerAttempt(ServerLogin<Suite>);

/// What the server answers a sign-in with.
#[derive(Debug)]
pub struct LoginAnswer {
    /// To be sent to the browser: one length, random to look at, for known and unknown names.
    pub response: Vec<u8>,
    /// To be kept for the end of the sign-in, a minute at most.
    pub attempt: ServerAttempt,
}

impl ServerSetup {
    /// Bytes of a setup.
    pub const LEN: usize = 128;

    /// Makes new keys. Whoever was enrolled under older ones can no longer sign in.
    pub fn make<R: RngCore + CryptoRng>(rng: &mut R) -> Self {
        Self(opaque_ke::ServerSetup::new(rng))
    }

    /// Reads keys back; exactly [`Self::LEN`] bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SignInError> {
        if bytes.len() != Self::LEN {
            return Err(SignInError::Malformed);
        }
        Ok(Self(opaque_ke::ServerSetup::deserialize(bytes)?))
    }

    /// The bytes to keep.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.0.serialize().to_vec())
    }

    /// Answers an enrolment. `name` is the folded sign-in name, the same at every later sign-in.
    pub fn register(&self, name: &str, request: &[u8]) -> Result<Vec<u8>, SignInError> {
        let request = exactly(request, RegistrationRequest::deserialize(request)?, |m| {
            m.serialize().to_vec()
        })?;
        let answer = ServerRegistration::<Suite>::start(&self.0, request, name.as_bytes())?;
        Ok(answer.message.serialize().to_vec())
    }

    /// Answers a sign-in. Without a record (an unknown name) the answer is made the same way of a
    /// made-up record, and no finalization will fit it.
    pub fn login_start<R: RngCore + CryptoRng>(
        &self,
        rng: &mut R,
        name: &str,
        record: Option<&[u8]>,
        request: &[u8],
    ) -> Result<LoginAnswer, SignInError> {
        let request = exactly(request, CredentialRequest::deserialize(request)?, |m| {
            m.serialize().to_vec()
        })?;
        let record = record.map(ServerRegistration::deserialize).transpose()?;
        let parameters = server_parameters();
        let started =
            ServerLogin::start(rng, &self.0, record, request, name.as_bytes(), parameters)?;
        Ok(LoginAnswer {
            response: started.message.serialize().to_vec(),
            attempt: ServerAttempt(started.state),
        })
    }
}

/// Turns an enrolment's upload into the record to keep.
pub fn keep_registration(upload: &[u8]) -> Result<Vec<u8>, SignInError> {
    let upload = exactly(
        upload,
        RegistrationUpload::<Suite>::deserialize(upload)?,
        |m| m.serialize().to_vec(),
    )?;
    Ok(ServerRegistration::finish(upload).serialize().to_vec())
}

impl ServerAttempt {
    /// Ends a sign-in; only a browser that knew the passphrase gets through.
    pub fn finish(self, finalization: &[u8]) -> Result<SessionKey, SignInError> {
        let message = CredentialFinalization::deserialize(finalization)?;
        let message = exactly(finalization, message, |m| m.serialize().to_vec())?;
        let finished = self.0.finish(message, server_parameters())?;
        Ok(SessionKey::new(&finished.session_key))
    }
}

/// Accepts a message only if it writes exactly the bytes it was read from.
fn exactly<M>(bytes: &[u8], message: M, write: impl Fn(&M) -> Vec<u8>) -> Result<M, SignInError> {
    if write(&message) == bytes {
        Ok(message)
    } else {
        Err(SignInError::Malformed)
    }
}

impl fmt::Debug for ServerSetup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServerSetup(..)")
    }
}

impl fmt::Debug for ServerAttempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServerAttempt(..)")
    }
}
