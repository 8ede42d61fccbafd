//! The roster of a desk: its officers and their keys.

use domain::{Day, Desk, OfficerId, Role, Standing};

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

/// Somebody who was an officer of a desk. What they signed then still counts, and nothing is wrapped
/// to them.
///
/// The day of a signature is the signer's own word: who kept their key, and has somebody's help who
/// writes to the store, can date back what they sign. What is not to be trusted so far has no line here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// The officer.
    pub officer: OfficerId,
    /// What the officer was allowed to do.
    pub role: Role,
    /// The key to verify the officer's signatures with.
    pub key: PublicKey,
    /// The last day of which a signature counts.
    pub last: Day,
}

/// Who could sign as an officer on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signatory {
    /// What the officer may do, or might when they left.
    pub role: Role,
    /// The key to verify the signature with.
    pub key: PublicKey,
    /// Whether the officer is still one.
    pub standing: Standing,
}

/// Every officer of one desk, and those who left it.
///
/// ```text
/// ginnel/roster/v1
/// inst <hex>
/// serial <n>
/// from <day>
/// until <day>
/// desk <desk>
/// officer <id> <role> <age1pq1…> <base64>    ascending by id, no key twice
/// former <id> <role> <base64> <day>          ascending by id, nobody and no key from above
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    /// Installation, serial and dates.
    pub head: Head,
    /// The desk.
    pub desk: Desk,
    /// Its officers, ascending by id.
    pub members: Vec<Member>,
    /// Those who left it, ascending by id.
    pub former: Vec<Former>,
}

impl Roster {
    /// The officer with this id, if of this desk.
    pub fn member(&self, officer: OfficerId) -> Option<&Member> {
        self.members.iter().find(|one| one.officer == officer)
    }

    /// Who could sign as this officer on that day.
    pub fn signatory(&self, officer: OfficerId, day: Day) -> Option<Signatory> {
        let left = |one: &&Former| one.officer == officer && day <= one.last;
        let member = self.member(officer).map(|one| Signatory {
            role: one.role,
            key: one.key,
            standing: Standing::Serving,
        });
        member.or_else(|| {
            let former = self.former.iter().find(left);
            former.map(|one| Signatory {
                role: one.role,
                key: one.key,
                standing: Standing::Former,
            })
        })
    }

    /// Two officers with one key could not be told apart, nor one of them removed. Nobody is both an
    /// officer and a former one.
    fn mixes_anybody_up(&self) -> bool {
        let keys = self.members.iter().map(|one| one.key);
        let keys: Vec<_> = keys.chain(self.former.iter().map(|one| one.key)).collect();
        let recipients: Vec<_> = self.members.iter().map(|one| &one.recipient).collect();
        let left = |one: &Former| self.member(one.officer).is_some();
        any_twice(&keys) || any_twice(&recipients) || self.former.iter().any(left)
    }
}

impl NoteBody for Roster {
    fn head(&self) -> &Head {
        &self.head
    }

    fn write(&self) -> String {
        let mut text = format!("{CONTEXT}\n{}desk {}\n", self.head.write(), self.desk);
        text.extend(self.members.iter().map(Member::line));
        text.extend(self.former.iter().map(Former::line));
        text
    }

    fn read(text: &str) -> Result<Self, Malformed> {
        let mut lines = Lines::begin(text, CONTEXT)?;
        let roster = Self {
            head: Head::read(&mut lines, ROSTER_DAYS)?,
            desk: lines.value("desk")?,
            members: lines.all("officer", Member::read)?,
            former: lines.all("former", Former::read)?,
        };
        lines.end()?;
        ascending(roster.members.iter().map(|member| member.officer))?;
        ascending(roster.former.iter().map(|former| former.officer))?;
        if roster.mixes_anybody_up() {
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

impl Former {
    fn line(&self) -> String {
        let Self {
            officer,
            role,
            key,
            last,
        } = self;
        format!("former {officer} {role} {key} {last}\n")
    }

    fn read([officer, role, key, last]: [&str; 4]) -> Result<Self, Malformed> {
        Ok(Self {
            officer: parse(officer)?,
            role: parse(role)?,
            key: PublicKey::parse(key)?,
            last: parse(last)?,
        })
    }
}

fn any_twice<T: PartialEq>(values: &[T]) -> bool {
    values.iter().enumerate().any(|(i, one)| {
        let mut rest = values.iter().skip(i.saturating_add(1));
        rest.any(|other| other == one)
    })
}
