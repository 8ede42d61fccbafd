//! The roster of a desk: its officers and their keys.

use domain::{Desk, OfficerId, Role};

use crate::body::{Head, Malformed, NoteBody};
use crate::lines::{Lines, ascending, parse};
use crate::recipient::RecipientText;
use crate::signature::PublicKey;

const CONTEXT: &str = "ginnel/roster/v1";

/// A roster outlives no quarter without being signed anew.
const ROSTER_DAYS: i32 = 92;

/// One officer of a desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The officer.
    pub officer: OfficerId,
    /// What the officer may do.
    pub role: Role,
    /// Whom to wrap epoch secrets to.
    pub recipient: RecipientText,
    /// The key to verify the officer's signatures with.
    pub key: PublicKey,
}

/// Every officer of one desk.
///
/// ```text
/// ginnel/roster/v1
/// inst <hex>
/// serial <n>
/// from <day>
/// until <day>
/// desk <desk>
/// officer <id> <role> <age1pq1…> <base64>    ascending by id, no key twice
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    /// Installation, serial and dates.
    pub head: Head,
    /// The desk.
    pub desk: Desk,
    /// Its officers, ascending by id.
    pub members: Vec<Member>,
}

impl Roster {
    /// The officer with this id, if of this desk.
    pub fn member(&self, officer: OfficerId) -> Option<&Member> {
        self.members.iter().find(|one| one.officer == officer)
    }
}

impl NoteBody for Roster {
    fn head(&self) -> &Head {
        &self.head
    }

    fn write(&self) -> String {
        let mut text = format!("{CONTEXT}\n{}desk {}\n", self.head.write(), self.desk);
        text.extend(self.members.iter().map(Member::line));
        text
    }

    fn read(text: &str) -> Result<Self, Malformed> {
        let mut lines = Lines::begin(text, CONTEXT)?;
        let roster = Self {
            head: Head::read(&mut lines, ROSTER_DAYS)?,
            desk: lines.value("desk")?,
            members: lines.all("officer", Member::read)?,
        };
        lines.end()?;
        ascending(roster.members.iter().map(|member| member.officer))?;
        if any_key_twice(&roster.members) {
            return Err(Malformed);
        }
        Ok(roster)
    }
}

impl Member {
    fn line(&self) -> String {
        let (officer, role) = (self.officer, self.role);
        format!("officer {officer} {role} {} {}\n", self.recipient, self.key)
    }

    fn read([officer, role, recipient, key]: [&str; 4]) -> Result<Self, Malformed> {
        Ok(Self {
            officer: parse(officer)?,
            role: parse(role)?,
            recipient: RecipientText::parse(recipient)?,
            key: PublicKey::parse(key)?,
        })
    }
}

/// Two officers with one key could not be told apart, nor one of them removed.
fn any_key_twice(members: &[Member]) -> bool {
    members.iter().enumerate().any(|(i, one)| {
        let mut rest = members.iter().skip(i.saturating_add(1));
        rest.any(|other| other.key == one.key || other.recipient == one.recipient)
    })
}
