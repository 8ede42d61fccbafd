//! `epochs`.

use clap::Args;
use domain::Desk;
use ginnel_keys::epochs;
use rand::rngs::OsRng;

use super::{InFolder, Run, next};

/// Makes the weekly and quarterly keys of every desk for the next four weeks.
///
/// Their secrets are wrapped to RECOVERY only, so no officer is needed yet. Keys that are there
/// already are left alone; secrets of weeks that ended more than 28 days ago are destroyed.
#[derive(Args)]
pub(crate) struct Command {
    #[command(flatten)]
    folder: InFolder,
    /// Somebody has left this desk: make its keys of the weeks to come and its reply key anew.
    #[arg(long, value_name = "DESK")]
    anew: Option<Desk>,
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        let ceremony = self.folder.open(run)?;
        if let Some(desk) = self.anew {
            for period in epochs::make_anew(&ceremony, desk, run.today, &mut OsRng)? {
                writeln!(run.out, "Made the key of {desk} for {period} anew.")?;
            }
            writeln!(run.out, "Made the reply key of {desk} anew.")?;
            return next(
                run,
                "`roster write`, `directory`, `sign` all, `wrap`, `export`.",
            );
        }
        let made = epochs::make(&ceremony, run.today, &mut OsRng)?;
        if made.made.is_empty() {
            writeln!(
                run.out,
                "Every key of the next four weeks is there already."
            )?;
        }
        for (desk, period) in made.made {
            writeln!(run.out, "Made the key of {desk} for {period}.")?;
        }
        for (desk, week) in made.destroyed {
            writeln!(
                run.out,
                "Destroyed the secret of {desk} for {week}: its time is over."
            )?;
        }
        next(run, "`directory`.")
    }
}
