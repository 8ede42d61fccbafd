//! `begin`.

use std::path::PathBuf;

use clap::Args;
use domain::{Desk, InstallationId};
use ginnel_keys::{Ceremony, Settings};
use notes::{Authorities, Authority};

use super::{Run, next, warn_if_demo};

/// Begins a ceremony: a folder for the desks whose keys are made together.
///
/// The corruption desks' keys are made on machines of their own, so a folder holds `corruption-a`
/// alone, or `corruption-b` alone, or any of the other desks.
#[derive(Args)]
pub(crate) struct Command {
    /// The new folder.
    #[arg(long, value_name = "FOLDER")]
    dir: PathBuf,
    /// The installation's id, as `ginnel init` printed it.
    #[arg(long, value_name = "HEX")]
    inst: InstallationId,
    /// The line `authority new` printed; once for every authority that must sign.
    #[arg(long = "authority", value_name = "LINE", required = true)]
    authorities: Vec<Authority>,
    /// A desk, such as `triage`, `bronze/leeds`, `team/msht`; once for every desk.
    #[arg(long = "desk", value_name = "DESK", required = true)]
    desks: Vec<Desk>,
    /// Lets corruption desks share the folder with others. For a demonstration only, never for tips.
    #[arg(long)]
    all_in_one_folder_for_a_demo: bool,
}

impl Command {
    pub(crate) fn run(mut self, run: &mut Run<'_>) -> anyhow::Result<()> {
        self.desks.sort_unstable();
        let settings = Settings {
            inst: self.inst,
            authorities: Authorities::new(self.authorities)?,
            desks: self.desks,
            all_in_one_folder_for_a_demo: self.all_in_one_folder_for_a_demo,
        };
        let ceremony = Ceremony::begin(&self.dir, settings)?;
        warn_if_demo(&ceremony, run)?;
        writeln!(run.out, "Begun in {} for:", self.dir.display())?;
        for desk in ceremony.desks() {
            writeln!(run.out, "  {desk}")?;
        }
        next(
            run,
            "`recovery new`, with the drives of the two custodians.",
        )
    }
}
