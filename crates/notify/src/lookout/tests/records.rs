//! Records nobody works on.

use domain::wire::CARD_LEN;
use domain::{Day, FRAME_LEN, IntakeId, OfficerId, SealedFrame};
use storage::{
    Acceptance, HeldClaim, IntakeStore, Lease, NewRecord, PartsNonce, RecordState, SealedCard,
    SmallAgeFile, VaultStore,
};

use super::*;

fn record(audience: Audience) -> (Desk, Audience, MailKind) {
    (TRIAGE, audience, MailKind::RecordUnclaimed)
}

#[tokio::test]
async fn a_record_nobody_works_on_rings_until_somebody_does() {
    let mut house = House::open().await;
    let lease = accepted(&house, 1).await;
    release(&house, 1, lease).await;
    house.at(1).await;
    house.at(15).await;
    assert_eq!(house.sent().await, []);
    house.at(16).await;
    assert_eq!(house.sent().await, [record(Audience::Desk)]);
    house.at(31).await;
    let lease = claim(&house, 1, 31).await;
    house.at(32).await;
    assert_eq!(house.sent().await, [], "the supervisors' was taken back");
    release(&house, 1, lease).await;
    house.at(33).await;
    house.at(48).await;
    assert_eq!(house.sent().await, [record(Audience::Desk)]);
}

#[tokio::test]
async fn records_that_change_hands_do_not_ring() {
    let mut house = House::open().await;
    let other = accepted(&house, 1).await;
    release(&house, 1, other).await;
    let mut held = (2, accepted(&house, 2).await);
    for minutes in 0..60 {
        // Each is left alone for some minutes, one after the other.
        if minutes % 10 == 0 {
            let (free, lease) = held;
            held = (3 - free, claim(&house, 3 - free, minutes).await);
            release(&house, free, lease).await;
        }
        house.at(minutes).await;
        assert_eq!(house.sent().await, [], "{minutes}");
    }
}

pub(super) async fn accepted(house: &House, number: u8) -> Lease {
    let (store, id) = (&house.store, IntakeId::from_random([number; 8]));
    let frame = |more| SealedFrame::try_from(vec![number * 9 + more; FRAME_LEN]).unwrap();
    let arrived = store.shuffle_in(vec![(id, frame(0))], Day(20_780)).await;
    assert_eq!(arrived, Ok(1));
    let acceptance = Acceptance {
        parts: vec![id],
        nonce: PartsNonce::try_from(vec![number; 32]).unwrap(),
        officer: OfficerId::from_bytes([1; 16]),
        now: NOON,
        record: NewRecord {
            id: RecordId::from_bytes([number; 16]),
            desk: TRIAGE,
            quarter: NOON.day().quarter(),
            wrapper: SmallAgeFile::try_from(vec![1]).unwrap(),
            frames: [frame(1), frame(2), frame(3)],
            card: SealedCard::try_from(vec![number; CARD_LEN]).unwrap(),
            state: RecordState::Open,
            review: None,
        },
    };
    store.accept(acceptance).await.unwrap()
}

pub(super) async fn release(house: &House, number: u8, lease: Lease) {
    let held = HeldClaim {
        desk: TRIAGE,
        record: RecordId::from_bytes([number; 16]),
        officer: OfficerId::from_bytes([1; 16]),
        number: lease.number,
    };
    house.store.release(held).await.unwrap();
}

async fn claim(house: &House, number: u8, minutes: i64) -> Lease {
    let record = RecordId::from_bytes([number; 16]);
    let officer = OfficerId::from_bytes([1; 16]);
    house
        .store
        .claim(TRIAGE, record, officer, at(minutes))
        .await
        .unwrap()
}
