//! The log of operations, as its auditors read it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use audit::{Checkpoint, LogTree, log_signer, origin, seal_entry};
use domain::log::{Entry, Object, Operation};
use domain::wire::{Blob, LogPage};
use domain::{Day, Desk, District, InstallationId, OfficerId, RecordId, Year};
use ginnel_keys::log::{LogError, LogKey, Pages};
use storage::LogFrame;
use tempfile::TempDir;
use unseal::Identity;
use zeroize::Zeroizing;

const INST: InstallationId = InstallationId::from_bytes([9; 16]);
const YEAR: Year = Year(2026);
const SEED: [u8; 32] = [5; 32];
const RECORD: RecordId = RecordId::from_bytes([3; 16]);

fn key() -> Identity {
    Identity::from_seed(Zeroizing::new([8; 32]))
}

fn entry(number: u8) -> LogFrame {
    let disclosed = number.is_multiple_of(2);
    let entry = Entry {
        operation: if disclosed {
            Operation::Disclosure
        } else {
            Operation::Consultation
        },
        officer: OfficerId::from_bytes([number; 16]),
        minute: Day(20_780).start().minute().plus(i64::from(number)),
        desk: Desk::Triage,
        object: if disclosed {
            Object::FILES
        } else {
            RECORD.into()
        },
        recipients: vec![Desk::Bronze(District::Leeds); usize::from(disclosed)],
        purpose: "triage".into(),
        count: 1,
    };
    seal_entry(key().recipient(), INST, entry).unwrap()
}

fn checkpoint(frames: &[LogFrame]) -> String {
    let mut tree = LogTree::default();
    for frame in frames {
        tree.push(frame);
    }
    let checkpoint = Checkpoint::of(&tree, origin(INST, YEAR));
    checkpoint.sign(&log_signer(&SEED, INST, YEAR)).unwrap()
}

/// A page with a checkpoint over everything up to its end.
fn page(all: &[LogFrame], from: usize, to: usize) -> LogPage {
    let entries = all[from..to]
        .iter()
        .map(|one| Blob(one.as_bytes().to_vec()));
    LogPage {
        entries: entries.collect(),
        checkpoint: checkpoint(&all[..to]),
    }
}

fn put(folder: &Path, pages: &[LogPage]) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir(folder).unwrap();
    for (number, page) in pages.iter().enumerate() {
        let path = folder.join(format!("log-2026-{number:012}.json"));
        fs::write(path, serde_json::to_vec(page).unwrap()).unwrap();
    }
}

fn verified(folder: &Path, seen: Option<&str>) -> Result<String, LogError> {
    let line = log_signer(&SEED, INST, YEAR).authority().to_string();
    let key = LogKey::parse(&line).unwrap();
    let log = Pages::read(folder)?.verify(&key, seen)?;
    Ok(log.checkpoint)
}

fn frames(count: u8) -> Vec<LogFrame> {
    (0..count).map(entry).collect()
}

#[test]
fn a_log_that_was_cut_changed_or_written_anew_is_not_believed() {
    let folder = TempDir::new().unwrap();
    let log = folder.path().join("log");
    let all = frames(6);
    put(&log, &[page(&all, 0, 3), page(&all, 3, 6)]);
    let seen = verified(&log, None).unwrap();
    assert_eq!(seen, checkpoint(&all));
    assert!(verified(&log, Some(&seen)).is_ok());

    let mut dropped = all.clone();
    dropped.remove(1);
    let mut page_of = page(&all, 0, 6);
    page_of.entries.remove(1);
    put(&log, &[page_of]);
    let few = verified(&log, None).unwrap_err();
    assert!(matches!(
        few,
        LogError::Incomplete {
            entries: 5,
            size: 6
        }
    ));
    let mut swapped = page(&all, 0, 6);
    swapped.entries.swap(1, 2);
    put(&log, &[swapped]);
    let changed = verified(&log, None).unwrap_err();
    assert!(matches!(changed, LogError::Changed { size: 6 }));

    // What is signed anew is found by what was seen before alone.
    put(&log, &[page(&all, 0, 4)]);
    let shorter = verified(&log, Some(&seen)).unwrap_err();
    assert!(matches!(shorter, LogError::Shorter { seen: 6, now: 4 }));
    dropped.extend(frames(2));
    put(&log, &[page(&dropped, 0, 7)]);
    assert!(verified(&log, None).is_ok());
    let anew = verified(&log, Some(&seen)).unwrap_err();
    assert!(matches!(anew, LogError::WrittenAnew { seen: 6 }));

    let mut foreign = page(&all, 0, 6);
    foreign.checkpoint = "ginnel/log/x\n6\nAAAA\n\n— x AAAA\n".into();
    put(&log, &[foreign]);
    let foreign = verified(&log, None).unwrap_err();
    assert!(matches!(foreign, LogError::BadCheckpoint(_)));
    put(&log, &[]);
    assert!(matches!(verified(&log, None), Err(LogError::NoPages(_))));
}

fn read(folder: &Path, more: &[&str]) -> Output {
    let fixed = [
        "log",
        "read",
        "--log",
        "log",
        "--log-key",
        "log.pub",
        "--key",
        "auditor.key",
        "--seen",
        "seen",
    ];
    Command::new(env!("CARGO_BIN_EXE_ginnel-keys"))
        .current_dir(folder)
        .args(fixed)
        .args(more)
        .output()
        .unwrap()
}

#[test]
fn an_auditor_reads_what_officers_did_and_finds_what_they_look_for() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    let all = frames(5);
    put(&folder.join("log"), &[page(&all, 0, 5)]);
    let line = log_signer(&SEED, INST, YEAR).authority().to_string();
    fs::write(folder.join("log.pub"), line).unwrap();
    let secret = key().to_text();
    fs::write(folder.join("auditor.key"), secret.as_bytes()).unwrap();
    let told = |more: &[&str]| {
        let output = read(folder, more);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let table = told(&[]);
    assert!(table.contains("2026-11-23 00:04"), "{table}");
    assert!(table.contains("5 of 5 entries of 2026"), "{table}");
    let csv = told(&["--csv", "--operation", "disclosure", "--from", "2026-11-23"]);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 4, "{csv}");
    let id = OfficerId::from_bytes([2; 16]);
    let second = format!("2,2026-11-23 00:02,disclosure,{id},triage,files,,bronze/leeds,triage,1");
    assert_eq!(lines[2], second);
    let none = told(&["--csv", "--id", &"0".repeat(32)]);
    assert_eq!(none.lines().count(), 1);
    let record = RECORD.to_string();
    assert_eq!(told(&["--csv", "--id", &record]).lines().count(), 3);
    assert_eq!(told(&["--csv", "--to", "2026-11-22"]).lines().count(), 1);
    assert_eq!(
        told(&["--csv", "--desk", "bronze/leeds"]).lines().count(),
        4
    );

    // A log that lost its end since is refused, and what was seen stays.
    put(&folder.join("log"), &[page(&all, 0, 4)]);
    let output = read(folder, &[]);
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && complaint.contains("its end is gone"));
    assert_eq!(output.stdout, b"");
    assert_eq!(
        fs::read_to_string(folder.join("seen")).unwrap(),
        checkpoint(&all)
    );

    // What does not open is shown, and is no success.
    let other = Identity::from_seed(Zeroizing::new([1; 32])).to_text();
    fs::write(folder.join("auditor.key"), other.as_bytes()).unwrap();
    put(&folder.join("log"), &[page(&all, 0, 5)]);
    let output = read(folder, &["--operation", "erasure"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.matches("DID NOT OPEN").count(), 5);
    assert!(!output.status.success());
}
