//! `wrap`.

use clap::Args;
use ginnel_keys::wrap;

use super::{BothCustodians, InFolder, Run, next};

/// Wraps the keys of the signed directories to every officer of the signed rosters.
///
/// Needs both custodians. Only notes count that every authority has signed.
#[derive(Args)]
pub(crate) struct Command {
    #[command(flatten)]
    folder: InFolder,
    #[command(flatten)]
    custodians: BothCustodians,
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        let ceremony = self.folder.open(run)?;
        let outcome = wrap::wrap(&ceremony, &self.custodians.open()?, run.today)?;
        writeln!(run.out, "Wrapped {} secrets.", outcome.wrapped.len())?;
        for desk in outcome.without_roster {
            writeln!(
                run.out,
                "{desk} has no roster yet: nobody can open what arrives there."
            )?;
        }
        for desk in outcome.carried_over {
            writeln!(
                run.out,
                "The reply key of {desk} is wrapped to this quarter's RECOVERY now."
            )?;
        }
        next(run, "take the custodians' drives out; then `export`.")
    }
}
