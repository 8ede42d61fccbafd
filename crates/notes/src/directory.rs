//! The public directory: to whom reporters' browsers seal.

use domain::{Desk, Week};

use crate::body::{Head, Malformed, NoteBody};
use crate::lines::{Lines, ascending, parse};
use crate::recipient::RecipientText;
use crate::signature::PublicKey;

const CONTEXT: &str = "ginnel/directory/v1";

/// A directory holds two weeks at most; the next overlaps by one.
pub(crate) const DIRECTORY_DAYS: i32 = 14;

/// Weeks a desk may have recipients for.
pub(crate) const WEEKS_A_DESK: usize = 4;

/// A desk's recipient for what arrives in one week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskKey {
    /// The desk.
    pub desk: Desk,
    /// The week of arrival.
    pub week: Week,
    /// Whom to seal to.
    pub recipient: RecipientText,
}

/// The key a desk signs its replies with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyKey {
    /// The desk.
    pub desk: Desk,
    /// The key to verify with.
    pub key: PublicKey,
}

/// Recipients of triage and, when there are any, of the corruption desks.
///
/// ```text
/// ginnel/directory/v1
/// inst <hex>
/// serial <n>
/// from <day>
/// until <day>
/// desk <desk> <week> <age1pq1…>     ascending, at most four weeks a desk
/// replysig <desk> <base64>          ascending, at most one a desk
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicDirectory {
    /// Installation, serial and dates.
    pub head: Head,
    /// Recipients, ascending by desk and week.
    pub desks: Vec<DeskKey>,
    /// Reply keys, ascending by desk.
    pub replies: Vec<ReplyKey>,
}

impl PublicDirectory {
    /// Whom to seal to for this desk in this week.
    pub fn recipient(&self, desk: Desk, week: Week) -> Option<&RecipientText> {
        find(&self.desks, desk, week)
    }

    /// The weeks this desk can be sealed to, ascending.
    pub fn weeks(&self, desk: Desk) -> impl Iterator<Item = Week> {
        let of_desk = self.desks.iter().filter(move |key| key.desk == desk);
        of_desk.map(|key| key.week)
    }

    /// The key this desk signs replies with.
    pub fn reply_key(&self, desk: Desk) -> Option<PublicKey> {
        let mut keys = self.replies.iter();
        keys.find(|reply| reply.desk == desk).map(|reply| reply.key)
    }
}

impl NoteBody for PublicDirectory {
    fn head(&self) -> &Head {
        &self.head
    }

    fn write(&self) -> String {
        let mut text = format!("{CONTEXT}\n{}", self.head.write());
        text.extend(self.desks.iter().map(DeskKey::line));
        let line = |reply: &ReplyKey| format!("replysig {} {}\n", reply.desk, reply.key);
        text.extend(self.replies.iter().map(line));
        text
    }

    fn read(text: &str) -> Result<Self, Malformed> {
        let mut lines = Lines::begin(text, CONTEXT)?;
        let directory = Self {
            head: Head::read(&mut lines, DIRECTORY_DAYS)?,
            desks: DeskKey::read_all(&mut lines, is_public)?,
            replies: lines.all("replysig", |[desk, key]| {
                let (desk, key) = (parse(desk)?, PublicKey::parse(key)?);
                Ok(ReplyKey { desk, key })
            })?,
        };
        lines.end()?;
        ascending(directory.replies.iter().map(|reply| reply.desk))?;
        Ok(directory)
    }
}

impl DeskKey {
    pub(crate) fn line(&self) -> String {
        format!("desk {} {} {}\n", self.desk, self.week, self.recipient)
    }

    pub(crate) fn read_all(
        lines: &mut Lines<'_>,
        belongs: fn(Desk) -> bool,
    ) -> Result<Vec<Self>, Malformed> {
        let keys = lines.all("desk", |[desk, week, recipient]| {
            Ok(Self {
                desk: parse(desk)?,
                week: parse(week)?,
                recipient: RecipientText::parse(recipient)?,
            })
        })?;
        ascending(keys.iter().map(|key| (key.desk, key.week)))?;
        let weeks = |desk| keys.iter().filter(|key| key.desk == desk).count();
        let sound = |key: &Self| belongs(key.desk) && weeks(key.desk) <= WEEKS_A_DESK;
        if keys.iter().all(sound) {
            Ok(keys)
        } else {
            Err(Malformed)
        }
    }
}

/// Whether reporters seal to this desk.
pub(crate) const fn is_public(desk: Desk) -> bool {
    match desk {
        Desk::Triage | Desk::CorruptionA | Desk::CorruptionB => true,
        Desk::Bronze(_) | Desk::Team(_) | Desk::Silver => false,
    }
}

/// Finds the recipient of a desk for a week.
pub(crate) fn find(keys: &[DeskKey], desk: Desk, week: Week) -> Option<&RecipientText> {
    keys.iter()
        .find(|key| key.desk == desk && key.week == week)
        .map(|key| &key.recipient)
}
