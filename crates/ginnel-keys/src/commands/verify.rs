//! `verify`.

use clap::Args;
use ginnel_keys::status::{self, NoteStatus, Standing};

use super::{InFolder, Run};

/// Says what is signed, by whom, until when, and what is due next. Fails if anything does not hold.
#[derive(Args)]
pub(crate) struct Command {
    #[command(flatten)]
    folder: InFolder,
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        let ceremony = self.folder.open(run)?;
        let status = status::status(&ceremony, run.today)?;
        for note in &status.notes {
            writeln!(run.out, "{}", line(note))?;
        }
        writeln!(run.out, "\nCalendar")?;
        for due in &status.calendar {
            let when = if due.day <= run.today {
                "now".into()
            } else {
                due.day.to_string()
            };
            writeln!(run.out, "  {when:<10}  {}", due.what)?;
        }
        anyhow::ensure!(status.holds(), "not everything holds: see above");
        Ok(())
    }
}

fn line(note: &NoteStatus) -> String {
    let serial = note
        .serial
        .map_or_else(String::new, |serial| format!(" (serial {serial})"));
    let signed = match note.signed_by.as_slice() {
        [] => String::new(),
        names => format!(" Signed by {}.", names.join(" and ")),
    };
    let standing = match &note.standing {
        Standing::NotWritten => "not written yet.".into(),
        Standing::NotANote => "is no note that Ginnel makes, or it was changed.".into(),
        Standing::Older => "is OLDER than one written here before.".into(),
        Standing::Expired => "has EXPIRED.".into(),
        Standing::Waiting { missing } => format!("waits for {}.", missing.join(" and ")),
        Standing::Holds { until } => format!("holds to the end of {}.", until.plus(-1)),
        Standing::Refused(cause) => format!("does not hold: {cause}."),
    };
    format!("{}{serial} {standing}{signed}", note.name)
}
