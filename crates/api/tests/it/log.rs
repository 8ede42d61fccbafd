//! What officers do is recorded before it is done, and nothing a reporter does ever is.

use std::sync::Arc;

use audit::{Checkpoint, LogTree, Logbook, log_signer};
use domain::log::Operation::{Alteration, Collection, Consultation, Disclosure};
use domain::log::{Entry, Object, Operation};
use domain::wire::{
    Blob, CARD_LEN, Cards, LogPage, NewReport, PutBack, PutDraft, Waited, WriteRecord,
};
use domain::{Clock, Desk, District, DraftId, OfficerId, RecordId, ReportId, Role, Year};
use notes::{Authorities, RecipientText};
use storage::{
    DraftStore, LogFrame, LogStore, NewDraft, NoteStore, OperationsLog, Store, StoredNote,
};
use unseal::Identity;
use zeroize::Zeroizing;

use crate::actors::{Browser, Reporter, sealed};
use crate::drafts::deliver;
use crate::house::{HandClock, House, INST, NOON};
use crate::way::{accept, purpose, triage_house};

const SEED: [u8; 32] = [9; 32];
const YEAR: Year = Year(2026);
const LEEDS: Desk = Desk::Bronze(District::Leeds);
/// What `accept` makes.
const RECORD: RecordId = RecordId::from_bytes([3; 16]);

fn key() -> Identity {
    Identity::from_seed(Zeroizing::new([8; 32]))
}

/// The staff directory of a house whose operations of these years can be recorded.
pub fn named(years: &[u16]) -> StoredNote {
    let recipient = RecipientText::parse(&key().recipient().encode()).unwrap();
    ::actors::auditors_named(INST, years, &recipient)
}

/// The staff directory of a house whose operations can be recorded.
pub fn auditors() -> StoredNote {
    named(&[2026])
}

/// Who vouches for the notes of a house.
pub fn pinned() -> Authorities {
    let pinned = ::actors::signers().map(|one| one.authority().clone());
    Authorities::new(pinned.into()).unwrap()
}

pub fn logbook(store: &Arc<dyn Store>, clock: &Arc<HandClock>) -> Arc<dyn OperationsLog> {
    let clock: Arc<dyn Clock> = clock.clone();
    Arc::new(Logbook::new(store.clone(), pinned(), INST, clock, SEED))
}

fn open(frame: &LogFrame) -> Entry {
    let file = seal::unpack(frame.as_bytes()).unwrap();
    let opened = unseal::open_file(&[&key()], file).unwrap();
    audit::read_entry(&opened.plaintext, INST).unwrap()
}

/// Every operation recorded, as the auditors read it.
pub async fn entries(house: &House) -> Vec<Entry> {
    let frames = house.store.read_log(YEAR, 0, 1_000).await.unwrap();
    frames.iter().map(open).collect()
}

/// Their operations, objects, purposes and counts.
pub async fn told(house: &House) -> Vec<(Operation, Object, String, u32)> {
    let entries = entries(house).await.into_iter();
    let told = entries.map(|one| (one.operation, one.object, one.purpose, one.count));
    told.collect()
}

async fn auditor(house: &House) -> Browser {
    Browser::enrolled(house, "auditor", Role::Auditor, &[]).await
}

const DRAFT: DraftId = DraftId::from_bytes([3; 16]);

async fn draft(house: &House, author: &Browser) -> u16 {
    let put = PutDraft {
        draft: DRAFT,
        week: house.today().week(),
        frame: sealed(8),
    };
    let answer = author.post(house, "/api/drafts/hand-in", put).await;
    answer.status.as_u16()
}

fn report(number: u8, house: &House) -> NewReport {
    NewReport {
        report: ReportId::from_bytes([number; 16]),
        desk: LEEDS,
        week: house.today().week(),
        frame: sealed(number),
    }
}

#[actix_web::test]
async fn every_operation_is_recorded_in_order_with_who_when_what_and_why() {
    let (house, officer) = triage_house(3).await;
    let (frames, _) = officer.fetch(&house, 256, false).await;
    assert_eq!(officer.fetch(&house, 256, false).await.0, [], "no entry");
    let intake = vec![frames[0].0];
    assert_eq!(accept(&house, &officer, intake.clone()).await, 204);
    let record = format!("/api/vault/triage/{RECORD}");
    let opened = officer
        .post(&house, &format!("{record}/open"), purpose())
        .await;
    assert_eq!(opened.status, 200);
    let reports = vec![report(1, &house), report(2, &house)];
    let author = Browser::of(&house, "author", Role::Officer, &[Desk::Triage]).await;
    assert_eq!(draft(&house, &author).await, 204);
    let release = format!("/api/drafts/{DRAFT}/release");
    let sent = officer.post(&house, &release, deliver(reports));
    assert_eq!(sent.await.status, 204);
    let leeds = Browser::of(&house, "leeds", Role::Officer, &[LEEDS]).await;
    let inbox = format!(
        "/api/inbox/bronze%2Fleeds/{}",
        ReportId::from_bytes([1; 16])
    );
    let opened = leeds
        .post(&house, &format!("{inbox}/open"), purpose())
        .await;
    assert_eq!(opened.status, 200);
    let taken_on = leeds
        .post(&house, &format!("{inbox}/acknowledge"), ())
        .await;
    assert_eq!(taken_on.status, 204);
    let given = officer
        .post(&house, &format!("{record}/disclose"), ())
        .await;
    assert_eq!(given.status, 204);
    let referred = officer.post(&house, &format!("{record}/refer"), ()).await;
    assert_eq!(referred.status, 204);
    let cards: Cards = officer.get(&house, "/api/vault/triage").await.json();
    assert_eq!(cards.cards.len(), 1);
    let lease = officer.post(&house, &format!("{record}/claim"), ()).await;
    let put_back = PutBack {
        intake,
        nonce: domain::wire::Blob(vec![5; 32]),
        lease: lease.json::<domain::wire::Claim>().lease,
        waited: Waited {
            minutes: 1,
            is_least: true,
        },
    };
    let undone = officer
        .post(&house, &format!("{record}/put-back"), put_back)
        .await;
    assert_eq!(undone.status, 204);

    let sent = |number| Object::from(ReportId::from_bytes([number; 16]));
    let expected = [
        (Collection, Object::INTAKE, "intake", 3),
        (Alteration, RECORD.into(), "accept", 1),
        (Consultation, RECORD.into(), "triage", 1),
        (Alteration, DRAFT.into(), "draft", 1),
        (Disclosure, sent(1), "release", 1),
        (Disclosure, sent(2), "release", 1),
        (Alteration, DRAFT.into(), "release", 1),
        (Consultation, sent(1), "triage", 1),
        (Alteration, sent(1), "acknowledge", 1),
        (Disclosure, RECORD.into(), "export", 1),
        (Disclosure, RECORD.into(), "referral", 1),
        (Alteration, RECORD.into(), "put-back", 1),
    ];
    let expected = expected.map(|(what, object, why, count)| (what, object, why.into(), count));
    assert_eq!(told(&house).await, expected);
    let entries = entries(&house).await;
    assert!(entries.iter().all(|one| one.minute == NOON.minute()));
    let by: Vec<_> = entries
        .iter()
        .map(|one| (Some(one.officer), one.desk))
        .collect();
    assert_eq!(by[0], (officer.officer, Desk::Triage));
    assert_eq!(by[3], (author.officer, Desk::Triage));
    assert_eq!(by[8], (leeds.officer, LEEDS));
    assert_eq!(entries[4].recipients, [LEEDS]);
    assert_eq!(entries[2].recipients, []);
}

#[actix_web::test]
async fn what_an_officer_types_for_an_hour_is_recorded_once() {
    let (house, officer) = triage_house(1).await;
    let (frames, _) = officer.fetch(&house, 9, false).await;
    assert_eq!(accept(&house, &officer, vec![frames[0].0]).await, 204);
    let record = format!("/api/vault/triage/{RECORD}");
    let before = told(&house).await.len();
    let write = async |officer: &Browser, after, closed| {
        let lease = officer.post(&house, &format!("{record}/claim"), ()).await;
        let write = WriteRecord {
            lease: lease.json::<domain::wire::Claim>().lease,
            after,
            frames: [sealed(8), sealed(9)],
            card: Blob(vec![7; CARD_LEN]),
            closed,
            review: None,
        };
        assert_eq!(officer.put(&house, &record, write).await.status, 204);
        told(&house).await.len() - before
    };
    assert_eq!(write(&officer, 1, false).await, 1);
    assert_eq!(write(&officer, 2, false).await, 1);
    assert_eq!(write(&officer, 3, true).await, 2, "that it was closed too");
    assert_eq!(write(&officer, 4, true).await, 2);
    house.clock.forward(3_600);
    let officer = officer.begin_session(&house, 2).await;
    assert_eq!(write(&officer, 5, false).await, 3);
}

#[actix_web::test]
async fn nobody_fills_the_log() {
    let (house, officer) = triage_house(1).await;
    let path = |number: u16| {
        let mut id = [0; 16];
        id[..2].copy_from_slice(&number.to_be_bytes());
        format!("/api/vault/triage/{}/open", RecordId::from_bytes(id))
    };
    for number in 0..500 {
        let answer = officer.post(&house, &path(number), purpose()).await;
        assert_eq!(answer.status, 404);
    }
    let refused = officer.post(&house, &path(500), purpose()).await;
    assert_eq!(refused.status, 429);
    assert_eq!(house.store.log_size(YEAR).await, Ok(500));
}

#[actix_web::test]
async fn what_cannot_be_recorded_is_not_done() {
    let (house, officer) = triage_house(2).await;
    let (frames, _) = officer.fetch(&house, 1, false).await;
    let mut nobody = named(&[]);
    nobody.serial = 2;
    house.store.put_note(nobody).await.unwrap();
    let wanted = serde_json::json!({"most": 9, "afresh": false, "attended": true});
    let refused = officer.post(&house, "/api/intake/fetch", wanted).await;
    assert_eq!(
        (refused.status.as_u16(), refused.fault().as_str()),
        (503, "not-recorded")
    );
    assert_eq!(accept(&house, &officer, vec![frames[0].0]).await, 503);
    let reports = vec![report(1, &house)];
    assert_eq!(draft(&house, &officer).await, 503);
    let row = storage::DraftRow {
        id: DRAFT,
        week: house.today().week(),
        day: house.today(),
        author: OfficerId::from_bytes([7; 16]),
    };
    let frame = sealed(9);
    house
        .store
        .put_draft(NewDraft { row, frame })
        .await
        .unwrap();
    let release = format!("/api/drafts/{DRAFT}/release");
    let sent = officer.post(&house, &release, deliver(reports));
    assert_eq!(sent.await.fault(), "not-recorded");
    let remove = format!("/api/drafts/{DRAFT}/remove");
    let removed = officer.post(&house, &remove, ());
    assert_eq!(removed.await.fault(), "not-recorded");
    assert_eq!(house.store.drafts().await.unwrap(), [row]);
    let deliveries = officer.get(&house, "/api/deliveries").await;
    assert_eq!(&*deliveries.body, br#"{"deliveries":[]}"#);
    // Signing in, looking at the desk and being told why need no entry; reporters notice nothing.
    let cards: Cards = officer.get(&house, "/api/vault/triage").await.json();
    assert!(cards.cards.is_empty());
    assert_eq!(Reporter::at("192.0.2.9").send(&house, 9).await.status, 202);
    let mut found = named(&[2025]);
    found.serial = 3;
    house.store.put_note(found).await.unwrap();
    assert_eq!(
        officer.fetch(&house, 9, false).await.0.len(),
        1,
        "the one that was not given"
    );
    assert_eq!(accept(&house, &officer, vec![frames[0].0]).await, 204);
}

/// Its bytes and its hashes, and how many entries there are.
#[actix_web::test]
async fn nothing_a_reporter_does_is_ever_recorded() {
    let house = House::open().await;
    for seed in 0..3 {
        let sent = Reporter::at("192.0.2.1").send(&house, seed).await;
        assert_eq!(sent.status, 202);
    }
    house.staging.turn_window().await.unwrap();
    assert_eq!(house.store.log_size(YEAR).await, Ok(0));
    let officer = Browser::of(&house, "triage", Role::Officer, &[Desk::Triage]).await;
    let (frames, _) = officer.fetch(&house, 9, false).await;
    assert_eq!(accept(&house, &officer, vec![frames[0].0]).await, 204);
    let stored = house.store.read_log(YEAR, 0, 9).await.unwrap();
    let entries = entries(&house).await;
    for (id, _) in frames {
        let id = id.get().to_be_bytes();
        let plain = entries.iter().map(|entry| minicbor::to_vec(entry).unwrap());
        let sealed = stored.iter().map(|frame| frame.as_bytes().to_vec());
        for bytes in plain.chain(sealed) {
            assert!(!bytes.windows(id.len()).any(|part| part == id));
        }
    }
}

#[actix_web::test]
async fn an_auditor_is_handed_the_log_page_by_page_and_what_it_hashes_to() {
    let (house, officer) = triage_house(1).await;
    let (frames, _) = officer.fetch(&house, 1, false).await;
    assert_eq!(accept(&house, &officer, vec![frames[0].0]).await, 204);
    let auditor = auditor(&house).await;
    let page = auditor.get(&house, "/api/log?year=2026&from=0").await;
    let page: LogPage = page.json();
    let mut tree = LogTree::default();
    for entry in page.entries {
        tree.push(&LogFrame::try_from(entry.0).unwrap());
    }
    let log = log_signer(&SEED, INST, YEAR);
    let checkpoint = Checkpoint::verify(&page.checkpoint, log.authority()).unwrap();
    assert_eq!((checkpoint.size, checkpoint.root), (2, tree.root()));
    let rest = auditor.get(&house, "/api/log?year=2026&from=1").await;
    assert_eq!(rest.json::<LogPage>().entries.len(), 1);
    let other: LogPage = auditor
        .get(&house, "/api/log?year=2020&from=0")
        .await
        .json();
    assert!(other.entries.is_empty());
    for wrong in ["", "?year=2026", "?year=26&from=0", "?year=2026&from=-1"] {
        let answer = auditor.get(&house, &format!("/api/log{wrong}")).await;
        assert_eq!(answer.fault(), "unprocessable", "{wrong}");
    }
    assert_eq!(
        house.store.log_size(YEAR).await,
        Ok(2),
        "reading is no operation"
    );
}
