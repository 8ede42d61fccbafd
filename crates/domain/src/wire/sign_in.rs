//! Enrolment, sign-in and who is signed in.

use serde::{Deserialize, Serialize};

use super::Blob;
use crate::calendar::UnixSeconds;
use crate::clocks::Clocks;
use crate::desk::{Desk, Role};
use crate::id::{InstallationId, OfficerId};
use crate::retention::Retention;

/// Begins an enrolment.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnrolStart {
    /// The one-time code from the invitation.
    pub invitation: String,
    /// The OPAQUE registration request.
    pub request: Blob,
}

/// The server's half of an enrolment.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnrolChallenge {
    /// The officer's id, to be named on the card.
    pub officer: OfficerId,
    /// The name the officer will sign in with.
    pub name: String,
    /// The installation.
    pub inst: InstallationId,
    /// The OPAQUE registration response.
    pub response: Blob,
}

/// Ends an enrolment.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnrolFinish {
    /// The one-time code again.
    pub invitation: String,
    /// The OPAQUE registration upload.
    pub upload: Blob,
    /// The officer's card, signed text (`notes::card`).
    pub card: String,
}

/// Begins a sign-in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignInStart {
    /// The officer's sign-in name.
    pub name: String,
    /// The OPAQUE credential request.
    pub request: Blob,
}

/// The server's half of a sign-in; alike for known and unknown names.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignInChallenge {
    /// Names this attempt.
    pub attempt: Blob,
    /// The OPAQUE credential response.
    pub response: Blob,
}

/// Ends a sign-in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignInFinish {
    /// The attempt.
    pub attempt: Blob,
    /// The OPAQUE credential finalization.
    pub finalization: Blob,
}

/// Who the session belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The officer.
    pub officer: OfficerId,
    /// The sign-in name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The desks the officer may work on; empty until approved.
    pub desks: Vec<Desk>,
    /// The installation.
    pub inst: InstallationId,
    /// When the session ends whatever happens.
    pub until: UnixSeconds,
    /// Seconds without anybody at the console after which it locks itself.
    pub idle: u32,
    /// How long tips of each priority may wait.
    pub clocks: Clocks,
    /// How long desks keep things.
    #[serde(default)]
    pub retention: Retention,
}
