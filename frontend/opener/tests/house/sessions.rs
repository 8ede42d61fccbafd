//! Enrolling, signing in, signing out.

use domain::console::{Answer, Ask, Failure, Me, Passphrase};
use domain::{Desk, TipId};

use crate::world::{LEEDS, World, ask, failure};

#[test]
fn an_officer_who_is_not_in_a_roster_yet_has_no_keys_and_knows_it() {
    let mut world = World::new();
    let mut ann = world.enrol("ann", &[Desk::Triage]);
    let Answer::Me(me) = ann.sign_in() else {
        panic!()
    };
    assert_eq!(me.fingerprint.split(' ').count(), 6);
    assert!(!me.desks[0].rostered && me.desks[0].periods.is_empty());
    world.hold_ceremony();
    let Answer::Me(me) = ann.ask(Ask::Refresh) else {
        panic!()
    };
    assert!(me.desks[0].rostered);
    assert_eq!(me.desks[0].periods, ["2026-W47", "2026-Q4"]);
    assert!(me.notes.is_empty() && me.refused_keys == 0);
}

#[test]
fn whoever_opens_nothing_signs_in_all_the_same() {
    let mut world = World::new();
    let mut waiting = world.enrol("eve", &[]);
    let Answer::Me(me) = waiting.sign_in() else {
        panic!()
    };
    assert_eq!(me.fingerprint.split(' ').count(), 6);
    assert!(me.desks.is_empty() && me.notes.is_empty());
}

#[test]
fn a_wrong_passphrase_and_an_unknown_name_look_alike() {
    let (mut world, ann, ..) = World::staffed();
    for (name, passphrase) in [
        ("ann", Passphrase::new("not this one".into())),
        ("nobody", ann.passphrase.clone()),
    ] {
        let mut console = world.console();
        let name = name.to_owned();
        let answer = ask(&mut console, Ask::SignIn { name, passphrase });
        assert_eq!(failure(answer), Failure::WrongNameOrPassphrase);
        assert_eq!(failure(ask(&mut console, Ask::Me)), Failure::SignedOut);
    }
}

#[test]
fn an_invitation_is_good_for_one_enrolment() {
    let mut world = World::new();
    world.enrol("ann", &[Desk::Triage]);
    let invitation = Passphrase::new("code-ann".into());
    let mut console = world.console();
    let answer = ask(&mut console, Ask::Enrol { invitation });
    assert_eq!(failure(answer), Failure::BadInvitation);
}

#[test]
fn signing_out_leaves_nothing_here_or_there() {
    let (mut world, mut ann, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    ann.open(record).unwrap();
    assert_eq!(ann.ask(Ask::SignOut), Answer::Done);
    assert_eq!(world.server.borrow().sessions.len(), 3, "the colleagues'");
    for question in [
        Ask::Me,
        Ask::Refresh,
        Ask::FetchIntake {
            afresh: true,
            attended: true,
        },
        Ask::Accept { tip },
    ] {
        assert_eq!(failure(ann.ask(question)), Failure::SignedOut);
    }
    ann.sign_in();
    assert_eq!(ann.fetch(false).tips, [], "the tip was accepted");
    let work = ann.open(record).unwrap().work;
    ann.ask(Ask::SignOut);
    ann.sign_in();
    assert_eq!(failure(ann.save(record, work)), Failure::NotOpened);
}

#[test]
fn signing_out_forgets_even_if_the_server_cannot_be_told() {
    let (world, mut ann, ..) = World::staffed();
    world.server.borrow_mut().is_down = true;
    assert_eq!(failure(ann.ask(Ask::Refresh)), Failure::Unreachable);
    assert!(matches!(ann.ask(Ask::Me), Answer::Me(Me { .. })));
    assert_eq!(ann.ask(Ask::SignOut), Answer::Done);
    assert_eq!(failure(ann.ask(Ask::Me)), Failure::SignedOut);
}

#[test]
fn a_session_the_server_has_ended_is_forgotten_here_too() {
    let (mut world, mut ann, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    ann.fetch(false);
    world.server.borrow_mut().sessions.clear();
    assert_eq!(failure(ann.ask(Ask::Accept { tip })), Failure::SignedOut);
    assert_eq!(failure(ann.ask(Ask::Me)), Failure::SignedOut);
    let tip = TipId::from_bytes([0; 16]);
    ann.sign_in();
    assert_eq!(failure(ann.ask(Ask::Accept { tip })), Failure::NotFound);
}

#[test]
fn triage_knows_at_which_desks_nobody_could_open_a_report() {
    let (mut world, mut ann, _bea, mut cal, _dee) = World::staffed();
    let me = |answer| {
        let Answer::Me(me) = answer else { panic!() };
        me
    };
    let unstaffed = me(ann.sign_in()).unstaffed;
    assert!(unstaffed.contains(&Desk::Silver) && !unstaffed.contains(&LEEDS));
    assert!(!unstaffed.contains(&Desk::Triage), "it takes no reports");
    assert_eq!(me(cal.sign_in()).unstaffed, [], "a Bronze desk sends none");
    world.server.borrow_mut().notes.rosters[1].push('x');
    let doubted = me(ann.sign_in());
    assert_eq!((doubted.unstaffed, doubted.notes.len()), (vec![], 1));
    world.hold_ceremony();
    assert_eq!(me(ann.sign_in()).unstaffed, unstaffed);
}
