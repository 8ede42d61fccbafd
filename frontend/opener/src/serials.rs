//! The newest serial seen of each note, and which sheets were signed. The page keeps them from one session
//! to the next, so that a server cannot take back what it has once shown, nor have a month counted twice.

use std::collections::BTreeMap;
use std::fmt;

use domain::console::NoteFault;
use domain::{Desk, District, Month};
use sha2::{Digest, Sha256};

/// Which note a serial belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Note {
    /// The public directory.
    Public,
    /// The staff directory.
    Staff,
    /// The roster of a desk.
    Roster(Desk),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public => f.write_str("public"),
            Self::Staff => f.write_str("staff"),
            Self::Roster(desk) => write!(f, "roster/{desk}"),
        }
    }
}

/// The newest serials seen. Nothing in them is secret: the server gave every one of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Serials(BTreeMap<String, u64>);

impl Serials {
    /// Reads what it writes as text. A line that cannot be read counts as nothing seen: only
    /// this origin's own page can have written it.
    pub fn from_text(text: &str) -> Self {
        let line = |line: &str| {
            let (note, serial) = line.split_once(' ')?;
            Some((note.to_owned(), serial.parse().ok()?))
        };
        Self(text.lines().filter_map(line).collect())
    }

    /// Whether this sheet may leave: no other of its district and month was signed in this browser. It is
    /// remembered by the first 8 bytes of its SHA-256.
    pub(crate) fn sign_once(&mut self, district: District, month: Month, sheet: &str) -> bool {
        let digest = Sha256::digest(sheet);
        let mark = digest.iter().take(8);
        let mark = mark.fold(0, |mark, byte| (mark << 8) | u64::from(*byte));
        let name = format!("sheet/{}/{month}", Desk::Bronze(district));
        *self.0.entry(name).or_insert(mark) == mark
    }

    /// Takes the serial of a note that is believed otherwise.
    ///
    /// # Errors
    /// A newer one was seen.
    pub(crate) fn take(&mut self, note: Note, serial: u64) -> Result<(), NoteFault> {
        let newest = self.0.entry(note.to_string()).or_insert(serial);
        if serial < *newest {
            return Err(NoteFault::Older);
        }
        *newest = serial;
        Ok(())
    }
}

/// A line for each note and sheet: `roster/triage 2`.
impl fmt::Display for Serials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut serials = self.0.iter();
        serials.try_for_each(|(note, serial)| writeln!(f, "{note} {serial}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_come_back_and_only_grow() {
        let mut serials = Serials::default();
        let roster = Note::Roster(Desk::Triage);
        assert_eq!(serials.take(roster, 7), Ok(()));
        assert_eq!(serials.take(Note::Public, 1), Ok(()));
        let mut again = Serials::from_text(&serials.to_string());
        assert_eq!(again, serials);
        assert_eq!(again.take(roster, 6), Err(NoteFault::Older));
        assert_eq!(again.take(roster, 7), Ok(()));
        assert_eq!(again.take(Note::Staff, 1), Ok(()));
        assert_eq!(again.to_string(), "public 1\nroster/triage 7\nstaff 1\n");
    }

    #[test]
    fn a_month_has_one_sheet() {
        let mut serials = Serials::default();
        let [october, november] = ["2026-10", "2026-11"].map(|month| month.parse().unwrap());
        let leeds = District::Leeds;
        assert!(serials.sign_once(leeds, october, "arrest 5"));
        let mut again = Serials::from_text(&serials.to_string());
        assert!(again.sign_once(leeds, october, "arrest 5"));
        assert!(!again.sign_once(leeds, october, "arrest 6"));
        assert!(again.sign_once(leeds, november, "arrest 6"));
        assert!(again.sign_once(District::Bradford, october, "arrest 6"));
    }

    #[test]
    fn what_cannot_be_read_counts_as_nothing_seen() {
        for text in ["", "public", "public -1", "public 1 ", "public  1", "\0"] {
            assert_eq!(Serials::from_text(text), Serials::default());
        }
    }
}
