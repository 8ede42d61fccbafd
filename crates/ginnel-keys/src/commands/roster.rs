//! `roster add`, `remove`, `list`, `write`.

use std::path::PathBuf;

use clap::Subcommand;
use domain::{Day, Desk, OfficerId, Role};
use ginnel_keys::roster::Leaving;
use ginnel_keys::{Ceremony, card, roster};
use notes::fingerprint;

use super::{GiveUp, InFolder, Run, next, read, tell};

/// Who belongs to a desk.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Puts an enrolled officer on a desk's list, by the six words they read out.
    Add {
        #[command(flatten)]
        folder: InFolder,
        /// The desk.
        #[arg(long)]
        desk: Desk,
        /// The card, from `ginnel officer cards`.
        #[arg(long, value_name = "FILE")]
        card: PathBuf,
        /// officer, supervisor, coordinator or auditor. The last two open nothing.
        #[arg(long)]
        role: Role,
        /// The six words, as the officer read them to you.
        #[arg(long, value_name = "SIX WORDS")]
        fingerprint: String,
    },
    /// Takes an officer off a desk's list. Write and sign the roster afterwards.
    ///
    /// Nothing more is wrapped to them. Say whether what they signed counts until a day or not at all:
    /// how a record is dated is the signer's own word, so somebody under suspicion could still date
    /// back what they write.
    Remove {
        #[command(flatten)]
        folder: InFolder,
        /// The desk.
        #[arg(long)]
        desk: Desk,
        /// The officer's id.
        #[arg(long)]
        officer: OfficerId,
        /// The last day of which their signatures count, for somebody who leaves in good faith.
        #[arg(long, value_name = "DAY", required_unless_present = "disowned")]
        last_day: Option<Day>,
        /// Nothing they signed counts: the card was approved by mistake, or they are under suspicion.
        #[arg(long, conflicts_with = "last_day")]
        disowned: bool,
    },
    /// Prints a desk's list.
    List {
        #[command(flatten)]
        folder: InFolder,
        /// The desk.
        #[arg(long)]
        desk: Desk,
    },
    /// Writes rosters from today on, for the authorities to sign.
    Write {
        #[command(flatten)]
        folder: InFolder,
        /// A desk; once for each. Without, every desk that has somebody on its list.
        #[arg(long = "desk", value_name = "DESK")]
        desks: Vec<Desk>,
        #[command(flatten)]
        give_up: GiveUp,
    },
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        match self {
            Self::Add {
                folder,
                desk,
                card,
                role,
                fingerprint,
            } => {
                let ceremony = folder.open(run)?;
                let card = card::read(&read(&card)?, ceremony.inst())?;
                roster::add(&ceremony, desk, &card, role, &fingerprint)?;
                writeln!(run.out, "{} is on the list of {desk}.", card.officer())?;
                next(run, "`roster write`, once everybody is on the list.")
            }
            Self::Remove {
                folder,
                desk,
                officer,
                last_day,
                disowned: _,
            } => {
                let leaving = last_day.map_or(Leaving::Disowned, Leaving::LastDay);
                roster::remove(&folder.open(run)?, desk, officer, leaving)?;
                writeln!(run.out, "{officer} is off the list of {desk}.")?;
                next(
                    run,
                    &format!("within 72 hours, `epochs --anew {desk}`, and from there on."),
                )
            }
            Self::List { folder, desk } => list(&folder.open(run)?, desk, run),
            Self::Write {
                folder,
                desks,
                give_up,
            } => {
                let ceremony = folder.open(run)?;
                for desk in chosen(&ceremony, desks)? {
                    let body = roster::write(&ceremony, desk, run.today, give_up.waiting())?;
                    writeln!(run.out, "Wrote {}:", body.name().path(&ceremony).display())?;
                    tell(&body, run)?;
                }
                next(
                    run,
                    "take the rosters to each authority in turn: `sign`; then `wrap`.",
                )
            }
        }
    }
}

fn chosen(ceremony: &Ceremony, desks: Vec<Desk>) -> anyhow::Result<Vec<Desk>> {
    if !desks.is_empty() {
        return Ok(desks);
    }
    let mut chosen = Vec::new();
    for &desk in ceremony.desks() {
        if !roster::members(ceremony, desk)?.is_empty() {
            chosen.push(desk);
        }
    }
    anyhow::ensure!(
        !chosen.is_empty(),
        "nobody is on any list yet: `roster add` first"
    );
    Ok(chosen)
}

fn list(ceremony: &Ceremony, desk: Desk, run: &mut Run<'_>) -> anyhow::Result<()> {
    for member in roster::members(ceremony, desk)? {
        let words = fingerprint::words(&member.recipient, member.key);
        writeln!(run.out, "{} {}: {words}", member.role, member.officer)?;
    }
    for former in roster::former(ceremony, desk)? {
        let (officer, last) = (former.officer, former.last);
        writeln!(run.out, "left {officer}: signatures count until {last}")?;
    }
    Ok(())
}
