//! A tip to triage, by the public directory: what the browser and the no-script handler both do.

use domain::tip::Tip;
use domain::{Day, Desk, SealedFrame};
use notes::{PublicDirectory, Verified};

use crate::file::SealError;
use crate::hybrid::Recipient;
use crate::tip::{TipRoute, seal_tip};

/// Seals a tip to triage's recipient of this week, or of the listed week nearest to it.
///
/// # Errors
/// A directory without a usable triage recipient, or a tip of another lane.
pub fn to_triage(
    tip: &Tip,
    directory: &Verified<PublicDirectory>,
    today: Day,
) -> Result<Vec<SealedFrame>, SealError> {
    let wanted = today.week();
    let distance = |week: &domain::Week| {
        let days = week.first_day().0.saturating_sub(wanted.first_day().0);
        days.unsigned_abs()
    };
    let week = directory.weeks(Desk::Triage).min_by_key(distance);
    let week = week.ok_or(SealError::NotAllowed)?;
    let recipient = directory.recipient(Desk::Triage, week);
    let text = recipient.ok_or(SealError::NotAllowed)?.to_string();
    let recipient = Recipient::parse(&text).map_err(|_| SealError::NotAllowed)?;
    seal_tip(tip, TipRoute::Triage(&recipient), week, directory.head.inst)
}
