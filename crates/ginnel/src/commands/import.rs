//! `ginnel import`: takes in what a ceremony made, and believes none of it unseen.

use std::fs;
use std::path::{Path, PathBuf};

use domain::wire::Blob;
use domain::{Clock, Day, Desk, OfficerId, Period};
use notes::{
    Authorities, NoteBody, NoteError, PublicDirectory, Roster, StaffDirectory, Unverified, Verified,
};
use serde::Deserialize;
use storage::{
    EpochWrapper, NoteKind, OfficerError, PutNoteError, SmallAgeFile, Store, StoreError, StoredNote,
};

use super::opened::Opened;
use super::roster_changes::{Approval, approvals};
use crate::settings::SettingsError;

/// Why nothing was taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file cannot be read.
    #[error("{} cannot be read", .0.display())]
    File(PathBuf, #[source] std::io::Error),
    /// A note is not believed.
    #[error("{}: {problem}", .path.display())]
    Note {
        /// The note's file.
        path: PathBuf,
        /// Why not.
        problem: NoteError,
    },
    /// The list of wrappers is not in the expected form.
    #[error("wrappers.json is not in the expected form")]
    Wrappers,
    /// An epoch secret is for another recipient than the directory's.
    #[error("a wrapper for {desk}, {period} is not for the recipient the directory lists")]
    NotTheDirectorys {
        /// The desk.
        desk: Desk,
        /// The week or quarter.
        period: Period,
    },
    /// An epoch secret is for somebody who is not in the desk's roster.
    #[error("a wrapper for {desk} is for officer {officer}, who is not in its roster")]
    NotRostered {
        /// The desk.
        desk: Desk,
        /// The officer.
        officer: OfficerId,
    },
    /// A roster lists somebody with other keys or another role than here.
    #[error(
        "the roster of {desk} lists officer {officer} with other keys or another role than here"
    )]
    OtherOfficer {
        /// The desk.
        desk: Desk,
        /// The officer.
        officer: OfficerId,
    },
    /// The settings pin no authorities.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// A note is older than the one that is kept.
    #[error(transparent)]
    Put(#[from] PutNoteError),
    /// An officer could not be approved.
    #[error(transparent)]
    Approve(#[from] OfficerError),
    /// The store does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// Notes.
    pub notes: usize,
    /// Epoch secrets.
    pub wrappers: usize,
    /// Officers who may work on other desks than before.
    pub approved: usize,
}

/// One line of `wrappers.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wrapped {
    officer: OfficerId,
    desk: Desk,
    period: Period,
    recipient: String,
    blob: Blob,
}

/// A folder whose every note is believed.
struct Believed {
    public: Verified<PublicDirectory>,
    staff: Verified<StaffDirectory>,
    rosters: Vec<Verified<Roster>>,
    notes: Vec<StoredNote>,
}

struct Check<'a> {
    opened: &'a Opened,
    authorities: Authorities,
    today: Day,
}

/// Verifies everything, then keeps it. Officers in a desk's roster become approved for it, those no
/// longer in it are not any more.
pub async fn import(
    opened: &Opened,
    folder: &Path,
    clock: &dyn Clock,
) -> Result<Imported, ImportError> {
    let check = Check {
        opened,
        authorities: opened.settings.authorities()?,
        today: clock.now().day(),
    };
    let believed = check.folder(folder).await?;
    let wrappers = wrappers(folder, &believed)?;
    let approvals = approvals(&opened.store.officers().await?, &believed.rosters)?;
    let imported = Imported {
        notes: believed.notes.len(),
        wrappers: wrappers.len(),
        approved: approvals.len(),
    };
    // Who loses a desk loses it first, whatever becomes of the rest.
    for approval in &approvals {
        narrow(&*opened.store, approval).await?;
    }
    // Wrappers before notes: a listed recipient nobody can open would be worse than the reverse.
    opened.store.put_wrappers(wrappers).await?;
    for note in believed.notes {
        opened.store.put_note(note).await?;
    }
    for Approval { officer, desks, .. } in approvals {
        opened.store.approve(officer, &desks).await?;
    }
    Ok(imported)
}

/// Takes a desk's keys from an officer who is no longer in its roster, and ends their sessions.
async fn narrow(store: &dyn Store, approval: &Approval) -> Result<(), ImportError> {
    let Approval { officer, desks, .. } = approval;
    if !approval.loses_a_desk {
        return Ok(());
    }
    store.end_sessions_of(*officer).await?;
    store.narrow_wrappers(*officer, desks).await?;
    Ok(())
}

impl Check<'_> {
    async fn folder(&self, folder: &Path) -> Result<Believed, ImportError> {
        let mut notes = Vec::new();
        let public = folder.join("public-directory.note");
        let public = self.note(&public, |_| NoteKind::PublicDirectory, &mut notes);
        let public = public.await?;
        let staff = folder.join("staff-directory.note");
        let staff = self.note(&staff, |_| NoteKind::StaffDirectory, &mut notes);
        let staff = staff.await?;
        let mut rosters = Vec::new();
        for path in roster_files(folder)? {
            let kind = |roster: &Roster| NoteKind::Roster(roster.desk);
            rosters.push(self.note(&path, kind, &mut notes).await?);
        }
        Ok(Believed {
            public,
            staff,
            rosters,
            notes,
        })
    }

    async fn note<T: NoteBody>(
        &self,
        path: &Path,
        kind: impl FnOnce(&T) -> NoteKind,
        notes: &mut Vec<StoredNote>,
    ) -> Result<Verified<T>, ImportError> {
        let refused = |problem| ImportError::Note {
            path: path.into(),
            problem,
        };
        let text = fs::read_to_string(path).map_err(|e| ImportError::File(path.into(), e))?;
        let inst = self.opened.settings.installation.id;
        let note = Unverified::<T>::parse(&text).map_err(refused)?;
        let note = note.verify(&self.authorities, inst, self.today, None);
        let note = note.map_err(refused)?;
        let (kind, serial) = (kind(&note), note.head().serial);
        let kept = self.opened.store.note(kind).await?;
        if kept.is_some_and(|kept| kept.serial > serial) {
            return Err(refused(NoteError::Older));
        }
        notes.push(StoredNote { kind, serial, text });
        Ok(note)
    }
}

fn roster_files(folder: &Path) -> Result<Vec<PathBuf>, ImportError> {
    let failed = |error| ImportError::File(folder.into(), error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let roster = name.and_then(|name| name.strip_prefix("roster-"));
        if roster.and_then(|rest| rest.strip_suffix(".note")).is_some() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Reads the wrappers, each of which must be for the directory's recipient and a rostered officer.
fn wrappers(folder: &Path, believed: &Believed) -> Result<Vec<EpochWrapper>, ImportError> {
    let path = folder.join("wrappers.json");
    let json = fs::read(&path).map_err(|error| ImportError::File(path, error))?;
    let all: Vec<Wrapped> = serde_json::from_slice(&json).map_err(|_| ImportError::Wrappers)?;
    all.into_iter().map(|one| one.believe(believed)).collect()
}

impl Wrapped {
    fn believe(self, believed: &Believed) -> Result<EpochWrapper, ImportError> {
        let (desk, period, officer) = (self.desk, self.period, self.officer);
        let listed = match period {
            Period::Week(week) => {
                let public = believed.public.recipient(desk, week);
                public.or_else(|| believed.staff.recipient(desk, week))
            }
            Period::Quarter(quarter) => believed.staff.vault(desk, quarter),
        };
        if listed.is_none_or(|listed| listed.as_str() != self.recipient) {
            return Err(ImportError::NotTheDirectorys { desk, period });
        }
        let mut rosters = believed.rosters.iter().filter(|roster| roster.desk == desk);
        if !rosters.any(|roster| roster.member(officer).is_some()) {
            return Err(ImportError::NotRostered { desk, officer });
        }
        let wrapper = SmallAgeFile::try_from(self.blob.0).map_err(|_| ImportError::Wrappers)?;
        Ok(EpochWrapper {
            desk,
            period,
            officer,
            wrapper,
        })
    }
}
