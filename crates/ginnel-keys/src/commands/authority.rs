//! `authority new`.

use std::path::PathBuf;

use clap::Subcommand;
use ginnel_keys::authority;
use rand::rngs::OsRng;

use super::{Run, next};

/// An organisation's signing key.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Makes an organisation's signing key and prints the line others pin.
    ///
    /// Run it on a machine of that organisation's own. The file is the key: keep it offline, keep a
    /// second copy in another safe, and give it to nobody. Every note needs every authority.
    New {
        /// The organisation, without spaces, such as `west-yorkshire-police`.
        #[arg(long)]
        name: String,
        /// The new file for the secret, mode 0600.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        let Self::New { name, out } = self;
        let authority = authority::make(&name, &out, &mut OsRng)?;
        writeln!(
            run.out,
            "The secret is in {}. Pin this line:",
            out.display()
        )?;
        writeln!(run.out, "{authority}")?;
        next(
            run,
            "take the line to the ceremony (`begin --authority`) and to the server's ginnel.toml.",
        )
    }
}
