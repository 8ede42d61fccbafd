//! A tip to triage, by the public directory: what the browser and the no-script handler both do.

use domain::tip::{Lane, Tip, TipPart};
use domain::{Day, Desk, InstallationId, SealedFrame, Week};
use minicbor::bytes::ByteArray;
use notes::{PublicDirectory, PublicKey, Signature, SigningKey, Verified};
use zeroize::Zeroizing;

use crate::file::SealError;
use crate::follow_up;
use crate::hybrid::Recipient;
use crate::tip::{TipRoute, seal_parts, split};

/// A tip to triage in its parts, which the key of a phrase has still to sign, if there is one.
pub struct ForTriage {
    parts: Vec<TipPart>,
    to: Recipient,
    inst: InstallationId,
    key: Option<PublicKey>,
}

/// Splits a tip to triage's recipient of this week, or of the listed week nearest to it. `key` is the one
/// that will sign, of a reporter with a phrase.
///
/// # Errors
/// A directory without a usable triage recipient, a tip of another lane, or more than four parts.
pub fn for_triage(
    tip: &Tip,
    directory: &Verified<PublicDirectory>,
    today: Day,
    key: Option<PublicKey>,
) -> Result<ForTriage, SealError> {
    if tip.lane != Lane::Triage {
        return Err(SealError::NotAllowed);
    }
    let (week, to) = recipient(directory, today)?;
    let inst = directory.head.inst;
    let parts = split(tip, week, inst, key)?;
    Ok(ForTriage {
        parts,
        to,
        inst,
        key,
    })
}

impl ForTriage {
    /// What the key signs, a message for each part: see [`follow_up::sign`]. None without a key.
    pub fn messages(&self) -> Result<Vec<Zeroizing<Vec<u8>>>, SealError> {
        let signed = self.parts.iter().filter(|_| self.key.is_some());
        signed.map(follow_up::message).collect()
    }

    /// Puts the canary's mark into a test tip, which has one part.
    pub(crate) fn mark(&mut self, mark: ByteArray<64>) -> Result<(), SealError> {
        let [part] = self.parts.as_mut_slice() else {
            return Err(SealError::TooLong);
        };
        part.canary = Some(mark);
        Ok(())
    }

    /// Seals every part with its signature.
    ///
    /// # Errors
    /// Not one signature of the key's for each message.
    pub fn seal(mut self, signatures: &[Signature]) -> Result<Vec<SealedFrame>, SealError> {
        let wanted = self.key.map_or(0, |_| self.parts.len());
        if signatures.len() != wanted {
            return Err(SealError::NotAllowed);
        }
        if let Some(key) = self.key {
            for (part, signature) in self.parts.iter_mut().zip(signatures) {
                follow_up::put(part, key, signature)?;
            }
        }
        seal_parts(&self.parts, TipRoute::Triage(&self.to), self.inst)
    }
}

/// As [`for_triage`], of a reporter without a phrase, and sealed at once.
pub fn to_triage(
    tip: &Tip,
    directory: &Verified<PublicDirectory>,
    today: Day,
) -> Result<Vec<SealedFrame>, SealError> {
    for_triage(tip, directory, today, None)?.seal(&[])
}

/// As [`to_triage`], signed by the key of the reporter's phrase.
pub fn signed_to_triage(
    tip: &Tip,
    directory: &Verified<PublicDirectory>,
    today: Day,
    key: &SigningKey,
) -> Result<Vec<SealedFrame>, SealError> {
    let parts = for_triage(tip, directory, today, Some(key.public()))?;
    let messages = parts.messages()?;
    let signatures: Vec<_> = messages
        .iter()
        .map(|message| follow_up::sign(message, key))
        .collect();
    parts.seal(&signatures)
}

fn recipient(
    directory: &Verified<PublicDirectory>,
    today: Day,
) -> Result<(Week, Recipient), SealError> {
    let wanted = today.week();
    let distance = |week: &Week| {
        let days = week.first_day().0.saturating_sub(wanted.first_day().0);
        days.unsigned_abs()
    };
    let week = directory.weeks(Desk::Triage).min_by_key(distance);
    let week = week.ok_or(SealError::NotAllowed)?;
    let recipient = directory.recipient(Desk::Triage, week);
    let text = recipient.ok_or(SealError::NotAllowed)?.to_string();
    let recipient = Recipient::parse(&text).map_err(|_| SealError::NotAllowed)?;
    Ok((week, recipient))
}
