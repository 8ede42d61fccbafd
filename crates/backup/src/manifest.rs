//! `backup.txt`: whose the backup is, and of which day.

use std::fmt;
use std::str::FromStr;

use domain::{Day, InstallationId};

use crate::NotABackup;

/// More would be no manifest.
pub(crate) const LONGEST: u64 = 1_024;

/// Which database kept the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// An `SQLite` file.
    Sqlite,
    /// `PostgreSQL`.
    Postgres,
}

impl Keeping {
    const fn word(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

/// What a backup says of itself.
///
/// ```text
/// inst <hex>
/// day <yyyy-mm-dd>
/// store sqlite | postgres
/// program <version>
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Whose it is.
    pub inst: InstallationId,
    /// The day it was made.
    pub day: Day,
    /// Which database kept the store.
    pub store: Keeping,
    /// The version of the program that made it.
    pub program: String,
}

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { inst, day, .. } = self;
        let (store, program) = (self.store.word(), &self.program);
        write!(
            f,
            "inst {inst}\nday {day}\nstore {store}\nprogram {program}\n"
        )
    }
}

impl FromStr for Manifest {
    type Err = NotABackup;
    fn from_str(text: &str) -> Result<Self, NotABackup> {
        let mut lines = text.lines();
        let mut value = |key: &str| {
            let line = lines.next()?.strip_prefix(key)?;
            line.strip_prefix(' ')
        };
        let manifest = (|| {
            Some(Self {
                inst: value("inst")?.parse().ok()?,
                day: value("day")?.parse().ok()?,
                store: match value("store")? {
                    "sqlite" => Keeping::Sqlite,
                    "postgres" => Keeping::Postgres,
                    _ => return None,
                },
                program: value("program")?.into(),
            })
        })();
        manifest
            .filter(|manifest| manifest.to_string() == text)
            .ok_or(NotABackup)
    }
}
