//! `backup key` and `backup open`.

use std::path::PathBuf;

use clap::Subcommand;
use ginnel_keys::{Ceremony, backups};
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
        /// The ceremony's folder, to hold the backup against it: nobody signs one. Without, hold the
        /// lines that are printed against those of the ceremony yourself.
        #[arg(long, value_name = "FOLDER")]
        dir: Option<PathBuf>,
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
                dir,
                identity,
                out,
            } => {
                let dir = dir.as_deref().map(Ceremony::open).transpose()?;
                let manifest = backups::open(&file, &identity, &out)?;
                if let Some(ceremony) = &dir {
                    backups::compare(&out, ceremony)?;
                }
                write!(run.out, "{manifest}")?;
                tell_trusted(&backups::trusted(&out)?, dir.is_some(), run)?;
                let folder = out.display();
                let next_step = "with --authority LINE for each authority of the ceremony.";
                next(
                    run,
                    &format!(
                        "on an empty host: `ginnel restore {folder} --data FOLDER`, {next_step}"
                    ),
                )
            }
        }
    }
}

fn tell_trusted(lines: &[String], is_compared: bool, run: &mut Run<'_>) -> anyhow::Result<()> {
    let how = if is_compared {
        "as the ceremony says"
    } else {
        "NOT COMPARED: are these the ceremony's?"
    };
    writeln!(run.out, "Its pages trust, {how}:")?;
    for line in lines {
        writeln!(run.out, "  {line}")?;
    }
    Ok(())
}
