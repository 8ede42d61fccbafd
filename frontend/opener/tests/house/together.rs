//! What of a record is written once, and what is written together.

use domain::console::{Answer, Ask, Failure, Quarantine};
use domain::{Desk, RecordId};

use crate::server::Stored;
use crate::world::{Officer, World};

const DESK: Desk = Desk::Triage;

fn stored(world: &World, record: RecordId) -> Stored {
    world.server.borrow().records[&record].clone()
}

fn store(world: &World, record: RecordId, stored: Stored) {
    world.server.borrow_mut().records.insert(record, stored);
}

fn saved(officer: &mut Officer, record: RecordId, note: &str) {
    officer.ask(Ask::Claim { desk: DESK, record });
    let mut work = officer.open(record).unwrap().work;
    work.note = note.into();
    let answer = officer.save(record, work);
    assert!(matches!(answer, Answer::Saved { .. }), "{answer:?}");
}

fn card(officer: &mut Officer) -> Result<(), Failure> {
    let answer = officer.ask(Ask::ListCards { desk: DESK });
    let Answer::Cards { cards, .. } = answer else {
        panic!("{answer:?}")
    };
    cards[0].card.clone().map(|_| ())
}

/// A record at version 1, and both versions 2 that two officers made of it.
fn two_histories(
    world: &mut World,
    ann: &mut Officer,
    bea: &mut Officer,
) -> (RecordId, [Stored; 3]) {
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    ann.ask(Ask::Release { desk: DESK, record });
    let first = stored(world, record);
    saved(ann, record, "by ann");
    let by_ann = stored(world, record);
    store(world, record, first.clone());
    saved(bea, record, "by bea");
    (record, [first, by_ann, stored(world, record)])
}

#[test]
fn the_original_stays_as_it_was_accepted_whoever_writes() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip(&"seen at night ".repeat(3_000));
    let record = ann.take(tip);
    let accepted = stored(&world, record).frames;
    let original = ann.open(record).unwrap().original;
    ann.ask(Ask::Release { desk: DESK, record });
    saved(&mut bea, record, "one");
    saved(&mut bea, record, "two");
    let written = stored(&world, record);
    assert_eq!(written.version, 3);
    assert_eq!(written.frames[0], accepted[0]);
    assert_ne!(written.frames[1], accepted[1]);
    let read = ann.open(record).unwrap();
    assert_eq!((read.original, read.version), (original, 3));
    assert_eq!(read.work.note, "two");
}

#[test]
fn frames_of_two_histories_at_one_version_are_not_mixed() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (record, [_, by_ann, by_bea]) = two_histories(&mut world, &mut ann, &mut bea);
    let mut mixed = by_bea.clone();
    mixed.frames[2] = by_ann.frames[2].clone();
    store(&world, record, mixed);
    let mut third = world.anew(&ann);
    let refused = third.open(record).unwrap_err();
    assert_eq!(refused, Failure::Quarantined(Quarantine::Mixed));
    store(&world, record, by_bea);
    assert_eq!(third.open(record).unwrap().work.note, "by bea");
}

#[test]
fn a_card_of_another_history_does_not_stand_beside_the_frames() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (record, [_, by_ann, by_bea]) = two_histories(&mut world, &mut ann, &mut bea);
    let mut mixed = by_bea.clone();
    mixed.card = by_ann.card.clone();
    store(&world, record, mixed);
    let mut third = world.anew(&ann);
    assert_eq!(card(&mut third), Ok(()), "the card alone is sound");
    let refused = third.open(record).unwrap_err();
    assert_eq!(refused, Failure::Quarantined(Quarantine::Mixed));
}

#[test]
fn frames_of_two_versions_are_not_mixed() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (record, [first, _, second]) = two_histories(&mut world, &mut ann, &mut bea);
    for slot in [1, 2] {
        let mut mixed = second.clone();
        mixed.frames[slot] = first.frames[slot].clone();
        store(&world, record, mixed);
        let refused = world.anew(&ann).open(record).unwrap_err();
        assert_eq!(refused, Failure::Quarantined(Quarantine::Mixed));
    }
}
