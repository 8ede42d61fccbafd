//! The file, byte by byte.
//!
//! ```text
//! file    = "ginnel/postgres/v1\n" || i64 version of the tables || table … || u16 0 || "end\n"
//! table   = u16 length || name || u16 length || names of the columns || part … || u32 0
//! part    = u32 length, never 0 || bytes as `copy … (format binary)` writes them
//! ```
//!
//! Numbers are big-endian.

use std::io::{self, ErrorKind, Read, Write};

use super::SnapshotError;

const MAGIC: &[u8; 19] = b"ginnel/postgres/v1\n";
const END: &[u8; 4] = b"end\n";
/// The server sends a row at a time, and no row is longer.
const LONGEST_PART: usize = 1 << 20;
const LONGEST_NAME: usize = 1 << 12;

/// What stands first.
pub(super) struct Beginning {
    pub(super) version: i64,
}

/// What stands next in a table.
pub(super) enum Part {
    Bytes(Vec<u8>),
    End,
}

pub(super) fn begin(file: &mut impl Write, version: i64) -> io::Result<()> {
    file.write_all(MAGIC)?;
    file.write_all(&version.to_be_bytes())
}

pub(super) fn begin_table(file: &mut impl Write, table: &str, columns: &str) -> io::Result<()> {
    for name in [table, columns] {
        let length = u16::try_from(name.len()).map_err(|_| ErrorKind::InvalidInput)?;
        file.write_all(&length.to_be_bytes())?;
        file.write_all(name.as_bytes())?;
    }
    Ok(())
}

pub(super) fn write_part(file: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    for bytes in bytes.chunks(LONGEST_PART) {
        let length = u32::try_from(bytes.len()).map_err(|_| ErrorKind::InvalidInput)?;
        file.write_all(&length.to_be_bytes())?;
        file.write_all(bytes)?;
    }
    Ok(())
}

pub(super) fn end_table(file: &mut impl Write) -> io::Result<()> {
    file.write_all(&0_u32.to_be_bytes())
}

pub(super) fn end(file: &mut impl Write) -> io::Result<()> {
    file.write_all(&0_u16.to_be_bytes())?;
    file.write_all(END)
}

pub(super) fn read_beginning(file: &mut impl Read) -> Result<Beginning, SnapshotError> {
    if read_array(file)? != *MAGIC {
        return Err(SnapshotError::NotASnapshot);
    }
    let version = i64::from_be_bytes(read_array(file)?);
    Ok(Beginning { version })
}

/// The next table's name and columns.
pub(super) fn read_table(file: &mut impl Read) -> Result<Option<(String, String)>, SnapshotError> {
    let table = read_name(file)?;
    if table.is_empty() {
        return Ok(None);
    }
    Ok(Some((table, read_name(file)?)))
}

fn read_name(file: &mut impl Read) -> Result<String, SnapshotError> {
    let length = usize::from(u16::from_be_bytes(read_array(file)?));
    let name = read_bytes(file, length, LONGEST_NAME)?;
    String::from_utf8(name).map_err(|_| SnapshotError::NotASnapshot)
}

pub(super) fn read_part(file: &mut impl Read) -> Result<Part, SnapshotError> {
    let length = u32::from_be_bytes(read_array(file)?);
    match usize::try_from(length).map_err(|_| SnapshotError::NotASnapshot)? {
        0 => Ok(Part::End),
        length => Ok(Part::Bytes(read_bytes(file, length, LONGEST_PART)?)),
    }
}

/// Makes sure that nothing is missing, and nothing follows.
pub(super) fn read_end(file: &mut impl Read) -> Result<(), SnapshotError> {
    let ends = read_array(file)? == *END && file.read(&mut [0])? == 0;
    ends.then_some(()).ok_or(SnapshotError::NotASnapshot)
}

fn read_array<const N: usize>(file: &mut impl Read) -> Result<[u8; N], SnapshotError> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes).map_err(cut_off)?;
    Ok(bytes)
}

fn read_bytes(
    file: &mut impl Read,
    length: usize,
    longest: usize,
) -> Result<Vec<u8>, SnapshotError> {
    if length > longest {
        return Err(SnapshotError::NotASnapshot);
    }
    let mut bytes = vec![0; length];
    file.read_exact(&mut bytes).map_err(cut_off)?;
    Ok(bytes)
}

fn cut_off(error: io::Error) -> SnapshotError {
    match error.kind() {
        ErrorKind::UnexpectedEof => SnapshotError::NotASnapshot,
        _ => error.into(),
    }
}
