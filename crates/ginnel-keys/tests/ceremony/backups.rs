//! Recovery keys, and backups opened with them.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use backup::{Item, Keeping, Manifest, Packer, Recipients};
use domain::{Day, InstallationId};
use ginnel_keys::FileError;
use ginnel_keys::backups::{self, BackupError};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

fn manifest() -> Manifest {
    Manifest {
        inst: InstallationId::from_bytes([7; 16]),
        day: Day(20_780),
        store: Keeping::Sqlite,
        program: "0.1.0".into(),
    }
}

/// Makes a key in this folder, and a backup sealed to it.
fn key_and_backup(folder: &Path, seed: u64) {
    let key = folder.join("recovery.key");
    let recipient = backups::make(&key, &mut ChaCha20Rng::seed_from_u64(seed)).unwrap();
    let to = Recipients::parse(&[recipient]).unwrap();
    let file = fs::File::create(folder.join("of-today.backup")).unwrap();
    let mut packer = Packer::begin(file, &to, &manifest()).unwrap();
    packer
        .add(&Item::Settings, 8, &mut &b"settings"[..])
        .unwrap();
    packer.finish().unwrap();
}

fn open(folder: &Path, key: &Path) -> Result<Manifest, BackupError> {
    let (file, out) = (folder.join("of-today.backup"), folder.join("out"));
    let opened = backups::open(&file, key, &out);
    assert_eq!(opened.is_ok(), out.exists());
    opened
}

#[test]
fn a_backup_is_opened_with_its_key_and_with_no_other() {
    let [one, other] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    key_and_backup(one.path(), 1);
    key_and_backup(other.path(), 2);
    let wrong = open(one.path(), &other.path().join("recovery.key"));
    assert!(matches!(wrong, Err(BackupError::OtherKey)));
    let key = one.path().join("recovery.key");
    assert_eq!(
        fs::metadata(&key).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert_eq!(open(one.path(), &key).unwrap(), manifest());
    let settings = fs::read(one.path().join("out/ginnel.toml")).unwrap();
    assert_eq!(settings, b"settings");
}

#[test]
fn a_key_is_never_written_over_another_and_is_one_line() {
    let folder = tempfile::tempdir().unwrap();
    key_and_backup(folder.path(), 1);
    let key = folder.path().join("recovery.key");
    let again = backups::make(&key, &mut ChaCha20Rng::seed_from_u64(2));
    assert!(matches!(again, Err(FileError::Exists(_))));
    fs::write(&key, "AGE-SECRET-KEY-PQ-1\n").unwrap();
    let malformed = open(folder.path(), &key);
    assert!(matches!(
        malformed,
        Err(BackupError::Key(FileError::Malformed(_)))
    ));
}

#[test]
fn what_is_no_backup_or_was_cut_off_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    key_and_backup(folder.path(), 1);
    let (key, file) = (
        folder.path().join("recovery.key"),
        folder.path().join("of-today.backup"),
    );
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() - 1]).unwrap();
    assert!(matches!(
        open(folder.path(), &key),
        Err(BackupError::Unpack(_))
    ));
    fs::write(&file, b"what is this").unwrap();
    assert!(matches!(
        open(folder.path(), &key),
        Err(BackupError::NotABackup)
    ));
    fs::remove_file(&file).unwrap();
    let absent = open(folder.path(), &key);
    assert!(matches!(absent, Err(BackupError::Unreadable { .. })));
}
