//! Writes the two directories, for the authorities to sign.

use domain::{Day, Period};
use notes::{DeskKey, PublicDirectory, ReplyKey, RosterSerial, StaffDirectory, VaultKey};

use crate::auditor;
use crate::body::Body;
use crate::canary;
use crate::ceremony::Ceremony;
use crate::epochs::{self, EpochError};
use crate::files::FileError;
use crate::naming::NoteName;
use crate::periods;
use crate::replies;
use crate::serials;
use crate::writing::{self, Waiting, WriteError};

/// A directory holds so many days.
const DAYS: i32 = 14;

/// Why no directory was written.
#[derive(Debug, thiserror::Error)]
pub enum DirectoryError {
    /// An epoch is missing.
    #[error(transparent)]
    Epoch(#[from] EpochError),
    /// The auditors' file or the canary's cannot be read.
    #[error(transparent)]
    Auditor(#[from] FileError),
    /// The body was not written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Writes both directories from today on, with the recipients of the next four weeks.
///
/// # Errors
/// Nothing is written if an epoch is missing, or if a directory still waits for signatures.
pub fn write(
    ceremony: &Ceremony,
    today: Day,
    waiting: Waiting,
) -> Result<[Body; 2], DirectoryError> {
    for name in [NoteName::PublicDirectory, NoteName::StaffDirectory] {
        writing::check_waiting(ceremony, name, waiting, today)?;
    }
    let (public, staff): (Vec<_>, Vec<_>) = desk_keys(ceremony, today)?
        .into_iter()
        .partition(|key| !key.desk.receives_reports());
    let (vaults, replies) = (vault_keys(ceremony, today)?, reply_keys(ceremony)?);
    let rosters = roster_serials(ceremony)?;
    let auditors = auditor::listed(ceremony, today)?;
    let canary = canary::named(ceremony)?;
    let public = writing::write(ceremony, NoteName::PublicDirectory, today, DAYS, |head| {
        PublicDirectory {
            head,
            desks: public,
            replies,
        }
    })?;
    let staff = writing::write(ceremony, NoteName::StaffDirectory, today, DAYS, |head| {
        StaffDirectory {
            head,
            desks: staff,
            vaults,
            rosters,
            auditors,
            canary,
        }
    })?;
    Ok([public, staff])
}

fn desk_keys(ceremony: &Ceremony, today: Day) -> Result<Vec<DeskKey>, EpochError> {
    let weeks = periods::weeks(today);
    let each = ceremony
        .desks()
        .iter()
        .flat_map(|desk| weeks.iter().map(|week| (*desk, *week)));
    each.map(|(desk, week)| {
        let recipient = epochs::recipient(ceremony, desk, Period::Week(week))?;
        Ok(DeskKey {
            desk,
            week,
            recipient,
        })
    })
    .collect()
}

fn vault_keys(ceremony: &Ceremony, today: Day) -> Result<Vec<VaultKey>, EpochError> {
    let quarters = periods::vault_quarters(today);
    let desks = ceremony.desks().iter();
    let each = desks.flat_map(|desk| quarters.iter().map(|quarter| (*desk, *quarter)));
    each.map(|(desk, quarter)| {
        let recipient = epochs::recipient(ceremony, desk, Period::Quarter(quarter))?;
        Ok(VaultKey {
            desk,
            quarter,
            recipient,
        })
    })
    .collect()
}

/// The newest rosters written, signed or not: an export takes no others.
fn roster_serials(ceremony: &Ceremony) -> Result<Vec<RosterSerial>, WriteError> {
    let mut rosters = Vec::new();
    for &desk in ceremony.desks() {
        let newest = serials::newest(ceremony, NoteName::Roster(desk))?;
        rosters.extend(newest.map(|serial| RosterSerial { desk, serial }));
    }
    rosters.sort_unstable_by_key(|one| one.desk);
    Ok(rosters)
}

fn reply_keys(ceremony: &Ceremony) -> Result<Vec<ReplyKey>, EpochError> {
    let desks = ceremony.desks().iter();
    desks
        .map(|&desk| {
            Ok(ReplyKey {
                desk,
                key: replies::key(ceremony, desk)?,
            })
        })
        .collect()
}
