//! DESK[g, week] and VAULT[g, quarter]: made ahead, and wrapped to RECOVERY only.
//!
//! No officer is needed for this, so a directory can be published before anybody has enrolled. The
//! secrets exist unwrapped in this process's memory only.

use std::path::PathBuf;

use domain::{Day, Desk, Period, Week};
use notes::RecipientText;
use rand::{CryptoRng, RngCore};
use unseal::Identity;
use unseal::epoch::EpochSecret;

use crate::ceremony::{Ceremony, desk_file};
use crate::files::{self, FileError};
use crate::periods;
use crate::recovery::{self, Custodians, RecoveryError};
use crate::replies;

/// Why an epoch was not made or not read.
#[derive(Debug, thiserror::Error)]
pub enum EpochError {
    /// The epoch was never made.
    #[error("{desk} has no keys for {period}: run `ginnel-keys epochs` first")]
    NotMade {
        /// The desk.
        desk: Desk,
        /// The week or quarter.
        period: Period,
    },
    /// The desk's keys are not made in this folder.
    #[error("{0} is no desk of this ceremony")]
    OtherDesk(Desk),
    /// The desk's reply key was never made.
    #[error("{0} has no reply key: run `ginnel-keys epochs` first")]
    NoReplyKey(Desk),
    /// The wrapped secret is not that of the recipient beside it.
    #[error("the secret of {desk} for {period} is not the one that was made here")]
    Changed {
        /// The desk.
        desk: Desk,
        /// The week or quarter.
        period: Period,
    },
    /// Wrapping failed.
    #[error("the system gave no randomness")]
    NotSealed,
    /// The RECOVERY key is not there.
    #[error(transparent)]
    Recovery(#[from] RecoveryError),
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
}

/// What [`make`] did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    /// Epochs made now.
    pub made: Vec<(Desk, Period)>,
    /// Weeks whose secrets were destroyed because their time is over.
    pub destroyed: Vec<(Desk, Week)>,
}

/// Makes every epoch of the next four weeks that is not there yet, and every desk's reply key.
///
/// Secrets of weeks that ended more than 28 days ago are deleted.
pub fn make<R: RngCore + CryptoRng>(
    ceremony: &Ceremony,
    today: Day,
    rng: &mut R,
) -> Result<Made, EpochError> {
    let mut made = Vec::new();
    for &desk in ceremony.desks() {
        for period in periods::all(today) {
            if !public_path(ceremony, desk, period).exists() {
                make_one(ceremony, desk, period, rng)?;
                made.push((desk, period));
            }
        }
        replies::make(ceremony, desk, today, rng)?;
    }
    let destroyed = destroy(ceremony, today)?;
    Ok(Made { made, destroyed })
}

/// Makes the keys of a desk anew that are still to come, and its reply key: somebody has left it.
///
/// This week's key and this quarter's stay, since what has arrived and is kept is sealed to them:
/// against a leaver who opened those, only deleting their wrappers on the server helps. What is
/// replaced is set aside, wrapped to RECOVERY, in case a clock that runs ahead has sealed to it.
/// Answers which are new.
pub fn make_anew<R: RngCore + CryptoRng>(
    ceremony: &Ceremony,
    desk: Desk,
    today: Day,
    rng: &mut R,
) -> Result<Vec<Period>, EpochError> {
    if !ceremony.desks().contains(&desk) {
        return Err(EpochError::OtherDesk(desk));
    }
    let to_come = periods::all(today);
    let to_come: Vec<_> = to_come
        .into_iter()
        .filter(|period| periods::is_to_come(*period, today))
        .collect();
    let aside = ceremony.path("epochs/old");
    for &period in &to_come {
        for path in [
            secret_path(ceremony, desk, period),
            public_path(ceremony, desk, period),
        ] {
            if path.exists() {
                files::set_aside(&path, &aside)?;
            }
        }
        make_one(ceremony, desk, period, rng)?;
    }
    replies::make_anew(ceremony, desk, today, rng)?;
    Ok(to_come)
}

/// The public half of an epoch.
pub(crate) fn recipient(
    ceremony: &Ceremony,
    desk: Desk,
    period: Period,
) -> Result<RecipientText, EpochError> {
    let path = public_path(ceremony, desk, period);
    let Some(text) = files::read_if_there(&path)? else {
        return Err(EpochError::NotMade { desk, period });
    };
    let recipient = RecipientText::parse(text.trim_end_matches('\n'));
    Ok(recipient.map_err(|_| FileError::malformed(&path))?)
}

/// Opens an epoch's secret with the custodians' shares.
///
/// # Errors
/// Among others, a secret that is not the one of the recipient that was made here.
pub(crate) fn open(
    ceremony: &Ceremony,
    custodians: &Custodians,
    desk: Desk,
    period: Period,
) -> Result<EpochSecret, EpochError> {
    let wanted = recipient(ceremony, desk, period)?;
    let quarter = periods::recovery_quarter(period);
    let recovery = recovery::join(ceremony, custodians, desk, quarter)?;
    unwrap(ceremony, &recovery, desk, period, &wanted)
}

fn unwrap(
    ceremony: &Ceremony,
    recovery: &Identity,
    desk: Desk,
    period: Period,
    wanted: &RecipientText,
) -> Result<EpochSecret, EpochError> {
    let file = match files::read(&secret_path(ceremony, desk, period)) {
        Err(FileError::Missing(_)) => return Err(EpochError::NotMade { desk, period }),
        read => read?,
    };
    let secret = EpochSecret::open(&[recovery], &file, ceremony.inst(), desk, period);
    let secret = secret.map_err(|_| EpochError::Changed { desk, period })?;
    if recovery::as_text(secret.recipient()) == *wanted {
        Ok(secret)
    } else {
        Err(EpochError::Changed { desk, period })
    }
}

fn make_one<R: RngCore + CryptoRng>(
    ceremony: &Ceremony,
    desk: Desk,
    period: Period,
    rng: &mut R,
) -> Result<(), EpochError> {
    let quarter = periods::recovery_quarter(period);
    let recovery = recovery::recipient(ceremony, desk, quarter)?;
    let secret = EpochSecret::make(rng, ceremony.inst(), desk, period);
    let wrapped = secret.seal(&recovery).map_err(|_| EpochError::NotSealed)?;
    files::write_secret(&secret_path(ceremony, desk, period), &wrapped)?;
    let recipient = format!("{}\n", secret.recipient().encode());
    Ok(files::write_new(
        &public_path(ceremony, desk, period),
        recipient.as_bytes(),
    )?)
}

fn destroy(ceremony: &Ceremony, today: Day) -> Result<Vec<(Desk, Week)>, FileError> {
    let names = files::names(&ceremony.path("epochs"))?;
    let mut destroyed = Vec::new();
    for &desk in ceremony.desks() {
        let begin = format!("{}.", desk_file(desk));
        let weeks = names.iter().filter_map(|name| {
            name.strip_prefix(&begin)?
                .strip_suffix(".age")?
                .parse::<Week>()
                .ok()
        });
        for week in weeks.filter(|week| today >= periods::destroyed_on(*week)) {
            files::remove(&secret_path(ceremony, desk, Period::Week(week)))?;
            destroyed.push((desk, week));
        }
    }
    Ok(destroyed)
}

fn secret_path(ceremony: &Ceremony, desk: Desk, period: Period) -> PathBuf {
    ceremony.path(&format!("epochs/{}.{period}.age", desk_file(desk)))
}

fn public_path(ceremony: &Ceremony, desk: Desk, period: Period) -> PathBuf {
    ceremony.path(&format!("epochs/{}.{period}.pub", desk_file(desk)))
}
