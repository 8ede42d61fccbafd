//! `AUDITOR[year]`: to whom the log of operations is sealed.
//!
//! The auditors make the key on a machine of their own and hand over its recipient; the secret never
//! lies beside a ceremony. A ceremony names it once a year, and its directories say so to the server.

use std::path::PathBuf;

use domain::{Day, Year};
use notes::{AuditorKey, RecipientText};
use seal::hybrid::Recipient;

use crate::ceremony::Ceremony;
use crate::files::{self, FileError};
use crate::periods;

const FOLDER: &str = "auditors";
const ENDING: &str = ".pub";

/// Names the auditors of a year. Each is named once: what was sealed to others stays theirs.
pub fn name(ceremony: &Ceremony, year: Year, recipient: &Recipient) -> Result<(), FileError> {
    files::make_folder(&ceremony.path(FOLDER))?;
    let line = format!("{}\n", recipient.encode());
    files::write_new(&path(ceremony, year), line.as_bytes())
}

/// The auditors a directory lists: those of the years it reaches into, and for one that has none those of
/// the newest year before.
pub(crate) fn listed(ceremony: &Ceremony, today: Day) -> Result<Vec<AuditorKey>, FileError> {
    let last = last_year(today);
    let years: Vec<Year> = named(ceremony)?
        .into_iter()
        .filter(|year| *year <= last)
        .collect();
    let first = years.iter().rposition(|year| *year <= today.year());
    let years = years.iter().skip(first.unwrap_or_default());
    years.map(|&year| read(ceremony, year)).collect()
}

/// The years that have auditors, ascending.
pub(crate) fn named(ceremony: &Ceremony) -> Result<Vec<Year>, FileError> {
    let names = files::names(&ceremony.path(FOLDER))?;
    let years = names.iter();
    let years = years.filter_map(|name| name.strip_suffix(ENDING)?.parse().ok());
    let mut years: Vec<Year> = years.collect();
    years.sort_unstable();
    Ok(years)
}

/// The year that the last of the four weeks ends in.
pub(crate) fn last_year(today: Day) -> Year {
    let weeks = periods::weeks(today);
    let end = weeks.last().map(|week| week.plus(1).first_day().plus(-1));
    end.unwrap_or(today).year()
}

fn read(ceremony: &Ceremony, year: Year) -> Result<AuditorKey, FileError> {
    let path = path(ceremony, year);
    let text = files::read_text(&path)?;
    let recipient = RecipientText::parse(text.trim_end_matches('\n'));
    let recipient = recipient.map_err(|_| FileError::malformed(&path))?;
    Ok(AuditorKey { year, recipient })
}

fn path(ceremony: &Ceremony, year: Year) -> PathBuf {
    ceremony.path(&format!("{FOLDER}/{year}{ENDING}"))
}
