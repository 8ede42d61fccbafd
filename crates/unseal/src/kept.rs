//! What a desk keeps, opened; format in [`seal::kept`].
//!
//! Each record has a one-time identity. Its seed lies in a small age file to the desk's VAULT, so
//! that a quarter's end re-wraps seeds, not records:
//!
//! ```text
//! Seal(VAULT[desk, quarter], CBOR {ctx "ginnel/keeping/v1", inst, record, desk, quarter, seed})
//! ```

mod seen;

use domain::{Desk, InstallationId, Quarter, RecordId, SealedFrame, Standing};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use rand::{CryptoRng, RngCore};
use seal::hybrid::Recipient;
use seal::kept::{KeptHash, KeptHead, UnverifiedKept, read_card, read_kept};
use seal::{Kind, Malformed, SealError, cbor, seal_file, unpack};
use zeroize::{Zeroize, Zeroizing};

pub use self::seen::{Expected, Seen};
use crate::file::{OpenError, open_file};
use crate::frame::open_frame;
use crate::{Identity, KeyOf};

const KEEPING_CONTEXT: &str = "ginnel/keeping/v1";

/// Which record is kept, by which desk, in which quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keeping {
    /// The installation.
    pub inst: InstallationId,
    /// The record.
    pub record: RecordId,
    /// The desk.
    pub desk: Desk,
    /// The quarter of the VAULT epoch.
    pub quarter: Quarter,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct KeepingBody {
    #[n(0)]
    ctx: String,
    #[n(1)]
    inst: InstallationId,
    #[n(2)]
    record: RecordId,
    #[n(3)]
    desk: Desk,
    #[n(4)]
    quarter: Quarter,
    #[n(5)]
    seed: ByteArray<32>,
}

impl Drop for KeepingBody {
    fn drop(&mut self) {
        self.seed.as_mut_slice().zeroize();
    }
}

impl Keeping {
    /// Makes a record's one-time identity and its wrapper to the vault.
    pub fn make<R: RngCore + CryptoRng>(
        &self,
        rng: &mut R,
        vault: &Recipient,
    ) -> Result<(Identity, Vec<u8>), SealError> {
        let identity = Identity::generate(rng);
        let wrapper = self.wrap(&identity, vault)?;
        Ok((identity, wrapper))
    }

    /// Wraps an existing one-time identity, as at a quarter's end.
    pub fn wrap(&self, identity: &Identity, vault: &Recipient) -> Result<Vec<u8>, SealError> {
        let body = KeepingBody {
            ctx: KEEPING_CONTEXT.into(),
            inst: self.inst,
            record: self.record,
            desk: self.desk,
            quarter: self.quarter,
            // EXPOSE: the seed is what is wrapped.
            seed: ByteArray::from(*identity.expose_seed()),
        };
        let plaintext = cbor::to_deterministic(&body).map_err(|_| SealError::NotAllowed)?;
        seal_file(vault, &plaintext)
    }

    /// Opens a wrapper that should be this record's.
    pub fn open(&self, vault: &[&Identity], wrapper: &[u8]) -> Result<Identity, OpenError> {
        let opened = open_file(vault, wrapper)?;
        let body = read_keeping(&opened.plaintext)?;
        let named = (body.inst, body.record, body.desk, body.quarter);
        if named != (self.inst, self.record, self.desk, self.quarter) {
            return Err(OpenError::Misplaced);
        }
        Ok(Identity::from_seed(Zeroizing::new(*body.seed)))
    }
}

/// A kept plaintext, opened and with its author's signature verified.
pub struct Kept {
    /// What it says of itself.
    pub head: KeptHead,
    /// Whether its author is still an officer of the desk.
    pub standing: Standing,
    /// The content.
    pub content: Zeroizing<Vec<u8>>,
    /// SHA-256 of the plaintext: the next version's `previous`.
    pub hash: KeptHash,
}

/// Opens one of a record's frames. `key_of` looks an author up in verified rosters, as of the day written.
pub fn open_kept(
    one_time: &Identity,
    frame: &SealedFrame,
    expected: &Expected<'_>,
    key_of: KeyOf<'_>,
) -> Result<Kept, OpenError> {
    let opened = open_frame(&[one_time], frame, Kind::Record, expected.inst)?;
    believed(read_kept(&opened.body)?, expected, key_of)
}

/// Opens a record's card.
pub fn open_card(
    one_time: &Identity,
    card: &[u8],
    expected: &Expected<'_>,
    key_of: KeyOf<'_>,
) -> Result<Kept, OpenError> {
    if card.len() != domain::wire::CARD_LEN {
        return Err(OpenError::Malformed);
    }
    let opened = open_file(&[one_time], unpack(card)?)?;
    believed(read_card(&opened.plaintext)?, expected, key_of)
}

/// Reads a wrapper's plaintext; what is accepted has one writing.
pub(crate) fn fuzz(plaintext: &[u8]) -> bool {
    let Ok(body) = read_keeping(plaintext) else {
        return false;
    };
    let again = cbor::to_deterministic(&body).expect("it was written once");
    assert_eq!(again.as_slice(), plaintext);
    true
}

fn read_keeping(plaintext: &[u8]) -> Result<KeepingBody, Malformed> {
    let body: KeepingBody = cbor::from_deterministic(plaintext)?;
    if body.ctx == KEEPING_CONTEXT {
        Ok(body)
    } else {
        Err(Malformed)
    }
}

fn believed(
    kept: UnverifiedKept,
    expected: &Expected<'_>,
    key_of: KeyOf<'_>,
) -> Result<Kept, OpenError> {
    let (head, hash) = (*kept.head(), kept.hash());
    expected.names(&head)?;
    let author = key_of(head.author, head.day);
    let (key, signatory) = author.ok_or(OpenError::Unsigned)?;
    let content = kept.verify(key).map_err(|_| OpenError::Unsigned)?;
    expected.bears(&head, hash)?;
    Ok(Kept {
        head,
        standing: expected.standing(&head, signatory),
        content,
        hash,
    })
}
