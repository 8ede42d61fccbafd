//! What a ceremony has, who has signed it, and what is to be done by when.

use domain::Day;
use notes::NoteError;

use crate::body::Body;
use crate::calendar::{self, Due};
use crate::ceremony::Ceremony;
use crate::files::{self, FileError};
use crate::naming::NoteName;
use crate::serials;
use crate::sign;

/// How one note stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Never written.
    NotWritten,
    /// In no form that Ginnel makes.
    NotANote,
    /// Older than one that was written here before.
    Older,
    /// Its last day is over.
    Expired,
    /// Some authorities have not signed.
    Waiting {
        /// Whose signatures are missing.
        missing: Vec<String>,
    },
    /// Signed by all, and valid.
    Holds {
        /// The first day on which it no longer is.
        until: Day,
    },
    /// Signed by all, and does not hold for another reason.
    Refused(NoteError),
}

/// One note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteStatus {
    /// Which.
    pub name: NoteName,
    /// How it stands.
    pub standing: Standing,
    /// Its serial.
    pub serial: Option<u64>,
    /// The names of the authorities that have signed it.
    pub signed_by: Vec<String>,
}

/// How a ceremony stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Every note.
    pub notes: Vec<NoteStatus>,
    /// The calendar, soonest first.
    pub calendar: Vec<Due>,
}

impl Status {
    /// Whether everything written is signed and valid, and both directories are.
    pub fn holds(&self) -> bool {
        self.notes
            .iter()
            .all(|note| match (&note.standing, note.name) {
                (Standing::Holds { .. }, _) | (Standing::NotWritten, NoteName::Roster(_)) => true,
                (_, _) => false,
            })
    }
}

/// Looks at everything in a ceremony's folder.
pub fn status(ceremony: &Ceremony, today: Day) -> Result<Status, FileError> {
    let names = NoteName::all(ceremony).into_iter();
    let notes = names
        .map(|name| note(ceremony, name, today))
        .collect::<Result<Vec<_>, _>>()?;
    let calendar = calendar::of(ceremony, &notes, today)?;
    Ok(Status { notes, calendar })
}

fn note(ceremony: &Ceremony, name: NoteName, today: Day) -> Result<NoteStatus, FileError> {
    let Some(text) = files::read_if_there(&name.path(ceremony))? else {
        return Ok(NoteStatus {
            name,
            standing: Standing::NotWritten,
            serial: None,
            signed_by: Vec::new(),
        });
    };
    let (signed, missing) = signatures(ceremony, &text);
    let body = sign::read(&text).filter(|body| body.name() == name);
    let newest = serials::newest(ceremony, name)?;
    Ok(NoteStatus {
        name,
        serial: body.as_ref().map(|body| body.head().serial),
        standing: body.map_or(Standing::NotANote, |body| {
            standing(ceremony, &body, missing, newest, today)
        }),
        signed_by: signed,
    })
}

/// The names of the authorities that have signed, and of those that have not.
fn signatures(ceremony: &Ceremony, text: &str) -> (Vec<String>, Vec<String>) {
    let mut names = (Vec::new(), Vec::new());
    for authority in ceremony.authorities().iter() {
        let signed = sign::is_signed_by(text, authority);
        let list = if signed { &mut names.0 } else { &mut names.1 };
        list.push(authority.name().to_owned());
    }
    names
}

/// In the order in which a person wants to know.
fn standing(
    ceremony: &Ceremony,
    body: &Body,
    missing: Vec<String>,
    newest: Option<u64>,
    today: Day,
) -> Standing {
    let head = body.head();
    if head.inst != ceremony.inst() {
        return Standing::Refused(NoteError::WrongInstallation);
    }
    if newest.is_some_and(|newest| head.serial < newest) {
        return Standing::Older;
    }
    if body.is_over(today) {
        return Standing::Expired;
    }
    if !missing.is_empty() {
        return Standing::Waiting { missing };
    }
    if today < head.validity.from() {
        return Standing::Refused(NoteError::NotYetValid);
    }
    Standing::Holds {
        until: head.validity.until(),
    }
}
