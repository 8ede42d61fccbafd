//! A tip to triage, by the public directory: what the browser and the no-script handler both do.

use domain::tip::Tip;
use domain::{Day, Desk, SealedFrame, Week};
use notes::{PublicDirectory, SigningKey, Verified};

use crate::file::SealError;
use crate::hybrid::Recipient;
use crate::tip::{TipRoute, seal_signed_tip, seal_tip};

/// Seals a tip to triage's recipient of this week, or of the listed week nearest to it.
///
/// # Errors
/// A directory without a usable triage recipient, or a tip of another lane.
pub fn to_triage(
    tip: &Tip,
    directory: &Verified<PublicDirectory>,
    today: Day,
) -> Result<Vec<SealedFrame>, SealError> {
    let (week, recipient) = recipient(directory, today)?;
    seal_tip(tip, TipRoute::Triage(&recipient), week, directory.head.inst)
}

/// As [`to_triage`], signed by the key of the reporter's phrase.
pub fn signed_to_triage(
    tip: &Tip,
    directory: &Verified<PublicDirectory>,
    today: Day,
    key: &SigningKey,
) -> Result<Vec<SealedFrame>, SealError> {
    let (week, recipient) = recipient(directory, today)?;
    let route = TipRoute::Triage(&recipient);
    seal_signed_tip(tip, route, week, directory.head.inst, key)
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
