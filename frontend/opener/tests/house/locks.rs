//! Locking, unlocking, and ending every session at once.

use domain::console::{Answer, Ask, Failure, Me, Passphrase};

use crate::world::{Officer, World, failure};

const TYPED: &str = "typed beside the tip, not saved yet";

fn lock(officer: &mut Officer, keep: Option<&str>) -> Answer {
    officer.ask(Ask::Lock {
        keep: keep.map(str::to_owned),
    })
}

fn unlock(officer: &mut Officer) -> (Me, Option<String>) {
    let passphrase = officer.passphrase.clone();
    match officer.ask(Ask::Unlock { passphrase }) {
        Answer::Unlocked { me, kept } => (me, kept),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_was_typed_waits_sealed_until_the_same_officer_unlocks() {
    let (world, mut ann, ..) = World::staffed();
    let sessions = || world.server.borrow().sessions.len();
    let before = sessions();
    assert_eq!(lock(&mut ann, Some(TYPED)), Answer::Done);
    assert_eq!(sessions(), before - 1, "the server was told");
    for question in [
        Ask::Me,
        Ask::Refresh,
        Ask::FetchIntake {
            afresh: true,
            attended: true,
        },
    ] {
        assert_eq!(failure(ann.ask(question)), Failure::SignedOut);
    }
    let wrong = Passphrase::new("not this one".into());
    let refused = ann.ask(Ask::Unlock { passphrase: wrong });
    assert_eq!(failure(refused), Failure::WrongNameOrPassphrase);
    let (me, kept) = unlock(&mut ann);
    assert_eq!((me.name.as_str(), kept.as_deref()), ("ann", Some(TYPED)));
    assert_eq!(sessions(), before);
    assert!(ann.fetch(true).tips.is_empty(), "keys and token are back");
    lock(&mut ann, None);
    assert_eq!(unlock(&mut ann).1, None, "it was handed out");
}

#[test]
fn a_session_the_server_has_ended_can_still_be_locked_and_so_can_one_out_of_reach() {
    let (world, mut ann, ..) = World::staffed();
    world.server.borrow_mut().sessions.clear();
    assert_eq!(failure(ann.ask(Ask::Refresh)), Failure::SignedOut);
    assert_eq!(lock(&mut ann, Some(TYPED)), Answer::Done);
    assert_eq!(unlock(&mut ann).1.as_deref(), Some(TYPED));
    world.server.borrow_mut().is_down = true;
    assert_eq!(lock(&mut ann, Some(TYPED)), Answer::Done);
    assert_eq!(failure(ann.ask(Ask::Me)), Failure::SignedOut);
    let passphrase = ann.passphrase.clone();
    let far = ann.ask(Ask::Unlock { passphrase });
    assert_eq!(failure(far), Failure::Unreachable);
    world.server.borrow_mut().is_down = false;
    assert_eq!(unlock(&mut ann).1.as_deref(), Some(TYPED));
}

#[test]
fn nobody_unlocks_who_signed_out_and_nobody_else_gets_what_was_kept() {
    let (_world, mut ann, mut bea, ..) = World::staffed();
    lock(&mut ann, Some(TYPED));
    let (name, passphrase) = (bea.name.clone(), bea.passphrase.clone());
    let answer = ann.ask(Ask::SignIn { name, passphrase });
    assert!(matches!(answer, Answer::Me(_)));
    assert_eq!(lock(&mut ann, None), Answer::Done);
    let passphrase = ann.passphrase.clone();
    let owner = ann.ask(Ask::Unlock { passphrase });
    assert_eq!(
        failure(owner),
        Failure::WrongNameOrPassphrase,
        "it is bea's"
    );
    lock(&mut bea, Some(TYPED));
    bea.ask(Ask::SignOut);
    let passphrase = bea.passphrase.clone();
    let out = bea.ask(Ask::Unlock { passphrase });
    assert_eq!(failure(out), Failure::SignedOut);
    assert_eq!(failure(lock(&mut bea, None)), Failure::SignedOut);
}

#[test]
fn signing_out_everywhere_is_heard_at_the_next_question_elsewhere() {
    let (mut world, mut ann, ..) = World::staffed();
    let mut laptop = Officer {
        opener: world.console(),
        name: ann.name.clone(),
        passphrase: ann.passphrase.clone(),
    };
    laptop.sign_in();
    world.server.borrow_mut().is_down = true;
    let unheard = laptop.ask(Ask::SignOutEverywhere);
    assert_eq!(failure(unheard), Failure::Unreachable);
    world.server.borrow_mut().is_down = false;
    assert_eq!(laptop.ask(Ask::SignOutEverywhere), Answer::Done);
    assert_eq!(failure(laptop.ask(Ask::Me)), Failure::SignedOut);
    let next = ann.ask(Ask::FetchIntake {
        afresh: false,
        attended: true,
    });
    assert_eq!(failure(next), Failure::SignedOut);
}
