//! Test tips that a console opened: believed for their mark alone.

use ::actors::{canary, signers};
use domain::wire::{Blob, CanaryArrived};
use domain::{Clock, Desk, Hour, Role, TipId};
use notes::Signer;
use storage::{NoteKind, NoteStore, StoredNote, WatchStore};

use crate::actors::Browser;
use crate::house::{House, INST};

const TIP: TipId = TipId::from_bytes([5; 16]);

fn arrived(signer: &Signer, hour: Hour) -> CanaryArrived {
    let mark = notes::canary::mark(signer, INST, TIP, hour);
    CanaryArrived {
        tip: TIP,
        hour,
        mark: Blob(mark.into()),
    }
}

async fn house() -> (House, Browser, Hour) {
    let house = House::open().await;
    let officer = Browser::of(&house, "triage-1", Role::Officer, &[Desk::Triage]).await;
    let hour = house.clock.now().hour();
    (house, officer, hour)
}

async fn told(house: &House, officer: &Browser, arrived: &CanaryArrived) -> u16 {
    let answer = officer.post(house, "/api/canary", arrived).await;
    answer.status.as_u16()
}

async fn newest(house: &House) -> Option<Hour> {
    house.store.newest_canary().await.unwrap()
}

#[actix_web::test]
async fn a_test_tip_arrived_when_its_mark_holds_and_may_be_told_twice() {
    let (house, officer, hour) = house().await;
    let sent = arrived(&canary(), Hour(hour.0 - 3));
    for _ in 0..2 {
        assert_eq!(told(&house, &officer, &sent).await, 204);
        assert_eq!(newest(&house).await, Some(sent.hour));
    }
}

#[actix_web::test]
async fn one_by_a_clock_that_is_fast_arrived_now() {
    let (house, officer, hour) = house().await;
    let fast = arrived(&canary(), Hour(hour.0 + 1));
    assert_eq!(told(&house, &officer, &fast).await, 204);
    assert_eq!(newest(&house).await, Some(hour));
}

#[actix_web::test]
async fn nobody_but_the_canary_makes_one_arrive() {
    let (house, officer, hour) = house().await;
    let [police, _] = signers();
    let mut moved = arrived(&canary(), Hour(hour.0 - 3));
    moved.hour = hour;
    let mut renamed = arrived(&canary(), hour);
    renamed.tip = TipId::from_bytes([6; 16]);
    let mut short = arrived(&canary(), hour);
    short.mark.0.pop();
    let ahead = arrived(&canary(), Hour(hour.0 + 2));
    for forged in [arrived(&police, hour), moved, renamed, short, ahead] {
        assert_eq!(told(&house, &officer, &forged).await, 422);
    }
    assert_eq!(newest(&house).await, None);
}

#[actix_web::test]
async fn a_directory_that_the_authorities_did_not_sign_names_no_canary() {
    let (house, officer, hour) = house().await;
    let kind = NoteKind::StaffDirectory;
    let text = house.store.note(kind).await.unwrap().unwrap().text;
    let key = canary().authority().key().to_string();
    let other = signers()[0].authority().key().to_string();
    let serial = 2;
    let text = text.replace(&key, &other);
    let forged = StoredNote { kind, serial, text };
    house.store.put_note(forged).await.unwrap();
    let [police, _] = signers();
    for signer in [police, canary()] {
        assert_eq!(told(&house, &officer, &arrived(&signer, hour)).await, 422);
    }
}
