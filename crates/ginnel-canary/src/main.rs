//! `ginnel-canary`: sends one test tip, at a moment nobody could foresee.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::Context;
use clap::Parser;
use domain::{InstallationId, UnixSeconds};
use ginnel_canary::{Canary, Visit};
use notes::{Authorities, Signer};
use rand::Rng;
use rand::rngs::OsRng;

/// Sends a test tip to a service, the way a reporter's browser sends a tip.
///
/// It looks like any other until a console opens it, which puts it away and tells the server. If none has
/// arrived for the hours the server's settings say (`mail.alarms.canary_hours`) although officers looked, the
/// desk is mailed, and then the supervisors.
///
/// Run it from a timer on a machine that is not the server's, and never at fixed minutes.
#[derive(Parser)]
#[command(name = "ginnel-canary", version, max_term_width = 100)]
struct Arguments {
    /// Where the service is, such as `https://tips.example.org`, or its onion address.
    #[arg(long, value_name = "URL")]
    site: String,
    /// The installation's id, as `ginnel init` printed it.
    #[arg(long, value_name = "ID")]
    inst: InstallationId,
    /// The authorities that sign the directory: their lines, one each.
    #[arg(long, value_name = "FILE")]
    authorities: PathBuf,
    /// The secret that `ginnel-keys canary key` made.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// Waits first, for a time drawn between none and so many minutes.
    #[arg(long, value_name = "MINUTES", default_value_t = 0)]
    within: u16,
    /// Goes through a proxy, such as `socks5h://127.0.0.1:9050` for Tor.
    #[arg(long, value_name = "URL")]
    proxy: Option<String>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "ginnel-canary: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let authorities = Authorities::parse(&read(&arguments.authorities)?);
    let signer = Signer::parse_secret(read(&arguments.key)?.trim_end());
    let canary = Canary {
        authorities: authorities.context("the authorities' lines are not in the expected form")?,
        inst: arguments.inst,
        signer: signer.context("the key is not in the expected form")?,
    };
    let visit = Visit::to(&arguments.site, arguments.proxy.as_deref())?;
    let seconds = u64::from(arguments.within).saturating_mul(60);
    std::thread::sleep(Duration::from_secs(OsRng.gen_range(0..=seconds)));
    Ok(canary.send(&visit, now(), &mut OsRng)?)
}

fn read(file: &Path) -> anyhow::Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

#[expect(clippy::disallowed_methods, reason = "main holds the clock")]
fn now() -> UnixSeconds {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    UnixSeconds(i64::try_from(seconds).unwrap_or(i64::MAX))
}
