//! Sessions: known by the hash of a token that lives in a worker's memory only.

use std::fmt;

use async_trait::async_trait;
use domain::{OfficerId, UnixSeconds};

use crate::{Officer, StoreError};

/// SHA-256 of a session token.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash(pub [u8; 32]);

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash(..)")
    }
}

/// A session about to begin.
#[derive(Debug, Clone, Copy)]
pub struct NewSession {
    /// The hash of its token.
    pub token: TokenHash,
    /// Who signed in.
    pub officer: OfficerId,
    /// When.
    pub created: UnixSeconds,
    /// When it ends whatever happens.
    pub expires: UnixSeconds,
    /// Seconds without a request after which it ends.
    pub idle_seconds: u32,
}

/// Who a request comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The officer with role, desks and state as they are now; never a removed one.
    pub officer: Officer,
    /// When the session ends whatever happens.
    pub expires: UnixSeconds,
}

/// Why no session began.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StartSessionError {
    /// Nobody has this id, or they were removed.
    #[error("no such officer")]
    NoSuchOfficer,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Who is signed in.
#[async_trait]
pub trait SessionStore: Send + Sync {
    /// Begins a session.
    async fn start_session(&self, session: NewSession) -> Result<(), StartSessionError>;

    /// Who holds this token now; asking keeps the session from idling out. The idle end moves in
    /// steps of at least 30 seconds, so most requests only read.
    async fn session(
        &self,
        token: TokenHash,
        now: UnixSeconds,
    ) -> Result<Option<SignedIn>, StoreError>;

    /// Ends a session; ending one that does not exist is no error.
    async fn end_session(&self, token: TokenHash) -> Result<(), StoreError>;

    /// Ends every session of an officer. Answers how many.
    async fn end_sessions_of(&self, officer: OfficerId) -> Result<u64, StoreError>;

    /// Deletes sessions that have ended. Answers how many.
    async fn purge_sessions(&self, now: UnixSeconds) -> Result<u64, StoreError>;
}
