//! The folder a ceremony works in, and what it was begun for.

use std::path::{Path, PathBuf};

use domain::{Desk, InstallationId};
use notes::{Authorities, Authority};
use serde::{Deserialize, Serialize};

use crate::files::{self, FileError};

const SETTINGS: &str = "ceremony.toml";
const HEADING: &str =
    "# A key ceremony of Ginnel. Written by `ginnel-keys begin`; not to be edited by hand.\n";

/// What a ceremony is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The installation, as `ginnel init` named it.
    pub inst: InstallationId,
    /// Every authority that must sign.
    pub authorities: Authorities,
    /// The desks whose keys are made here.
    pub desks: Vec<Desk>,
    /// Lets corruption desks and others share the folder. For a demonstration only.
    pub all_in_one_folder_for_a_demo: bool,
}

/// Why a ceremony was not begun or not gone on with.
#[derive(Debug, thiserror::Error)]
pub enum CeremonyError {
    /// No desk was named, or one twice.
    #[error("name every desk whose keys are made here, each once")]
    Desks,
    /// Keys that must not meet would be made on one machine.
    #[error(
        "keys of the corruption desks are made on machines of their own: one folder holds \
         corruption-a alone, or corruption-b alone, or the other desks"
    )]
    CorruptionTogether,
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
}

/// A ceremony's folder.
#[derive(Debug, Clone)]
pub struct Ceremony {
    folder: PathBuf,
    settings: Settings,
}

impl Ceremony {
    /// Begins a ceremony in a folder that holds none yet.
    ///
    /// # Errors
    /// A ceremony is there, or desks are named whose keys must not be made together.
    pub fn begin(folder: &Path, settings: Settings) -> Result<Self, CeremonyError> {
        check_desks(&settings)?;
        let text = OnDisk::from(&settings).to_text();
        files::write_new(&folder.join(SETTINGS), text.as_bytes())?;
        let folder = folder.into();
        Ok(Self { folder, settings })
    }

    /// Opens a ceremony that was begun.
    ///
    /// # Errors
    /// None was, or the folder holds keys that must not lie together.
    pub fn open(folder: &Path) -> Result<Self, CeremonyError> {
        let path = folder.join(SETTINGS);
        let text = files::read_text(&path)?;
        let on_disk: OnDisk = toml::from_str(&text).map_err(|_| FileError::malformed(&path))?;
        let settings =
            Settings::try_from(on_disk).map_err(|NotSettings| FileError::malformed(&path))?;
        check_desks(&settings)?;
        let folder = folder.into();
        Ok(Self { folder, settings })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The installation.
    pub const fn inst(&self) -> InstallationId {
        self.settings.inst
    }

    /// Every authority that must sign.
    pub const fn authorities(&self) -> &Authorities {
        &self.settings.authorities
    }

    /// The desks whose keys are made here, ascending.
    pub fn desks(&self) -> &[Desk] {
        &self.settings.desks
    }

    /// Whether this folder is a demonstration's, where keys lie together that must not.
    pub const fn is_a_demo(&self) -> bool {
        self.settings.all_in_one_folder_for_a_demo
    }

    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.folder.join(below)
    }
}

/// A desk's name as file names hold it: `bronze-leeds`.
pub fn desk_file(desk: Desk) -> String {
    desk.to_string().replace('/', "-")
}

fn check_desks(settings: &Settings) -> Result<(), CeremonyError> {
    let desks = &settings.desks;
    if desks.is_empty() || !desks.is_sorted_by(|a, b| a < b) {
        return Err(CeremonyError::Desks);
    }
    let corruption = |desk: &Desk| matches!(desk, Desk::CorruptionA | Desk::CorruptionB);
    let together = desks.len() > 1 && desks.iter().any(corruption);
    if together && !settings.all_in_one_folder_for_a_demo {
        return Err(CeremonyError::CorruptionTogether);
    }
    Ok(())
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OnDisk {
    inst: InstallationId,
    authorities: Vec<String>,
    desks: Vec<Desk>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    all_in_one_folder_for_a_demo: bool,
}

struct NotSettings;

impl OnDisk {
    fn to_text(&self) -> String {
        let text = toml::to_string(self).expect("strings and lists are valid TOML");
        format!("{HEADING}{text}")
    }
}

impl From<&Settings> for OnDisk {
    fn from(settings: &Settings) -> Self {
        Self {
            inst: settings.inst,
            authorities: settings
                .authorities
                .iter()
                .map(Authority::to_string)
                .collect(),
            desks: settings.desks.clone(),
            all_in_one_folder_for_a_demo: settings.all_in_one_folder_for_a_demo,
        }
    }
}

impl TryFrom<OnDisk> for Settings {
    type Error = NotSettings;
    fn try_from(on_disk: OnDisk) -> Result<Self, NotSettings> {
        let authorities = on_disk.authorities.iter().map(|line| line.parse());
        let authorities = authorities
            .collect::<Result<_, _>>()
            .map_err(|_| NotSettings)?;
        Ok(Self {
            inst: on_disk.inst,
            authorities: Authorities::new(authorities).map_err(|_| NotSettings)?,
            desks: on_disk.desks,
            all_in_one_folder_for_a_demo: on_disk.all_in_one_folder_for_a_demo,
        })
    }
}

#[cfg(test)]
mod tests {
    use domain::District;
    use notes::{Signer, SigningKey};

    use super::*;

    fn settings(desks: &[Desk]) -> Settings {
        let signer = Signer::new("council", SigningKey::from_seed(&[7; 32])).unwrap();
        Settings {
            inst: InstallationId::from_bytes([1; 16]),
            authorities: Authorities::new(vec![signer.authority().clone()]).unwrap(),
            desks: desks.to_vec(),
            all_in_one_folder_for_a_demo: false,
        }
    }

    #[test]
    fn a_ceremony_opens_as_it_was_begun_and_is_begun_once() {
        let folder = tempfile::tempdir().unwrap();
        let wanted = settings(&[Desk::Triage, Desk::Bronze(District::Leeds)]);
        Ceremony::begin(folder.path(), wanted.clone()).unwrap();
        assert_eq!(Ceremony::open(folder.path()).unwrap().settings, wanted);
        assert!(matches!(
            Ceremony::begin(folder.path(), wanted),
            Err(CeremonyError::File(FileError::Exists(_)))
        ));
    }

    #[test]
    fn corruption_desks_have_a_folder_each_to_themselves() {
        let folder = tempfile::tempdir().unwrap();
        let apart = folder.path();
        for (name, desks) in [
            ("a-and-b", [Desk::CorruptionA, Desk::CorruptionB].as_slice()),
            ("with-triage", &[Desk::Triage, Desk::CorruptionA]),
        ] {
            assert!(matches!(
                Ceremony::begin(&apart.join(name), settings(desks)),
                Err(CeremonyError::CorruptionTogether)
            ));
            assert!(!apart.join(name).exists());
            let mut demo = settings(desks);
            demo.all_in_one_folder_for_a_demo = true;
            assert!(
                Ceremony::begin(&apart.join(name), demo)
                    .unwrap()
                    .is_a_demo()
            );
        }
        Ceremony::begin(&apart.join("a"), settings(&[Desk::CorruptionA])).unwrap();
    }

    #[test]
    fn a_folder_whose_settings_were_edited_to_mix_desks_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        Ceremony::begin(folder.path(), settings(&[Desk::Triage])).unwrap();
        let path = folder.path().join(SETTINGS);
        let text = std::fs::read_to_string(&path).unwrap();
        let mixed = text.replace("\"triage\"", "\"triage\", \"corruption-a\"");
        std::fs::write(&path, mixed).unwrap();
        assert!(matches!(
            Ceremony::open(folder.path()),
            Err(CeremonyError::CorruptionTogether)
        ));
    }

    #[test]
    fn no_desk_and_a_desk_twice_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        for desks in [[].as_slice(), &[Desk::Triage, Desk::Triage]] {
            assert!(matches!(
                Ceremony::begin(folder.path(), settings(desks)),
                Err(CeremonyError::Desks)
            ));
        }
    }
}
