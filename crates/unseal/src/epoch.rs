//! Epoch secrets: a desk's identity for one week or quarter, wrapped to one officer at a time.
//!
//! ```text
//! Seal(OFFICER, CBOR {ctx "ginnel/epoch/v1", inst, desk, period, seed, reply seed?})
//! ```
//!
//! With a week's secret goes the seed of the key that signs the desk's replies: whoever is wrapped the
//! weeks to come can reply, and nobody else.

use std::fmt;

use domain::{Desk, InstallationId, Period};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use notes::SigningKey;
use rand::{CryptoRng, RngCore};
use seal::hybrid::Recipient;
use seal::{Malformed, SealError, cbor, seal_file};
use zeroize::{Zeroize, Zeroizing};

use crate::Identity;
use crate::file::{OpenError, open_file};
use crate::mark::MarkKey;

const CONTEXT: &str = "ginnel/epoch/v1";

#[derive(Encode, Decode)]
#[cbor(map)]
struct Body {
    #[n(0)]
    ctx: String,
    #[n(1)]
    inst: InstallationId,
    #[n(2)]
    desk: Desk,
    #[n(3)]
    period: Period,
    #[n(4)]
    seed: ByteArray<32>,
    #[n(5)]
    replies: Option<ByteArray<32>>,
}

impl Drop for Body {
    fn drop(&mut self) {
        self.seed.as_mut_slice().zeroize();
        if let Some(replies) = &mut self.replies {
            replies.as_mut_slice().zeroize();
        }
    }
}

/// A desk's secret of one period.
pub struct EpochSecret {
    inst: InstallationId,
    desk: Desk,
    period: Period,
    identity: Identity,
    replies: Option<Zeroizing<[u8; 32]>>,
}

impl EpochSecret {
    /// Makes a new secret, at a ceremony.
    pub fn make<R: RngCore + CryptoRng>(
        rng: &mut R,
        inst: InstallationId,
        desk: Desk,
        period: Period,
    ) -> Self {
        Self {
            inst,
            desk,
            period,
            identity: Identity::generate(rng),
            replies: None,
        }
    }

    /// The same, with the seed of the key that signs the desk's replies.
    #[must_use]
    pub fn with_replies(mut self, seed: Zeroizing<[u8; 32]>) -> Self {
        self.replies = Some(seed);
        self
    }

    /// Wraps the secret to one officer, whose recipient comes from a verified roster.
    pub fn seal(&self, officer: &Recipient) -> Result<Vec<u8>, SealError> {
        let body = Body {
            ctx: CONTEXT.into(),
            inst: self.inst,
            desk: self.desk,
            period: self.period,
            // EXPOSE: the seed is what is wrapped.
            seed: ByteArray::from(*self.identity.expose_seed()),
            replies: self.replies.as_ref().map(|seed| ByteArray::from(**seed)),
        };
        let plaintext = cbor::to_deterministic(&body).map_err(|_| SealError::NotAllowed)?;
        seal_file(officer, &plaintext)
    }

    /// Opens a wrapper that should hold this desk's secret of this period.
    ///
    /// Anybody can wrap a seed to an officer: the caller compares [`EpochSecret::recipient`] with
    /// the directory's before using it.
    pub fn open(
        officer: &[&Identity],
        file: &[u8],
        inst: InstallationId,
        desk: Desk,
        period: Period,
    ) -> Result<Self, OpenError> {
        let opened = open_file(officer, file)?;
        let body = read_body(&opened.plaintext)?;
        if body.inst != inst || body.desk != desk || body.period != period {
            return Err(OpenError::Misplaced);
        }
        Ok(Self {
            inst,
            desk,
            period,
            identity: Identity::from_seed(Zeroizing::new(*body.seed)),
            replies: body.replies.as_ref().map(|seed| Zeroizing::new(**seed)),
        })
    }

    /// The desk.
    pub const fn desk(&self) -> Desk {
        self.desk
    }

    /// The period.
    pub const fn period(&self) -> Period {
        self.period
    }

    /// Whom others seal to.
    pub fn recipient(&self) -> &Recipient {
        self.identity.recipient()
    }

    /// The key that signs the desk's replies, if it came along.
    ///
    /// Anybody can wrap a seed to an officer: the caller compares it with the directory's.
    pub fn reply_key(&self) -> Option<SigningKey> {
        let seed = self.replies.as_ref();
        seed.map(|seed| SigningKey::from_seed(seed))
    }

    /// What marks the entities of what the desk keeps in this quarter.
    pub fn mark_key(&self) -> MarkKey {
        // EXPOSE: a key is derived of the seed, which stays here.
        MarkKey::derive(self.identity.expose_seed())
    }

    /// The identity that opens.
    pub const fn identity(&self) -> &Identity {
        &self.identity
    }
}

impl fmt::Debug for EpochSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EpochSecret")
            .field("desk", &self.desk)
            .field("period", &self.period)
            .finish_non_exhaustive()
    }
}

/// Reads an epoch plaintext; what is accepted has one writing.
pub(crate) fn fuzz(plaintext: &[u8]) -> bool {
    let Ok(body) = read_body(plaintext) else {
        return false;
    };
    let again = cbor::to_deterministic(&body).expect("it was written once");
    assert_eq!(again.as_slice(), plaintext);
    true
}

fn read_body(plaintext: &[u8]) -> Result<Body, Malformed> {
    let body: Body = cbor::from_deterministic(plaintext)?;
    if body.ctx == CONTEXT {
        Ok(body)
    } else {
        Err(Malformed)
    }
}
