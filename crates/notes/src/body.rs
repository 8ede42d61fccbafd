//! What every kind of note has in common.

use domain::{Day, InstallationId};

use crate::authority::Signer;
use crate::lines::Lines;
use crate::signed;

/// The text is not in the one form this kind has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not in the expected form")]
pub struct Malformed;

/// The days a note is valid on: from the first, until the day before the last named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    from: Day,
    until: Day,
}

impl Validity {
    /// Makes a span of at least one day and at most so many.
    pub fn new(from: Day, until: Day, at_most_days: i32) -> Result<Self, Malformed> {
        if from < until && until <= from.plus(at_most_days) {
            Ok(Self { from, until })
        } else {
            Err(Malformed)
        }
    }

    /// The first day.
    pub const fn from(self) -> Day {
        self.from
    }

    /// The first day on which the note is no longer valid.
    pub const fn until(self) -> Day {
        self.until
    }

    /// Days left, today included; 0 if it is over or has not begun.
    pub fn days_left(self, today: Day) -> i32 {
        if today < self.from {
            return 0;
        }
        self.until.0.saturating_sub(today.0).max(0)
    }
}

/// The head of every note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The installation it speaks for.
    pub inst: InstallationId,
    /// Grows with every note of this kind (and desk).
    pub serial: u64,
    /// When it holds.
    pub validity: Validity,
}

impl Head {
    pub(crate) fn read(lines: &mut Lines<'_>, at_most_days: i32) -> Result<Self, Malformed> {
        Ok(Self {
            inst: lines.value("inst")?,
            serial: lines.value("serial")?,
            validity: Validity::new(lines.value("from")?, lines.value("until")?, at_most_days)?,
        })
    }

    pub(crate) fn write(&self) -> String {
        let (from, until) = (self.validity.from, self.validity.until);
        let (inst, serial) = (self.inst, self.serial);
        format!("inst {inst}\nserial {serial}\nfrom {from}\nuntil {until}\n")
    }
}

/// A kind of note: its canonical lines and what they mean.
pub trait NoteBody: Sized {
    /// Installation, serial and dates.
    fn head(&self) -> &Head;

    /// The canonical lines, ending with a newline.
    fn write(&self) -> String;

    /// Reads lines in any form it can make sense of; [`NoteBody::parse`] refuses all but the canonical.
    fn read(text: &str) -> Result<Self, Malformed>;

    /// Reads the canonical lines and nothing else.
    fn parse(text: &str) -> Result<Self, Malformed> {
        let body = Self::read(text)?;
        if body.write() == text {
            Ok(body)
        } else {
            Err(Malformed)
        }
    }

    /// Writes the signed note.
    ///
    /// # Errors
    /// A body that would not read back, or two signers alike.
    fn sign(&self, signers: &[&Signer]) -> Result<String, Malformed> {
        let text = self.write();
        Self::parse(&text)?;
        signed::sign(&text, signers).map_err(|_| Malformed)
    }
}
