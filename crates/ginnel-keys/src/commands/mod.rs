//! The commands, one a file.

mod auditor;
mod authority;
mod backup;
mod begin;
mod canary;
mod card;
mod directory;
mod epochs;
mod export;
mod log;
mod recovery;
mod roster;
mod show;
mod sign;
mod verify;
mod verify_export;
mod verify_site;
mod wrap;

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, Subcommand};
use domain::Day;
use ginnel_keys::recovery::Custodians;
use ginnel_keys::{Body, Ceremony, Waiting};

/// What a command works with.
pub(crate) struct Run<'a> {
    pub(crate) today: Day,
    pub(crate) out: &'a mut dyn Write,
}

/// One step of a ceremony.
#[derive(Subcommand)]
pub(crate) enum Commands {
    #[command(subcommand)]
    Authority(authority::Command),
    #[command(subcommand)]
    Auditor(auditor::Command),
    #[command(subcommand)]
    Log(log::Command),
    Begin(begin::Command),
    #[command(subcommand)]
    Canary(canary::Command),
    #[command(subcommand)]
    Recovery(recovery::Command),
    Epochs(epochs::Command),
    Directory(directory::Command),
    Sign(sign::Command),
    Show(show::Command),
    #[command(subcommand)]
    Card(card::Command),
    #[command(subcommand)]
    Roster(roster::Command),
    Wrap(wrap::Command),
    Export(export::Command),
    Verify(verify::Command),
    VerifyExport(verify_export::Command),
    VerifySite(verify_site::Command),
    #[command(subcommand)]
    Backup(backup::Command),
}

impl Commands {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        match self {
            Self::Authority(command) => command.run(run),
            Self::Auditor(command) => command.run(run),
            Self::Log(command) => command.run(run),
            Self::Begin(command) => command.run(run),
            Self::Canary(command) => command.run(run),
            Self::Recovery(command) => command.run(run),
            Self::Epochs(command) => command.run(run),
            Self::Directory(command) => command.run(run),
            Self::Sign(command) => command.run(run),
            Self::Show(command) => command.run(run),
            Self::Card(command) => command.run(run),
            Self::Roster(command) => command.run(run),
            Self::Wrap(command) => command.run(run),
            Self::Export(command) => command.run(run),
            Self::Verify(command) => command.run(run),
            Self::VerifyExport(command) => command.run(run),
            Self::VerifySite(command) => command.run(run),
            Self::Backup(command) => command.run(run),
        }
    }
}

/// Which ceremony.
#[derive(Args)]
pub(crate) struct InFolder {
    /// The ceremony's folder, made by `begin`.
    #[arg(long, value_name = "FOLDER")]
    dir: PathBuf,
}

impl InFolder {
    /// Opens the ceremony; a demonstration's says so every time.
    fn open(&self, run: &mut Run<'_>) -> anyhow::Result<Ceremony> {
        let ceremony = Ceremony::open(&self.dir)
            .with_context(|| format!("{} is no ceremony to go on with", self.dir.display()))?;
        warn_if_demo(&ceremony, run)?;
        Ok(ceremony)
    }
}

/// Where the custodians' shares are.
#[derive(Args)]
pub(crate) struct BothCustodians {
    /// Where the first custodian keeps their shares: a removable drive of theirs.
    #[arg(long = "custodian-1", value_name = "FOLDER")]
    first: PathBuf,
    /// Where the second custodian keeps theirs.
    #[arg(long = "custodian-2", value_name = "FOLDER")]
    second: PathBuf,
}

impl BothCustodians {
    fn open(&self) -> anyhow::Result<Custodians> {
        Ok(Custodians::new(&self.first, &self.second)?)
    }
}

/// Whether a note that still waits for signatures may be given up.
#[derive(Args)]
pub(crate) struct GiveUp {
    /// Write a new note although the last one still waits for signatures; those it has are lost.
    #[arg(long)]
    give_up_waiting: bool,
}

impl GiveUp {
    const fn waiting(&self) -> Waiting {
        if self.give_up_waiting {
            Waiting::GiveUp
        } else {
            Waiting::Keep
        }
    }
}

fn warn_if_demo(ceremony: &Ceremony, run: &mut Run<'_>) -> anyhow::Result<()> {
    if ceremony.is_a_demo() {
        writeln!(
            run.out,
            "DEMONSTRATION: keys lie together here that must never meet. Not for real tips."
        )?;
    }
    Ok(())
}

/// Prints what a note says.
fn tell(body: &Body, run: &mut Run<'_>) -> anyhow::Result<()> {
    for line in body.summary() {
        writeln!(run.out, "  {line}")?;
    }
    Ok(())
}

fn next(run: &mut Run<'_>, what: &str) -> anyhow::Result<()> {
    Ok(writeln!(run.out, "Next: {what}")?)
}

fn read(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}
