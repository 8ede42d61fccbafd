//! `recovery new`.

use clap::Subcommand;
use ginnel_keys::recovery;
use rand::rngs::OsRng;

use super::{BothCustodians, InFolder, Run, next};

/// The keys that epoch secrets are wrapped to until there are officers, and for new ones later.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Makes the RECOVERY keys that the next four weeks need, one a desk and quarter.
    ///
    /// Each is split in two shares. One custodian alone can open nothing; without both, `wrap` is not
    /// possible, so each custodian keeps a second copy. Keys that are there already are left alone.
    New {
        #[command(flatten)]
        folder: InFolder,
        #[command(flatten)]
        custodians: BothCustodians,
    },
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        let Self::New { folder, custodians } = self;
        let ceremony = folder.open(run)?;
        let made = recovery::make(&ceremony, &custodians.open()?, run.today, &mut OsRng)?;
        if made.is_empty() {
            writeln!(
                run.out,
                "Every RECOVERY key that is needed is there already."
            )?;
        }
        for (desk, quarter) in made {
            writeln!(
                run.out,
                "Made RECOVERY of {desk} for {quarter}, a share for each custodian."
            )?;
        }
        next(
            run,
            "`epochs`. The custodians' drives are not needed for that: take them out.",
        )
    }
}
