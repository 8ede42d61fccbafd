//! The whole way of a demonstration, with the real program.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod drill;
mod stage;

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use domain::console::{Answer, Ask, Me, Passphrase};
use domain::{Desk, District, Role};

use crate::stage::{DAY, Serving, Stage};

/// Signs in, whatever keys there are.
fn me(serving: &Serving<'_>, name: &str) -> Me {
    let officers = &serving.made.officers;
    let officer = officers.iter().find(|one| one.name == name).unwrap();
    let ask = Ask::SignIn {
        name: officer.name.clone(),
        passphrase: Passphrase::new(officer.passphrase.clone()),
    };
    let answer = demo::now(serving.opener().handle(ask, &mut |_| {}));
    let Answer::Me(me) = answer else {
        panic!("{name} could not sign in: {answer:?}");
    };
    me
}

fn sign_in(serving: &Serving<'_>, name: &str) -> Me {
    let me = me(serving, name);
    let officers = &serving.made.officers;
    let officer = officers.iter().find(|one| one.name == name).unwrap();
    assert_eq!(me.fingerprint, officer.fingerprint);
    assert!(me.notes.is_empty() && me.refused_keys == 0, "{me:?}");
    me
}

/// Waits until every desk's digest has landed, for half a minute at the most.
fn await_mails(folder: &Path, count: usize) {
    let landed = || {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mails = files.filter(|file| file.path().extension().is_some_and(|end| end == "eml"));
        mails.count()
    };
    for _ in 0..300 {
        if landed() >= count {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(landed() >= count, "{} mails", landed());
}

#[test]
fn officers_of_a_demonstration_sign_in_and_hold_the_keys_of_their_desks_only() {
    let stage = Stage::build();
    let made = stage.make(0);
    assert!(made.changed && stage.nobody_listens());
    let told = std::fs::metadata(stage.data().join("DEMO.txt")).unwrap();
    assert_eq!(told.permissions().mode() & 0o777, 0o600);

    let serving = stage.serve(made);
    await_mails(&stage.data().join("mail"), 15);
    for (name, desk) in [
        ("triage-1", Desk::Triage),
        ("supervisor", Desk::Triage),
        ("bronze-leeds", Desk::Bronze(District::Leeds)),
    ] {
        let me = sign_in(&serving, name);
        assert_eq!(me.desks.len(), 1, "{me:?}");
        assert!(me.desks[0].rostered && me.desks[0].desk == desk, "{me:?}");
        let today = stage.today(0);
        let week = today.week();
        let mut periods: Vec<_> = (0..4).map(|later| week.plus(later).to_string()).collect();
        periods.push(today.quarter().to_string());
        for period in periods {
            assert!(me.desks[0].periods.contains(&period), "{period} {me:?}");
        }
    }
    for (name, role) in [
        ("coordinator", Role::Coordinator),
        ("auditor", Role::Auditor),
    ] {
        let me = sign_in(&serving, name);
        assert!(me.role == role && me.desks.is_empty(), "{me:?}");
    }
    drop(serving);

    let again = stage.make(0);
    assert!(!again.changed);
    let passphrases = |made: &demo::Partnership| {
        let one = made
            .officers
            .iter()
            .map(|officer| officer.passphrase.clone());
        one.collect::<Vec<_>>()
    };
    assert_eq!(passphrases(&again), passphrases(&stage.make(0)));
}

#[test]
fn a_directory_that_soon_ends_is_renewed_and_the_officers_stay() {
    let stage = Stage::build();
    let before = stage.make(-10 * DAY);
    let after = stage.make(0);
    assert!(after.changed);
    assert_eq!(after.officers, before.officers);
    let note = stage
        .data()
        .join("demo/ceremony/notes/public-directory.note");
    assert!(
        std::fs::read_to_string(note)
            .unwrap()
            .contains("\nserial 2\n")
    );

    let serving = stage.serve(after);
    let me = sign_in(&serving, "triage-2");
    let last = stage.today(0).week().plus(3).to_string();
    assert!(me.desks[0].periods.contains(&last), "{me:?}");
    drop(serving);
    assert!(!stage.make(0).changed);
}

#[test]
fn a_beginning_that_was_cut_off_is_gone_on_with() {
    let stage = Stage::build();
    // Somebody sits on the port, so the first try ends before anybody has enrolled.
    let seat = stage.take_staff_port();
    assert!(stage.try_to_make(0).is_err());
    drop(seat);
    let made = stage.make(0);
    assert_eq!(made.officers.len(), 20);
    let serving = stage.serve(made);
    for name in ["team-economic-crime", "silver"] {
        assert_eq!(sign_in(&serving, name).desks.len(), 1);
    }
}
