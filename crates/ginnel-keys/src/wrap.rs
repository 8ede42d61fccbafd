//! Gives every officer of a signed roster the secrets of their desk.

use domain::wire::Blob;
use domain::{Day, Desk, OfficerId, Period, Role};
use notes::{Member, RecipientText};
use seal::hybrid::Recipient;
use serde::{Deserialize, Serialize};
use unseal::epoch::EpochSecret;

use crate::believed::{self, BelievedError, Directories};
use crate::ceremony::Ceremony;
use crate::epochs::{self, EpochError};
use crate::files::{self, FileError};
use crate::recovery::{self, Custodians};
use crate::replies;

/// The file's name, in the ceremony and in what it exports.
pub(crate) const FILE: &str = "wrappers.json";

/// Why nothing was wrapped.
#[derive(Debug, thiserror::Error)]
pub enum WrapError {
    /// A directory or roster does not hold.
    #[error(transparent)]
    Believed(#[from] BelievedError),
    /// A secret could not be opened.
    #[error(transparent)]
    Epoch(#[from] EpochError),
    /// The directory lists another recipient than the one that was made here.
    #[error("the directory's recipient of {desk} for {period} is not the one that was made here")]
    NotTheDirectorys {
        /// The desk.
        desk: Desk,
        /// The week or quarter.
        period: Period,
    },
    /// A roster's officer has a recipient that cannot be sealed to.
    #[error("the roster of {0} holds a key that cannot be sealed to")]
    BadRecipient(Desk),
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
}

/// One epoch secret, wrapped to one officer, as `ginnel import` takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wrapped {
    /// Who can open it.
    pub officer: OfficerId,
    /// Whose key it holds.
    pub desk: Desk,
    /// For which week or quarter.
    pub period: Period,
    /// The recipient whose secret it holds: the directory's.
    pub recipient: String,
    /// The age file.
    pub blob: Blob,
}

/// What [`wrap`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Every wrapper, also written to `wrappers.json`.
    pub wrapped: Vec<Wrapped>,
    /// Desks that have no roster yet.
    pub without_roster: Vec<Desk>,
    /// Desks whose reply key was wrapped to the new quarter's RECOVERY.
    pub carried_over: Vec<Desk>,
}

/// Wraps every epoch that the signed directories list to every officer of the signed rosters.
///
/// Only rosters count that every authority has signed: a card somebody slipped in gets nothing.
///
/// # Errors
/// Nothing is written if any note does not hold.
pub fn wrap(
    ceremony: &Ceremony,
    custodians: &Custodians,
    today: Day,
) -> Result<Outcome, WrapError> {
    let directories = Directories::of(ceremony, today)?;
    let mut outcome = Outcome {
        wrapped: Vec::new(),
        without_roster: Vec::new(),
        carried_over: Vec::new(),
    };
    for &desk in ceremony.desks() {
        match believed::roster(ceremony, desk, today)? {
            None => outcome.without_roster.push(desk),
            Some(roster) => {
                let listed = directories.listed(desk);
                let secrets = open_all(ceremony, custodians, desk, listed)?;
                outcome
                    .wrapped
                    .extend(wrap_desk(&secrets, &roster.body.members)?);
            }
        }
        if replies::carry_over(ceremony, custodians, desk, today)? {
            outcome.carried_over.push(desk);
        }
    }
    files::replace(&ceremony.path(FILE), &to_json(&outcome.wrapped))?;
    Ok(outcome)
}

/// The list as `ginnel import` takes it.
pub(crate) fn to_json(wrapped: &[Wrapped]) -> Vec<u8> {
    serde_json::to_vec_pretty(wrapped).expect("texts and bytes are plain data")
}

/// The wrappers written last.
pub(crate) fn written(ceremony: &Ceremony) -> Result<Vec<Wrapped>, FileError> {
    let path = ceremony.path(FILE);
    let Some(text) = files::read_if_there(&path)? else {
        return Ok(Vec::new());
    };
    serde_json::from_str(&text).map_err(|_| FileError::malformed(&path))
}

/// Whether officers of this role open what lies on their desks, and so are given its secrets.
pub const fn opens(role: Role) -> bool {
    match role {
        Role::Officer | Role::Supervisor => true,
        Role::Coordinator | Role::Auditor => false,
    }
}

struct Opened {
    desk: Desk,
    period: Period,
    recipient: RecipientText,
    secret: EpochSecret,
}

fn open_all(
    ceremony: &Ceremony,
    custodians: &Custodians,
    desk: Desk,
    listed: Vec<(Period, RecipientText)>,
) -> Result<Vec<Opened>, WrapError> {
    let replies = replies::open(ceremony, custodians, desk)?;
    let open = |(period, recipient)| {
        let secret = epochs::open(ceremony, custodians, desk, period)?;
        let secret = match period {
            Period::Week(_) => secret.with_replies(replies.clone()),
            Period::Quarter(_) => secret,
        };
        if recovery::as_text(secret.recipient()) != recipient {
            return Err(WrapError::NotTheDirectorys { desk, period });
        }
        Ok(Opened {
            desk,
            period,
            recipient,
            secret,
        })
    };
    listed.into_iter().map(open).collect()
}

fn wrap_desk(secrets: &[Opened], members: &[Member]) -> Result<Vec<Wrapped>, WrapError> {
    let mut wrapped = Vec::new();
    for member in members.iter().filter(|member| opens(member.role)) {
        for opened in secrets {
            let to = Recipient::parse(member.recipient.as_str());
            let to = to.map_err(|_| WrapError::BadRecipient(opened.desk))?;
            let blob = opened.secret.seal(&to).map_err(|_| EpochError::NotSealed)?;
            wrapped.push(Wrapped {
                officer: member.officer,
                desk: opened.desk,
                period: opened.period,
                recipient: opened.recipient.to_string(),
                blob: Blob(blob),
            });
        }
    }
    Ok(wrapped)
}
