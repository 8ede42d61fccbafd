//! The C2SP signed note: a text, a blank line, signature lines.

use base64::{Engine, prelude::BASE64_STANDARD};

use crate::authority::{Authorities, Authority, Signer, is_name};
use crate::signature::{BadSignature, Signature};

/// No note is longer: a staff directory of every desk stays under a quarter of it.
const MAX_NOTE_LEN: usize = 1 << 20;
const MAX_SIGNATURES: usize = 32;
const DASH: &str = "— ";

/// The text is not a signed note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a signed note")]
pub struct NotANote;

/// A note whose shape is right; nobody has checked who signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedNote {
    body: String,
    lines: Vec<SignatureLine>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct SignatureLine {
    name: String,
    key_id: [u8; 4],
    signature: Vec<u8>,
}

impl SignedNote {
    /// Reads a note.
    ///
    /// # Errors
    /// No blank line before the signatures, control characters, a malformed signature line, one
    /// name and key id twice, or too long.
    pub fn parse(text: &str) -> Result<Self, NotANote> {
        let control = |c: char| c < ' ' && c != '\n';
        if text.len() > MAX_NOTE_LEN || text.contains(control) {
            return Err(NotANote);
        }
        let (body, signatures) = text.rsplit_once("\n\n").ok_or(NotANote)?;
        let signatures = signatures.strip_suffix('\n').ok_or(NotANote)?;
        let lines = signatures
            .split('\n')
            .take(MAX_SIGNATURES.saturating_add(1))
            .map(SignatureLine::parse)
            .collect::<Result<Vec<_>, _>>()?;
        if lines.len() > MAX_SIGNATURES || any_twice(&lines) {
            return Err(NotANote);
        }
        let body = format!("{body}\n");
        Ok(Self { body, lines })
    }

    /// Gives the body away if every one of these authorities signed it.
    ///
    /// Signatures by keys not listed are ignored.
    pub fn verify(&self, authorities: &Authorities) -> Result<&str, BadSignature> {
        authorities
            .iter()
            .try_for_each(|authority| self.verify_one(authority))?;
        Ok(&self.body)
    }

    fn verify_one(&self, authority: &Authority) -> Result<(), BadSignature> {
        let id = authority.key_id();
        let mut lines = self.lines.iter();
        let line = lines
            .find(|line| line.key_id == id && line.name == authority.name())
            .ok_or(BadSignature)?;
        let signature = Signature::try_from(line.signature.as_slice());
        let signature = signature.map_err(|_| BadSignature)?;
        authority
            .key()
            .verify_plain(self.body.as_bytes(), &signature)
    }
}

/// Writes a note with one signature of each signer.
///
/// # Errors
/// A body that does not end with a newline or holds other control characters; two signers alike.
pub fn sign(body: &str, signers: &[&Signer]) -> Result<String, NotANote> {
    let mut note = format!("{body}\n");
    for signer in signers {
        let signature = signer.key().sign_plain(body.as_bytes());
        let bytes = [signer.authority().key_id().as_slice(), &signature].concat();
        let name = signer.authority().name();
        let signature = BASE64_STANDARD.encode(bytes);
        note.extend([DASH, name, " ", &signature, "\n"]);
    }
    if !body.ends_with('\n') || SignedNote::parse(&note)?.body != body {
        return Err(NotANote);
    }
    Ok(note)
}

impl SignatureLine {
    fn parse(line: &str) -> Result<Self, NotANote> {
        let rest = line.strip_prefix(DASH).ok_or(NotANote)?;
        let (name, signature) = rest.split_once(' ').ok_or(NotANote)?;
        let bytes = BASE64_STANDARD.decode(signature).map_err(|_| NotANote)?;
        let (key_id, signature) = bytes.split_first_chunk().ok_or(NotANote)?;
        if !is_name(name) || signature.is_empty() {
            return Err(NotANote);
        }
        Ok(Self {
            name: name.into(),
            key_id: *key_id,
            signature: signature.into(),
        })
    }
}

fn any_twice(lines: &[SignatureLine]) -> bool {
    lines.iter().enumerate().any(|(i, one)| {
        let mut rest = lines.iter().skip(i.saturating_add(1));
        rest.any(|other| other.name == one.name && other.key_id == one.key_id)
    })
}
