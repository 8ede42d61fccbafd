//! From the intake to the vault, as triage's browsers drive it. Nothing here is opened.

use std::collections::HashSet;

use domain::wire::{
    ACCEPT_MAX, Accept, Blob, Cards, Claim, Colleagues, LeaseOnly, NewRecord, OpenedRecord,
    Purpose, PutBack, Waited, WriteRecord,
};
use domain::{Desk, IntakeId, RecordId, Role};

use crate::actors::{Browser, Reporter, record, sealed};
use crate::house::House;

const WAITED: Waited = Waited {
    minutes: 90,
    is_least: true,
};
const RECORD: RecordId = RecordId::from_bytes([3; 16]);

pub async fn triage_house(frames: u8) -> (House, Browser) {
    let house = House::open().await;
    for seed in 0..frames {
        let address = ["192.0.2.1", "198.51.100.1", "203.0.113.1"][usize::from(seed) % 3];
        assert_eq!(Reporter::at(address).send(&house, seed).await.status, 202);
    }
    house.staging.turn_window().await.unwrap();
    let officer = Browser::of(&house, "triage-1", Role::Officer, &[Desk::Triage]).await;
    (house, officer)
}

#[actix_web::test]
async fn a_supervisor_takes_a_record_back_and_the_officer_writes_no_more() {
    let (house, officer) = triage_house(1).await;
    let (frames, _) = officer.fetch(&house, 10, true).await;
    assert_eq!(accept(&house, &officer, vec![frames[0].0]).await, 204);
    let path = format!("/api/vault/triage/{RECORD}");
    let held: Claim = officer
        .post(&house, &format!("{path}/claim"), ())
        .await
        .json();
    let role = Role::Supervisor;
    let supervisor = Browser::of(&house, "supervisor", role, &[Desk::Triage]).await;
    let refused = supervisor.post(&house, &format!("{path}/claim"), ()).await;
    assert_eq!(refused.fault(), "claimed");
    let take_back = format!("{path}/take-back");
    assert_eq!(
        officer.post(&house, &take_back, ()).await.fault(),
        "forbidden"
    );
    let taken: Claim = supervisor.post(&house, &take_back, ()).await.json();
    assert!(taken.lease > held.lease);
    let again = officer.post(&house, &format!("{path}/claim"), ()).await;
    assert_eq!(again.fault(), "claimed");
    let lost = LeaseOnly { lease: held.lease };
    let release = officer.post(&house, &format!("{path}/release"), lost).await;
    assert_eq!(release.fault(), "claim-lost");
}

#[actix_web::test]
async fn a_desk_knows_its_own_officers_and_nobody_elses() {
    let house = House::open().await;
    let triage = [Desk::Triage];
    let officer = Browser::of(&house, "ann", Role::Officer, &triage).await;
    let gone = Browser::of(&house, "gone", Role::Officer, &triage).await;
    storage::OfficerStore::remove(&*house.store, gone.officer.unwrap())
        .await
        .unwrap();
    Browser::enrolled(&house, "new", Role::Officer, &triage).await;
    Browser::of(&house, "cal", Role::Officer, &[Desk::Silver]).await;
    Browser::of(&house, "sue", Role::Supervisor, &triage).await;
    let listed = officer.get(&house, "/api/colleagues/triage").await;
    let listed: Colleagues = listed.json();
    let names: Vec<_> = listed.colleagues.iter().map(|one| &*one.name).collect();
    assert_eq!(names, ["ann", "sue"]);
}

pub async fn accept(house: &House, officer: &Browser, intake: Vec<IntakeId>) -> u16 {
    let accept = Accept {
        intake,
        nonce: nonce(),
        record: record(house, RECORD),
    };
    let answer = officer.post(house, "/api/intake/accept", accept).await;
    answer.status.as_u16()
}

fn nonce() -> Blob {
    Blob(vec![5; 32])
}

pub fn purpose() -> Purpose {
    let purpose = "triage".into();
    Purpose { purpose }
}

#[actix_web::test]
async fn a_session_is_given_every_frame_once_in_random_order_and_all_again_afresh() {
    let (house, officer) = triage_house(12).await;
    let (first, remaining) = officer.fetch(&house, 5, false).await;
    assert_eq!((first.len(), remaining), (5, 7));
    let (rest, remaining) = officer.fetch(&house, 256, false).await;
    assert_eq!((rest.len(), remaining), (7, 0));
    let ids: HashSet<_> = first.iter().chain(&rest).map(|(id, _)| *id).collect();
    assert_eq!(ids.len(), 12);
    assert_eq!(officer.fetch(&house, 256, false).await, (Vec::new(), 0));
    let (again, _) = officer.fetch(&house, 256, true).await;
    assert_eq!(again.len(), 12);
    let sorted = |seeds: &[(IntakeId, u8)]| seeds.is_sorted_by_key(|(id, _)| *id);
    assert!(!sorted(&again));
    assert!(!again.is_sorted_by_key(|(_, seed)| *seed));
    let other = Browser::of(&house, "triage-2", Role::Officer, &[Desk::Triage]).await;
    assert_eq!(other.fetch(&house, 256, false).await.0.len(), 12);
}

#[actix_web::test]
async fn the_first_to_accept_wins_and_the_second_is_told() {
    let (house, first) = triage_house(2).await;
    let second = Browser::of(&house, "triage-2", Role::Officer, &[Desk::Triage]).await;
    let (frames, _) = first.fetch(&house, 1, false).await;
    let intake = vec![frames[0].0];
    assert_eq!(accept(&house, &first, intake.clone()).await, 204);
    let spam = Accept {
        intake: intake.clone(),
        nonce: nonce(),
        record: NewRecord {
            closed: true,
            ..record(&house, RecordId::from_bytes([9; 16]))
        },
    };
    let late = second.post(&house, "/api/intake/accept", spam).await;
    assert_eq!(
        (late.status.as_u16(), late.fault().as_str()),
        (409, "already-accepted")
    );
    assert_eq!(second.fetch(&house, 9, false).await.0.len(), 1);
    let cards: Cards = second.get(&house, "/api/vault/triage").await.json();
    let claim = cards.cards[0].claim.clone().unwrap();
    assert_eq!(
        (claim.name.as_str(), Some(claim.officer)),
        ("triage-1", first.officer)
    );
    let path = format!("/api/vault/triage/{RECORD}/claim");
    assert_eq!(second.post(&house, &path, ()).await.fault(), "claimed");
}

#[actix_web::test]
async fn spam_is_kept_closed_and_nothing_leaves_the_intake_without_a_record() {
    let (house, officer) = triage_house(1).await;
    let (frames, _) = officer.fetch(&house, 1, false).await;
    let intake: Vec<_> = frames.iter().map(|(id, _)| *id).collect();
    let whole = |intake: &[IntakeId]| Accept {
        intake: intake.to_vec(),
        nonce: nonce(),
        record: NewRecord {
            closed: true,
            ..record(&house, RECORD)
        },
    };
    let mut bare = serde_json::to_value(whole(&intake)).unwrap();
    bare["record"] = serde_json::Value::Null;
    let path = "/api/intake/accept";
    assert_eq!(officer.post(&house, path, bare).await.status, 422);
    let mut short = whole(&intake);
    short.nonce = Blob(vec![5; 31]);
    let too_many = whole(&vec![intake[0]; ACCEPT_MAX + 1]);
    for refused in [short, too_many, whole(&[])] {
        assert_eq!(officer.post(&house, path, refused).await.status, 422);
    }
    assert_eq!(officer.fetch(&house, 9, true).await.0.len(), 1);
    let taken = officer.post(&house, path, whole(&intake)).await;
    assert_eq!(taken.status, 204);
    let cards: Cards = officer.get(&house, "/api/vault/triage").await.json();
    assert_eq!((cards.cards.len(), cards.cards[0].closed), (1, true));
}

#[actix_web::test]
async fn corruption_desks_still_see_what_triage_accepted() {
    let (house, officer) = triage_house(3).await;
    let corruption = Browser::of(&house, "a", Role::Officer, &[Desk::CorruptionA]).await;
    let (frames, _) = officer.fetch(&house, 1, false).await;
    assert_eq!(accept(&house, &officer, vec![frames[0].0]).await, 204);
    assert_eq!(corruption.fetch(&house, 9, false).await.0.len(), 3);
}

#[actix_web::test]
async fn what_was_put_back_waits_in_the_intake_again() {
    let (house, officer) = triage_house(1).await;
    let (frames, _) = officer.fetch(&house, 1, false).await;
    let intake = vec![frames[0].0];
    assert_eq!(accept(&house, &officer, intake.clone()).await, 204);
    assert_eq!(officer.fetch(&house, 9, false).await.0.len(), 0);
    let claim = format!("/api/vault/triage/{RECORD}/claim");
    let claim: Claim = officer.post(&house, &claim, ()).await.json();
    let put_back = PutBack {
        lease: claim.lease,
        intake: intake.clone(),
        nonce: nonce(),
        waited: WAITED,
    };
    let path = format!("/api/vault/triage/{RECORD}/put-back");
    for (intake, nonce) in [
        (intake.clone(), Blob(vec![6; 32])),
        (vec![IntakeId::from_random([1; 8])], nonce()),
        (vec![], nonce()),
    ] {
        let lease = claim.lease;
        let wrong = PutBack {
            lease,
            intake,
            nonce,
            waited: WAITED,
        };
        let refused = officer.post(&house, &path, &wrong).await;
        assert_eq!(refused.fault(), "cannot-put-back");
    }
    assert_eq!(officer.post(&house, &path, &put_back).await.status, 204);
    let (batch, _) = officer.fetch_batch(&house, 9, false).await;
    assert_eq!(batch.rows[0].waited, WAITED, "it goes on waiting");
    assert_eq!(officer.post(&house, &path, &put_back).await.status, 404);
}

#[actix_web::test]
async fn a_record_is_written_under_a_lease_and_only_at_the_version_it_follows() {
    let (house, officer) = triage_house(1).await;
    let (frames, _) = officer.fetch(&house, 1, false).await;
    accept(&house, &officer, vec![frames[0].0]).await;
    let path = format!("/api/vault/triage/{RECORD}");
    let claim: Claim = officer
        .post(&house, &format!("{path}/claim"), ())
        .await
        .json();
    let opened = officer
        .post(&house, &format!("{path}/open"), purpose())
        .await;
    let accepted: OpenedRecord = opened.json();
    assert_eq!(accepted.version, 1);
    let write = WriteRecord {
        lease: claim.lease,
        after: 1,
        frames: [sealed(5), sealed(6)],
        card: Blob(vec![8; 4_096]),
        closed: false,
        review: None,
    };
    assert_eq!(officer.put(&house, &path, &write).await.status, 204);
    assert_eq!(
        officer.put(&house, &path, &write).await.fault(),
        "version-moved"
    );
    let stale = WriteRecord {
        lease: claim.lease + 1,
        after: 2,
        ..write.clone()
    };
    assert_eq!(
        officer.put(&house, &path, stale).await.fault(),
        "claim-lost"
    );
    let short = WriteRecord {
        card: Blob(vec![8; 4_095]),
        after: 2,
        ..write
    };
    assert_eq!(
        officer.put(&house, &path, short).await.fault(),
        "unprocessable"
    );
    let release = LeaseOnly { lease: claim.lease };
    assert_eq!(
        officer
            .post(&house, &format!("{path}/release"), release)
            .await
            .status,
        204
    );
    let opened = officer
        .post(&house, &format!("{path}/open"), purpose())
        .await;
    let written: OpenedRecord = opened.json();
    let [original, ..] = accepted.frames;
    assert_eq!(written.version, 2);
    assert_eq!(written.frames, [original, sealed(5), sealed(6)]);
}

#[actix_web::test]
async fn a_purpose_is_a_code_and_nothing_else() {
    let (house, officer) = triage_house(0).await;
    let path = format!("/api/vault/triage/{RECORD}/open");
    for bad in ["", "Because", "a b", "x<script>", &"a".repeat(33)] {
        let purpose = Purpose {
            purpose: bad.into(),
        };
        assert_eq!(
            officer.post(&house, &path, purpose).await.fault(),
            "unprocessable"
        );
    }
    assert_eq!(
        officer.post(&house, &path, purpose()).await.fault(),
        "not-found"
    );
}
