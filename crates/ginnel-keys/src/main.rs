//! `ginnel-keys`: the offline ceremony, one command a step.

mod commands;

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser;
use domain::{Day, UnixSeconds};

use commands::{Commands, Run};

/// Makes the keys and notes of a Ginnel installation, on machines that are not connected to anything.
///
/// The order of a beginning:
///
///   1. authority new     each organisation, on its own machine
///   2. begin             a folder for the desks whose keys are made together
///   3. recovery new      two custodians take a share each
///   4. epochs            keys of the next four weeks
///   5. directory, sign   by every authority; then export, and `ginnel import` on the server
///   6. roster add        the card of each enrolled officer, by six words read out in person
///   7. roster write, sign, wrap, export, and `ginnel import` once more
///
/// Then every two weeks from step 3 on. `verify` says how things stand and what is due.
/// Nothing is ever overwritten; secrets are files of mode 0600, and never in an export.
#[derive(Parser)]
#[command(
    name = "ginnel-keys",
    version,
    verbatim_doc_comment,
    max_term_width = 100
)]
struct Arguments {
    #[command(subcommand)]
    command: Commands,
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "ginnel-keys: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    let mut run = Run {
        today: today(),
        out: &mut out,
    };
    arguments.command.run(&mut run)?;
    Ok(out.flush()?)
}

#[expect(clippy::disallowed_methods, reason = "main holds the clock")]
fn today() -> Day {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    UnixSeconds(i64::try_from(seconds).unwrap_or(i64::MAX)).day()
}
