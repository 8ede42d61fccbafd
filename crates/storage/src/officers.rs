//! Officers: invited by name, enrolled by themselves, approved by others, removed.

use std::fmt;
use std::str::FromStr;

use async_trait::async_trait;
use domain::{Desk, OfficerId, Role, UnixSeconds};

use crate::{OfficerCard, OpaqueRecord, StoreError};

/// The text is no officer's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a name is 1 to 80 printable characters without a space at either end")]
pub struct NotAName;

/// The name an officer signs in with; capitals do not tell two names apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OfficerName(String);

impl OfficerName {
    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is compared.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

impl FromStr for OfficerName {
    type Err = NotAName;
    fn from_str(text: &str) -> Result<Self, NotAName> {
        let length = text.chars().take(81).count();
        let plain = text.trim() == text && !text.chars().any(char::is_control);
        if plain && (1..=80).contains(&length) {
            Ok(Self(text.into()))
        } else {
            Err(NotAName)
        }
    }
}

impl fmt::Display for OfficerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// SHA-256 of a one-time invitation code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CodeHash(pub [u8; 32]);

/// An officer who has not enrolled yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The hash of the code they were told.
    pub code: CodeHash,
    /// The name they will sign in with.
    pub name: OfficerName,
    /// What they will be allowed.
    pub role: Role,
    /// The desks they are meant for.
    pub desks: Vec<Desk>,
    /// When the code stops working.
    pub expires: UnixSeconds,
}

/// What an invited officer's browser made.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// The hash of the code they typed.
    pub code: CodeHash,
    /// Drawn by the server.
    pub id: OfficerId,
    /// For signing in later.
    pub opaque_record: OpaqueRecord,
    /// Recipient and signing key, for approval.
    pub card: OfficerCard,
}

/// How far an officer has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OfficerState {
    /// Has a passphrase and a card; opens nothing yet.
    Enrolled,
    /// Works on their desks.
    Approved,
    /// Left: cannot sign in.
    Removed,
}

impl OfficerState {
    /// Every state.
    pub const ALL: &'static [Self] = &[Self::Enrolled, Self::Approved, Self::Removed];

    /// The code in columns and on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Enrolled => "enrolled",
            Self::Approved => "approved",
            Self::Removed => "removed",
        }
    }

    /// Finds the state with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }
}

/// An officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// Who.
    pub id: OfficerId,
    /// The name they sign in with.
    pub name: OfficerName,
    /// What they are allowed.
    pub role: Role,
    /// Enrolled: the desks they are meant for. Approved: the desks they work on.
    pub desks: Vec<Desk>,
    /// How far they have come.
    pub state: OfficerState,
    /// Their public card.
    pub card: OfficerCard,
}

/// Why nobody was invited.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InviteError {
    /// An officer has this name.
    #[error("the name is taken")]
    NameTaken,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why nobody was enrolled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EnrolError {
    /// The code was never given out, was used, was replaced or has expired.
    #[error("the invitation is not valid")]
    NoInvitation,
    /// An officer has this name.
    #[error("the name is taken")]
    NameTaken,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why an officer was not approved, removed or reset.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OfficerError {
    /// Nobody has this id, or who is to be approved or reset was removed.
    #[error("no such officer")]
    NotFound,
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Who may sign in.
#[async_trait]
pub trait OfficerStore: Send + Sync {
    /// Invites an officer; an earlier invitation of the same name is replaced.
    async fn invite(&self, invitation: Invitation) -> Result<(), InviteError>;

    /// The invitation this code still opens.
    async fn invitation(
        &self,
        code: CodeHash,
        now: UnixSeconds,
    ) -> Result<Option<Invitation>, StoreError>;

    /// Invitations that can still be used, by name.
    async fn invitations(&self, now: UnixSeconds) -> Result<Vec<Invitation>, StoreError>;

    /// Uses up an invitation and makes it an enrolled officer; of two at once the first wins.
    async fn enrol(&self, enrolment: Enrolment, now: UnixSeconds) -> Result<Officer, EnrolError>;

    /// The officer with this name and what OPAQUE keeps of them; removed officers are not found.
    async fn officer_by_name(
        &self,
        name: &OfficerName,
    ) -> Result<Option<(Officer, OpaqueRecord)>, StoreError>;

    /// The officer with this id, removed ones too.
    async fn officer(&self, id: OfficerId) -> Result<Option<Officer>, StoreError>;

    /// Every officer by name, removed ones too.
    async fn officers(&self) -> Result<Vec<Officer>, StoreError>;

    /// Lets an officer work on exactly these desks.
    async fn approve(&self, id: OfficerId, desks: &[Desk]) -> Result<(), OfficerError>;

    /// Removes an officer: desks, wrappers, sessions, claims and passphrase record go; the name and card
    /// stay readable beside what they did. Removing again is no error.
    async fn remove(&self, id: OfficerId) -> Result<(), OfficerError>;

    /// Removes an officer who can no longer sign in and invites the same person anew, with the name,
    /// role and desks they had. Whoever was removed before is not found.
    async fn reset(
        &self,
        id: OfficerId,
        code: CodeHash,
        expires: UnixSeconds,
    ) -> Result<Invitation, OfficerError>;

    /// Makes everybody who was approved merely enrolled, for the desks they worked on: whose approval is
    /// of another time is approved anew or not. Answers how many.
    async fn forget_approvals(&self) -> Result<u64, StoreError>;

    /// Deletes invitations that have expired. Answers how many.
    async fn purge_invitations(&self, now: UnixSeconds) -> Result<u64, StoreError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_printable_and_not_too_long() {
        for text in ["Amina Q", "o", &"ż".repeat(80)] {
            assert_eq!(text.parse::<OfficerName>().unwrap().as_str(), text);
        }
        for text in ["", " a", "a ", "a\nb", &"ż".repeat(81)] {
            assert_eq!(text.parse::<OfficerName>(), Err(NotAName), "{text:?}");
        }
    }

    #[test]
    fn capitals_do_not_tell_names_apart() {
        let (a, b): (OfficerName, OfficerName) =
            ("Żofia".parse().unwrap(), "żofia".parse().unwrap());
        assert_eq!(a.folded(), b.folded());
    }
}
