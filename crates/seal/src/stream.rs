//! Sealing what is too long for memory, such as a backup: an age file to one or more recipients.

use std::io::{self, ErrorKind, Write};

use age::stream::StreamWriter;
use age::{EncryptError, Encryptor};

use crate::hybrid::Recipient;

/// Seals what is written to it, in pieces of 64 KiB. Without [`SealedWriter::finish`] the file has no
/// end, and whoever opens it notices.
pub struct SealedWriter<W: Write>(StreamWriter<W>);

/// Begins a file that each of these recipients can open alone; at least one is needed.
pub fn seal_stream<W: Write>(recipients: &[Recipient], out: W) -> io::Result<SealedWriter<W>> {
    let recipients = recipients.iter().map(|one| one as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients);
    let encryptor = encryptor.map_err(|error| match error {
        EncryptError::Io(error) => error,
        _ => io::Error::from(ErrorKind::InvalidInput),
    })?;
    Ok(SealedWriter(encryptor.wrap_output(out)?))
}

impl<W: Write> SealedWriter<W> {
    /// Ends the file.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish()
    }
}

impl<W: Write> Write for SealedWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
