//! What a ceremony made is taken in whole, or not at all.

use actors::recipient;
use domain::{Desk, OfficerId, Period, Role, UnixSeconds};
use ginnel::SystemClock;
use ginnel::commands::{ImportError, Imported, import};
use notes::NoteError;
use storage::{NewSession, NoteKind, OfficerState, TokenHash};

use crate::ceremony::{Ceremony, LEEDS, Person};
use crate::installation::{Installation, now, today};

const AMINA: Person = Person {
    seed: 1,
    role: Role::Officer,
};
const OMAR: Person = Person {
    seed: 2,
    role: Role::Supervisor,
};
/// Has a card, but nobody approved it.
const INSERTED: Person = Person {
    seed: 3,
    role: Role::Officer,
};

fn take_in(installation: &Installation, ceremony: &Ceremony) -> Result<Imported, ImportError> {
    let folder = ceremony.write(installation);
    let opened = installation.opened();
    now(import(&opened, &folder, &SystemClock))
}

fn begun() -> Installation {
    let installation = Installation::begun();
    for person in [AMINA, OMAR, INSERTED] {
        person.enrol(&installation);
    }
    installation
}

fn state(installation: &Installation, officer: OfficerId) -> (OfficerState, Vec<Desk>, usize) {
    let store = installation.opened().store;
    now(async {
        let found = store.officer(officer).await.unwrap().unwrap();
        let wrappers = store.wrappers_for(officer).await.unwrap().len();
        (found.state, found.desks, wrappers)
    })
}

#[test]
fn rostered_officers_become_approved_and_hold_wrappers_and_an_inserted_card_gets_nothing() {
    let installation = begun();
    let ceremony = Ceremony::with_triage(&[AMINA, OMAR]);
    let imported = take_in(&installation, &ceremony).unwrap();
    let expected = Imported {
        notes: 3,
        wrappers: 2,
        approved: 2,
    };
    assert_eq!(imported, expected);
    for person in [AMINA, OMAR] {
        let expected = (OfficerState::Approved, vec![Desk::Triage], 1);
        assert_eq!(state(&installation, person.id()), expected);
    }
    let (state_of, _, wrappers) = state(&installation, INSERTED.id());
    assert_eq!((state_of, wrappers), (OfficerState::Enrolled, 0));
    let again = take_in(&installation, &ceremony).unwrap();
    assert_eq!(again.approved, 0);
}

/// Changes a sound ceremony, expects this refusal, and that nothing of it was kept.
fn refused(change: impl FnOnce(&mut Ceremony), expected: impl FnOnce(&ImportError) -> bool) {
    let installation = begun();
    let mut ceremony = Ceremony::with_triage(&[AMINA, OMAR]);
    change(&mut ceremony);
    let refusal = take_in(&installation, &ceremony).unwrap_err();
    assert!(expected(&refusal), "{refusal}");
    let store = installation.opened().store;
    now(async {
        for kind in [NoteKind::PublicDirectory, NoteKind::Roster(Desk::Triage)] {
            assert_eq!(store.note(kind).await.unwrap(), None);
        }
    });
    let (state_of, _, wrappers) = state(&installation, AMINA.id());
    assert_eq!((state_of, wrappers), (OfficerState::Enrolled, 0));
}

#[test]
fn a_directory_with_one_signature_is_refused() {
    refused(
        |ceremony| ceremony.one_signature = true,
        |error| {
            matches!(
                error,
                ImportError::Note {
                    problem: NoteError::Unsigned,
                    ..
                }
            )
        },
    );
}

#[test]
fn an_expired_directory_and_one_of_tomorrow_are_refused() {
    refused(
        |ceremony| ceremony.from = today().plus(-7),
        |error| {
            matches!(
                error,
                ImportError::Note {
                    problem: NoteError::Expired,
                    ..
                }
            )
        },
    );
    refused(
        |ceremony| ceremony.from = today().plus(1),
        |error| {
            matches!(
                error,
                ImportError::Note {
                    problem: NoteError::NotYetValid,
                    ..
                }
            )
        },
    );
}

#[test]
fn a_wrapper_for_another_recipient_than_the_directorys_is_refused() {
    refused(
        |ceremony| ceremony.wrappers[0].recipient = recipient(25),
        |error| matches!(error, ImportError::NotTheDirectorys { .. }),
    );
    refused(
        |ceremony| ceremony.wrappers[0].period = Period::Week(today().week().plus(3)),
        |error| matches!(error, ImportError::NotTheDirectorys { .. }),
    );
    refused(
        |ceremony| ceremony.wrappers[0].desk = LEEDS,
        |error| matches!(error, ImportError::NotTheDirectorys { .. }),
    );
}

#[test]
fn a_wrapper_for_somebody_who_is_not_rostered_is_refused() {
    refused(
        |ceremony| ceremony.wrappers[0].officer = INSERTED.id(),
        |error| matches!(error, ImportError::NotRostered { .. }),
    );
}

#[test]
fn a_roster_that_lists_an_officer_with_other_keys_or_another_role_is_refused() {
    refused(
        |ceremony| ceremony.rosters[0].1[0].recipient = recipient(26),
        |error| matches!(error, ImportError::OtherOfficer { .. }),
    );
    refused(
        |ceremony| ceremony.rosters[0].1[0].key = INSERTED.key().public(),
        |error| matches!(error, ImportError::OtherOfficer { .. }),
    );
    refused(
        |ceremony| ceremony.rosters[0].1[0].role = Role::Supervisor,
        |error| matches!(error, ImportError::OtherOfficer { .. }),
    );
}

#[test]
fn an_older_ceremony_is_refused_and_the_newer_stays() {
    let installation = begun();
    let mut ceremony = Ceremony::with_triage(&[AMINA]);
    ceremony.serial = 5;
    take_in(&installation, &ceremony).unwrap();
    ceremony.serial = 4;
    let refusal = take_in(&installation, &ceremony).unwrap_err();
    let older = matches!(
        refusal,
        ImportError::Note {
            problem: NoteError::Older,
            ..
        }
    );
    assert!(older, "{refusal}");
}

#[test]
fn who_is_no_longer_rostered_loses_the_desk_its_keys_and_their_session() {
    let installation = begun();
    take_in(&installation, &Ceremony::with_triage(&[AMINA, OMAR])).unwrap();
    let (store, token) = (installation.opened().store, TokenHash([9; 32]));
    let begin = UnixSeconds(1_000);
    let session = NewSession {
        token,
        officer: OMAR.id(),
        created: begin,
        expires: begin.plus(600),
        idle_seconds: 600,
    };
    now(store.start_session(session)).unwrap();
    let mut next = Ceremony::with_triage(&[AMINA]);
    next.serial = 2;
    take_in(&installation, &next).unwrap();
    let (_, desks, wrappers) = state(&installation, OMAR.id());
    assert_eq!((desks.len(), wrappers), (0, 0));
    assert_eq!(now(store.session(token, begin)).unwrap(), None);
    let kept = (OfficerState::Approved, vec![Desk::Triage], 1);
    assert_eq!(state(&installation, AMINA.id()), kept);
}
