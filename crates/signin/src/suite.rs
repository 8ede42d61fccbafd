//! The cipher suite, the constants both sides share, and what comes out of a run.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use hkdf::Hkdf;
use opaque_ke::errors::{InternalError, ProtocolError};
use opaque_ke::{
    CipherSuite, ClientLoginFinishParameters, ClientRegistrationFinishParameters, Identifiers,
    Ristretto255, ServerLoginParameters, TripleDh,
};
use sha2::Sha256;
use zeroize::{ZeroizeOnDrop, Zeroizing};

const CONTEXT: &[u8] = b"ginnel/signin/v1";
const TOKEN: &[u8] = b"ginnel/v1/session";

/// Both sides must name the same identifiers; the client's is its public key.
const IDENTIFIERS: Identifiers<'static> = Identifiers {
    client: None,
    server: Some(b"ginnel"),
};

/// The suite. Uninhabited: it only names types.
pub enum Suite {}

impl CipherSuite for Suite {
    type OprfCs = Ristretto255;
    type KeyExchange = TripleDh<Ristretto255, sha2::Sha512>;
    type Ksf = Argon2<'static>;
}

/// Why a step did not succeed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// The passphrase is wrong, the name unknown, or somebody is in between.
    #[error("signing in did not succeed")]
    Refused,
    /// A message has a wrong length or holds no valid point.
    #[error("the message cannot be read")]
    Malformed,
    /// The passphrase could not be stretched, for want of memory.
    #[error("the passphrase could not be stretched")]
    Stretch,
}

impl From<ProtocolError> for SignInError {
    fn from(error: ProtocolError) -> Self {
        match error {
            ProtocolError::InvalidLoginError | ProtocolError::ReflectedValueError => Self::Refused,
            ProtocolError::LibraryError(InternalError::KsfError) => Self::Stretch,
            ProtocolError::SerializationError
            | ProtocolError::SizeError { .. }
            | ProtocolError::LibraryError(_) => Self::Malformed,
            ProtocolError::Custom(never) => match never {},
        }
    }
}

/// How much work a guess costs. The same at registration and at every later sign-in.
#[derive(Clone)]
pub struct Stretch(Argon2<'static>);

impl Stretch {
    /// Argon2id with 64 MiB and three passes: what officers use.
    pub fn full() -> Self {
        Self::with(64 * 1_024, 3)
    }

    /// Argon2id with 8 KiB and one pass: worthless, for tests that are about something else.
    pub fn cheap_for_tests() -> Self {
        Self::with(8, 1)
    }

    fn with(kibibytes: u32, passes: u32) -> Self {
        let params = Params::new(kibibytes, passes, 1, None).expect("both calls are within bounds");
        Self(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }

    #[cfg(test)]
    pub(crate) fn with_for_tests(kibibytes: u32) -> Self {
        Self::with(kibibytes, 1)
    }

    pub(crate) fn for_registration(&self) -> ClientRegistrationFinishParameters<'_, '_, Suite> {
        ClientRegistrationFinishParameters::new(IDENTIFIERS, Some(&self.0))
    }

    pub(crate) fn for_login(&self) -> ClientLoginFinishParameters<'_, '_, '_, Suite> {
        ClientLoginFinishParameters::new(Some(CONTEXT), IDENTIFIERS, Some(&self.0))
    }
}

impl fmt::Debug for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let params = self.0.params();
        write!(f, "Stretch({} KiB, {})", params.m_cost(), params.t_cost())
    }
}

pub(crate) fn server_parameters() -> ServerLoginParameters<'static, 'static> {
    ServerLoginParameters {
        context: Some(CONTEXT),
        identifiers: IDENTIFIERS,
    }
}

macro_rules! secret {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, ZeroizeOnDrop)]
        pub struct $name([u8; 64]);

        impl $name {
            pub(crate) fn new(bytes: &[u8]) -> Self {
                Self(bytes.try_into().expect("SHA-512 gives 64 bytes"))
            }

            /// Shows the 64 bytes, to derive from.
            pub const fn expose(&self) -> &[u8; 64] {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    };
}

secret!(
    /// The officer's own secret, the same after every sign-in; the server never has it.
    ExportKey
);
secret!(
    /// The secret both sides share after one sign-in.
    SessionKey
);

impl SessionKey {
    /// The bearer token of this session: base64url of HKDF-SHA256(key, `ginnel/v1/session`), 32 bytes.
    ///
    /// Both sides derive it, so it never crosses the wire before it is used, and a server cannot hand
    /// out the token of another session.
    pub fn to_token(&self) -> Zeroizing<String> {
        Zeroizing::new(BASE64.encode(*self.derive(TOKEN)))
    }

    fn derive(&self, label: &[u8]) -> Zeroizing<[u8; 32]> {
        let mut bytes = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, &self.0)
            .expand(label, &mut *bytes)
            .expect("HKDF gives 32 bytes of any key");
        bytes
    }
}
