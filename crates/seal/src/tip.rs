//! A tip, split into parts and sealed: what a reporter's browser sends.

use domain::answers::Details;
use domain::tip::{Lane, PART_TEXT_MAX, PARTS_MAX, TIP_CONTEXT, Tip, TipPart};
use domain::{InstallationId, SealedFrame, Week};
use notes::{Malformed, PublicKey, SigningKey};
use zeroize::Zeroizing;

use crate::cbor::{from_padded, to_deterministic};
use crate::file::{SealError, seal_file};
use crate::follow_up;
use crate::frame::seal_frame;
use crate::hybrid::{RECIPIENT_LEN, Recipient};
use crate::outer::Kind;

/// Bytes of every tip body, zeros included.
pub const TIP_BODY_LEN: usize = 16_384;

/// Bytes by which the text's length field can outgrow that of an empty text.
const LENGTH_GROWTH: usize = 2;
/// Bytes around further answers: the key of their map, and its length.
const AROUND_ANSWERS: usize = 4;
const HIGHEST_BUCKET: u8 = 3;

/// Whom a tip is sealed to, all keys of one week.
#[derive(Debug, Clone, Copy)]
pub enum TipRoute<'a> {
    /// The triage desk.
    Triage(&'a Recipient),
    /// Both corruption desks: neither opens it without the other.
    Corruption {
        /// Strips the outer seal.
        a: &'a Recipient,
        /// Opens the inner one.
        b: &'a Recipient,
    },
}

/// Seals a tip into one to four frames, all of one submission.
///
/// # Errors
/// More than four parts, or a route that is not the tip's lane's.
pub fn seal_tip(
    tip: &Tip,
    route: TipRoute<'_>,
    week: Week,
    inst: InstallationId,
) -> Result<Vec<SealedFrame>, SealError> {
    if route.lane() != tip.lane {
        return Err(SealError::NotAllowed);
    }
    seal_parts(&split(tip, week, inst, None)?, route, inst)
}

/// As [`seal_tip`], for a reporter who has a phrase: its key signs every part, so that a later tip of the
/// same conversation is known to be theirs.
pub fn seal_signed_tip(
    tip: &Tip,
    route: TipRoute<'_>,
    week: Week,
    inst: InstallationId,
    key: &SigningKey,
) -> Result<Vec<SealedFrame>, SealError> {
    if route.lane() != tip.lane {
        return Err(SealError::NotAllowed);
    }
    let mut parts = split(tip, week, inst, Some(key.public()))?;
    for part in &mut parts {
        let signature = follow_up::sign(&follow_up::message(part)?, key);
        follow_up::put(part, key.public(), &signature)?;
    }
    seal_parts(&parts, route, inst)
}

pub(crate) fn seal_parts(
    parts: &[TipPart],
    route: TipRoute<'_>,
    inst: InstallationId,
) -> Result<Vec<SealedFrame>, SealError> {
    parts
        .iter()
        .map(|part| route.seal(&padded(part)?, inst))
        .collect()
}

/// Reads a tip body: its CBOR form, its limits, and which slots belong in which part.
///
/// Everything in it is chosen by whoever sealed it. The caller compares installation, lane and week.
pub fn read_tip_body(body: &[u8]) -> Result<TipPart, Malformed> {
    if body.len() != TIP_BODY_LEN {
        return Err(Malformed);
    }
    let part: TipPart = from_padded(body)?;
    let numbered = (1..=part.parts).contains(&part.part) && part.parts <= PARTS_MAX;
    let fits = part.ctx == TIP_CONTEXT && part.text.len() <= PART_TEXT_MAX;
    if numbered && fits && has_its_slots(&part) {
        Ok(part)
    } else {
        Err(Malformed)
    }
}

impl TipRoute<'_> {
    const fn lane(self) -> Lane {
        match self {
            Self::Triage(_) => Lane::Triage,
            Self::Corruption { .. } => Lane::Corruption,
        }
    }

    fn seal(self, body: &[u8], inst: InstallationId) -> Result<SealedFrame, SealError> {
        match self {
            Self::Triage(triage) => seal_frame(triage, Kind::Tip, inst, body),
            Self::Corruption { a, b } => {
                seal_frame(a, Kind::SealedInner, inst, &seal_file(b, body)?)
            }
        }
    }
}

/// Answers and slots go to part 1. Then each part takes as much text as fits, and of what was said about
/// people, vehicles and accounts as much as has room beside it.
pub(crate) fn split(
    tip: &Tip,
    week: Week,
    inst: InstallationId,
    key: Option<PublicKey>,
) -> Result<Vec<TipPart>, SealError> {
    let mut answers = tip.answers.clone();
    let (mut text, mut entries) = (tip.text.as_str(), answers.details.split_entries());
    let mut part = part_of(tip, week, inst, key);
    part.answers = Some(answers);
    part.reply.clone_from(&tip.reply);
    part.bundle.clone_from(&tip.bundle);
    part.champion.clone_from(&tip.champion);
    let mut parts = Vec::new();
    while parts.len() < usize::from(PARTS_MAX) {
        text = fill(&mut part, text, &mut entries)?;
        parts.push(part);
        if text.is_empty() && entries.is_empty() {
            number(&mut parts)?;
            return Ok(parts);
        }
        part = part_of(tip, week, inst, key);
    }
    Err(SealError::TooLong)
}

/// Puts into a part what fits; gives the text that is left.
fn fill<'a>(
    part: &mut TipPart,
    text: &'a str,
    entries: &mut Details,
) -> Result<&'a str, SealError> {
    let used = encoded(part)?.len().saturating_add(LENGTH_GROWTH);
    let room = TIP_BODY_LEN.checked_sub(used).ok_or(SealError::TooLong)?;
    let (now, rest) = split_text(text, room.min(PART_TEXT_MAX));
    part.text = now.into();
    let used = encoded(part)?.len().saturating_add(AROUND_ANSWERS);
    let fitting = entries.take_fitting(TIP_BODY_LEN.saturating_sub(used));
    let details = match &mut part.answers {
        Some(answers) => &mut answers.details,
        None => &mut part.more,
    };
    details.join(fitting);
    Ok(rest)
}

fn part_of(tip: &Tip, week: Week, inst: InstallationId, key: Option<PublicKey>) -> TipPart {
    TipPart {
        ctx: TIP_CONTEXT.into(),
        inst,
        lane: tip.lane,
        week,
        hour: tip.hour.0,
        tip: tip.tip,
        part: 1,
        parts: 1,
        thread: tip.thread,
        answers: None,
        text: String::new(),
        lang: tip.lang.clone(),
        knows: tip.knows,
        path: tip.path,
        reply: None,
        bundle: None,
        champion: None,
        more: Details::default(),
        follow_up: key.map(follow_up::unsigned),
        canary: None,
    }
}

fn number(parts: &mut [TipPart]) -> Result<(), SealError> {
    let count = u8::try_from(parts.len()).map_err(|_| SealError::TooLong)?;
    for (part, number) in parts.iter_mut().zip(1..) {
        part.part = number;
        part.parts = count;
    }
    Ok(())
}

/// Splits so that the first half has at most `room` bytes and no character is cut.
fn split_text(text: &str, room: usize) -> (&str, &str) {
    text.split_at(text.floor_char_boundary(room))
}

fn encoded(part: &TipPart) -> Result<Zeroizing<Vec<u8>>, SealError> {
    to_deterministic(part).map_err(|_| SealError::NotAllowed)
}

fn padded(part: &TipPart) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let mut body = encoded(part)?;
    if body.len() > TIP_BODY_LEN {
        return Err(SealError::TooLong);
    }
    body.resize(TIP_BODY_LEN, 0);
    Ok(body)
}

fn has_its_slots(part: &TipPart) -> bool {
    if part.canary.is_some() && part.parts > 1 {
        return false;
    }
    if part.part > 1 {
        return part.answers.is_none()
            && part.reply.is_none()
            && part.bundle.is_none()
            && part.champion.is_none();
    }
    let reply = part.reply.as_ref();
    let bundle = part.bundle.as_ref();
    part.answers.is_some()
        && part.more.is_empty()
        && reply.is_none_or(|reply| reply.recipient.len() == RECIPIENT_LEN)
        && bundle.is_none_or(|bundle| bundle.bucket <= HIGHEST_BUCKET)
}
