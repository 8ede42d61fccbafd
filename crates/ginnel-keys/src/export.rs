//! The folder that goes to the server: signed notes and wrappers, never a secret.

use std::path::Path;

use domain::{Day, Desk};
use notes::Roster;

use crate::believed::{self, Believed, BelievedError, Directories};
use crate::ceremony::Ceremony;
use crate::files::{self, FileError};
use crate::naming::NoteName;
use crate::wrap::{self, Wrapped};

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A note does not hold.
    #[error(transparent)]
    Believed(#[from] BelievedError),
    /// The folder holds something.
    #[error("the export goes to a new or empty folder")]
    NotEmpty,
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
}

/// What [`export`] wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The notes.
    pub notes: Vec<NoteName>,
    /// How many wrappers.
    pub wrappers: usize,
    /// Wrappers left behind: their officer is no longer in the roster, or their epoch not listed.
    pub left_behind: usize,
}

/// Writes both directories, every roster there is, and the wrappers that fit them, to a new folder.
///
/// # Errors
/// Nothing is written if any note is not signed by every authority, is over, or is an older one.
pub fn export(ceremony: &Ceremony, out: &Path, today: Day) -> Result<Exported, ExportError> {
    if !files::names(out)?.is_empty() {
        return Err(ExportError::NotEmpty);
    }
    let directories = Directories::of(ceremony, today)?;
    let mut rosters = Vec::new();
    for &desk in ceremony.desks() {
        rosters.extend(believed::roster(ceremony, desk, today)?.map(|roster| (desk, roster)));
    }
    let all = wrap::written(ceremony)?;
    let before = all.len();
    let fits = |one: &Wrapped| is_listed(one, &directories) && is_rostered(one, &rosters);
    let wrappers: Vec<_> = all.into_iter().filter(fits).collect();
    let mut notes = vec![
        (NoteName::PublicDirectory, directories.public.text),
        (NoteName::StaffDirectory, directories.staff.text),
    ];
    notes.extend(
        rosters
            .into_iter()
            .map(|(desk, roster)| (NoteName::Roster(desk), roster.text)),
    );
    for (name, text) in &notes {
        files::write_new(&out.join(name.file_name()), text.as_bytes())?;
    }
    files::write_new(&out.join(wrap::FILE), &wrap::to_json(&wrappers))?;
    Ok(Exported {
        notes: notes.into_iter().map(|(name, _)| name).collect(),
        wrappers: wrappers.len(),
        left_behind: before.saturating_sub(wrappers.len()),
    })
}

fn is_listed(wrapped: &Wrapped, directories: &Directories) -> bool {
    let listed = directories.recipient(wrapped.desk, wrapped.period);
    listed.is_some_and(|recipient| recipient.as_str() == wrapped.recipient)
}

fn is_rostered(wrapped: &Wrapped, rosters: &[(Desk, Believed<Roster>)]) -> bool {
    rosters.iter().any(|(desk, roster)| {
        let member = roster.body.member(wrapped.officer);
        *desk == wrapped.desk && member.is_some_and(|member| wrap::opens(member.role))
    })
}
