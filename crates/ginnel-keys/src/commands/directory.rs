//! `directory`.

use clap::Args;
use ginnel_keys::{NoteName, directory};

use super::{GiveUp, InFolder, Run, next, tell};

/// Writes the public and the staff directory, valid 14 days from today, for the authorities to sign.
///
/// Hold this ceremony every week or two: the next directory should overlap the last by seven days.
/// Once a directory has expired, nobody can send a tip until a new one is imported.
#[derive(Args)]
pub(crate) struct Command {
    #[command(flatten)]
    folder: InFolder,
    #[command(flatten)]
    give_up: GiveUp,
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        let ceremony = self.folder.open(run)?;
        for body in directory::write(&ceremony, run.today, self.give_up.waiting())? {
            writeln!(run.out, "Wrote {}:", body.name().path(&ceremony).display())?;
            tell(&body, run)?;
        }
        let (public, staff) = (NoteName::PublicDirectory, NoteName::StaffDirectory);
        next(
            run,
            &format!(
                "take {} and {} to each authority in turn: `sign --authority FILE NOTE…`.",
                public.file_name(),
                staff.file_name()
            ),
        )
    }
}
