//! DESKSIG[g]: what a desk's officers sign replies with. It is wrapped to RECOVERY, and to each officer
//! with the secrets of the weeks.

use std::path::PathBuf;

use domain::{Day, Desk, Quarter};
use notes::{PublicKey, SigningKey};
use rand::{CryptoRng, RngCore};
use seal::{SealError, seal_file};
use unseal::open_file;
use zeroize::Zeroizing;

use crate::ceremony::{Ceremony, desk_file};
use crate::epochs::EpochError;
use crate::files::{self, FileError};
use crate::recovery::{self, Custodians};

/// Makes a desk's reply key, if it has none, and wraps its seed to this quarter's RECOVERY.
pub(crate) fn make<R: RngCore + CryptoRng>(
    ceremony: &Ceremony,
    desk: Desk,
    today: Day,
    rng: &mut R,
) -> Result<(), EpochError> {
    if public_path(ceremony, desk).exists() {
        return Ok(());
    }
    let mut seed = Zeroizing::new([0; 32]);
    rng.fill_bytes(seed.as_mut_slice());
    keep(ceremony, desk, today.quarter(), &seed)?;
    let key = format!("{}\n", SigningKey::from_seed(&seed).public());
    Ok(files::write_new(
        &public_path(ceremony, desk),
        key.as_bytes(),
    )?)
}

/// Makes a desk's reply key anew; the old one is set aside.
pub(crate) fn make_anew<R: RngCore + CryptoRng>(
    ceremony: &Ceremony,
    desk: Desk,
    today: Day,
    rng: &mut R,
) -> Result<(), EpochError> {
    let aside = ceremony.path("replies/old");
    if let Some(quarter) = wrapped_to(ceremony, desk)? {
        files::set_aside(&secret_path(ceremony, desk, quarter), &aside)?;
    }
    if public_path(ceremony, desk).exists() {
        files::set_aside(&public_path(ceremony, desk), &aside)?;
    }
    make(ceremony, desk, today, rng)
}

/// The key replies of this desk are verified with.
pub(crate) fn key(ceremony: &Ceremony, desk: Desk) -> Result<PublicKey, EpochError> {
    let path = public_path(ceremony, desk);
    let text = files::read_if_there(&path)?.ok_or(EpochError::NoReplyKey(desk))?;
    let key = PublicKey::parse(text.trim_end_matches('\n'));
    Ok(key.map_err(|_| FileError::malformed(&path))?)
}

/// Wraps the seed anew when a quarter begins, so that the old RECOVERY key can be destroyed.
pub(crate) fn carry_over(
    ceremony: &Ceremony,
    custodians: &Custodians,
    desk: Desk,
    today: Day,
) -> Result<bool, EpochError> {
    let now = today.quarter();
    let Some(from) = wrapped_to(ceremony, desk)? else {
        return Err(EpochError::NoReplyKey(desk));
    };
    if from >= now {
        return Ok(false);
    }
    let seed = open(ceremony, custodians, desk)?;
    keep(ceremony, desk, now, &seed)?;
    files::remove(&secret_path(ceremony, desk, from))?;
    Ok(true)
}

/// The seed, opened with the custodians' shares.
///
/// # Errors
/// Among others, a seed that is not that of the public key beside it.
pub(crate) fn open(
    ceremony: &Ceremony,
    custodians: &Custodians,
    desk: Desk,
) -> Result<Zeroizing<[u8; 32]>, EpochError> {
    let from = wrapped_to(ceremony, desk)?.ok_or(EpochError::NoReplyKey(desk))?;
    let path = secret_path(ceremony, desk, from);
    let identity = recovery::join(ceremony, custodians, desk, from)?;
    let opened = open_file(&[&identity], &files::read(&path)?);
    let opened = opened.map_err(|_| FileError::malformed(&path))?;
    let seed = <[u8; 32]>::try_from(opened.plaintext.as_slice());
    let seed = Zeroizing::new(seed.map_err(|_| FileError::malformed(&path))?);
    if SigningKey::from_seed(&seed).public() == key(ceremony, desk)? {
        Ok(seed)
    } else {
        Err(FileError::malformed(&path).into())
    }
}

/// The newest quarter this desk's seed is wrapped to.
fn wrapped_to(ceremony: &Ceremony, desk: Desk) -> Result<Option<Quarter>, FileError> {
    let begin = format!("{}.", desk_file(desk));
    let names = files::names(&ceremony.path("replies"))?;
    let quarters = names.iter().filter_map(|name| {
        let quarter = name.strip_prefix(&begin)?.strip_suffix(".age")?;
        quarter.parse().ok()
    });
    Ok(quarters.max())
}

fn keep(
    ceremony: &Ceremony,
    desk: Desk,
    quarter: Quarter,
    seed: &[u8; 32],
) -> Result<(), EpochError> {
    let recipient = recovery::recipient(ceremony, desk, quarter)?;
    let wrapped = seal_file(&recipient, seed).map_err(|_: SealError| EpochError::NotSealed)?;
    Ok(files::write_secret(
        &secret_path(ceremony, desk, quarter),
        &wrapped,
    )?)
}

fn secret_path(ceremony: &Ceremony, desk: Desk, quarter: Quarter) -> PathBuf {
    ceremony.path(&format!("replies/{}.{quarter}.age", desk_file(desk)))
}

fn public_path(ceremony: &Ceremony, desk: Desk) -> PathBuf {
    ceremony.path(&format!("replies/{}.pub", desk_file(desk)))
}
