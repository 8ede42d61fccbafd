//! A test tip: outside its seal like any other, inside it marked by a key that consoles know.
//!
//! ```text
//! canary  Sig(canary key, "ginnel/canary/v1", inst || tip || hour)       64 bytes, in its one part
//! ```

use domain::answers::{Answers, Danger, Details, Knows};
use domain::tip::{Lane, Language, SealPath, Tip};
use domain::{Category, SealedFrame, ThreadId, TipId, UnixSeconds};
use minicbor::bytes::ByteArray;
use notes::{PublicDirectory, Signer, Verified, canary};

use crate::file::SealError;
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
