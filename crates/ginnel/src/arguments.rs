//! What can be typed.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use domain::{Desk, OfficerId, Role, Year};
use ginnel::SETTINGS_FILE;
use ginnel::commands::Through;
use notes::Authority;
use storage::OfficerName;

/// Takes sealed reports in and hands them to officers, without being able to open one.
#[derive(Parser)]
#[command(name = "ginnel", version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Which installation.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Which {
    /// The file of the settings.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Short for --config FOLDER/ginnel.toml.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

impl Which {
    /// The file of the settings.
    pub(crate) fn file(self) -> PathBuf {
        let beside = self.data.map(|data| data.join(SETTINGS_FILE));
        self.config.or(beside).unwrap_or_default()
    }
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Begins an installation and prints its id.
    Init {
        /// The data folder, made if it is not there.
        #[arg(long, value_name = "FOLDER")]
        data: PathBuf,
        /// Where to write the first settings, if not to ginnel.toml in the data folder.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
        /// For `PostgreSQL`: a file of mode 0600 that holds postgres://… of the store.
        #[arg(long, value_name = "FILE", requires = "wrappers_url_file")]
        store_url_file: Option<PathBuf>,
        /// And one for the wrappers, which no backup takes along.
        #[arg(long, value_name = "FILE", requires = "store_url_file")]
        wrappers_url_file: Option<PathBuf>,
    },
    /// Serves reporters and officers.
    Serve {
        #[command(flatten)]
        which: Which,
        /// The folder `bundle` made, if not the one the settings name.
        #[arg(long, value_name = "FOLDER")]
        site: Option<PathBuf>,
    },
    /// Brings the database of an older version to this one, and says what was done. Back up first:
    /// there is no way back but a backup.
    Migrate(Which),
    /// Writes everything this installation cannot do without to one file, sealed to the recovery keys
    /// that the settings name. Safe beside a running server. Keys wrapped to officers stay out.
    Backup {
        #[command(flatten)]
        which: Which,
        /// A new file, or a folder in which one is named for the day; if not said, backup.folder of
        /// the settings.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Restores an installation on an empty host from a backup that `ginnel-keys backup open` opened.
    ///
    /// Afterwards nobody is signed in, approved or invited: the next import approves anew.
    Restore(Restore),
    /// Says how everything stands and how to mend what does not: settings, keys, notes, database,
    /// server, machine, mail, backups. Fails if something is broken. Changes nothing, names nobody.
    Doctor(Doctor),
    /// Looks after the settings.
    #[command(subcommand)]
    Config(Config),
    /// Says which build this is, and which version of the database it knows.
    Version,
    /// Writes one year's log of operations to a new folder, sealed, for its auditors, who read it with
    /// `ginnel-keys log read`. Safe beside a running server.
    Log {
        #[command(flatten)]
        which: Which,
        /// The year.
        #[arg(long, value_name = "YEAR")]
        year: Year,
        /// The new folder.
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
    },
    /// Looks after the mails that say something may be waiting.
    #[command(subcommand)]
    Mail(Mail),
    /// Looks after officers.
    #[command(subcommand)]
    Officer(Officer),
    /// Takes in the notes and wrappers a ceremony made.
    Import {
        #[command(flatten)]
        which: Which,
        /// The ceremony's output.
        folder: PathBuf,
    },
}

/// What a backup is restored of, to where, and for whom.
#[derive(Args)]
pub(crate) struct Restore {
    /// The opened backup.
    pub(crate) folder: PathBuf,
    /// The line `ginnel-keys authority new` printed; once for every authority. Nobody signs a
    /// backup: one that pins others is refused.
    #[arg(long = "authority", value_name = "LINE")]
    pub(crate) authorities: Vec<Authority>,
    /// The data folder: empty, or not there.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) data: PathBuf,
    /// Where to write the settings, if not to ginnel.toml in the data folder.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// Where the doctor looks, and how it is told.
#[derive(Args)]
pub(crate) struct Doctor {
    #[command(flatten)]
    pub(crate) which: Which,
    /// The folder `bundle` made, if not the one the settings name.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) site: Option<PathBuf>,
    /// Prints instead what everybody should be served, for `ginnel-keys verify-site`.
    #[arg(long)]
    pub(crate) page_hash: bool,
    /// Tries instead the proxy at this address, such as <https://tips.example.org>, as a slow visitor
    /// of this machine, and looks whether it keeps what is sent. Wants root.
    #[arg(long, value_name = "URL", conflicts_with = "page_hash")]
    pub(crate) through: Option<Through>,
    /// Where that proxy listens, if not on this machine's loopback.
    #[arg(long, value_name = "ADDRESS:PORT", requires = "through")]
    pub(crate) at: Option<SocketAddr>,
    /// Prints the findings as JSON.
    #[arg(long, conflicts_with = "page_hash")]
    pub(crate) json: bool,
}

#[derive(Subcommand)]
pub(crate) enum Config {
    /// Says what would be served, and everything that is wrong with the settings. Opens no database.
    Check {
        #[command(flatten)]
        which: Which,
        /// The folder `bundle` made, if not the one the settings name.
        #[arg(long, value_name = "FOLDER")]
        site: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
pub(crate) enum Mail {
    /// Lists what waits to be sent, and what was given up.
    List(Which),
    /// Makes due what was given up; the running server sends it.
    Retry(Which),
    /// Tries the mail server now, and says what it answers. Without a reader no mail is sent.
    Test {
        #[command(flatten)]
        which: Which,
        /// Sends one to every address of this desk.
        #[arg(long)]
        desk: Option<Desk>,
        /// Sends one to every supervisor.
        #[arg(long, conflicts_with = "desk")]
        supervisors: bool,
    },
}

#[derive(Subcommand)]
pub(crate) enum Officer {
    /// Invites somebody; the last line printed is their one-time code.
    Invite {
        #[command(flatten)]
        which: Which,
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
        which: Which,
        /// Where to write them.
        #[arg(long)]
        out: PathBuf,
    },
    /// Lists officers and open invitations.
    List(Which),
    /// Removes an officer who leaves; then make a new roster and new weeks within 72 hours.
    Remove {
        #[command(flatten)]
        which: Which,
        /// The officer's id, as `list` shows it.
        #[arg(long)]
        officer: OfficerId,
    },
    /// Lets an officer who forgot their passphrase enrol anew; the last line printed is their code.
    ///
    /// Their card and the keys wrapped to them are gone at once. Once they have enrolled, their new
    /// card goes to the ceremony and into the rosters in place of the old one.
    Reset {
        #[command(flatten)]
        which: Which,
        /// The officer's id, as `list` shows it.
        #[arg(long)]
        officer: OfficerId,
    },
}
