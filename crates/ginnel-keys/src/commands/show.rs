//! `show`.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use ginnel_keys::sign;

use super::{Run, read, tell};

/// Says in plain words what a note says, before anybody signs or believes it.
#[derive(Args)]
pub(crate) struct Command {
    /// The note, signed or not.
    note: PathBuf,
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        let body = sign::read(&read(&self.note)?);
        let body = body.context("this is no note that Ginnel makes, or it was changed")?;
        writeln!(
            run.out,
            "{} says (no signature was checked):",
            self.note.display()
        )?;
        tell(&body, run)
    }
}
