//! The key that marks test tips.
//!
//! It lies on the machine that sends them; a ceremony names its public half, and the staff directory tells
//! the consoles. Whoever steals it can make test tips, and no other tip vanish.

use std::path::PathBuf;

use notes::{Authority, PublicKey};

use crate::ceremony::Ceremony;
use crate::files::{self, FileError};

/// The name in the key's file and line.
pub const NAME: &str = "canary";
const FILE: &str = "canary.pub";

/// Names the key, in place of an older one.
pub fn name(ceremony: &Ceremony, key: &Authority) -> Result<(), FileError> {
    files::replace(&path(ceremony), format!("{key}\n").as_bytes())
}

/// The key that was named last; none if no test tips are sent.
pub(crate) fn named(ceremony: &Ceremony) -> Result<Option<PublicKey>, FileError> {
    let path = path(ceremony);
    let Some(text) = files::read_if_there(&path)? else {
        return Ok(None);
    };
    let key: Result<Authority, _> = text.trim_end_matches('\n').parse();
    let key = key.map_err(|_| FileError::malformed(&path))?;
    Ok(Some(key.key()))
}

fn path(ceremony: &Ceremony) -> PathBuf {
    ceremony.path(FILE)
}
