//! Opening what is too long for memory, such as a backup.

use std::io::{self, BufReader, Read};
use std::iter;

use age::stream::StreamReader;
use age::{DecryptError, Decryptor};
use age_core::format::{FileKey, Stanza};
use seal::hybrid::kem::TAG;

use crate::Identity;
use crate::file::{GREASE, OpenError};

/// Gives what is inside, piece by piece. A piece that was changed, and a file that ends too early, are
/// errors when they are reached: nothing that was read counts before the end has been.
pub struct OpenedReader<R: Read>(StreamReader<BufReader<R>>);

/// Opens an age file that was sealed to this identity, among others.
///
/// Strict: hybrid stanzas, and beside them nothing but grease. The sender chooses every byte.
pub fn open_stream<R: Read>(identity: &Identity, file: R) -> Result<OpenedReader<R>, OpenError> {
    let any = AnyStanza(identity);
    let opened = Decryptor::new_buffered(BufReader::new(file))
        .and_then(|decryptor| decryptor.decrypt(iter::once(&any as &dyn age::Identity)));
    match opened {
        Ok(reader) => Ok(OpenedReader(reader)),
        Err(DecryptError::NoMatchingKeys) => Err(OpenError::NotForUs),
        Err(_) => Err(OpenError::Malformed),
    }
}

impl<R: Read> Read for OpenedReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

/// Tries every stanza, since a file may have several recipients.
struct AnyStanza<'a>(&'a Identity);

impl age::Identity for AnyStanza<'_> {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        self.0.unwrap_stanza(stanza)
    }

    fn unwrap_stanzas(&self, stanzas: &[Stanza]) -> Option<Result<FileKey, DecryptError>> {
        let is_ours = |stanza: &&Stanza| !stanza.tag.ends_with(GREASE);
        if stanzas.iter().filter(is_ours).any(|one| one.tag != TAG) {
            return Some(Err(DecryptError::InvalidHeader));
        }
        let mut ours = stanzas.iter().filter(is_ours);
        ours.find_map(|stanza| self.unwrap_stanza(stanza))
    }
}
