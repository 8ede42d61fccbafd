//! `demo`: makes a demonstration partnership, or brings one up to date.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser;
use demo::{Partnership, Ports, Wanted};
use domain::UnixSeconds;

/// Makes a demonstration partnership: keys, notes, officers. Never for real tips.
///
/// It goes the way a real beginning goes, with the same programs, only that one machine plays all
/// parts. A second run renews what has ended, and otherwise does nothing. Names and passphrases are
/// in DEMO.txt in the data folder.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Arguments {
    /// The data folder.
    #[arg(long, value_name = "FOLDER")]
    data: PathBuf,
    /// The `ginnel` program.
    #[arg(long, value_name = "FILE")]
    ginnel: PathBuf,
    /// The folder of the built browser modules.
    #[arg(long, value_name = "FOLDER")]
    site: PathBuf,
    /// The port for reporters.
    #[arg(long, default_value_t = 8080)]
    public_port: u16,
    /// The port for officers.
    #[arg(long, default_value_t = 8081)]
    staff_port: u16,
    /// Keeps a new one in `PostgreSQL`: a file of mode 0600 that holds postgres://… of the store.
    #[arg(long, value_name = "FILE", requires = "wrappers_url_file")]
    store_url_file: Option<PathBuf>,
    /// And one for the wrappers.
    #[arg(long, value_name = "FILE", requires = "store_url_file")]
    wrappers_url_file: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "demo: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let databases = arguments.store_url_file.as_deref();
    let databases = databases.zip(arguments.wrappers_url_file.as_deref());
    let wanted = Wanted {
        data: &arguments.data,
        ginnel: &arguments.ginnel,
        site: &arguments.site,
        ports: Ports {
            public: arguments.public_port,
            staff: arguments.staff_port,
        },
        databases: databases.map(|(store, wrappers)| [store, wrappers]),
        now: now(),
    };
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "*** DEMONSTRATION: all keys on one machine. Never for real tips. ***"
    )?;
    let made = Partnership::make(wanted, &mut |line| {
        // Whoever closed our output does not want to be told.
        let _ = writeln!(out, "{line}");
        let _ = out.flush();
    })?;
    if !made.changed {
        writeln!(out, "Everything is there and valid.")?;
    }
    let told = arguments.data.join("DEMO.txt");
    writeln!(
        out,
        "Sign-in names and passphrases are in {}.",
        told.display()
    )?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "main holds the clock")]
fn now() -> UnixSeconds {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    UnixSeconds(i64::try_from(seconds).unwrap_or(i64::MAX))
}
