//! What a dishonest server offers, and what is refused.

use domain::console::{Answer, Ask, Failure, Me, NoteFault, Quarantine, WhichNote};
use domain::{Desk, OfficerId, Period, Role};
use notes::{Member, NoteBody, RecipientText, SigningKey};
use unseal::Identity;
use unseal::epoch::EpochSecret;

use crate::world::{LEEDS, Officer, World, failure, wrapped};

const TRIAGE: Desk = Desk::Triage;

fn refresh(officer: &mut Officer) -> Me {
    match officer.ask(Ask::Refresh) {
        Answer::Me(me) => me,
        other => panic!("{other:?}"),
    }
}

fn quarantined(why: Quarantine) -> Failure {
    Failure::Quarantined(why)
}

#[test]
fn a_roster_with_a_card_slipped_in_and_one_signature_is_not_believed() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let mut roster = world.roster(TRIAGE);
    roster.members.push(Member {
        officer: OfficerId::from_bytes([0xff; 16]),
        role: Role::Officer,
        recipient: {
            let text = Identity::generate(&mut world.rng).recipient().encode();
            RecipientText::parse(&text).unwrap()
        },
        key: SigningKey::from_seed(&[5; 32]).public(),
    });
    let one_signature = roster.sign(&[&world.signers[0]]).unwrap();
    world.server.borrow_mut().notes.rosters[0] = one_signature;
    let me = refresh(&mut bea);
    assert_eq!(me.notes, [(WhichNote::Roster, NoteFault::Unsigned)]);
    assert!(!me.desks[0].rostered);
    let unknown = quarantined(Quarantine::UnknownAuthor);
    assert_eq!(bea.open(record).unwrap_err(), unknown);
    let work = ann.open(record).unwrap().work;
    refresh(&mut ann);
    assert_eq!(failure(ann.save(record, work)), Failure::NotAllowed);
}

#[test]
fn notes_of_others_old_ones_and_expired_ones_are_not_believed() {
    let (mut world, mut ann, ..) = World::staffed();
    let old = world.server.borrow().notes.clone();
    world.hold_ceremony();
    assert!(refresh(&mut ann).notes.is_empty());
    world.server.borrow_mut().notes = old;
    let me = refresh(&mut ann);
    assert_eq!(me.notes.len(), 5);
    assert!(me.notes.iter().all(|(_, fault)| *fault == NoteFault::Older));

    world.hold_ceremony();
    let mut staff = world.staff();
    staff.head.validity = notes::Validity::new(world.today.plus(-14), world.today, 14).unwrap();
    let expired = staff.sign(&[&world.signers[0], &world.signers[1]]).unwrap();
    world.server.borrow_mut().notes.staff = Some(expired);
    assert_eq!(
        refresh(&mut ann).notes,
        [(WhichNote::Staff, NoteFault::Expired)]
    );
    let tip = world.send_tip("seen at night");
    ann.fetch(false);
    let answer = failure(ann.ask(Ask::Accept { tip }));
    let note = WhichNote::Staff;
    let fault = NoteFault::Expired;
    assert_eq!(answer, Failure::Note { note, fault });
}

#[test]
fn an_older_note_is_refused_after_signing_in_again_at_the_same_console() {
    let (mut world, mut ann, ..) = World::staffed();
    let old = world.server.borrow().notes.clone();
    world.hold_ceremony();
    refresh(&mut ann);
    ann.ask(Ask::SignOut);
    world.server.borrow_mut().notes = old;
    let Answer::Me(me) = ann.sign_in() else {
        panic!()
    };
    assert!(me.notes.iter().all(|(_, fault)| *fault == NoteFault::Older));
}

#[test]
fn a_key_the_directory_does_not_name_is_not_taken() {
    let mut world = World::new();
    let mut ann = world.enrol("ann", &[TRIAGE]);
    world.hold_ceremony();
    let period = Period::Week(world.week());
    let false_one = EpochSecret::make(&mut world.rng, world.inst, TRIAGE, period);
    let member = world.roster(TRIAGE).members.remove(0);
    let wrapper = wrapped(&false_one, &member.recipient);
    world.server.borrow_mut().wrappers = vec![(member.officer, wrapper)];
    let Answer::Me(me) = ann.sign_in() else {
        panic!()
    };
    assert_eq!(me.refused_keys, 1);
    assert!(me.desks[0].periods.is_empty());
}

#[test]
fn the_key_of_a_week_gone_by_opens_and_of_a_week_to_come_does_not() {
    let mut world = World::new();
    let mut ann = world.enrol("ann", &[TRIAGE]);
    world.hold_ceremony();
    let member = world.roster(TRIAGE).members.remove(0);
    let mut wrappers = Vec::new();
    for weeks in [-2, 2] {
        let period = Period::Week(world.week().plus(weeks));
        let secret = EpochSecret::make(&mut world.rng, world.inst, TRIAGE, period);
        wrappers.push((member.officer, wrapped(&secret, &member.recipient)));
    }
    world.server.borrow_mut().wrappers = wrappers;
    let Answer::Me(me) = ann.sign_in() else {
        panic!()
    };
    assert_eq!(me.desks[0].periods, ["2026-W45"]);
    assert_eq!(me.refused_keys, 1);
}

#[test]
fn an_older_version_of_a_record_or_card_is_refused() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let first = world.server.borrow().records[&record].clone();
    let work = ann.open(record).unwrap().work;
    ann.save(record, work);
    bea.open(record).unwrap();
    world.server.borrow_mut().records.insert(record, first);
    for officer in [&mut ann, &mut bea] {
        let refused = officer.open(record).unwrap_err();
        assert_eq!(refused, quarantined(Quarantine::Older));
        let desk = TRIAGE;
        let Answer::Cards { cards, .. } = officer.ask(Ask::ListCards { desk }) else {
            panic!()
        };
        let refused = cards[0].card.clone().unwrap_err();
        assert_eq!(refused, quarantined(Quarantine::Older));
    }
}

#[test]
fn old_frames_beside_a_new_card_are_refused() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let first = world.server.borrow().records[&record].clone();
    let work = ann.open(record).unwrap().work;
    ann.save(record, work);
    bea.ask(Ask::ListCards { desk: TRIAGE });
    world.server.borrow_mut().records.insert(record, first);
    let refused = bea.open(record).unwrap_err();
    assert_eq!(refused, quarantined(Quarantine::Older));
}

#[test]
fn a_version_number_that_is_not_the_frames_own_is_refused() {
    let (mut world, mut ann, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    world
        .server
        .borrow_mut()
        .records
        .get_mut(&record)
        .unwrap()
        .version = 2;
    let refused = ann.open(record).unwrap_err();
    assert_eq!(refused, quarantined(Quarantine::Mixed));
}

#[test]
fn another_record_another_desk_and_mixed_frames_are_refused() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (one, two) = (world.send_tip("the first"), world.send_tip("the second"));
    let one = ann.take(one);
    let two = ann.accept(two);
    let stored = world.server.borrow().records.clone();

    let whole = stored[&two].clone();
    world.server.borrow_mut().records.insert(one, whole);
    let refused = bea.open(one).unwrap_err();
    assert_eq!(
        refused,
        quarantined(Quarantine::Another),
        "its wrapper names the other"
    );

    let mut mixed = stored[&one].clone();
    mixed.frames[1] = stored[&two].frames[1].clone();
    world.server.borrow_mut().records.insert(one, mixed);
    let refused = bea.open(one).unwrap_err();
    assert_eq!(
        refused,
        quarantined(Quarantine::Unreadable),
        "sealed to the other's identity"
    );

    let mut swapped = stored[&one].clone();
    swapped.frames.swap(0, 2);
    world.server.borrow_mut().records.insert(one, swapped);
    let refused = bea.open(one).unwrap_err();
    assert_eq!(
        refused,
        quarantined(Quarantine::Another),
        "each frame names its slot"
    );

    world
        .server
        .borrow_mut()
        .records
        .insert(one, stored[&one].clone());
    let answer = bea.ask(Ask::OpenRecord {
        desk: LEEDS,
        record: one,
        purpose: "triage".into(),
    });
    assert!(matches!(failure(answer), Failure::NoKey { .. }));
    assert!(bea.open(one).is_ok());
}

#[test]
fn an_answer_that_is_no_intake_is_unexpected_and_not_a_panic() {
    let (world, mut ann, ..) = World::staffed();
    let frame = domain::SealedFrame::try_from(vec![0; domain::FRAME_LEN]).unwrap();
    let id = world.server.borrow_mut().take_in(frame);
    let day = domain::Day(i32::MIN);
    world.server.borrow_mut().intake.get_mut(&id).unwrap().0 = day;
    let intake = ann.fetch(false);
    assert_eq!((intake.unopened, intake.tips.len()), (1, 0));
}
