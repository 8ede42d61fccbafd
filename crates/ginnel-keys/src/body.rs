//! A note's body whatever its kind, and what a person should read before vouching for it.

use domain::{Day, Desk};
use notes::{Head, NoteBody, PublicDirectory, Roster, StaffDirectory, fingerprint};

use crate::naming::NoteName;

/// The body of a note, read strictly.
#[expect(
    clippy::large_enum_variant,
    reason = "a ceremony has one or two at a time"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// To whom reporters' browsers seal.
    Public(PublicDirectory),
    /// To whom officers' browsers seal.
    Staff(StaffDirectory),
    /// The officers of one desk.
    Roster(Roster),
}

impl Body {
    /// Reads the canonical lines of any kind.
    pub fn parse(text: &str) -> Option<Self> {
        let public = PublicDirectory::parse(text).map(Self::Public);
        let staff = public.or_else(|_| StaffDirectory::parse(text).map(Self::Staff));
        staff
            .or_else(|_| Roster::parse(text).map(Self::Roster))
            .ok()
    }

    /// Installation, serial and dates.
    pub const fn head(&self) -> &Head {
        match self {
            Self::Public(directory) => &directory.head,
            Self::Staff(directory) => &directory.head,
            Self::Roster(roster) => &roster.head,
        }
    }

    /// Which note it is.
    pub const fn name(&self) -> NoteName {
        match self {
            Self::Public(_) => NoteName::PublicDirectory,
            Self::Staff(_) => NoteName::StaffDirectory,
            Self::Roster(roster) => NoteName::Roster(roster.desk),
        }
    }

    /// What whoever signs this vouches for, in lines for people.
    pub fn summary(&self) -> Vec<String> {
        let head = self.head();
        let last = head.validity.until().plus(-1);
        let mut lines = vec![
            format!("{}, serial {}", self.name(), head.serial),
            format!("installation {}", head.inst),
            format!("valid from {} to {last}", head.validity.from()),
        ];
        lines.extend(self.content());
        lines
    }

    fn content(&self) -> Vec<String> {
        match self {
            Self::Public(directory) => {
                let keys = directory
                    .desks
                    .iter()
                    .map(|key| (key.desk, key.week.to_string()));
                let replies = directory.replies.iter();
                let replies =
                    replies.map(|reply| format!("replies of {}: {}", reply.desk, reply.key));
                by_desk(keys).into_iter().chain(replies).collect()
            }
            Self::Staff(directory) => staff(directory),
            Self::Roster(roster) => {
                let members = roster.members.iter().map(|member| {
                    let words = fingerprint::words(&member.recipient, member.key);
                    format!("{} {}: {words}", member.role, member.officer)
                });
                let former = roster.former.iter().map(|former| {
                    let (officer, last) = (former.officer, former.last);
                    format!("left {officer}: signatures count until {last}")
                });
                members.chain(former).collect()
            }
        }
    }

    /// Whether it is over on this day.
    pub fn is_over(&self, today: Day) -> bool {
        today >= self.head().validity.until()
    }
}

fn staff(directory: &StaffDirectory) -> Vec<String> {
    let weeks = directory.desks.iter();
    let weeks = weeks.map(|key| (key.desk, key.week.to_string()));
    let vaults = directory.vaults.iter();
    let vaults = vaults.map(|key| (key.desk, key.quarter.to_string()));
    let rosters = directory.rosters.iter();
    let rosters = rosters.map(|one| format!("roster of {}: {} or newer", one.desk, one.serial));
    let auditors = directory.auditors.iter().map(|key| {
        let text = key.recipient.as_str();
        let end = text.get(text.len().saturating_sub(12)..);
        format!("auditors of {}: …{}", key.year, end.unwrap_or_default())
    });
    let canary = directory.canary.iter();
    let canary = canary.map(|key| format!("test tips are marked by {key}"));
    let lines = by_desk(weeks.chain(vaults)).into_iter().chain(rosters);
    lines.chain(auditors).chain(canary).collect()
}

/// One line a desk: `triage: 2026-W47 2026-W48`.
fn by_desk(keys: impl Iterator<Item = (Desk, String)>) -> Vec<String> {
    let mut desks = std::collections::BTreeMap::<Desk, String>::new();
    for (desk, period) in keys {
        let line = desks.entry(desk).or_insert_with(|| format!("{desk}:"));
        line.push(' ');
        line.push_str(&period);
    }
    desks.into_values().collect()
}
