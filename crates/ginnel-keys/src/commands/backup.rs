//! `backup key` and `backup open`.

use std::path::PathBuf;

use clap::Subcommand;
use ginnel_keys::backups;
use rand::rngs::OsRng;

use super::{Run, next};

/// The server's backups: the key they are sealed to, and opening one.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Makes a recovery key and prints the line that the server's settings name.
    ///
    /// The file is the key: keep it offline, and a second copy in another safe. What it opens holds
    /// officers' names and sealed frames, and no key that opens a frame.
    Key {
        /// The new file for the secret, mode 0600.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Opens a backup into a new folder, for `ginnel restore`.
    ///
    /// Do it on the new host, from a removable drive that holds the key, or offline; then delete the
    /// folder.
    Open {
        /// The backup that `ginnel backup` made.
        file: PathBuf,
        /// The recovery key's file.
        #[arg(long, value_name = "FILE")]
        identity: PathBuf,
        /// The new folder.
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
    },
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        match self {
            Self::Key { out } => {
                let recipient = backups::make(&out, &mut OsRng)?;
                writeln!(run.out, "The secret is in {}.", out.display())?;
                writeln!(run.out, "{recipient}")?;
                next(
                    run,
                    "write the line into backup.recipients of the server's ginnel.toml.",
                )
            }
            Self::Open {
                file,
                identity,
                out,
            } => {
                let manifest = backups::open(&file, &identity, &out)?;
                write!(run.out, "{manifest}")?;
                let folder = out.display();
                next(
                    run,
                    &format!("on an empty host: `ginnel restore {folder} --data FOLDER`."),
                )
            }
        }
    }
}
