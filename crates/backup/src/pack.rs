//! Packs a backup, piece by piece: no file is ever whole in memory.

use std::io::{self, Read, Write};

use seal::{SealedWriter, seal_stream};

use crate::{Item, MAGIC, Manifest, PackError, Recipients};

const PIECE: usize = 64 * 1_024;

/// A backup that is being written.
pub struct Packer<W: Write> {
    sealed: SealedWriter<W>,
    entries: u64,
}

impl<W: Write> Packer<W> {
    /// Begins a backup that each of these recipients can open.
    pub fn begin(out: W, recipients: &Recipients, manifest: &Manifest) -> Result<Self, PackError> {
        let sealed = seal_stream(recipients.all(), out).map_err(PackError::Write)?;
        let mut packer = Self { sealed, entries: 0 };
        packer.put(MAGIC)?;
        let text = manifest.to_string();
        let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
        packer.add(&Item::Manifest, length, &mut text.as_bytes())?;
        Ok(packer)
    }

    /// Adds a file of exactly this length.
    pub fn add(&mut self, item: &Item, length: u64, from: &mut dyn Read) -> Result<(), PackError> {
        let name = item.to_string();
        let changed = || PackError::Changed(name.clone());
        let name_length = u16::try_from(name.len()).map_err(|_| changed())?;
        self.put(&name_length.to_be_bytes())?;
        self.put(name.as_bytes())?;
        self.put(&length.to_be_bytes())?;
        let mut buffer = vec![0; PIECE];
        let mut left = length;
        loop {
            let read = read_some(from, &mut buffer).map_err(|cause| PackError::Read {
                item: name.clone(),
                cause,
            })?;
            if read.is_empty() {
                break;
            }
            let more = u64::try_from(read.len()).unwrap_or(u64::MAX);
            left = left.checked_sub(more).ok_or_else(changed)?;
            self.put(read)?;
        }
        if left > 0 {
            return Err(changed());
        }
        self.entries = self.entries.saturating_add(1);
        Ok(())
    }

    /// Ends the backup and gives back what it was written to.
    pub fn finish(mut self) -> Result<W, PackError> {
        self.put(&0_u16.to_be_bytes())?;
        let entries = self.entries.to_be_bytes();
        self.put(&entries)?;
        self.sealed.finish().map_err(PackError::Write)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), PackError> {
        self.sealed.write_all(bytes).map_err(PackError::Write)
    }
}

/// Reads what comes next; nothing at the end.
pub(crate) fn read_some<'a>(from: &mut dyn Read, buffer: &'a mut [u8]) -> io::Result<&'a [u8]> {
    loop {
        match from.read(buffer) {
            Ok(length) => return Ok(buffer.get(..length).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
