//! From a filled-in form to sealed frames: the same rules and the same order on every device.

use domain::answers::{FilledForm, Problem};
use domain::tip::{Language, SealPath, Tip};
use domain::{InstallationId, SealedFrame, ThreadId, TipId, UnixSeconds};
use notes::{Authorities, NoteError, PublicDirectory, Unverified};
use rand::{CryptoRng, RngCore};

/// Everything that sealing one form takes.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The form: `name value name value …`.
    pub pairs: &'a [String],
    /// The language of the page.
    pub lang: &'a str,
    /// The public directory, as fetched.
    pub directory: &'a str,
    /// The pinned authorities, a verifier key a line.
    pub authorities: &'a str,
    /// The installation the page belongs to, in hex.
    pub inst: &'a str,
    /// The reporter's clock.
    pub now: UnixSeconds,
    /// The newest directory this page has believed; an older one is refused.
    pub newest_serial_seen: Option<u64>,
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

/// Verifies the directory, then seals the form as one tip to triage.
pub fn seal<R: RngCore + CryptoRng>(
    request: &Request<'_>,
    rng: &mut R,
) -> Result<SealedTip, SealRefusal> {
    let form = FilledForm::from_pairs(by_twos(request.pairs)).map_err(|_| SealRefusal::Problems)?;
    let inst: InstallationId = request.inst.parse().map_err(|_| SealRefusal::Directory)?;
    let lang = Language::try_from(request.lang.to_owned()).map_err(|_| SealRefusal::Directory)?;
    let authorities =
        Authorities::parse(request.authorities).map_err(|_| SealRefusal::Directory)?;
    let today = request.now.day();
    let directory = Unverified::<PublicDirectory>::parse(request.directory)
        .and_then(|note| note.verify(&authorities, inst, today, request.newest_serial_seen))
        .map_err(|error| match error {
            NoteError::Expired | NoteError::NotYetValid => SealRefusal::Clock,
            NoteError::Malformed
            | NoteError::Unsigned
            | NoteError::WrongInstallation
            | NoteError::Older => SealRefusal::Directory,
        })?;
    let tip = TipId::from_bytes(sixteen(rng));
    let thread = ThreadId::from_bytes(sixteen(rng));
    let tip = Tip::from_form(
        form,
        tip,
        thread,
        request.now.hour(),
        lang,
        SealPath::Browser,
    );
    let frames = seal::to_triage(&tip, &directory, today).map_err(|_| SealRefusal::Directory)?;
    let serial = directory.head.serial;
    Ok(SealedTip { frames, serial })
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
