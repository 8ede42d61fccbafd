//! `export`.

use std::path::PathBuf;

use clap::Args;
use ginnel_keys::export;

use super::{InFolder, Run, next};

/// Writes the folder that goes to the server: signed notes and wrappers, never a secret.
#[derive(Args)]
pub(crate) struct Command {
    #[command(flatten)]
    folder: InFolder,
    /// A new or empty folder.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        let ceremony = self.folder.open(run)?;
        let exported = export::export(&ceremony, &self.out, run.today)?;
        for name in exported.notes {
            writeln!(run.out, "{}", name.file_name())?;
        }
        writeln!(run.out, "wrappers.json: {}", exported.wrappers)?;
        if exported.left_behind > 0 {
            writeln!(
                run.out,
                "{} older wrappers stay behind: run `wrap` if officers still need them.",
                exported.left_behind
            )?;
        }
        let out = self.out.display();
        next(
            run,
            &format!("on the server: `ginnel import --data FOLDER {out}`."),
        )
    }
}
