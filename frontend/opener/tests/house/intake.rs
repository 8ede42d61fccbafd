//! The intake: what opens, what does not, who was first.

use domain::answers::Danger;
use domain::console::{Answer, Ask, Failure};
use domain::wire::Waited;
use domain::work::{CloseReason, Since, WorkState};
use domain::{Desk, FRAME_LEN, SealedFrame};
use opener::native::at_once;
use rand::RngCore;

use crate::world::{World, failure};

fn rubbish(world: &mut World) {
    let mut bytes = vec![0; FRAME_LEN];
    world.rng.fill_bytes(&mut bytes);
    let frame = SealedFrame::try_from(bytes).unwrap();
    world.server.borrow_mut().take_in(frame);
}

#[test]
fn the_first_to_accept_wins_and_the_second_is_told() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    ann.fetch(false);
    bea.fetch(false);
    ann.accept(tip);
    let second = bea.ask(Ask::Accept { tip });
    assert_eq!(failure(second), Failure::AlreadyAccepted);
    let again = bea.ask(Ask::Accept { tip });
    assert_eq!(failure(again), Failure::NotFound, "it left the list");
    assert_eq!(world.server.borrow().records.len(), 1);
}

#[test]
fn spam_leaves_the_intake_and_a_colleague_can_put_it_back() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("cheap watches");
    ann.fetch(false);
    assert_eq!(ann.ask(Ask::Discard { tip }), Answer::Done);
    assert_eq!(ann.fetch(true).tips, []);
    let (desk, record) = (Desk::Triage, world.only_record());
    assert!(world.server.borrow().records[&record].closed);
    world
        .server
        .borrow_mut()
        .records
        .get_mut(&record)
        .unwrap()
        .claim = None;
    assert!(matches!(
        bea.ask(Ask::Claim { desk, record }),
        Answer::Claimed(_)
    ));
    let kept = bea.open(record).unwrap();
    assert_eq!(kept.original.story, "cheap watches");
    assert_eq!(kept.work.state, WorkState::Closed(CloseReason::Spam));
    assert_eq!(bea.ask(Ask::PutBack { desk, record }), Answer::Done);
    assert_eq!(bea.fetch(true).tips.len(), 1);
    assert!(world.server.borrow().records.is_empty());
}

#[test]
fn what_speaks_of_danger_is_not_spam_before_an_officer_has_looked_at_it() {
    let (mut world, mut ann, ..) = World::staffed();
    world.danger = Danger::CannotCall;
    let tip = world.send_tip("cheap watches, they have my brother");
    ann.fetch(false);
    let answer = ann.ask(Ask::Discard { tip });
    assert!(matches!(answer, Answer::NotReady(_)), "{answer:?}");
    assert_eq!(ann.fetch(true).tips.len(), 1);
    assert!(world.server.borrow().records.is_empty());
    ann.accept(tip);
}

#[test]
fn spam_of_which_the_first_part_never_came_leaves_the_intake_too() {
    let (mut world, mut ann, ..) = World::staffed();
    let (tip, frames) = world.sealed_tip(&"Every evening another car. ".repeat(1_700));
    world.server.borrow_mut().take_in(frames[1].clone());
    ann.fetch(false);
    assert_eq!(ann.ask(Ask::Discard { tip }), Answer::Done);
    assert_eq!(ann.fetch(true).tips, []);
    let kept = ann.open(world.only_record()).unwrap();
    assert_eq!(kept.original.missing, [1, 3, 4]);
}

#[test]
fn a_tip_sent_a_hundred_times_is_one_tip_and_is_accepted_whole() {
    let (mut world, mut ann, ..) = World::staffed();
    let (tip, frames) = world.sealed_tip(&"Every evening another car. ".repeat(1_700));
    for frame in frames.iter().rev() {
        for _ in 0..25 {
            world.server.borrow_mut().take_in(frame.clone());
        }
    }
    assert_eq!(ann.fetch(false).tips.len(), 1);
    let record = ann.accept(tip);
    assert_eq!(world.server.borrow().accepted.len(), 100);
    assert_eq!(ann.fetch(true).tips, []);
    let copies: Vec<_> = {
        let server = world.server.borrow();
        let closed = server.records.iter().filter(|(_, kept)| kept.closed);
        closed
            .map(|(id, kept)| (*id, kept.made_of.0.len()))
            .collect()
    };
    assert_eq!(
        copies.iter().map(|(_, frames)| *frames).collect::<Vec<_>>(),
        [36]
    );
    let copy = ann.open(copies[0].0).unwrap();
    assert_eq!(copy.work.state, WorkState::Closed(CloseReason::Known));
    ann.open(record).unwrap();
    let desk = Desk::Triage;
    assert_eq!(ann.ask(Ask::PutBack { desk, record }), Answer::Done);
    let again = ann.fetch(true).tips;
    assert_eq!(
        (again.len(), again[0].missing.len()),
        (1, 0),
        "every part is back"
    );
}

#[test]
fn what_was_put_back_waits_for_everybody_again() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let text = "People come and go at night. ".repeat(1_000);
    let tip = world.send_tip(&text);
    let record = ann.take(tip);
    ann.open(record).unwrap();
    let desk = Desk::Triage;
    assert_eq!(ann.ask(Ask::PutBack { desk, record }), Answer::Done);
    assert!(world.server.borrow().records.is_empty());
    assert_eq!(ann.fetch(false).tips.len(), 1);
    let record = bea.take(tip);
    assert_eq!(
        bea.open(record).unwrap().original.story,
        text.trim_end_matches('\0')
    );
}

#[test]
fn a_long_tip_is_shown_when_a_part_is_missing_and_completed_later() {
    let (mut world, mut ann, ..) = World::staffed();
    let text = "Every evening another car. ".repeat(1_700);
    let (tip, frames) = world.sealed_tip(&text);
    assert_eq!(frames.len(), 4);
    let mut frames = frames.into_iter();
    let first = frames.next().unwrap();
    for frame in frames {
        world.server.borrow_mut().take_in(frame);
    }
    let intake = ann.fetch(false);
    assert_eq!(intake.tips[0].missing, [1]);
    assert_eq!(intake.tips[0].answers, None);
    assert_eq!(failure(ann.ask(Ask::Accept { tip })), Failure::Incomplete);
    world.server.borrow_mut().take_in(first);
    let intake = ann.fetch(false);
    assert!(intake.tips[0].missing.is_empty());
    assert_eq!(intake.tips[0].story, text);
    let record = ann.accept(tip);
    assert_eq!(world.server.borrow().accepted.len(), 4);
    assert_eq!(ann.open(record).unwrap().original.story, text);
}

#[test]
fn frames_that_do_not_open_are_counted_and_a_jump_is_said() {
    let (mut world, mut ann, ..) = World::staffed();
    for _ in 0..20 {
        world.send_tip("seen at night");
    }
    rubbish(&mut world);
    let intake = ann.fetch(false);
    assert_eq!((intake.tips.len(), intake.unopened), (20, 1));
    assert!(!intake.unopened_jumped);
    for _ in 0..5 {
        rubbish(&mut world);
    }
    let intake = ann.fetch(false);
    assert_eq!((intake.tips.len(), intake.unopened), (0, 6));
    assert!(intake.unopened_jumped);
    let intake = ann.fetch(true);
    assert_eq!((intake.tips.len(), intake.unopened), (20, 6));
}

#[test]
fn a_large_intake_comes_in_batches_with_progress() {
    let (mut world, mut ann, ..) = World::staffed();
    let (_, frames) = world.sealed_tip("the same frame again and again");
    for _ in 0..300 {
        world.server.borrow_mut().take_in(frames[0].clone());
    }
    let mut heard = Vec::new();
    let ask = Ask::FetchIntake {
        afresh: false,
        attended: true,
    };
    let answer = at_once(ann.opener.handle(ask, &mut |answer| heard.push(answer)));
    let Answer::Intake(intake) = answer else {
        panic!("{answer:?}")
    };
    assert_eq!((intake.tips.len(), intake.remaining), (1, 0));
    let Some(Answer::Progress { opened, total }) = heard.last() else {
        panic!()
    };
    assert_eq!((*opened, *total), (300, 300));
    assert!(heard.len() >= 10);
}

#[test]
fn whoever_begins_afresh_gets_the_first_batch_at_once_and_then_the_rest() {
    let (mut world, mut ann, ..) = World::staffed();
    for number in 0..300 {
        world.send_tip(&format!("seen on night {number}"));
    }
    let first = ann.fetch(true);
    assert_eq!((first.tips.len(), first.remaining), (256, 44));
    let rest = ann.fetch(false);
    assert_eq!((rest.tips.len(), rest.remaining), (44, 0));
}

const fn waited(minutes: u32, is_least: bool) -> Waited {
    Waited { minutes, is_least }
}

#[test]
fn a_tip_waits_since_the_server_says_in_every_session_and_when_it_is_kept() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    world.server.borrow_mut().waited = waited(180, false);
    let since = Since {
        minute: world.today.start().plus(43_200 - 10_800).minute(),
        is_least: false,
    };
    assert_eq!(ann.fetch(false).tips[0].since, since);
    assert_eq!(bea.fetch(false).tips[0].since, since);
    ann.sign_in();
    assert_eq!(ann.fetch(true).tips[0].since, since);
    let record = ann.accept(tip);
    assert_eq!(ann.open(record).unwrap().original.since, since);
    let desk = Desk::Triage;
    let Answer::Cards { cards, .. } = bea.ask(Ask::ListCards { desk }) else {
        panic!()
    };
    assert_eq!(cards[0].card.as_ref().unwrap().since, since);
    assert_eq!(ann.ask(Ask::PutBack { desk, record }), Answer::Done);
    assert_eq!(world.server.borrow().waited, waited(180, false));
}

#[test]
fn a_session_remembers_what_a_server_that_was_started_again_does_not_know() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    world.send_tip("seen at night");
    world.server.borrow_mut().waited = waited(180, false);
    let known = ann.fetch(false).tips[0].since;
    world.server.borrow_mut().waited = waited(1, true);
    assert_eq!(ann.fetch(true).tips[0].since, known);
    let told = bea.fetch(false).tips[0].since;
    assert!(told.is_least && told.minute > known.minute);
}

#[test]
fn what_a_colleague_took_is_said_at_the_next_fetch() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let other = world.send_tip("seen by day");
    bea.fetch(false);
    let record = ann.take(tip);
    let intake = bea.fetch(false);
    assert_eq!((intake.gone, intake.tips), (vec![tip], vec![]));
    assert_eq!(failure(bea.ask(Ask::Accept { tip })), Failure::NotFound);
    ann.open(record).unwrap();
    let desk = Desk::Triage;
    assert_eq!(ann.ask(Ask::PutBack { desk, record }), Answer::Done);
    let intake = bea.fetch(false);
    assert_eq!((intake.gone, intake.tips[0].tip), (vec![], tip));
    bea.accept(other);
    assert_eq!(bea.fetch(false).gone, [], "one's own are not news");
}

#[test]
fn a_part_that_came_late_stays_when_the_rest_was_taken() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let (tip, frames) = world.sealed_tip(&"Every evening another car. ".repeat(1_700));
    let (late, early) = frames.split_last().unwrap();
    for frame in early {
        world.server.borrow_mut().take_in(frame.clone());
    }
    ann.fetch(false);
    world.server.borrow_mut().take_in(late.clone());
    assert!(bea.fetch(false).tips[0].missing.is_empty());
    ann.accept(tip);
    let intake = bea.fetch(false);
    assert_eq!(
        (intake.gone, &intake.tips[0].missing[..]),
        (vec![], &[1, 2, 3][..])
    );
}
