//! Slots of a record beside one another, and beside what was seen before.

use domain::Standing;
use seal::kept::{KeptHash, KeptHead, Slot, WriteId};
use unseal::OpenError;
use unseal::kept::{Expected, Kept, Seen};

use crate::kept::{AUTHOR, COLLEAGUE, EXPECTED, LAST, ORIGINAL, beside, head, kept, key};

fn original() -> KeptHead {
    KeptHead {
        slot: Slot::Original,
        original: None,
        ..head()
    }
}

fn seen(kept: &Kept) -> Seen {
    Seen::of(&kept.head, kept.hash)
}

#[test]
fn an_older_version_or_a_second_history_is_refused() {
    let at = |version, previous| KeptHead {
        version,
        previous,
        ..head()
    };
    let [some, other] = [1, 9].map(|byte| KeptHash::from_bytes([byte; 32]));
    let second = beside(&at(2, some), &[]).unwrap();
    let outcome = |head: &KeptHead| beside(head, &[seen(&second)]).err();
    assert_eq!(outcome(&at(1, KeptHash::NONE)), Some(OpenError::Older));
    assert_eq!(outcome(&at(2, other)), Some(OpenError::Older));
    assert_eq!(outcome(&at(3, other)), Some(OpenError::Older));
    assert_eq!(outcome(&at(2, some)), None);
    assert_eq!(outcome(&at(3, second.hash)), None);
    assert_eq!(outcome(&at(9, other)), None);
    let last = Seen {
        version: u32::MAX,
        ..seen(&second)
    };
    let before = beside(&at(2, some), &[last]);
    assert_eq!(before.err(), Some(OpenError::Older));
}

#[test]
fn slots_of_one_version_that_were_not_written_together_are_refused() {
    let work = seen(&beside(&head(), &[]).unwrap());
    let history = KeptHead {
        slot: Slot::History,
        ..head()
    };
    assert!(beside(&history, &[work]).is_ok());
    let elsewhere = KeptHead {
        write: WriteId::from_bytes([2; 16]),
        ..history
    };
    let by_another = KeptHead {
        author: COLLEAGUE,
        ..history
    };
    for mixed in [elsewhere, by_another] {
        assert_eq!(beside(&mixed, &[work]).err(), Some(OpenError::Mixed));
        let next = KeptHead {
            version: 2,
            previous: ORIGINAL,
            ..mixed
        };
        assert!(beside(&next, &[work]).is_ok(), "another version");
    }
    let next = KeptHead {
        version: 2,
        previous: ORIGINAL,
        ..history
    };
    let expected_first = kept(
        &next,
        &key(1),
        &Expected {
            slot: Slot::History,
            ..EXPECTED
        },
    );
    assert_eq!(expected_first.err(), Some(OpenError::Mixed));
    let newer = Seen { version: 2, ..work };
    let older = beside(&history, &[newer]);
    assert_eq!(older.err(), Some(OpenError::Older));
}

#[test]
fn an_exchanged_original_is_refused_whoever_signed_it() {
    let accepted = beside(&original(), &[]).unwrap();
    let work = KeptHead {
        version: 2,
        previous: ORIGINAL,
        write: WriteId::from_bytes([2; 16]),
        original: Some(accepted.hash),
        ..head()
    };
    let known = [
        seen(&accepted),
        seen(&beside(&work, &[seen(&accepted)]).unwrap()),
    ];
    assert!(beside(&original(), &known).is_ok());
    let exchanged = KeptHead {
        write: WriteId::from_bytes([3; 16]),
        ..original()
    };
    let [original, work_seen] = known;
    let by_work = beside(&exchanged, &[work_seen]);
    assert_eq!(by_work.err(), Some(OpenError::Mixed));
    let by_itself = beside(&exchanged, &[original]);
    assert_eq!(by_itself.err(), Some(OpenError::Older));
    let bound_to_another = KeptHead {
        original: Some(ORIGINAL),
        ..work
    };
    let refused = beside(&bound_to_another, &[original]);
    assert_eq!(refused.err(), Some(OpenError::Mixed));
}

#[test]
fn what_who_has_left_dated_back_opens_and_says_so() {
    let at = |author, version, day| KeptHead {
        author,
        version,
        day,
        previous: ORIGINAL,
        write: WriteId::from_bytes([4; 16]),
        ..head()
    };
    let original = seen(&beside(&original(), &[]).unwrap());
    let by_colleague = at(COLLEAGUE, 2, LAST);
    let work = seen(&beside(&by_colleague, &[]).unwrap());
    for slot in [Slot::Work, Slot::History] {
        let outcome = |author, day| {
            let next = KeptHead {
                slot,
                ..at(author, 4, day)
            };
            beside(&next, &[work]).unwrap().standing
        };
        assert_eq!(outcome(AUTHOR, LAST.plus(-1)), Standing::FormerDatedBack);
        assert_eq!(outcome(AUTHOR, LAST), Standing::Former, "{slot:?}");
        let differs = outcome(COLLEAGUE, LAST.plus(-1));
        assert_eq!(differs, Standing::Serving, "clocks differ");
    }
    let bound_to_it = KeptHead {
        original: Some(original.original),
        ..at(AUTHOR, 2, LAST.plus(-1))
    };
    let before = beside(&bound_to_it, &[original]);
    assert_eq!(before.unwrap().standing, Standing::FormerDatedBack);
    let first = KeptHead {
        day: LAST.plus(-9),
        ..crate::seen::original()
    };
    let first = beside(&first, &[]).unwrap();
    let bound = KeptHead {
        original: Some(first.hash),
        ..by_colleague
    };
    let after = seen(&beside(&bound, &[]).unwrap());
    let first = beside(&first.head, &[after]).unwrap();
    assert_eq!(first.standing, Standing::Former, "it came first");
}

#[test]
fn only_version_1_has_an_original_and_only_an_original_names_none() {
    let changes: [fn(&mut KeptHead); 4] = [
        |head| head.original = None,
        |head| head.slot = Slot::Original,
        |head| head.previous = ORIGINAL,
        |head| head.version = 2,
    ];
    for change in changes {
        let mut unsound = head();
        change(&mut unsound);
        let opened = beside(&unsound, &[]);
        assert_eq!(opened.err(), Some(OpenError::Malformed));
    }
    let late = KeptHead {
        version: 2,
        previous: ORIGINAL,
        ..original()
    };
    assert_eq!(beside(&late, &[]).err(), Some(OpenError::Malformed));
}
