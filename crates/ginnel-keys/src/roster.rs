//! Who belongs to a desk: cards approved by people, then written for the authorities to sign.

use std::path::PathBuf;

use domain::{Day, Desk, OfficerId, Role};
use notes::card::Card;
use notes::{Member, PublicKey, RecipientText, Roster};
use serde::{Deserialize, Serialize};

use crate::body::Body;
use crate::card;
use crate::ceremony::{Ceremony, desk_file};
use crate::files::{self, FileError};
use crate::naming::NoteName;
use crate::writing::{self, Waiting, WriteError};

/// A roster holds so many days.
const DAYS: i32 = 92;

/// Why a roster was not changed or not written.
#[derive(Debug, thiserror::Error)]
pub enum RosterError {
    /// The desk's keys are not made in this folder.
    #[error("{0} is no desk of this ceremony")]
    OtherDesk(Desk),
    /// The six words are another card's.
    #[error(
        "these are not the six words of this card: ask the officer to read them again, and if \
         they still differ, somebody has put a card of their own in between"
    )]
    WrongFingerprint,
    /// The officer is on the list.
    #[error("this officer is on the list of {0} already")]
    AlreadyThere(Desk),
    /// Somebody on the list has this key.
    #[error("another officer of {0} has this key: one of the two cards is false")]
    KeyTaken(Desk),
    /// The officer is not on the list.
    #[error("this officer is not on the list of {0}")]
    NotThere(Desk),
    /// Nobody was added.
    #[error("nobody was added to {0} yet: use `ginnel-keys roster add`")]
    Nobody(Desk),
    /// The body was not written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
}

/// Approves a card for a desk, by the six words its officer read out.
///
/// The officer works on the desk once the roster is written and every authority has signed it.
pub fn add(
    ceremony: &Ceremony,
    desk: Desk,
    card: &Card,
    role: Role,
    six_words: &str,
) -> Result<(), RosterError> {
    if !card::is_fingerprint(card, six_words) {
        return Err(RosterError::WrongFingerprint);
    }
    let mut members = members(ceremony, desk)?;
    if members.iter().any(|one| one.officer == card.officer()) {
        return Err(RosterError::AlreadyThere(desk));
    }
    let taken = |one: &Member| one.key == card.key() || one.recipient == *card.recipient();
    if members.iter().any(taken) {
        return Err(RosterError::KeyTaken(desk));
    }
    members.push(Member {
        officer: card.officer(),
        role,
        recipient: card.recipient().clone(),
        key: card.key(),
    });
    keep(ceremony, desk, members)
}

/// Takes an officer off a desk's list. They stay in the roster until a new one is signed.
pub fn remove(ceremony: &Ceremony, desk: Desk, officer: OfficerId) -> Result<(), RosterError> {
    let mut members = members(ceremony, desk)?;
    let before = members.len();
    members.retain(|one| one.officer != officer);
    if members.len() == before {
        return Err(RosterError::NotThere(desk));
    }
    keep(ceremony, desk, members)
}

/// The officers on a desk's list, signed for or not, ascending by id.
pub fn members(ceremony: &Ceremony, desk: Desk) -> Result<Vec<Member>, RosterError> {
    if !ceremony.desks().contains(&desk) {
        return Err(RosterError::OtherDesk(desk));
    }
    let path = path(ceremony, desk);
    let Some(text) = files::read_if_there(&path)? else {
        return Ok(Vec::new());
    };
    let list: List = toml::from_str(&text).map_err(|_| FileError::malformed(&path))?;
    let members = list
        .officers
        .iter()
        .map(Entry::member)
        .collect::<Option<Vec<_>>>();
    Ok(members.ok_or_else(|| FileError::malformed(&path))?)
}

/// Writes a desk's roster from today on, for the authorities to sign.
pub fn write(
    ceremony: &Ceremony,
    desk: Desk,
    today: Day,
    waiting: Waiting,
) -> Result<Body, RosterError> {
    let members = members(ceremony, desk)?;
    if members.is_empty() {
        return Err(RosterError::Nobody(desk));
    }
    let name = NoteName::Roster(desk);
    writing::check_waiting(ceremony, name, waiting, today)?;
    let roster = |head| Roster {
        head,
        desk,
        members,
    };
    Ok(writing::write(ceremony, name, today, DAYS, roster)?)
}

fn keep(ceremony: &Ceremony, desk: Desk, mut members: Vec<Member>) -> Result<(), RosterError> {
    members.sort_unstable_by_key(|one| one.officer);
    let list = List {
        officers: members.iter().map(Entry::of).collect(),
    };
    let text = toml::to_string(&list).expect("strings are valid TOML");
    Ok(files::replace(&path(ceremony, desk), text.as_bytes())?)
}

fn path(ceremony: &Ceremony, desk: Desk) -> PathBuf {
    ceremony.path(&format!("rosters/{}.toml", desk_file(desk)))
}

#[derive(Serialize, Deserialize)]
struct List {
    officers: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    officer: OfficerId,
    role: Role,
    recipient: String,
    key: String,
}

impl Entry {
    fn of(member: &Member) -> Self {
        Self {
            officer: member.officer,
            role: member.role,
            recipient: member.recipient.to_string(),
            key: member.key.to_string(),
        }
    }

    fn member(&self) -> Option<Member> {
        Some(Member {
            officer: self.officer,
            role: self.role,
            recipient: RecipientText::parse(&self.recipient).ok()?,
            key: PublicKey::parse(&self.key).ok()?,
        })
    }
}
