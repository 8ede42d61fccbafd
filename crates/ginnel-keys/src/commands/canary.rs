//! `canary key` and `canary name`.

use std::path::PathBuf;

use clap::Subcommand;
use ginnel_keys::{authority, canary};
use notes::Authority;
use rand::rngs::OsRng;

use super::{InFolder, Run, next, read};

/// Test tips: the key that marks them, so that consoles put them away.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Makes the key, on the machine that sends test tips. It is no secret of anybody's tips.
    Key {
        /// The new file for the secret, mode 0600.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Names the key in a ceremony, in place of an older one, before `directory`.
    Name {
        #[command(flatten)]
        folder: InFolder,
        /// A file with the line `canary key` printed.
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
    },
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        match self {
            Self::Key { out } => {
                let key = authority::make(canary::NAME, &out, &mut OsRng)?;
                writeln!(run.out, "{key}")?;
                let secret = out.display();
                next(
                    run,
                    &format!("the secret is in {secret}; the line above goes to the ceremony."),
                )
            }
            Self::Name { folder, key } => {
                let ceremony = folder.open(run)?;
                let key: Authority = read(&key)?.trim_end().parse()?;
                canary::name(&ceremony, &key)?;
                next(run, "`directory`, and have it signed.")
            }
        }
    }
}
