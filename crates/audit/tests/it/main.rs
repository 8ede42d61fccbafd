//! What is recorded, sealed and hashed, and who can read it.
#![cfg(test)]

use std::sync::Arc;

use audit::{
    BadCheckpoint, Checkpoint, ENTRY_PLAINTEXT_LEN, LogTree, Logbook, Root, log_signer, origin,
    read_entry, seal_entry,
};
use domain::log::{Entry, Object, Operation, RECIPIENTS_MAX};
use domain::wire::LOG_FRAME_LEN;
use domain::{Clock, Desk, InstallationId, OfficerId, RecordId, UnixSeconds, Year};
use notes::{Authorities, RecipientText};
use storage::{LogFrame, LogStore, NoteKind, NoteStore, OperationsLog, RecordError, StoredNote};
use storage_sqlite::SqliteStore;
use unseal::{Identity, open_file};
use zeroize::Zeroizing;

const INST: InstallationId = InstallationId::from_bytes([7; 16]);
const YEAR: Year = Year(2026);
/// Noon of 24 November 2026.
const NOON: UnixSeconds = UnixSeconds(1_795_521_600);
const SEED: [u8; 32] = [5; 32];

struct Noon;

impl Clock for Noon {
    fn now(&self) -> UnixSeconds {
        NOON
    }
}

fn identity(seed: u8) -> Identity {
    Identity::from_seed(Zeroizing::new([seed; 32]))
}

fn auditors() -> Identity {
    identity(3)
}

fn entry(number: u8) -> Entry {
    Entry {
        operation: Operation::Disclosure,
        officer: OfficerId::from_bytes([number; 16]),
        minute: NOON.minute(),
        desk: Desk::Triage,
        object: Object::from(RecordId::from_bytes([9; 16])),
        recipients: vec![Desk::Silver],
        purpose: "routing".into(),
        count: 1,
    }
}

fn open(frame: &LogFrame) -> Entry {
    let file = seal::unpack(frame.as_bytes()).unwrap();
    let plaintext = open_file(&[&auditors()], file).unwrap().plaintext;
    read_entry(&plaintext, INST).unwrap()
}

/// A store whose staff directory, long over, names these auditors.
async fn store(years: &[u16]) -> (Arc<SqliteStore>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).await.unwrap();
    let recipient = RecipientText::parse(&auditors().recipient().encode()).unwrap();
    let note = actors::auditors_named(INST, years, &recipient);
    store.put_note(note).await.unwrap();
    (Arc::new(store), folder)
}

fn logbook(store: &Arc<SqliteStore>) -> Logbook {
    let pinned = actors::signers().map(|one| one.authority().clone());
    let pinned = Authorities::new(pinned.into()).unwrap();
    Logbook::new(store.clone(), pinned, INST, Arc::new(Noon), SEED)
}

#[test]
fn every_entry_has_one_size_and_only_the_auditors_read_it() {
    let mut long = entry(1);
    long.recipients = vec![Desk::Team(domain::Team::InternationalFno); RECIPIENTS_MAX];
    long.purpose = "a".repeat(32);
    long.count = u32::MAX;
    for entry in [entry(1), long] {
        let frame = seal_entry(auditors().recipient(), INST, entry.clone()).unwrap();
        assert_eq!(frame.as_bytes().len(), LOG_FRAME_LEN);
        assert_eq!(open(&frame), entry);
        let file = seal::unpack(frame.as_bytes()).unwrap();
        let plaintext = open_file(&[&auditors()], file).unwrap().plaintext;
        assert_eq!(plaintext.len(), ENTRY_PLAINTEXT_LEN);
        let elsewhere = InstallationId::from_bytes([8; 16]);
        assert!(read_entry(&plaintext, elsewhere).is_err());
        assert!(open_file(&[&identity(4)], file).is_err());
    }
}

#[test]
fn what_is_no_code_or_goes_to_too_many_is_not_sealed() {
    let changes: [fn(&mut Entry); 4] = [
        |entry| entry.purpose = String::new(),
        |entry| entry.purpose = "Because of a name".into(),
        |entry| entry.purpose = "a".repeat(33),
        |entry| entry.recipients = vec![Desk::Silver; RECIPIENTS_MAX + 1],
    ];
    for change in changes {
        let mut entry = entry(1);
        change(&mut entry);
        assert!(seal_entry(auditors().recipient(), INST, entry).is_err());
    }
}

/// RFC 6962 by hand: leaves are `H(0 || leaf)`, nodes `H(1 || left || right)`, split at a power of two.
#[test]
fn the_tree_is_that_of_rfc_6962() {
    use sha2::{Digest, Sha256};
    let hash = |parts: &[&[u8]]| -> [u8; 32] { Sha256::digest(parts.concat()).into() };
    let frames = [1, 2, 3].map(|byte| LogFrame::try_from(vec![byte; LOG_FRAME_LEN]).unwrap());
    let leaves = frames
        .each_ref()
        .map(|frame| hash(&[&[0], &hash(&[frame.as_bytes()])]));
    let mut tree = LogTree::default();
    assert_eq!(tree.root(), Root(hash(&[])));
    for frame in &frames {
        tree.push(frame);
    }
    let pair = hash(&[&[1], &leaves[0], &leaves[1]]);
    assert_eq!(tree.size(), 3);
    assert_eq!(tree.root(), Root(hash(&[&[1], &pair, &leaves[2]])));
}

#[test]
fn a_checkpoint_is_believed_of_its_own_log_and_key_only() {
    let signer = log_signer(&SEED, INST, YEAR);
    let checkpoint = Checkpoint::of(&LogTree::default(), origin(INST, YEAR));
    let text = checkpoint.sign(&signer).unwrap();
    assert!(text.starts_with(&format!("ginnel/log/{INST}/2026\n0\n47DEQpj8")));
    let verified = Checkpoint::verify(&text, signer.authority());
    assert_eq!(verified, Ok(checkpoint));
    let other_key = log_signer(&[6; 32], INST, YEAR);
    let other_year = log_signer(&SEED, INST, Year(2027));
    for other in [other_key, other_year] {
        let refused = Checkpoint::verify(&text, other.authority());
        assert_eq!(refused, Err(BadCheckpoint));
    }
    for (from, to) in [("\n0\n", "\n1\n"), ("\n0\n", "\n00\n"), ("2026", "2025")] {
        let changed = text.replacen(from, to, 1);
        let refused = Checkpoint::verify(&changed, signer.authority());
        assert_eq!(refused, Err(BadCheckpoint), "{to}");
    }
}

#[tokio::test]
async fn what_is_recorded_is_sealed_stored_in_order_and_checkpointed() {
    let (store, _folder) = store(&[2026]).await;
    let logbook = logbook(&store);
    logbook.record(vec![entry(1), entry(2)]).await.unwrap();
    let first = logbook.checkpoint(YEAR).await.unwrap();
    logbook.record(vec![entry(3)]).await.unwrap();
    let last = logbook.checkpoint(YEAR).await.unwrap();
    let log = log_signer(&SEED, INST, YEAR).authority().clone();
    let frames = store.read_log(YEAR, 0, 9).await.unwrap();
    let read: Vec<Entry> = frames.iter().map(open).collect();
    assert_eq!(read, [entry(1), entry(2), entry(3)]);
    let mut tree = LogTree::default();
    for frame in &frames {
        tree.push(frame);
        for text in [&first, &last] {
            let checkpoint = Checkpoint::verify(text, &log).unwrap();
            if checkpoint.size == tree.size() {
                assert_eq!(checkpoint.root, tree.root());
            }
        }
    }
    let last = Checkpoint::verify(&last, &log).unwrap();
    assert_eq!((last.size, last.root), (tree.size(), tree.root()));
    let anew = self::logbook(&store).checkpoint(YEAR).await.unwrap();
    assert_eq!(Checkpoint::verify(&anew, &log), Ok(last), "after a restart");
}

#[tokio::test]
async fn without_auditors_nothing_is_recorded_and_with_those_of_last_year_all_is() {
    for years in [&[][..], &[2027]] {
        let (store, _folder) = store(years).await;
        let refused = logbook(&store).record(vec![entry(1)]).await;
        assert_eq!(refused, Err(RecordError::NoAuditor));
        assert_eq!(store.log_size(YEAR).await, Ok(0));
    }
    let (store, _folder) = store(&[2025]).await;
    logbook(&store).record(vec![entry(1)]).await.unwrap();
    assert_eq!(store.log_size(YEAR).await, Ok(1));
}

#[tokio::test]
async fn auditors_whom_not_every_authority_named_are_nobody() {
    let (store, _folder) = store(&[2026]).await;
    let [_, council] = &actors::signers();
    let text = store.note(NoteKind::StaffDirectory).await.unwrap().unwrap();
    let body = text.text.split("\n\n").next().unwrap().to_owned() + "\n";
    let note = StoredNote {
        kind: NoteKind::StaffDirectory,
        serial: 2,
        text: notes::sign(&body, &[council]).unwrap(),
    };
    store.put_note(note).await.unwrap();
    let refused = logbook(&store).record(vec![entry(1)]).await;
    assert_eq!(refused, Err(RecordError::NoAuditor));
}
