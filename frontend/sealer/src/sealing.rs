//! From a filled-in form to sealed frames: the same rules and the same order on every device.

use domain::answers::{ComesBack, FilledForm, Problem};
use domain::tip::{Language, ReplySlot, SealPath, Tip};
use domain::{SealedFrame, ThreadId, TipId};
use notes::{NotBelieved, Offered};
use rand::{CryptoRng, RngCore};
use seal::ForTriage;
use zeroize::Zeroizing;

use crate::back::{Back, signatures};
use crate::bundle::Parcel;

/// Everything that sealing one form takes.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The form: `name value name value …`.
    pub pairs: &'a [String],
    /// The language of the page.
    pub lang: &'a str,
    /// The directory and what it is checked against.
    pub notes: Offered<'a>,
    /// What the tip says of whoever comes back with a phrase.
    pub back: Option<&'a Back>,
    /// The files that were stored as a blob before.
    pub files: Option<Parcel<'a>>,
}

/// A tip in its parts. Whoever comes back has still to sign them with their phrase.
pub struct Prepared {
    tip: ForTriage,
    messages: Vec<Zeroizing<Vec<u8>>>,
    serial: u64,
}

/// A sealed tip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedTip {
    /// One to four frames, one submission.
    pub frames: Vec<SealedFrame>,
    /// The serial of the directory they are sealed by.
    pub serial: u64,
}

/// Why nothing was sealed. What was typed stays with the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealRefusal {
    /// The form breaks a rule: ask [`check`] which.
    #[error("the form has problems")]
    Problems,
    /// Whoever fills in the form comes back with a phrase, and there is none, or it did not sign.
    #[error("there is no phrase")]
    Phrase,
    /// The directory, the page's settings or a recipient in it cannot be believed.
    #[error("the directory cannot be believed")]
    Directory,
    /// The directory is not valid on the day this device's clock shows.
    #[error("the directory is not valid on this day")]
    Clock,
}

/// Which rules the form breaks, in the order asked.
pub fn check(pairs: &[String]) -> Vec<Problem> {
    FilledForm::from_pairs(by_twos(pairs))
        .err()
        .unwrap_or_default()
}

/// Verifies the directory, then makes of the form one tip to triage.
pub fn prepare<R: RngCore + CryptoRng>(
    request: &Request<'_>,
    rng: &mut R,
) -> Result<Prepared, SealRefusal> {
    let form = FilledForm::from_pairs(by_twos(request.pairs)).map_err(|_| SealRefusal::Problems)?;
    let back = match (form.comes_back, request.back) {
        (ComesBack::Never, _) => None,
        (ComesBack::WithPhrase { safe }, Some(back)) => Some((back, safe)),
        (ComesBack::WithPhrase { .. }, None) => return Err(SealRefusal::Phrase),
    };
    let lang = Language::try_from(request.lang.to_owned()).map_err(|_| SealRefusal::Directory)?;
    let directory = request.notes.believe()?;
    let now = request.notes.now;
    let tip = TipId::from_bytes(sixteen(rng));
    let thread = ThreadId::from_bytes(sixteen(rng));
    let thread = back.map_or(thread, |(back, _)| back.thread);
    let mut tip = Tip::from_form(form, tip, thread, now.hour(), lang, SealPath::Browser);
    tip.reply = back.map(|(back, safe)| ReplySlot {
        safe,
        ..back.slot.clone()
    });
    tip.bundle = request.files.map(|parcel| parcel.key.at(parcel.blob));
    let key = back.map(|(back, _)| back.key);
    let tip = seal::for_triage(&tip, &directory, now.day(), key);
    let tip = tip.map_err(|_| SealRefusal::Directory)?;
    let messages = tip.messages().map_err(|_| SealRefusal::Directory)?;
    let serial = directory.head.serial;
    Ok(Prepared {
        tip,
        messages,
        serial,
    })
}

impl Prepared {
    /// What is to be signed with the phrase, a message for each part; none without a phrase.
    pub fn messages(&self) -> &[Zeroizing<Vec<u8>>] {
        &self.messages
    }

    /// Seals, with these signatures one after the other.
    pub fn seal(self, signed: &[u8]) -> Result<SealedTip, SealRefusal> {
        let signed = signatures(signed).map_err(|_| SealRefusal::Phrase)?;
        if signed.len() != self.messages.len() {
            return Err(SealRefusal::Phrase);
        }
        let frames = self.tip.seal(signed).map_err(|_| SealRefusal::Phrase)?;
        Ok(SealedTip {
            frames,
            serial: self.serial,
        })
    }
}

impl From<NotBelieved> for SealRefusal {
    fn from(why: NotBelieved) -> Self {
        match why {
            NotBelieved::Directory => Self::Directory,
            NotBelieved::Clock => Self::Clock,
        }
    }
}

fn sixteen<R: RngCore>(rng: &mut R) -> [u8; 16] {
    let mut bytes = [0; 16];
    rng.fill_bytes(&mut bytes);
    bytes
}

fn by_twos(pairs: &[String]) -> impl Iterator<Item = (&str, &str)> {
    pairs.chunks_exact(2).filter_map(|pair| match pair {
        [name, value] => Some((name.as_str(), value.as_str())),
        _ => None,
    })
}
