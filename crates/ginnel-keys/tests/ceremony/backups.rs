//! Recovery keys, and backups opened with them.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use backup::{Item, Keeping, Manifest, Packer, Recipients};
use domain::{Day, Desk, InstallationId};
use ginnel_keys::backups::{self, BackupError};
use ginnel_keys::{Ceremony, FileError, Settings};
use notes::{Authorities, Authority, Signer, SigningKey};
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
    key_and_backup_of(folder, seed, "settings");
}

fn key_and_backup_of(folder: &Path, seed: u64, settings: &str) {
    let key = folder.join("recovery.key");
    let recipient = backups::make(&key, &mut ChaCha20Rng::seed_from_u64(seed)).unwrap();
    let to = Recipients::parse(&[recipient]).unwrap();
    let file = fs::File::create(folder.join("of-today.backup")).unwrap();
    let mut packer = Packer::begin(file, &to, &manifest()).unwrap();
    let length = u64::try_from(settings.len()).unwrap();
    packer
        .add(&Item::Settings, length, &mut settings.as_bytes())
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

fn authority(name: &str, seed: u8) -> Authority {
    let signer = Signer::new(name, SigningKey::from_seed(&[seed; 32])).unwrap();
    signer.authority().clone()
}

/// A server's settings that pin these.
fn settings(inst: InstallationId, authorities: &[&Authority]) -> String {
    let pinned = authorities.iter().map(|one| {
        let name = one.name();
        format!("{{ name = \"{name}\", key = \"{one}\" }}")
    });
    let pinned: Vec<_> = pinned.collect();
    let pinned = pinned.join(", ");
    format!("[installation]\nid = \"{inst}\"\nname = \"T\"\nauthorities = [{pinned}]\n")
}

#[test]
fn beside_the_ceremony_a_backup_that_pins_other_keys_is_refused_and_goes() {
    let place = tempfile::tempdir().unwrap();
    let (police, council) = (authority("police", 1), authority("council", 2));
    let (other, inst) = (authority("council", 3), manifest().inst);
    let ceremony = Settings {
        inst,
        authorities: Authorities::new(vec![police.clone(), council.clone()]).unwrap(),
        desks: vec![Desk::Triage],
        all_in_one_folder_for_a_demo: false,
    };
    let ceremony = Ceremony::begin(&place.path().join("c"), ceremony).unwrap();
    let compared = |settings: &str| {
        let folder = tempfile::tempdir().unwrap();
        key_and_backup_of(folder.path(), 1, settings);
        open(folder.path(), &folder.path().join("recovery.key")).unwrap();
        let out = folder.path().join("out");
        let compared = backups::compare(&out, &ceremony);
        assert_eq!(compared.is_ok(), out.exists());
        compared
    };
    compared(&settings(inst, &[&police, &council])).unwrap();
    compared(&settings(inst, &[&council, &police])).unwrap();
    let elsewhere = InstallationId::from_bytes([8; 16]);
    for forged in [
        settings(inst, &[&police, &other]),
        settings(inst, &[&police]),
        settings(inst, &[&police, &council, &other]),
        settings(inst, &[]),
        settings(elsewhere, &[&police, &council]),
    ] {
        let refused = compared(&forged).unwrap_err();
        assert!(
            matches!(refused, BackupError::NotTheCeremonys { .. }),
            "{forged}"
        );
    }
    assert!(matches!(compared("no settings"), Err(BackupError::Key(_))));
}

#[test]
fn whoever_opens_a_backup_is_shown_whom_it_trusts() {
    let folder = tempfile::tempdir().unwrap();
    let police = authority("police", 1);
    key_and_backup_of(folder.path(), 1, &settings(manifest().inst, &[&police]));
    let opened = |more: &[&str], out: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_ginnel-keys"))
            .current_dir(folder.path())
            .args([
                "backup",
                "open",
                "of-today.backup",
                "--identity",
                "recovery.key",
            ])
            .args(["--out", out])
            .args(more)
            .output()
            .unwrap();
        (
            output.status.success(),
            String::from_utf8(output.stdout).unwrap(),
        )
    };
    let (is_open, said) = opened(&[], "one");
    assert!(is_open && said.contains("NOT COMPARED"), "{said}");
    assert!(said.contains(&police.to_string()), "{said}");
    let ceremony = Settings {
        inst: manifest().inst,
        authorities: Authorities::new(vec![police]).unwrap(),
        desks: vec![Desk::Triage],
        all_in_one_folder_for_a_demo: false,
    };
    Ceremony::begin(&folder.path().join("c"), ceremony).unwrap();
    let (is_open, said) = opened(&["--dir", "c"], "two");
    assert!(is_open && said.contains("as the ceremony says"), "{said}");
}
