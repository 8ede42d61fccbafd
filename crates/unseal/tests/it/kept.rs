//! Kept records: only the right one, the newest one, and signed by somebody on the roster.

use domain::wire::CARD_LEN;
use domain::{Day, Desk, OfficerId, RecordId, Standing};
use notes::{PublicKey, SigningKey};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use seal::kept::{
    CARD_CONTENT_MAX, KEPT_CONTENT_MAX, KeptHash, KeptHead, Slot, WriteId, seal_card, seal_kept,
};
use seal::{Kind, SealError, TIP_BODY_LEN, seal_frame};
use unseal::kept::{Expected, Keeping, Kept, Seen, open_card, open_kept};
use unseal::{Identity, OpenError};

use crate::actors::{INST, OTHER_INST, identity};

const RECORD: RecordId = RecordId::from_bytes([5; 16]);
pub const AUTHOR: OfficerId = OfficerId::from_bytes([6; 16]);
const STRANGER: OfficerId = OfficerId::from_bytes([7; 16]);

pub const COLLEAGUE: OfficerId = OfficerId::from_bytes([8; 16]);
pub const ORIGINAL: KeptHash = KeptHash::from_bytes([9; 32]);

pub const EXPECTED: Expected = Expected {
    inst: INST,
    record: RECORD,
    desk: Desk::Triage,
    slot: Slot::Work,
    version: 1,
    seen: &[],
};

pub fn key(seed: u8) -> SigningKey {
    SigningKey::from_seed(&[seed; 32])
}

/// The author left after this day.
pub const LAST: Day = Day(20_700);

fn roster(officer: OfficerId, day: Day) -> Option<(PublicKey, Standing)> {
    let standing = match officer {
        COLLEAGUE => Standing::Serving,
        AUTHOR if day <= LAST => Standing::Former,
        _ => return None,
    };
    Some((key(1).public(), standing))
}

pub fn head() -> KeptHead {
    KeptHead {
        inst: INST,
        record: RECORD,
        desk: Desk::Triage,
        slot: Slot::Work,
        version: 1,
        previous: KeptHash::NONE,
        author: AUTHOR,
        day: LAST,
        write: WriteId::from_bytes([1; 16]),
        original: Some(ORIGINAL),
    }
}

pub fn kept(head: &KeptHead, signer: &SigningKey, expected: &Expected) -> Result<Kept, OpenError> {
    let one_time = identity(1);
    let (frame, hash) = seal_kept(one_time.recipient(), head, b"sanitised", signer).unwrap();
    let opened = open_kept(&one_time, &frame, expected, &roster)?;
    assert_eq!(opened.hash, hash);
    Ok(opened)
}

/// Opens what this head says it is, beside what was seen.
pub fn beside(head: &KeptHead, seen: &[Seen]) -> Result<Kept, OpenError> {
    let expected = Expected {
        slot: head.slot,
        version: head.version,
        seen,
        ..EXPECTED
    };
    kept(head, &key(1), &expected)
}

pub fn keeping() -> Keeping {
    Keeping {
        inst: INST,
        record: RECORD,
        desk: Desk::Triage,
        quarter: "2026-Q4".parse().unwrap(),
    }
}

#[test]
fn a_record_comes_back_with_what_it_says_of_itself() {
    let opened = kept(&head(), &key(1), &EXPECTED).unwrap();
    assert_eq!(opened.content.as_slice(), b"sanitised");
    assert_eq!((opened.head, opened.standing), (head(), Standing::Former));
    let seen = Seen::of(&opened.head, opened.hash);
    assert_eq!((seen.version, seen.original), (1, ORIGINAL));
}

#[test]
fn another_record_desk_slot_or_installation_is_refused() {
    let changes: [fn(&mut KeptHead); 3] = [
        |head| head.record = RecordId::from_bytes([66; 16]),
        |head| head.desk = Desk::Silver,
        |head| head.slot = Slot::History,
    ];
    for change in changes {
        let mut other = head();
        change(&mut other);
        let opened = kept(&other, &key(1), &EXPECTED);
        assert_eq!(opened.err(), Some(OpenError::Misplaced));
    }
    let mut elsewhere = head();
    elsewhere.inst = OTHER_INST;
    let opened = kept(&elsewhere, &key(1), &EXPECTED);
    assert_eq!(opened.err(), Some(OpenError::Misplaced));
}

#[test]
fn a_signature_of_anybody_else_is_refused() {
    let forged = kept(&head(), &key(2), &EXPECTED);
    assert_eq!(forged.err(), Some(OpenError::Unsigned));
    let mut unknown = head();
    unknown.author = STRANGER;
    let opened = kept(&unknown, &key(1), &EXPECTED);
    assert_eq!(opened.err(), Some(OpenError::Unsigned));
    let mut left = head();
    left.day = LAST.plus(1);
    let opened = kept(&left, &key(1), &EXPECTED);
    assert_eq!(opened.err(), Some(OpenError::Unsigned));
}

#[test]
fn there_is_no_version_nought_and_nothing_unsigned_is_read() {
    let one_time = identity(1);
    let mut nought = head();
    nought.version = 0;
    let opened = beside(&nought, &[]);
    assert_eq!(opened.err(), Some(OpenError::Malformed));
    for body in [b"".as_slice(), &[0; 63], &[0; 200]] {
        let frame = seal_frame(one_time.recipient(), Kind::Record, INST, body).unwrap();
        let opened = open_kept(&one_time, &frame, &EXPECTED, &roster);
        assert_eq!(opened.err(), Some(OpenError::Malformed));
    }
}

#[test]
fn a_card_is_always_4096_bytes_and_comes_back() {
    let one_time = identity(1);
    let head = KeptHead {
        slot: Slot::Card,
        ..head()
    };
    let expected = Expected {
        slot: Slot::Card,
        ..EXPECTED
    };
    for content in [b"".as_slice(), &[7; CARD_CONTENT_MAX]] {
        let card = seal_card(one_time.recipient(), &head, content, &key(1));
        let (mut card, hash) = card.unwrap();
        assert_eq!(card.len(), CARD_LEN);
        let opened = open_card(&one_time, &card, &expected, &roster).unwrap();
        assert_eq!(opened.content.as_slice(), content);
        assert_eq!(opened.hash, hash);
        card.push(0);
        assert!(open_card(&one_time, &card, &expected, &roster).is_err());
    }
    let more = seal_card(
        one_time.recipient(),
        &head,
        &[7; CARD_CONTENT_MAX + 1],
        &key(1),
    );
    assert_eq!(more.err(), Some(SealError::TooLong));
}

#[test]
fn the_fullest_frame_fits_for_the_desk_with_the_longest_name() {
    let one_time = identity(1);
    let longest = Desk::all()
        .into_iter()
        .max_by_key(|desk| desk.to_string().len());
    let head = KeptHead {
        desk: longest.unwrap(),
        version: u32::MAX,
        ..head()
    };
    let full = vec![7; KEPT_CONTENT_MAX];
    assert!(seal_kept(one_time.recipient(), &head, &full, &key(1)).is_ok());
    let card = KeptHead {
        slot: Slot::Card,
        ..head
    };
    let full_card = [7; CARD_CONTENT_MAX];
    assert!(seal_card(one_time.recipient(), &card, &full_card, &key(1)).is_ok());
    const { assert!(KEPT_CONTENT_MAX > TIP_BODY_LEN) };
}

#[test]
fn a_card_is_no_frame_and_a_frame_no_card() {
    let one_time = identity(1);
    let card = KeptHead {
        slot: Slot::Card,
        ..head()
    };
    let as_frame = seal_kept(one_time.recipient(), &card, b"", &key(1));
    assert_eq!(as_frame.err(), Some(SealError::NotAllowed));
    let as_card = seal_card(one_time.recipient(), &head(), b"", &key(1));
    assert_eq!(as_card.err(), Some(SealError::NotAllowed));
}

#[test]
fn the_vault_opens_the_wrapper_of_its_record_and_of_no_other() {
    let vault = identity(2);
    let mut rng = ChaCha20Rng::seed_from_u64(3);
    let (one_time, wrapper) = keeping().make(&mut rng, vault.recipient()).unwrap();
    let opened: Identity = keeping().open(&[&vault], &wrapper).unwrap();
    assert_eq!(opened.recipient(), one_time.recipient());
    let other = Keeping {
        record: RecordId::from_bytes([66; 16]),
        ..keeping()
    };
    let misplaced = other.open(&[&vault], &wrapper);
    assert_eq!(misplaced.err(), Some(OpenError::Misplaced));
    let stranger = keeping().open(&[&identity(4)], &wrapper);
    assert_eq!(stranger.err(), Some(OpenError::NotForUs));
}

#[test]
fn a_seed_can_be_wrapped_anew_for_the_next_quarter() {
    let (vault, next_vault) = (identity(2), identity(3));
    let mut rng = ChaCha20Rng::seed_from_u64(3);
    let (one_time, _) = keeping().make(&mut rng, vault.recipient()).unwrap();
    let next = Keeping {
        quarter: keeping().quarter.next(),
        ..keeping()
    };
    let wrapper = next.wrap(&one_time, next_vault.recipient()).unwrap();
    let opened = next.open(&[&next_vault], &wrapper).unwrap();
    assert_eq!(opened.recipient(), one_time.recipient());
    assert!(keeping().open(&[&vault], &wrapper).is_err());
}
