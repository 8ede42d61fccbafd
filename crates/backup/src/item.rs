//! What can lie in a backup: these names and no others, so that none leads out of its folder.

use std::fmt;
use std::str::FromStr;

const STAGING: &str = "staging/";
const WINDOW: &str = ".window";
const LOG: &str = "-wal";
/// Hexadecimal digits of a window's name.
const NAME_LEN: usize = 32;

/// The name is none of a backup's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no name of a backup's")]
pub struct NotAnItem;

/// One file of a backup.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// Whose everything is.
    Manifest,
    /// The settings.
    Settings,
    /// The server's OPAQUE keys.
    SignInKey,
    /// The store, as an `SQLite` file.
    Sqlite,
    /// The store, as it is written from `PostgreSQL`.
    Postgres,
    /// A window's file that was not yet in the store: its name without folder and ending.
    Window(String),
    /// A log `SQLite` laid beside a window that could not be read.
    WindowLog(String),
}

impl Item {
    /// A window, if that is a window's name.
    pub fn window(name: &str) -> Result<Self, NotAnItem> {
        format!("{STAGING}{name}{WINDOW}").parse()
    }

    /// The log beside a window, if that is a window's name.
    pub fn window_log(name: &str) -> Result<Self, NotAnItem> {
        format!("{STAGING}{name}{WINDOW}{LOG}").parse()
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Manifest => f.write_str("backup.txt"),
            Self::Settings => f.write_str("ginnel.toml"),
            Self::SignInKey => f.write_str("signin.key"),
            Self::Sqlite => f.write_str("store.sqlite"),
            Self::Postgres => f.write_str("store.postgres"),
            Self::Window(name) => write!(f, "{STAGING}{name}{WINDOW}"),
            Self::WindowLog(name) => write!(f, "{STAGING}{name}{WINDOW}{LOG}"),
        }
    }
}

impl FromStr for Item {
    type Err = NotAnItem;
    fn from_str(text: &str) -> Result<Self, NotAnItem> {
        let plain = [
            Self::Manifest,
            Self::Settings,
            Self::SignInKey,
            Self::Sqlite,
            Self::Postgres,
        ];
        if let Some(item) = plain.into_iter().find(|item| item.to_string() == text) {
            return Ok(item);
        }
        let rest = text.strip_prefix(STAGING).ok_or(NotAnItem)?;
        let (rest, is_log) = match rest.strip_suffix(LOG) {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let name = rest.strip_suffix(WINDOW).ok_or(NotAnItem)?;
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if name.len() != NAME_LEN || !name.bytes().all(is_hex) {
            return Err(NotAnItem);
        }
        Ok(if is_log {
            Self::WindowLog(name.into())
        } else {
            Self::Window(name.into())
        })
    }
}
