//! The newest serial of each note this ceremony has written, so that an older one is recognised.

use std::collections::BTreeMap;

use crate::ceremony::Ceremony;
use crate::files::{self, FileError};
use crate::naming::NoteName;

const FILE: &str = "serials.toml";

/// The newest serial written for this note.
pub(crate) fn newest(ceremony: &Ceremony, name: NoteName) -> Result<Option<u64>, FileError> {
    Ok(read(ceremony)?.get(&name.to_string()).copied())
}

/// Takes the next serial of this note.
pub(crate) fn take(ceremony: &Ceremony, name: NoteName) -> Result<u64, FileError> {
    let mut serials = read(ceremony)?;
    let serial = serials.entry(name.to_string()).or_insert(0);
    *serial = serial.saturating_add(1);
    let taken = *serial;
    let text = toml::to_string(&serials).expect("numbers under names are valid TOML");
    files::replace(&ceremony.path(FILE), text.as_bytes())?;
    Ok(taken)
}

fn read(ceremony: &Ceremony) -> Result<BTreeMap<String, u64>, FileError> {
    let path = ceremony.path(FILE);
    let Some(text) = files::read_if_there(&path)? else {
        return Ok(BTreeMap::new());
    };
    toml::from_str(&text).map_err(|_| FileError::malformed(&path))
}
