//! The card an officer hands in at enrolment: their keys, signed by themselves.
//!
//! The signature only shows that one device holds what belongs together. Whether the card is the
//! officer's is decided by people: the ceremony, or a rostered officer who is read the fingerprint.

use base64::{Engine, prelude::BASE64_STANDARD};
use domain::{InstallationId, OfficerId};

use crate::body::Malformed;
use crate::lines::Lines;
use crate::recipient::RecipientText;
use crate::signature::{PublicKey, Signature, SigningKey, decode_exactly};

const CONTEXT: &str = "ginnel/card/v1";

/// An officer's keys, with their own signature checked.
///
/// ```text
/// ginnel/card/v1
/// inst <hex>
/// officer <hex>
/// recipient <age1pq1…>
/// key <base64>
/// sig <base64>          Sig(ctx "ginnel/card/v1", the lines above with their newlines)
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    inst: InstallationId,
    officer: OfficerId,
    recipient: RecipientText,
    key: PublicKey,
    signature: Signature,
}

impl Card {
    /// Writes and signs a card.
    pub fn sign(
        inst: InstallationId,
        officer: OfficerId,
        recipient: RecipientText,
        key: &SigningKey,
    ) -> Self {
        let lines = signed_lines(inst, officer, &recipient, key.public());
        Self {
            inst,
            officer,
            recipient,
            key: key.public(),
            signature: key.sign(CONTEXT, lines.as_bytes()),
        }
    }

    /// Reads a card of this installation and verifies its own signature.
    pub fn parse(text: &str, inst: InstallationId) -> Result<Self, Malformed> {
        let mut lines = Lines::begin(text, CONTEXT)?;
        let mut word = |key| lines.values(key)?.map(|[word]| word).ok_or(Malformed);
        let card = Self {
            inst: word("inst")?.parse().map_err(|_| Malformed)?,
            officer: word("officer")?.parse().map_err(|_| Malformed)?,
            recipient: RecipientText::parse(word("recipient")?)?,
            key: PublicKey::parse(word("key")?)?,
            signature: decode_exactly(word("sig")?)?,
        };
        lines.end()?;
        let signed = card.signed_lines();
        card.key
            .verify(CONTEXT, signed.as_bytes(), &card.signature)
            .map_err(|_| Malformed)?;
        if card.inst == inst && card.to_text() == text {
            Ok(card)
        } else {
            Err(Malformed)
        }
    }

    /// The card's lines.
    pub fn to_text(&self) -> String {
        let signature = BASE64_STANDARD.encode(self.signature);
        format!("{}sig {signature}\n", self.signed_lines())
    }

    /// Whose card it says it is.
    pub const fn officer(&self) -> OfficerId {
        self.officer
    }

    /// Whom to wrap epoch secrets to.
    pub const fn recipient(&self) -> &RecipientText {
        &self.recipient
    }

    /// The key to verify the officer's signatures with.
    pub const fn key(&self) -> PublicKey {
        self.key
    }

    fn signed_lines(&self) -> String {
        signed_lines(self.inst, self.officer, &self.recipient, self.key)
    }
}

fn signed_lines(
    inst: InstallationId,
    officer: OfficerId,
    recipient: &RecipientText,
    key: PublicKey,
) -> String {
    format!("{CONTEXT}\ninst {inst}\nofficer {officer}\nrecipient {recipient}\nkey {key}\n")
}
