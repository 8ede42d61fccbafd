//! Backed up beside a running server, restored on an empty host.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use cluster::Cluster;
use ginnel::SystemClock;
use ginnel::commands::{BackupError, backup, import};
use rand::SeedableRng;
use rand::rngs::StdRng;
use unseal::{Identity, open_stream};

use crate::ceremony::{Ceremony, Person};
use crate::http::{get, post_frame};
use crate::installation::{Installation, Serving, now, today};
use crate::operator::{complained, ginnel, said};
use crate::postgres::{POSTGRES, url_files};

mod restored;

const AMINA: Person = Person {
    seed: 1,
    role: domain::Role::Officer,
};
/// What every wrapper of these tests is made of, and no backup.
const WRAPPER: [u8; 50] = [1; 50];

fn identity() -> Identity {
    Identity::generate(&mut StdRng::seed_from_u64(5))
}

fn settings() -> String {
    let recipient = identity().recipient().encode();
    format!("[staging]\nwindow_seconds = 600\n[backup]\nrecipients = [\"{recipient}\"]\n")
}

/// An installation that is open, with an officer who holds a key.
fn populated() -> Installation {
    let installation = Installation::begun();
    installation.write_settings(&settings());
    populate(&installation);
    installation
}

fn populate(installation: &Installation) {
    AMINA.enrol(installation);
    let ceremony = Ceremony::with_triage(&[AMINA]).write(installation);
    now(import(&installation.opened(), &ceremony, &SystemClock)).unwrap();
}

fn back_up(installation: &Installation, out: &Path) -> PathBuf {
    let backed = now(backup(&installation.settings(), Some(out), &SystemClock));
    backed.unwrap().file
}

/// Opens a backup beside it, as the offline tool does.
fn open(file: &Path) -> PathBuf {
    let folder = file.with_extension("opened");
    let mut plain = open_stream(&identity(), fs::File::open(file).unwrap()).unwrap();
    ::backup::unpack(&mut plain, &folder).unwrap();
    folder
}

fn restore(installation: &Installation, opened: &Path) -> std::process::Output {
    let [police, council] = &installation.signers;
    let authorities = [police, council].map(|signer| signer.authority().to_string());
    restore_of(installation, opened, &authorities)
}

fn restore_of(
    installation: &Installation,
    opened: &Path,
    authorities: &[String],
) -> std::process::Output {
    let opened = opened.display().to_string();
    let mut arguments = vec!["restore", &opened, "--data", "DATA"];
    for authority in authorities {
        arguments.extend(["--authority", authority]);
    }
    ginnel(installation, &arguments)
}

/// The host is lost, and with it everything in the data folder.
fn lose(installation: &Installation) {
    let data = installation.data();
    let lost = data.path().with_extension("lost");
    fs::rename(data.path(), lost).unwrap();
}

fn frames(installation: &Installation) -> u64 {
    let days = now(installation.opened().store.intake_count_by_day()).unwrap();
    days.iter().map(|day| day.frames).sum()
}

fn wrappers(installation: &Installation) -> usize {
    let store = installation.opened().store;
    now(store.wrappers_for(AMINA.id())).unwrap().len()
}

/// Two frames are in the store, two wait in a window. The server goes on.
fn busy(installation: &Installation) -> Serving {
    let first = installation.serve();
    for seed in 11..=12 {
        assert_eq!(post_frame(first.public, seed).status, 202);
    }
    first.stop();
    let serving = installation.serve();
    for seed in 13..=14 {
        assert_eq!(post_frame(serving.public, seed).status, 202);
    }
    serving
}

/// Everything acknowledged is there after a restore, and keys only after the next import.
fn assert_comes_back(installation: &Installation) {
    let serving = busy(installation);
    let file = back_up(installation, installation.folder.path());
    assert_eq!(post_frame(serving.public, 15).status, 202);
    serving.stop();
    assert_eq!(wrappers(installation), 1);
    let opened = open(&file);
    lose(installation);
    let restored = restore(installation, &opened);
    assert!(restored.status.success(), "{}", complained(&restored));
    assert!(said(&restored).contains(&installation.inst.to_string()));
    let serving = installation.serve();
    assert_eq!(get(serving.public, "/health").status, 200);
    assert_eq!(frames(installation), 4, "of what came before the backup");
    assert_eq!(post_frame(serving.public, 13).status, 202);
    serving.stop();
    assert_eq!(frames(installation), 4, "a resend is known");
}

#[test]
fn everything_acknowledged_comes_back_on_an_empty_host_and_keys_with_the_next_import() {
    let installation = populated();
    assert_comes_back(&installation);
    assert_eq!(wrappers(&installation), 0);
    let mut next = Ceremony::with_triage(&[AMINA]);
    next.serial = 2;
    let folder = next.write(&installation);
    now(import(&installation.opened(), &folder, &SystemClock)).unwrap();
    assert_eq!(wrappers(&installation), 1);
    let mode = |name: &str| {
        let path = installation.data().path().join(name);
        fs::metadata(path).unwrap().permissions().mode() & 0o077
    };
    for name in [
        "",
        "ginnel.toml",
        "signin.key",
        "store.sqlite",
        "wrappers.sqlite",
    ] {
        assert_eq!(mode(name), 0, "{name}");
    }
}

#[test]
fn so_it_does_in_two_databases() {
    let cluster = Cluster::shared().unwrap();
    let all = [(); 4].map(|()| cluster.database().unwrap());
    let [store, wrappers, new_store, new_wrappers] = &all;
    let mut installation = Installation::begun();
    let data = installation.data().path().to_owned();
    for file in ["store.sqlite", "wrappers.sqlite"] {
        fs::remove_file(data.join(file)).unwrap();
    }
    let secrets = installation.folder.path().to_owned();
    url_files(&secrets, [store, wrappers]);
    let settings = format!("{}{}", POSTGRES.replace("= \"", "= \"../"), settings());
    let settings = settings.replace("\"../postgres\"", "\"postgres\"");
    installation.write_settings(&settings);
    let begun = ginnel(&installation, &["init", "--data", "DATA"]);
    assert!(begun.status.success(), "{}", complained(&begun));
    installation.inst = said(&begun).trim().parse().unwrap();
    installation.write_settings(&settings);
    populate(&installation);
    let serving = busy(&installation);
    let file = back_up(&installation, installation.folder.path());
    serving.stop();
    let opened = open(&file);
    lose(&installation);
    for name in ["store.url", "wrappers.url"] {
        fs::remove_file(secrets.join(name)).unwrap();
    }
    url_files(&secrets, [new_store, new_wrappers]);
    let restored = restore(&installation, &opened);
    assert!(restored.status.success(), "{}", complained(&restored));
    assert_eq!(self::wrappers(&installation), 0);
    installation.serve().stop();
    assert_eq!(frames(&installation), 4);
}

#[test]
fn a_backup_holds_no_wrapper_and_can_be_read_by_nobody_else() {
    let installation = populated();
    let serving = busy(&installation);
    let file = back_up(&installation, installation.folder.path());
    serving.stop();
    let name = format!("ginnel-{}.backup", today());
    assert_eq!(file.file_name().unwrap().to_str(), Some(name.as_str()));
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let sealed = fs::read(&file).unwrap();
    let opened = open(&file);
    let holds =
        |bytes: &[u8], needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    let own = fs::read(installation.data().path().join("wrappers.sqlite")).unwrap();
    assert!(holds(&own, &WRAPPER), "it would be found");
    for part in ["ginnel.toml", "signin.key", "store.sqlite", "backup.txt"] {
        let bytes = fs::read(opened.join(part)).unwrap();
        assert!(!holds(&bytes, &WRAPPER), "{part}");
        assert!(!holds(&sealed, &bytes[..40.min(bytes.len())]), "{part}");
    }
    assert!(!opened.join("wrappers.sqlite").exists());
    let windows = fs::read_dir(opened.join("staging")).unwrap();
    assert_eq!(windows.count(), 1);
    let data = installation.data();
    assert!(!data.path().join("backup.part").exists());
}

#[test]
fn a_day_may_have_several_backups_and_a_file_is_never_written_over() {
    let installation = populated();
    let out = installation.folder.path();
    let first = back_up(&installation, out);
    let second = back_up(&installation, out);
    assert!(second.display().to_string().ends_with("-2.backup"));
    let third = now(backup(&installation.settings(), Some(&first), &SystemClock));
    assert!(matches!(third, Err(BackupError::Exists(_))));
    let named = out.join("by-name");
    fs::write(out.join("by-name.part"), b"theirs").unwrap();
    let fourth = now(backup(&installation.settings(), Some(&named), &SystemClock));
    assert!(matches!(fourth, Err(BackupError::File { .. })));
    assert_eq!(fs::read(out.join("by-name.part")).unwrap(), b"theirs");
    fs::remove_file(out.join("by-name.part")).unwrap();
    assert_eq!(back_up(&installation, &named), named);
}

#[test]
fn without_a_recovery_key_or_room_there_is_none_and_nothing_half_made() {
    let installation = populated();
    installation.write_settings("");
    let out = installation.folder.path().join("out");
    let refused = now(backup(&installation.settings(), Some(&out), &SystemClock)).unwrap_err();
    assert!(matches!(refused, BackupError::Recipients(_)), "{refused}");
    assert!(refused.to_string().contains("ginnel-keys backup key"));
    installation.write_settings(&settings());
    let nowhere = installation.folder.path().join("nowhere/out");
    let refused = now(backup(
        &installation.settings(),
        Some(&nowhere),
        &SystemClock,
    ));
    assert!(matches!(refused, Err(BackupError::File { .. })));
    let data = installation.data();
    assert!(!out.exists() && !data.path().join("backup.part").exists());
}

#[test]
fn two_backups_are_not_made_at_once() {
    let installation = populated();
    let lock = fs::File::create(installation.data().path().join("backup.lock")).unwrap();
    lock.lock().unwrap();
    let out = installation.folder.path().join("out");
    let refused = now(backup(&installation.settings(), Some(&out), &SystemClock));
    assert!(matches!(refused, Err(BackupError::Busy)));
}
