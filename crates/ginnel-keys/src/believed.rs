//! The notes of a ceremony that every authority has signed: nothing else is acted on.

use domain::{Day, Desk, Period};
use notes::{
    NoteBody, NoteError, PublicDirectory, RecipientText, Roster, StaffDirectory, Unverified,
    Verified,
};

use crate::ceremony::Ceremony;
use crate::files::{self, FileError};
use crate::naming::NoteName;
use crate::serials;

/// Why a note of the ceremony is not acted on.
#[derive(Debug, thiserror::Error)]
pub enum BelievedError {
    /// It was never written.
    #[error("{0} is not written yet")]
    NotWritten(NoteName),
    /// It does not hold.
    #[error("{name}: {cause}")]
    Refused {
        /// Which note.
        name: NoteName,
        /// Why.
        cause: NoteError,
    },
    /// It speaks for another desk than its file's name says.
    #[error("{0} is another desk's")]
    OtherDesk(NoteName),
    /// The file could not be read.
    #[error(transparent)]
    File(#[from] FileError),
}

/// A note that holds, and its text as it was signed.
#[derive(Debug, Clone)]
pub struct Believed<T> {
    /// The body.
    pub body: Verified<T>,
    /// The whole note.
    pub text: String,
}

/// Both directories.
#[derive(Debug, Clone)]
pub struct Directories {
    /// Triage and corruption desks.
    pub public: Believed<PublicDirectory>,
    /// All others, and the vaults.
    pub staff: Believed<StaffDirectory>,
}

impl Directories {
    /// Reads both.
    pub fn of(ceremony: &Ceremony, today: Day) -> Result<Self, BelievedError> {
        Ok(Self {
            public: believed(ceremony, NoteName::PublicDirectory, today)?,
            staff: believed(ceremony, NoteName::StaffDirectory, today)?,
        })
    }

    /// Every period of this desk that is listed, with its recipient.
    pub fn listed(&self, desk: Desk) -> Vec<(Period, RecipientText)> {
        let (public, staff) = (&self.public.body, &self.staff.body);
        let weeks = public.desks.iter().chain(&staff.desks);
        let weeks = weeks
            .filter(|key| key.desk == desk)
            .map(|key| (Period::Week(key.week), key.recipient.clone()));
        let vaults = staff.vaults.iter().filter(|key| key.desk == desk);
        let vaults = vaults.map(|key| (Period::Quarter(key.quarter), key.recipient.clone()));
        weeks.chain(vaults).collect()
    }

    /// The recipient of this desk for this period.
    pub fn recipient(&self, desk: Desk, period: Period) -> Option<RecipientText> {
        let mut listed = self.listed(desk).into_iter();
        listed
            .find(|(of, _)| *of == period)
            .map(|(_, recipient)| recipient)
    }
}

/// The roster of a desk, if one was ever written.
pub fn roster(
    ceremony: &Ceremony,
    desk: Desk,
    today: Day,
) -> Result<Option<Believed<Roster>>, BelievedError> {
    let name = NoteName::Roster(desk);
    match believed::<Roster>(ceremony, name, today) {
        Ok(roster) if roster.body.desk == desk => Ok(Some(roster)),
        Ok(_) => Err(BelievedError::OtherDesk(name)),
        Err(BelievedError::NotWritten(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn believed<T: NoteBody>(
    ceremony: &Ceremony,
    name: NoteName,
    today: Day,
) -> Result<Believed<T>, BelievedError> {
    let Some(text) = files::read_if_there(&name.path(ceremony))? else {
        return Err(BelievedError::NotWritten(name));
    };
    let newest = serials::newest(ceremony, name)?;
    let body = check(ceremony, &text, today, newest);
    let body = body.map_err(|cause| BelievedError::Refused { name, cause })?;
    let text = text.to_string();
    Ok(Believed { body, text })
}

/// A body nobody has signed has no signature lines, and so not the shape of a note.
fn check<T: NoteBody>(
    ceremony: &Ceremony,
    text: &str,
    today: Day,
    newest: Option<u64>,
) -> Result<Verified<T>, NoteError> {
    if T::parse(text).is_ok() {
        return Err(NoteError::Unsigned);
    }
    let (authorities, inst) = (ceremony.authorities(), ceremony.inst());
    Unverified::parse(text)?.verify(authorities, inst, today, newest)
}
