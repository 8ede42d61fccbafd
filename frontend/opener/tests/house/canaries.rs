//! Test tips: put away before anybody sees them, and only they.

use domain::console::{Ask, Failure};
use domain::work::{CloseReason, WorkState};
use notes::{Signer, SigningKey};

use crate::world::{World, canary, failure};

#[test]
fn a_test_tip_is_told_to_have_come_and_is_put_away_unseen() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let test = world.send_canary(&canary());
    let intake = ann.fetch(true);
    let shown: Vec<_> = intake.tips.iter().map(|one| one.tip).collect();
    assert_eq!((shown, intake.unopened), (vec![tip], 0));
    {
        let server = world.server.borrow();
        let [told] = &server.canaries[..] else {
            panic!("it is told once");
        };
        let noon = world.today.start().plus(43_200).hour();
        assert_eq!((told.tip, told.hour), (test, noon));
        assert_eq!(server.accepted.len(), 1, "it left the intake");
    }
    let record = world.only_record();
    assert!(world.server.borrow().records[&record].closed);
    let kept = ann.open(record).unwrap();
    assert_eq!(kept.work.state, WorkState::Closed(CloseReason::Canary));
    assert!(kept.original.story.starts_with("This is a test"));
    let later = bea.fetch(true);
    assert_eq!(later.tips.len(), 1);
    assert_eq!(
        failure(bea.ask(Ask::Accept { tip: test })),
        Failure::NotFound
    );
}

#[test]
fn of_two_consoles_that_opened_it_one_puts_it_away() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    world.send_canary(&canary());
    world.server.borrow_mut().hears_no_canary = true;
    bea.fetch(false);
    world.server.borrow_mut().hears_no_canary = false;
    ann.fetch(false);
    let intake = bea.fetch(false);
    assert_eq!((intake.tips, intake.gone), (vec![], vec![]));
    let server = world.server.borrow();
    assert_eq!((server.records.len(), server.accepted.len()), (1, 1));
}

#[test]
fn what_another_key_marked_is_a_tip_like_any_other() {
    let (mut world, mut ann, ..) = World::staffed();
    let foreign = Signer::new("canary", SigningKey::from_seed(&[8; 32])).unwrap();
    let forged = world.send_canary(&foreign);
    let shown = ann.fetch(false).tips;
    assert_eq!(shown[0].tip, forged);
    assert!(world.server.borrow().canaries.is_empty());
    ann.accept(forged);
}

#[test]
fn where_no_key_is_named_a_test_tip_says_what_it_is() {
    let (mut world, mut ann, ..) = World::staffed();
    world.canary = false;
    world.hold_ceremony();
    ann.ask(Ask::Refresh);
    world.send_canary(&canary());
    let shown = ann.fetch(true).tips;
    assert!(shown[0].story.contains("if you can read this one"));
    assert!(world.server.borrow().records.is_empty());
}

#[test]
fn what_could_not_be_told_is_told_at_the_next_fetch() {
    let (mut world, mut ann, ..) = World::staffed();
    world.send_canary(&canary());
    world.server.borrow_mut().hears_no_canary = true;
    assert_eq!(ann.fetch(false).tips, []);
    assert!(world.server.borrow().records.is_empty(), "nor taken out");
    world.server.borrow_mut().hears_no_canary = false;
    assert_eq!(ann.fetch(false).tips, []);
    let server = world.server.borrow();
    assert_eq!((server.canaries.len(), server.records.len()), (1, 1));
}

#[test]
fn an_officer_closes_nothing_as_a_test() {
    let (mut world, mut ann, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    ann.open(record).unwrap();
    let answer = ann.close(record, CloseReason::Canary, "");
    assert_eq!(failure(answer), Failure::NotAllowed);
    assert!(!world.server.borrow().records[&record].closed);
}
