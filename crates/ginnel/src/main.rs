//! `ginnel`: the server's program.

use std::alloc::System;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use domain::wire::OfficerRow;
use domain::{Desk, OfficerId, Role};
use ginnel::SystemClock;
use ginnel::commands::{self, Invited, Opened};
use rand::rngs::OsRng;
use storage::OfficerName;
use zeroizing_alloc::ZeroAlloc;

/// Everything that is freed is wiped: a tip that came without scripts does not stay in memory.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

/// Takes sealed reports in and hands them to officers, without being able to open one.
#[derive(Parser)]
#[command(name = "ginnel", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Args)]
struct Data {
    /// The installation's data folder.
    #[arg(long)]
    data: PathBuf,
}

#[derive(Subcommand)]
enum Command {
    /// Begins an installation and prints its id.
    Init(Data),
    /// Serves reporters and officers.
    Serve {
        #[command(flatten)]
        data: Data,
        /// The folder `bundle` made.
        #[arg(long)]
        site: PathBuf,
    },
    /// Looks after officers.
    #[command(subcommand)]
    Officer(Officer),
    /// Takes in the notes and wrappers a ceremony made.
    Import {
        #[command(flatten)]
        data: Data,
        /// The ceremony's output.
        folder: PathBuf,
    },
}

#[derive(Subcommand)]
enum Officer {
    /// Invites somebody; the last line printed is their one-time code.
    Invite {
        #[command(flatten)]
        data: Data,
        /// The name they will sign in with.
        #[arg(long)]
        name: OfficerName,
        /// officer, supervisor, coordinator or auditor.
        #[arg(long)]
        role: Role,
        /// A desk they are meant for, such as triage or bronze/leeds; may be given again.
        #[arg(long = "desk")]
        desks: Vec<Desk>,
    },
    /// Writes every enrolled officer's card, for the ceremony.
    Cards {
        #[command(flatten)]
        data: Data,
        /// Where to write them.
        #[arg(long)]
        out: PathBuf,
    },
    /// Lists officers and open invitations.
    List(Data),
    /// Removes an officer who leaves; then make a new roster and new weeks within 72 hours.
    Remove {
        #[command(flatten)]
        data: Data,
        /// The officer's id, as `list` shows it.
        #[arg(long)]
        officer: OfficerId,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    ginnel::telemetry::init();
    let system = actix_web::rt::System::new();
    match system.block_on(run(arguments.command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "ginnel: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Init(data) => {
            let id = commands::init(&data.data, &mut OsRng).await?;
            say(&id.to_string())
        }
        Command::Serve { data, site } => commands::serve(&data.data, &site).await,
        Command::Officer(officer) => run_officer(officer).await,
        Command::Import { data, folder } => {
            let opened = Opened::at(&data.data).await?;
            let done = commands::import(&opened, &folder, &SystemClock).await?;
            say(&format!(
                "{} notes, {} wrappers, {} officers changed",
                done.notes, done.wrappers, done.approved
            ))
        }
    }
}

async fn run_officer(officer: Officer) -> anyhow::Result<()> {
    match officer {
        Officer::Invite {
            data,
            name,
            role,
            desks,
        } => {
            let opened = Opened::at(&data.data).await?;
            let invited = Invited { name, role, desks };
            let code = commands::invite(&opened, invited, &SystemClock, &mut OsRng).await?;
            // EXPOSE: the operator tells this code to the officer.
            say(&code.expose_grouped())
        }
        Officer::Cards { data, out } => {
            let opened = Opened::at(&data.data).await?;
            let count = commands::cards(&opened, &out).await?;
            say(&format!("{count} cards"))
        }
        Officer::List(data) => {
            let opened = Opened::at(&data.data).await?;
            let rows = commands::list(&opened, &SystemClock).await?;
            rows.iter().try_for_each(|row| say(&line(row)))
        }
        Officer::Remove { data, officer } => {
            let opened = Opened::at(&data.data).await?;
            commands::remove(&opened, officer).await?;
            say("removed; now make a new roster and new weeks (ginnel-keys), within 72 hours")
        }
    }
}

fn line(row: &OfficerRow) -> String {
    let desks: Vec<_> = row.desks.iter().map(Desk::to_string).collect();
    let (id, state, role, desks) = (row.officer, row.state, row.role, desks.join(" "));
    format!("{id}  {state:?}  {role}  {}  {desks}", row.name)
}

fn say(line: &str) -> anyhow::Result<()> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}
