//! A test tip: outside its seal like any other, inside it marked by a key that consoles know.
//!
//! ```text
//! canary  Sig(canary key, "ginnel/canary/v1", inst || tip || hour)       64 bytes, in its one part
//! ```

use domain::answers::{Answers, Danger, Details, Knows};
use domain::tip::{Lane, Language, SealPath, Tip, TipPart};
use domain::{Category, SealedFrame, ThreadId, TipId, UnixSeconds};
use minicbor::bytes::ByteArray;
use notes::{PublicDirectory, Signer, Verified, canary};

use crate::file::SealError;
use crate::tip::split;
use crate::triage::for_triage;

/// What an officer reads whose console does not know the mark.
const TEXT: &str = "This is a test of the service itself, sent by a machine. Nobody told it, and nothing is \
    to be done about it. Consoles put such tests away as they come: if you can read this one, yours did not \
    know its mark. Tell whoever looks after the service, and close it as known already.";

/// Seals a test tip to triage, by the directory that reporters seal by.
///
/// # Errors
/// A directory without a usable triage recipient.
pub fn seal_canary(
    signer: &Signer,
    directory: &Verified<PublicDirectory>,
    tip: TipId,
    thread: ThreadId,
    now: UnixSeconds,
) -> Result<SealedFrame, SealError> {
    let written = written(tip, thread, now)?;
    let mut sealed = for_triage(&written, directory, now.day(), None)?;
    let mark = canary::mark(signer, directory.head.inst, tip, now.hour());
    sealed.mark(ByteArray::from(mark))?;
    let frames = sealed.seal(&[])?;
    frames.into_iter().next().ok_or(SealError::NotAllowed)
}

/// Whether a part says what a test tip says, and nothing else. The mark binds its id and hour alone, and is
/// shown to the server: around other words it must not have a tip put away unread.
pub fn is_canary(part: &TipPart) -> bool {
    let now = UnixSeconds(part.hour.saturating_mul(3_600));
    let parts = written(part.tip, part.thread, now);
    let parts = parts.and_then(|tip| split(&tip, part.week, part.inst, None));
    let mut expected = parts.unwrap_or_default();
    for one in &mut expected {
        one.canary = part.canary;
    }
    expected.as_slice() == [part.clone()]
}

fn written(tip: TipId, thread: ThreadId, now: UnixSeconds) -> Result<Tip, SealError> {
    let lang = Language::try_from("en".to_owned()).map_err(|_| SealError::NotAllowed)?;
    Ok(Tip {
        lane: Lane::Triage,
        hour: now.hour(),
        tip,
        thread,
        answers: Answers {
            danger: Danger::No,
            about: vec![Category::NotSure],
            place: String::new(),
            areas: Vec::new(),
            details: Details::default(),
        },
        text: TEXT.into(),
        lang,
        knows: Knows::Unsaid,
        path: SealPath::Browser,
        reply: None,
        bundle: None,
        champion: None,
    })
}

#[cfg(test)]
mod tests {
    use domain::InstallationId;

    use super::*;

    fn part() -> TipPart {
        let (tip, thread) = (TipId::from_bytes([1; 16]), ThreadId::from_bytes([2; 16]));
        let now = UnixSeconds(498_000 * 3_600);
        let tip = written(tip, thread, now).unwrap();
        let inst = InstallationId::from_bytes([3; 16]);
        let week = now.day().week();
        let [mut part] = <[TipPart; 1]>::try_from(split(&tip, week, inst, None).unwrap()).unwrap();
        part.canary = Some(ByteArray::from([4; 64]));
        part
    }

    #[test]
    fn what_says_anything_of_its_own_is_no_test_tip() {
        assert!(is_canary(&part()));
        let still_is = |change: &dyn Fn(&mut TipPart)| {
            let mut part = part();
            change(&mut part);
            is_canary(&part)
        };
        let changes: [&dyn Fn(&mut TipPart); 6] = [
            &|part| part.text = "He keeps a gun.".into(),
            &|part| part.text.push('.'),
            &|part| part.parts = 2,
            &|part| part.answers = None,
            &|part| part.knows = Knows::Saw,
            &|part| part.answers.as_mut().unwrap().place = "Beeston".into(),
        ];
        for (number, change) in changes.iter().enumerate() {
            assert!(!still_is(change), "change {number}");
        }
    }
}
