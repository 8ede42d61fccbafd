//! Why there is no demonstration.

use std::path::PathBuf;

use domain::console::Failure;
use ginnel_keys::authority::AuthorityError;
use ginnel_keys::card::NotACard;
use ginnel_keys::directory::DirectoryError;
use ginnel_keys::epochs::EpochError;
use ginnel_keys::export::ExportError;
use ginnel_keys::recovery::RecoveryError;
use ginnel_keys::roster::RosterError;
use ginnel_keys::sign::SignError;
use ginnel_keys::wrap::WrapError;
use ginnel_keys::{CeremonyError, FileError};

/// Why there is no demonstration.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The folder holds something that is no demonstration of ours.
    #[error("{0} holds an installation that is no demonstration: choose another folder")]
    NotADemo(PathBuf),
    /// A file of the demonstration is missing or damaged.
    #[error("{0} is missing or damaged: delete the demonstration's folder and begin again")]
    Damaged(PathBuf),
    /// A port is taken.
    #[error("port {0} on 127.0.0.1 is taken: stop what uses it, or choose another port")]
    PortTaken(u16),
    /// The `ginnel` program could not be run.
    #[error("{program} could not be run: {cause}")]
    NotRun {
        /// Where it should be.
        program: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The `ginnel` program refused.
    #[error("`ginnel {command}` did not succeed: {said}")]
    Refused {
        /// What was asked.
        command: String,
        /// What it said.
        said: String,
    },
    /// The server did not come up.
    #[error("the server did not start: {0}")]
    NotStarted(String),
    /// An officer could not enrol.
    #[error("{name} could not enrol: {cause}")]
    NotEnrolled {
        /// The sign-in name.
        name: String,
        /// Why.
        cause: Failure,
    },
    /// The server gave no card of somebody who enrolled.
    #[error("the server has no card of {0}")]
    NoCard(String),
    /// A file could not be read or written.
    #[error("{path}: {cause}")]
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A step of the ceremony failed.
    #[error(transparent)]
    Ceremony(#[from] StepError),
}

/// Why a step of the ceremony failed.
#[derive(Debug, thiserror::Error)]
pub enum StepError {
    /// `authority new`
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    /// `begin`
    #[error(transparent)]
    Begin(#[from] CeremonyError),
    /// `recovery new`
    #[error(transparent)]
    Recovery(#[from] RecoveryError),
    /// `epochs`
    #[error(transparent)]
    Epochs(#[from] EpochError),
    /// `directory`
    #[error(transparent)]
    Directory(#[from] DirectoryError),
    /// `sign`
    #[error(transparent)]
    Sign(#[from] SignError),
    /// `card show`
    #[error(transparent)]
    Card(#[from] NotACard),
    /// `roster`
    #[error(transparent)]
    Roster(#[from] RosterError),
    /// `wrap`
    #[error(transparent)]
    Wrap(#[from] WrapError),
    /// `export`
    #[error(transparent)]
    Export(#[from] ExportError),
    /// A file of the ceremony.
    #[error(transparent)]
    File(#[from] FileError),
}
