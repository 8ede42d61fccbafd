//! `log read`.

use std::path::PathBuf;

use anyhow::bail;
use clap::{Args, Subcommand};
use domain::log::{ObjectKind, Operation};
use domain::{Day, Desk, OfficerId};
use ginnel_keys::log::{self, LogKey, Pages, Wanted};

use super::{Run, read};

/// The log of operations, read by its auditors.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Verifies the log of one year and prints what officers did, on the auditors' own machine.
    ///
    /// The operator of the server writes the pages with `ginnel log`; the server's auditors' interface
    /// (`GET /api/log`) gives the same. Nothing of them is believed: every checkpoint must be signed by the
    /// log's key and be of these entries, and the log must still begin as it did when --seen was last written.
    Read(Box<Read>),
}

#[derive(Args)]
pub(crate) struct Read {
    /// A page of the log, or a folder of pages.
    #[arg(long, value_name = "FILE")]
    log: PathBuf,
    /// A file with the log's key of that year, as `ginnel doctor` prints it. Get it from the operator in
    /// person once, not with the pages.
    #[arg(long, value_name = "FILE")]
    log_key: PathBuf,
    /// The auditors' key, made by `auditor key`; may be given again for another year's.
    #[arg(long = "key", value_name = "FILE", required = true)]
    keys: Vec<PathBuf>,
    /// What was believed last, written anew each time: keep it, it is what a log written anew is found by.
    #[arg(long, value_name = "FILE")]
    seen: PathBuf,
    /// Prints comma-separated values.
    #[arg(long)]
    csv: bool,
    #[command(flatten)]
    wanted: Filter,
}

/// Which entries are printed; all of them are verified.
#[derive(Args)]
struct Filter {
    /// collection, alteration, consultation, disclosure, combination or erasure.
    #[arg(long, value_parser = operation)]
    operation: Option<Operation>,
    /// An officer's id, as `ginnel officer list` shows it.
    #[arg(long)]
    officer: Option<OfficerId>,
    /// A desk, as the one acted for or a recipient.
    #[arg(long)]
    desk: Option<Desk>,
    /// intake, record, report, reply, files or sheet.
    #[arg(long, value_parser = object)]
    object: Option<ObjectKind>,
    /// The id of a record or a report.
    #[arg(long)]
    id: Option<String>,
    /// The first day, such as 2026-11-22.
    #[arg(long)]
    from: Option<Day>,
    /// The last day.
    #[arg(long)]
    to: Option<Day>,
    /// A purpose code.
    #[arg(long)]
    purpose: Option<String>,
}

fn operation(text: &str) -> Result<Operation, String> {
    Operation::from_code(text).ok_or_else(|| "no operation has this name".into())
}

fn object(text: &str) -> Result<ObjectKind, String> {
    ObjectKind::from_code(text).ok_or_else(|| "no kind of object has this name".into())
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        match self {
            Self::Read(read) => read.run(run),
        }
    }
}

impl Read {
    fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        let key = LogKey::parse(&read(&self.log_key)?)?;
        let keys = log::keys(&self.keys)?;
        let seen = log::seen(&self.seen)?;
        let log = Pages::read(&self.log)?.verify(&key, seen.as_deref())?;
        let rows = log.open(&keys);
        let unread = rows.iter().filter(|row| row.entry.is_none()).count();
        let wanted = self.wanted.wanted();
        let rows: Vec<_> = rows.into_iter().filter(|row| wanted.takes(row)).collect();
        let text = if self.csv {
            log::csv(&rows)
        } else {
            log::table(&rows)
        };
        write!(run.out, "{text}")?;
        log::remember(&self.seen, &log)?;
        if !self.csv {
            let (size, signed, year) = (log.size(), log.signed, key.year());
            writeln!(
                run.out,
                "\n{} of {size} entries of {year}; the log's key signed for the first {signed}, and \
                 they begin with what was seen before.",
                rows.len(),
            )?;
        }
        if unread > 0 {
            bail!("{unread} entries did not open: another year's key, or they are none of ours");
        }
        Ok(())
    }
}

impl Filter {
    fn wanted(self) -> Wanted {
        Wanted {
            operation: self.operation,
            officer: self.officer,
            desk: self.desk,
            object: self.object,
            id: self.id,
            from: self.from,
            to: self.to,
            purpose: self.purpose,
        }
    }
}
