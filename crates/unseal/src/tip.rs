//! Tips, opened and put together again.

use domain::tip::{Lane, Tip, TipPart};
use domain::{Hour, InstallationId, SealedFrame, Week};
use identity::Opens;
use seal::{Kind, read_tip_body};

use crate::Identity;
use crate::file::{OpenError, open_file};
use crate::frame::open_frame;

/// An identity for what arrives in one week.
pub type WeekIdentity<'a, I = Identity> = (Week, &'a I);

/// Opens one frame of the triage intake.
///
/// # Errors
/// Beside what [`open_frame`] refuses: another context, installation, lane, or the key of another
/// week than the part names.
pub fn open_tip<I: Opens>(
    identities: &[WeekIdentity<'_, I>],
    frame: &SealedFrame,
    inst: InstallationId,
) -> Result<TipPart, OpenError> {
    let keys = keys_of(identities);
    let opened = open_frame(&keys, frame, Kind::Tip, inst)?;
    let part = read_tip_body(&opened.body)?;
    placed(part, identities, opened.by, inst, Lane::Triage)
}

/// Strips the first corruption desk's seal: gives the file that only the second one opens.
pub fn strip_corruption(
    identities: &[&Identity],
    frame: &SealedFrame,
    inst: InstallationId,
) -> Result<Vec<u8>, OpenError> {
    let opened = open_frame(identities, frame, Kind::SealedInner, inst)?;
    Ok(opened.body.to_vec())
}

/// Opens what the first corruption desk handed over.
pub fn open_corruption(
    identities: &[WeekIdentity<'_>],
    inner: &[u8],
    inst: InstallationId,
) -> Result<TipPart, OpenError> {
    let opened = open_file(&keys_of(identities), inner)?;
    let part = read_tip_body(&opened.plaintext)?;
    placed(part, identities, opened.by, inst, Lane::Corruption)
}

/// What parts came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Joined {
    /// All parts are there.
    Whole(Box<Tip>),
    /// These parts, counted from 1, are missing.
    Missing(Vec<u8>),
}

/// Puts the parts of one tip together, in whatever order, a part seen twice counting once.
///
/// # Errors
/// [`OpenError::Misplaced`]: parts of different tips, or that contradict each other or answer twice.
pub fn join_parts(mut parts: Vec<TipPart>) -> Result<Joined, OpenError> {
    parts.sort_by_key(|part| part.part);
    parts.dedup();
    let first = parts.first().ok_or(OpenError::Malformed)?;
    let belongs = |part: &TipPart| common(part) == common(first);
    let distinct = parts
        .iter()
        .map(|part| part.part)
        .is_sorted_by(|a, b| a < b);
    if !parts.iter().all(belongs) || !distinct {
        return Err(OpenError::Misplaced);
    }
    let there = |number: &u8| parts.iter().any(|part| part.part == *number);
    let missing: Vec<u8> = (1..=first.parts).filter(|number| !there(number)).collect();
    if missing.is_empty() {
        whole(parts)
    } else {
        Ok(Joined::Missing(missing))
    }
}

fn keys_of<'a, I>(identities: &[WeekIdentity<'a, I>]) -> Vec<&'a I> {
    identities.iter().map(|(_, identity)| *identity).collect()
}

fn placed<I>(
    part: TipPart,
    identities: &[WeekIdentity<'_, I>],
    by: usize,
    inst: InstallationId,
    lane: Lane,
) -> Result<TipPart, OpenError> {
    let of_week = identities
        .get(by)
        .is_some_and(|(week, _)| *week == part.week);
    if of_week && part.inst == inst && part.lane == lane {
        Ok(part)
    } else {
        Err(OpenError::Misplaced)
    }
}

/// What every part of one tip has alike.
fn common(part: &TipPart) -> impl PartialEq {
    (
        (part.inst, part.tip, part.thread, part.parts),
        (part.lane, part.week, part.hour),
        (part.lang.clone(), part.knows, part.path),
    )
}

fn whole(parts: Vec<TipPart>) -> Result<Joined, OpenError> {
    let text = parts.iter().map(|part| part.text.as_str()).collect();
    let mut parts = parts.into_iter();
    let first = parts.next().ok_or(OpenError::Malformed)?;
    let mut answers = first.answers.ok_or(OpenError::Malformed)?;
    for part in parts {
        if !answers.details.is_apart(&part.more) {
            return Err(OpenError::Misplaced);
        }
        answers.details.join(part.more);
    }
    Ok(Joined::Whole(Box::new(Tip {
        lane: first.lane,
        hour: Hour(first.hour),
        tip: first.tip,
        thread: first.thread,
        answers,
        text,
        lang: first.lang,
        knows: first.knows,
        path: first.path,
        reply: first.reply,
        bundle: first.bundle,
        champion: first.champion,
    })))
}
