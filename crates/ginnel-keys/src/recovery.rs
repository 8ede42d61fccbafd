//! RECOVERY[g, quarter]: what a desk's epoch secrets are wrapped to until there are officers.
//!
//! Two custodians hold a share each, and neither can open anything alone:
//!
//! ```text
//! share 1 = 32 random bytes      share 2 = share 1 xor the identity's seed
//! ```

use std::path::{Path, PathBuf};

use domain::{Desk, Quarter};
use notes::RecipientText;
use rand::{CryptoRng, RngCore};
use seal::hybrid::Recipient;
use unseal::Identity;
use zeroize::Zeroizing;

use crate::ceremony::{Ceremony, desk_file};
use crate::files::{self, FileError};
use crate::periods;
use crate::share::Share;

/// Why a RECOVERY key was not made or not put together.
#[derive(Debug, thiserror::Error)]
pub enum RecoveryError {
    /// Both custodians were given one folder.
    #[error("the two custodians keep their shares apart: name two different folders")]
    SameFolder,
    /// The desk has no RECOVERY key for this quarter.
    #[error("{desk} has no RECOVERY key for {quarter}: run `ginnel-keys recovery new` first")]
    NotMade {
        /// The desk.
        desk: Desk,
        /// The quarter.
        quarter: Quarter,
    },
    /// The shares do not give the key whose public half lies in the ceremony.
    #[error("the shares of {desk} for {quarter} do not belong together")]
    Shares {
        /// The desk.
        desk: Desk,
        /// The quarter.
        quarter: Quarter,
    },
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
}

/// Where the two custodians keep their shares: two removable drives.
#[derive(Debug, Clone)]
pub struct Custodians {
    folders: [PathBuf; 2],
}

impl Custodians {
    /// Names the two folders.
    pub fn new(first: &Path, second: &Path) -> Result<Self, RecoveryError> {
        let folders = [first.to_path_buf(), second.to_path_buf()];
        let real = folders.each_ref().map(|folder| folder.canonicalize());
        let same = match real {
            [Ok(first), Ok(second)] => first == second,
            _ => first == second,
        };
        if same {
            return Err(RecoveryError::SameFolder);
        }
        Ok(Self { folders })
    }

    fn paths(&self, desk: Desk, quarter: Quarter) -> [PathBuf; 2] {
        let name = format!("{}.{quarter}.share", desk_file(desk));
        self.folders.each_ref().map(|folder| folder.join(&name))
    }
}

/// Makes every RECOVERY key the next four weeks need and that is not there yet. Answers which.
pub fn make<R: RngCore + CryptoRng>(
    ceremony: &Ceremony,
    custodians: &Custodians,
    today: domain::Day,
    rng: &mut R,
) -> Result<Vec<(Desk, Quarter)>, RecoveryError> {
    let mut made = Vec::new();
    for &desk in ceremony.desks() {
        for quarter in quarters(today) {
            if !public_path(ceremony, desk, quarter).exists() {
                make_one(ceremony, custodians, desk, quarter, rng)?;
                made.push((desk, quarter));
            }
        }
    }
    Ok(made)
}

/// The public half: what epoch secrets of this desk and quarter are wrapped to.
pub(crate) fn recipient(
    ceremony: &Ceremony,
    desk: Desk,
    quarter: Quarter,
) -> Result<Recipient, RecoveryError> {
    let path = public_path(ceremony, desk, quarter);
    let Some(text) = files::read_if_there(&path)? else {
        return Err(RecoveryError::NotMade { desk, quarter });
    };
    Ok(Recipient::parse(text.trim_end_matches('\n')).map_err(|_| FileError::malformed(&path))?)
}

/// Puts the two shares together.
///
/// # Errors
/// A share is missing, another desk's or quarter's, or does not give the key that was made here.
pub(crate) fn join(
    ceremony: &Ceremony,
    custodians: &Custodians,
    desk: Desk,
    quarter: Quarter,
) -> Result<Identity, RecoveryError> {
    let wanted = recipient(ceremony, desk, quarter)?.encode();
    let mut seed = Zeroizing::new([0; 32]);
    for (path, number) in custodians.paths(desk, quarter).iter().zip(1..) {
        let share = Share::parse(&files::read_text(path)?);
        let share = share.ok_or_else(|| FileError::malformed(path))?;
        let expected = (ceremony.inst(), desk, quarter, number);
        if (share.inst, share.desk, share.quarter, share.number) != expected {
            return Err(RecoveryError::Shares { desk, quarter });
        }
        xor(&mut seed, &share.bytes);
    }
    let identity = Identity::from_seed(seed);
    if identity.recipient().encode() == wanted {
        Ok(identity)
    } else {
        Err(RecoveryError::Shares { desk, quarter })
    }
}

/// The quarters for which a desk needs a RECOVERY key now, ascending.
fn quarters(today: domain::Day) -> Vec<Quarter> {
    let mut quarters: Vec<_> = periods::all(today)
        .into_iter()
        .map(periods::recovery_quarter)
        .collect();
    quarters.sort_unstable();
    quarters.dedup();
    quarters
}

fn make_one<R: RngCore + CryptoRng>(
    ceremony: &Ceremony,
    custodians: &Custodians,
    desk: Desk,
    quarter: Quarter,
    rng: &mut R,
) -> Result<(), RecoveryError> {
    let identity = Identity::generate(rng);
    let mut first = Zeroizing::new([0; 32]);
    rng.fill_bytes(first.as_mut_slice());
    let mut second = first.clone();
    // EXPOSE: the seed leaves this process in two halves, neither of which tells anything of it.
    xor(&mut second, identity.expose_seed());
    let paths = custodians.paths(desk, quarter);
    for ((path, bytes), number) in paths.iter().zip([first, second]).zip(1..) {
        let inst = ceremony.inst();
        let share = Share {
            inst,
            desk,
            quarter,
            number,
            bytes,
        };
        files::write_secret(path, share.to_text().as_bytes())?;
    }
    let public = format!("{}\n", identity.recipient().encode());
    Ok(files::write_new(
        &public_path(ceremony, desk, quarter),
        public.as_bytes(),
    )?)
}

fn public_path(ceremony: &Ceremony, desk: Desk, quarter: Quarter) -> PathBuf {
    ceremony.path(&format!("recovery/{}.{quarter}.pub", desk_file(desk)))
}

fn xor(seed: &mut [u8; 32], share: &[u8; 32]) {
    seed.iter_mut()
        .zip(share)
        .for_each(|(byte, other)| *byte ^= other);
}

/// A recipient as notes hold it.
pub(crate) fn as_text(recipient: &Recipient) -> RecipientText {
    RecipientText::parse(&recipient.encode())
        .expect("a recipient is written in the form it is read")
}
