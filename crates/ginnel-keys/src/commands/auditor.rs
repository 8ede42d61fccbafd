//! `auditor key` and `auditor name`.

use std::path::PathBuf;

use clap::Subcommand;
use domain::Year;
use ginnel_keys::{auditor, backups};
use rand::rngs::OsRng;
use seal::hybrid::Recipient;

use super::{InFolder, Run, next, read};

/// The log of operations: the key it is sealed to, and whose it is.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Makes the auditors' key of one year, on their own machine.
    ///
    /// What was recorded in that year can be read with this file alone: keep it for six years after, and
    /// a second copy in another safe. No officer of a desk and no operator of the server may have it.
    Key {
        /// The new file for the secret, mode 0600.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Names the auditors of one year in a ceremony, before `directory`.
    ///
    /// The server takes no work of officers while its staff directory names no auditor: operations that
    /// cannot be recorded are not done. In a new year that has none, those of the year before go on.
    Name {
        #[command(flatten)]
        folder: InFolder,
        /// The year.
        #[arg(long, value_name = "YEAR")]
        year: Year,
        /// A file with the line `auditor key` printed.
        #[arg(long, value_name = "FILE")]
        recipient: PathBuf,
    },
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        match self {
            Self::Key { out } => {
                let recipient = backups::make(&out, &mut OsRng)?;
                writeln!(run.out, "{recipient}")?;
                let secret = out.display();
                next(
                    run,
                    &format!(
                        "the secret is in {secret} and stays here; the line above goes to the ceremony."
                    ),
                )
            }
            Self::Name {
                folder,
                year,
                recipient,
            } => {
                let ceremony = folder.open(run)?;
                let recipient = Recipient::parse(read(&recipient)?.trim_end())?;
                auditor::name(&ceremony, year, &recipient)?;
                next(run, "`directory`, and have it signed.")
            }
        }
    }
}
