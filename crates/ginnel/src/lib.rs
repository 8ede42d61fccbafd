//! The server of one installation.
//!
//! [`Application::build`] makes a server of its parts; `main` gives it the real clock and the real
//! randomness, tests give it others. The [`commands`] are what an operator can do.

mod backups;
mod clock;
pub mod commands;
mod database;
mod diary;
pub mod findings;
mod folder;
mod machine;
mod place;
mod serving;
mod settings;
pub mod telemetry;

pub use clock::SystemClock;
pub use database::{Database, DatabaseError};
pub use folder::{Folder, FolderError};
pub use place::{Place, SETTINGS_FILE};
pub use serving::{Application, Parts, Site, SiteError, StartError, Stopper};
pub use settings::{
    MailError, Problem, Problems, SecretFile, SecretFileError, Settings, SettingsError,
    StorageSettings,
};
