//! Drafts: reports their author signed, sealed to triage until a second officer releases them.
//!
//! ```text
//! body  = CBOR {0: draft, 1: Sig(author, ctx "ginnel/draft/v1", draft)}
//! frame = FRAME(Seal(DESK[triage, week], OUTER(7, body)))
//! ```
//!
//! `draft` is the deterministic CBOR of [`domain::draft::Draft`], as a byte string. It holds the report
//! once, and for each desk the id and the author's signature of the report made out to that desk.

use domain::draft::{DRAFT_CONTEXT, Draft};
use domain::{InstallationId, SealedFrame};
use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};
use notes::{BadSignature, Malformed, PublicKey, SIGNATURE_LEN, SigningKey};

use crate::cbor::{from_deterministic, to_deterministic};
use crate::file::SealError;
use crate::frame::seal_frame;
use crate::hybrid::Recipient;
use crate::outer::Kind;
use crate::report::SignedReport;

/// A draft, read but with its signature not yet verified.
#[derive(Encode, Decode)]
#[cbor(map)]
pub struct SignedDraft {
    #[n(0)]
    draft: ByteVec,
    #[n(1)]
    signature: ByteArray<SIGNATURE_LEN>,
}

impl SignedDraft {
    /// Reads a body. Everything in it is chosen by whoever sealed it.
    pub fn from_bytes(bytes: &[u8]) -> Result<(Self, Draft), Malformed> {
        let signed: Self = from_deterministic(bytes)?;
        let draft: Draft = from_deterministic(&signed.draft)?;
        if draft.is_sound() {
            Ok((signed, draft))
        } else {
            Err(Malformed)
        }
    }

    /// Whether this key signed it.
    pub fn verify(&self, key: PublicKey) -> Result<(), BadSignature> {
        key.verify(DRAFT_CONTEXT, &self.draft, &self.signature)
    }
}

/// The reports of a draft as its author signed them; the signatures are not verified.
///
/// # Errors
/// A report that [`SignedReport::sign`] would not sign.
pub fn reports_of(draft: &Draft) -> Result<Vec<SignedReport>, SealError> {
    let copies = draft.copies.iter();
    let signed = copies.map(|copy| SignedReport::signed(&draft.made_out(copy), *copy.signature));
    signed.collect()
}

/// Signs a draft as its author and seals it to triage's recipient of the week.
///
/// # Errors
/// The draft is not sound, or too long.
pub fn seal_draft(
    triage: &Recipient,
    inst: InstallationId,
    draft: &Draft,
    key: &SigningKey,
) -> Result<SealedFrame, SealError> {
    if !draft.is_sound() {
        return Err(SealError::NotAllowed);
    }
    let bytes = to_deterministic(draft).map_err(|_| SealError::NotAllowed)?;
    let signed = SignedDraft {
        signature: ByteArray::from(key.sign(DRAFT_CONTEXT, &bytes)),
        draft: ByteVec::from(bytes.to_vec()),
    };
    let body = to_deterministic(&signed).map_err(|_| SealError::NotAllowed)?;
    seal_frame(triage, Kind::Draft, inst, &body)
}
