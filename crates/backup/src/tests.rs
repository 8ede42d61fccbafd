use std::fs;
use std::os::unix::fs::PermissionsExt;

use domain::{Day, InstallationId};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use tempfile::TempDir;
use unseal::{Identity, open_stream};

use super::*;

const WINDOW: &str = "00112233445566778899aabbccddeeff";

fn identity() -> Identity {
    Identity::generate(&mut ChaCha20Rng::seed_from_u64(1))
}

fn recipients() -> Recipients {
    Recipients::parse(&[identity().recipient().encode()]).unwrap()
}

fn manifest() -> Manifest {
    Manifest {
        inst: InstallationId::from_bytes([7; 16]),
        day: Day(20_780),
        store: Keeping::Sqlite,
        program: "0.1.0".into(),
    }
}

fn items() -> Vec<(Item, Vec<u8>)> {
    vec![
        (Item::Settings, b"settings".to_vec()),
        (Item::SignInKey, vec![1; 200]),
        (Item::window(WINDOW).unwrap(), vec![]),
        (Item::Sqlite, vec![2; 300_000]),
    ]
}

fn packed(items: &[(Item, Vec<u8>)]) -> Vec<u8> {
    let to = recipients();
    let mut packer = Packer::begin(Vec::new(), &to, &manifest()).unwrap();
    for (item, bytes) in items {
        let length = u64::try_from(bytes.len()).unwrap();
        packer.add(item, length, &mut bytes.as_slice()).unwrap();
    }
    packer.finish().unwrap()
}

/// Opens a backup into a folder `out` in a folder of its own.
fn restored(file: &[u8]) -> (TempDir, Result<Manifest, UnpackError>) {
    let folder = tempfile::tempdir().unwrap();
    let mut plain = open_stream(&identity(), file).unwrap();
    let unpacked = unpack(&mut plain, &folder.path().join("out"));
    (folder, unpacked)
}

#[test]
fn what_was_packed_is_unpacked_for_its_owner_only() {
    let (folder, unpacked) = restored(&packed(&items()));
    assert_eq!(unpacked.unwrap(), manifest());
    let out = folder.path().join("out");
    for (item, bytes) in items() {
        let path = out.join(item.to_string());
        assert_eq!(fs::read(&path).unwrap(), bytes, "{item}");
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{item}");
    }
    assert_eq!(read_manifest(&out).unwrap(), manifest());
    assert_eq!(fs::read_dir(&out).unwrap().count(), 5);
}

#[test]
fn nothing_of_it_can_be_read_without_the_key() {
    let file = packed(&[(Item::Settings, b"a phrase that is inside".to_vec())]);
    let found = file.windows(8).any(|window| window == b"a phrase");
    assert!(!found);
    let other = Identity::generate(&mut ChaCha20Rng::seed_from_u64(2));
    assert!(open_stream(&other, file.as_slice()).is_err());
}

#[test]
fn a_backup_cut_off_anywhere_leaves_no_folder() {
    let file = packed(&items());
    let mut opened = 0;
    for length in (0..file.len()).step_by(20_011).chain([file.len() - 1]) {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        let Ok(mut plain) = open_stream(&identity(), &file[..length]) else {
            continue;
        };
        opened += 1;
        let refused = unpack(&mut plain, &out).unwrap_err();
        assert!(!matches!(refused, UnpackError::Write { .. }), "{refused}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "{length}");
    }
    assert!(opened > 10, "{opened}");
}

#[test]
fn a_backup_in_which_one_bit_is_another_leaves_no_folder() {
    let file = packed(&items());
    for place in (5_000..file.len()).step_by(30_011) {
        let mut changed = file.clone();
        changed[place] ^= 1;
        let (folder, unpacked) = restored(&changed);
        assert!(matches!(unpacked, Err(UnpackError::Read(_))), "{place}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

#[test]
fn a_folder_that_is_there_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = packed(&items());
    let mut plain = open_stream(&identity(), file.as_slice()).unwrap();
    let refused = unpack(&mut plain, folder.path()).unwrap_err();
    assert!(matches!(refused, UnpackError::Write { .. }));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn what_lies_under_the_first_name_is_somebody_elses_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (out, part) = (folder.path().join("out"), folder.path().join("out.part"));
    let file = packed(&items());
    let refused = || {
        let mut plain = open_stream(&identity(), file.as_slice()).unwrap();
        let refused = unpack(&mut plain, &out).unwrap_err().to_string();
        assert!(refused.contains("out.part"), "{refused}");
        assert!(!out.exists());
    };
    fs::create_dir(&part).unwrap();
    fs::write(part.join("theirs"), b"theirs").unwrap();
    refused();
    assert_eq!(fs::read(part.join("theirs")).unwrap(), b"theirs");
    let elsewhere = tempfile::tempdir().unwrap();
    fs::remove_dir_all(&part).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), &part).unwrap();
    refused();
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn what_changes_while_it_is_read_is_not_packed() {
    let to = recipients();
    for length in [2, 4] {
        let mut packer = Packer::begin(Vec::new(), &to, &manifest()).unwrap();
        let refused = packer.add(&Item::Settings, length, &mut &b"abc"[..]);
        assert!(matches!(refused, Err(PackError::Changed(_))));
    }
}

/// A plain backup, made by hand so that it can be made wrongly.
fn by_hand(names: &[&str], counted: u64, tail: &[u8]) -> Vec<u8> {
    let text = manifest().to_string();
    let mut plain = MAGIC.to_vec();
    for name in names {
        plain.extend(u16::try_from(name.len()).unwrap().to_be_bytes());
        plain.extend(name.as_bytes());
        plain.extend(u64::try_from(text.len()).unwrap().to_be_bytes());
        plain.extend(text.as_bytes());
    }
    plain.extend([0, 0]);
    plain.extend(counted.to_be_bytes());
    plain.extend(tail);
    plain
}

fn is_refused(plain: &[u8]) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let refused = unpack(&mut &*plain, &out).is_err();
    assert_eq!(refused, !out.exists());
    let left = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, usize::from(!refused));
    refused
}

#[test]
fn entries_that_no_backup_of_ours_has_are_refused() {
    let first = "backup.txt";
    assert!(!is_refused(&by_hand(&[first, "ginnel.toml"], 2, b"")));
    let long = "a".repeat(200);
    let wrong: [(&[&str], u64, &[u8]); 10] = [
        (&[], 0, b""),
        (&["ginnel.toml"], 1, b""),
        (&[first, first], 2, b""),
        (&[first, "ginnel.toml", "ginnel.toml"], 3, b""),
        (&[first, "../ginnel.toml"], 2, b""),
        (&[first, "/etc/passwd"], 2, b""),
        (&[first, "staging/../../x.window"], 2, b""),
        (&[first, &long], 2, b""),
        (&[first, "ginnel.toml"], 3, b""),
        (&[first, "ginnel.toml"], 2, b"more"),
    ];
    for (names, counted, tail) in wrong {
        assert!(is_refused(&by_hand(names, counted, tail)), "{names:?}");
    }
    let mut other = by_hand(&[first], 1, b"");
    other[0] = b'G';
    assert!(is_refused(&other));
    assert!(is_refused(b""));
}

#[test]
fn every_item_reads_back_from_its_name_and_from_no_other() {
    let window = [Item::window(WINDOW), Item::window_log(WINDOW)];
    let all = items().into_iter().map(|(item, _)| item);
    for item in all
        .chain(window.map(Result::unwrap))
        .chain([Item::Postgres])
    {
        assert_eq!(item.to_string().parse(), Ok(item));
    }
    let upper = WINDOW.to_uppercase();
    for other in ["", "a", "../x", &upper, &WINDOW[1..], "wrappers"] {
        assert_eq!(Item::window(other), Err(NotAnItem), "{other}");
    }
    assert_eq!("wrappers.sqlite".parse::<Item>(), Err(NotAnItem));
}

#[test]
fn a_manifest_reads_back_from_its_own_text_and_from_no_other() {
    let text = manifest().to_string();
    assert_eq!(text.parse(), Ok(manifest()));
    for other in [
        text.replace("sqlite", "oracle"),
        text.replace("day 20", "day 2x"),
        format!("{text}more\n"),
        text.replace("program 0.1.0\n", ""),
        String::new(),
    ] {
        assert_eq!(other.parse::<Manifest>(), Err(NotABackup), "{other}");
    }
}

#[test]
fn recipients_are_hybrid_each_another_and_at_least_one() {
    let one = identity().recipient().encode();
    assert!(Recipients::parse(std::slice::from_ref(&one)).is_ok());
    let refused = |texts: &[&str]| Recipients::parse(texts).err();
    assert_eq!(refused(&[]), Some(NotRecipients::None));
    assert_eq!(refused(&[&one, &one]), Some(NotRecipients::Twice));
    for other in ["age1qqqq", "", &one.to_uppercase(), &one[..99]] {
        assert_eq!(refused(&[other]), Some(NotRecipients::NotOne), "{other}");
    }
}
