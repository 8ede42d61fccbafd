//! Who belongs to a desk: cards approved by people, then written for the authorities to sign.
//!
//! Whoever leaves stays on the list as a former officer: what they signed until then can still be
//! verified, and nothing is wrapped to them.

use std::path::PathBuf;

use domain::{Day, Desk, OfficerId, Role};
use notes::card::Card;
use notes::{Former, Member, PublicKey, RecipientText, Roster};
use serde::{Deserialize, Serialize};

use crate::body::Body;
use crate::card;
use crate::ceremony::{Ceremony, desk_file};
use crate::files::{self, FileError};
use crate::naming::NoteName;
use crate::sign;
use crate::writing::{self, Waiting, WriteError};

/// A roster holds so many days.
const DAYS: i32 = 92;

/// What becomes of the signatures of an officer who is taken off a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// Those dated until this day still count.
    LastDay(Day),
    /// None ever counted: the card was approved by mistake.
    Disowned,
}

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
    let mut people = people(ceremony, desk)?;
    if people
        .members
        .iter()
        .any(|one| one.officer == card.officer())
    {
        return Err(RosterError::AlreadyThere(desk));
    }
    // Who comes back with the keys they had is no former officer any more.
    let back = |one: &Former| one.officer == card.officer() && one.key == card.key();
    people.former.retain(|one| !back(one));
    let taken = |one: &Member| one.key == card.key() || one.recipient == *card.recipient();
    let left = |one: &Former| one.key == card.key() || one.officer == card.officer();
    if people.members.iter().any(taken) || people.former.iter().any(left) {
        return Err(RosterError::KeyTaken(desk));
    }
    people.members.push(Member {
        officer: card.officer(),
        role,
        recipient: card.recipient().clone(),
        key: card.key(),
    });
    keep(ceremony, desk, people)
}

/// Takes an officer off a desk's list. They stay in the roster until a new one is signed.
///
/// Only whom a written roster names can have signed anything, and becomes a former officer.
pub fn remove(
    ceremony: &Ceremony,
    desk: Desk,
    officer: OfficerId,
    leaving: Leaving,
) -> Result<(), RosterError> {
    let mut people = people(ceremony, desk)?;
    let place = people.members.iter().position(|one| one.officer == officer);
    let member = people
        .members
        .remove(place.ok_or(RosterError::NotThere(desk))?);
    match leaving {
        Leaving::LastDay(last) if is_written(ceremony, desk, &member)? => {
            people.former.push(Former {
                officer,
                role: member.role,
                key: member.key,
                last,
            });
        }
        Leaving::LastDay(_) | Leaving::Disowned => {}
    }
    keep(ceremony, desk, people)
}

/// The officers on a desk's list, signed for or not, ascending by id.
pub fn members(ceremony: &Ceremony, desk: Desk) -> Result<Vec<Member>, RosterError> {
    Ok(people(ceremony, desk)?.members)
}

/// Those who left a desk and whose signatures count until they did, ascending by id.
pub fn former(ceremony: &Ceremony, desk: Desk) -> Result<Vec<Former>, RosterError> {
    Ok(people(ceremony, desk)?.former)
}

/// Writes a desk's roster from today on, for the authorities to sign.
pub fn write(
    ceremony: &Ceremony,
    desk: Desk,
    today: Day,
    waiting: Waiting,
) -> Result<Body, RosterError> {
    let People { members, former } = people(ceremony, desk)?;
    if members.is_empty() {
        return Err(RosterError::Nobody(desk));
    }
    let name = NoteName::Roster(desk);
    writing::check_waiting(ceremony, name, waiting, today)?;
    let roster = |head| Roster {
        head,
        desk,
        members,
        former,
    };
    Ok(writing::write(ceremony, name, today, DAYS, roster)?)
}

/// Who is on a desk's list.
#[derive(Default)]
struct People {
    members: Vec<Member>,
    former: Vec<Former>,
}

fn people(ceremony: &Ceremony, desk: Desk) -> Result<People, RosterError> {
    if !ceremony.desks().contains(&desk) {
        return Err(RosterError::OtherDesk(desk));
    }
    let path = path(ceremony, desk);
    let Some(text) = files::read_if_there(&path)? else {
        return Ok(People::default());
    };
    let list = toml::from_str::<List>(&text).ok();
    let people = list.and_then(|list| list.people());
    Ok(people.ok_or_else(|| FileError::malformed(&path))?)
}

/// Whether the roster that was written last, signed or not, names this officer.
fn is_written(ceremony: &Ceremony, desk: Desk, member: &Member) -> Result<bool, FileError> {
    let text = files::read_if_there(&NoteName::Roster(desk).path(ceremony))?;
    Ok(match text.and_then(|text| sign::read(&text)) {
        Some(Body::Roster(roster)) => {
            let written = roster.member(member.officer);
            written.is_some_and(|written| written.key == member.key)
        }
        Some(Body::Public(_) | Body::Staff(_)) | None => false,
    })
}

fn keep(ceremony: &Ceremony, desk: Desk, mut people: People) -> Result<(), RosterError> {
    people.members.sort_unstable_by_key(|one| one.officer);
    people.former.sort_unstable_by_key(|one| one.officer);
    let list = List {
        officers: people.members.iter().map(Entry::of).collect(),
        former: people.former.iter().map(FormerEntry::of).collect(),
    };
    let text = toml::to_string(&list).expect("strings are valid TOML");
    Ok(files::replace(&path(ceremony, desk), text.as_bytes())?)
}

fn path(ceremony: &Ceremony, desk: Desk) -> PathBuf {
    ceremony.path(&format!("rosters/{}.toml", desk_file(desk)))
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    officers: Vec<Entry>,
    #[serde(default)]
    former: Vec<FormerEntry>,
}

impl List {
    fn people(&self) -> Option<People> {
        Some(People {
            members: self
                .officers
                .iter()
                .map(Entry::member)
                .collect::<Option<_>>()?,
            former: self
                .former
                .iter()
                .map(FormerEntry::former)
                .collect::<Option<_>>()?,
        })
    }
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

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FormerEntry {
    officer: OfficerId,
    role: Role,
    key: String,
    last: Day,
}

impl FormerEntry {
    fn of(former: &Former) -> Self {
        Self {
            officer: former.officer,
            role: former.role,
            key: former.key.to_string(),
            last: former.last,
        }
    }

    fn former(&self) -> Option<Former> {
        Some(Former {
            officer: self.officer,
            role: self.role,
            key: PublicKey::parse(&self.key).ok()?,
            last: self.last,
        })
    }
}
