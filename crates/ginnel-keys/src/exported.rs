//! What another force was given: checked offline against the rosters of those who wrote and sent it.

use domain::{Day, Desk, OfficerId, Role, Standing};
use notes::{Authorities, NoteError, PublicKey, Roster, Unverified, Verified};
use unseal::export::{Export, ExportError, UnverifiedExport};

/// Why an exported file is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ExportedError {
    /// A roster does not hold today.
    #[error("a roster does not hold: {0}")]
    Roster(#[from] NoteError),
    /// There is no roster of a desk it takes.
    #[error("the roster of {0} is needed too")]
    NoRoster(Desk),
    /// The file itself does not hold.
    #[error(transparent)]
    Export(#[from] ExportError),
}

/// What is known of a file that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Believed {
    /// What it says.
    pub export: Export,
    /// The second officer, who released the report.
    pub released_by: OfficerId,
    /// Those of the three who signed that have left their desk since.
    pub left: Vec<OfficerId>,
}

/// Verifies a file against rosters, each of which every authority must have signed for the installation the
/// report names, and which must hold today.
///
/// # Errors
/// See [`ExportedError`].
pub fn verify(
    file: &str,
    authorities: &Authorities,
    rosters: &[String],
    today: Day,
) -> Result<Believed, ExportedError> {
    let file = UnverifiedExport::parse(file)?;
    let (inst, desk) = (file.unverified().report.inst, file.unverified().desk);
    let believe =
        |text: &String| Unverified::<Roster>::parse(text)?.verify(authorities, inst, today, None);
    let rosters = rosters.iter().map(believe);
    let rosters = rosters.collect::<Result<Vec<Verified<Roster>>, NoteError>>()?;
    let of = |desk| {
        let mut all = rosters.iter();
        let found = all.find(|roster| roster.desk == desk);
        found.ok_or(ExportedError::NoRoster(desk))
    };
    let (triage, desk) = (of(Desk::Triage)?, of(desk)?);
    let (export, released_by) = file.verify(
        &|officer, day| writer(triage, officer, day),
        &|officer, day| writer(desk, officer, day),
    )?;
    let report = &export.report;
    let left = [
        (triage, report.author, report.created),
        (triage, released_by, report.created),
        (desk, export.exporter, export.day),
    ];
    let left = left.into_iter().filter(|(roster, officer, day)| {
        let found = writer(roster, *officer, *day);
        found.is_none_or(|(_, standing)| standing != Standing::Serving)
    });
    let left = left.map(|(_, officer, _)| officer).collect();
    Ok(Believed {
        export,
        released_by,
        left,
    })
}

/// A text on one line of a terminal: what would move the cursor, break the line or turn its direction is shown by
/// its number.
pub fn on_one_line(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown = |c: char| {
        if c.is_control() || turns(c) {
            format!("<U+{:04X}>", u32::from(c))
        } else {
            c.to_string()
        }
    };
    text.chars().map(shown).collect()
}

/// Coordinators and auditors never write.
fn writer(roster: &Roster, officer: OfficerId, day: Day) -> Option<(PublicKey, Standing)> {
    let signatory = roster.signatory(officer, day)?;
    match signatory.role {
        Role::Officer | Role::Supervisor => Some((signatory.key, signatory.standing)),
        Role::Coordinator | Role::Auditor => None,
    }
}
