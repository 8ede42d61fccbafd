//! `sign`.

use std::path::PathBuf;

use clap::Args;
use ginnel_keys::{authority, sign};

use super::{Run, next, tell};

/// Adds one authority's signature to notes, on that organisation's own machine.
///
/// Look at each with `show` first: who signs vouches for what it says. A note counts only once every
/// authority of the installation has signed it.
#[derive(Args)]
pub(crate) struct Command {
    /// The authority's secret file, made by `authority new`.
    #[arg(long, value_name = "FILE")]
    authority: PathBuf,
    /// The notes.
    #[arg(required = true, value_name = "NOTE")]
    notes: Vec<PathBuf>,
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        let signer = authority::read(&self.authority)?;
        for path in &self.notes {
            let body = sign::sign_file(path, &signer, run.today)
                .map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?;
            let name = signer.authority().name();
            writeln!(run.out, "{name} vouches for {}:", path.display())?;
            tell(&body, run)?;
        }
        next(
            run,
            "the next authority signs; after the last one, `verify` and `export`.",
        )
    }
}
