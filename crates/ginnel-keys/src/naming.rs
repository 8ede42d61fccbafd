//! The notes a ceremony makes, and the files they lie in.

use std::fmt;
use std::path::PathBuf;

use domain::Desk;

use crate::ceremony::{Ceremony, desk_file};

/// One of the notes a ceremony makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteName {
    /// To whom reporters' browsers seal.
    PublicDirectory,
    /// To whom officers' browsers seal.
    StaffDirectory,
    /// The officers of one desk.
    Roster(Desk),
}

impl NoteName {
    /// Every note of a ceremony, directories first.
    pub fn all(ceremony: &Ceremony) -> Vec<Self> {
        let mut names = vec![Self::PublicDirectory, Self::StaffDirectory];
        names.extend(ceremony.desks().iter().copied().map(Self::Roster));
        names
    }

    /// The file's name, in the ceremony and in what it exports: `roster-bronze-leeds.note`.
    pub fn file_name(self) -> String {
        format!("{self}.note")
    }

    /// The file in a ceremony.
    pub fn path(self, ceremony: &Ceremony) -> PathBuf {
        ceremony.path("notes").join(self.file_name())
    }
}

impl fmt::Display for NoteName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::PublicDirectory => f.write_str("public-directory"),
            Self::StaffDirectory => f.write_str("staff-directory"),
            Self::Roster(desk) => write!(f, "roster-{}", desk_file(desk)),
        }
    }
}
