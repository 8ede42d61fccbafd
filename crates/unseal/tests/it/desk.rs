//! Officers, their wrappers and their cards.

use domain::{Desk, District, OfficerId, Period};
use notes::SigningKey;
use notes::card::Card;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use seal::{cbor, seal_file};
use unseal::OpenError;
use unseal::epoch::EpochSecret;
use unseal::officer::OfficerKeys;
use zeroize::Zeroizing;

use crate::actors::{INST, OTHER_INST, identity};

const DESK: Desk = Desk::Bronze(District::Leeds);

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn secret() -> EpochSecret {
    EpochSecret::make(
        &mut ChaCha20Rng::seed_from_u64(7),
        INST,
        DESK,
        period("2026-W47"),
    )
}

#[test]
fn an_export_key_always_gives_the_same_two_keys_and_another_others() {
    let keys = OfficerKeys::derive(&[1; 64]);
    let again = OfficerKeys::derive(&[1; 64]);
    let other = OfficerKeys::derive(&[2; 64]);
    assert_eq!(keys.identity().recipient(), again.identity().recipient());
    assert_eq!(keys.signing().public(), again.signing().public());
    assert_ne!(keys.identity().recipient(), other.identity().recipient());
    assert_ne!(keys.signing().public(), other.signing().public());
    assert_ne!(keys.identity().expose_seed(), keys.signing().expose_seed());
    assert!(!format!("{keys:?}").contains('['), "no byte is printed");
}

#[test]
fn the_derivation_never_changes() {
    // HKDF-SHA256 of 64 bytes 0x01 without salt, computed apart.
    let keys = OfficerKeys::derive(&[1; 64]);
    assert_eq!(
        hex::encode(keys.identity().expose_seed()),
        "87563b619a952ca04ec123b930c540c335d26ed628c5f9e38d31cede50a11579"
    );
    assert_eq!(
        hex::encode(keys.signing().expose_seed()),
        "e16d146e4e4387686a4140d9b22d86c303724d5c62db462b4274634a8eb4ffef"
    );
}

#[test]
fn a_card_made_of_derived_keys_reads_back() {
    let keys = OfficerKeys::derive(&[1; 64]);
    let card = keys.card(INST, OfficerId::from_bytes([9; 16])).unwrap();
    let read = Card::parse(&card.to_text(), INST).unwrap();
    let recipient = keys.identity().recipient().encode();
    assert_eq!(read.recipient().as_str(), recipient);
}

#[test]
fn a_wrapped_epoch_opens_for_its_officer_and_opens_what_the_desk_receives() {
    let officer = OfficerKeys::derive(&[1; 64]);
    let secret = secret();
    let wrapped = secret.seal(officer.identity().recipient()).unwrap();
    let keys = [officer.identity()];
    let opened = EpochSecret::open(&keys, &wrapped, INST, DESK, period("2026-W47")).unwrap();
    assert_eq!(opened.recipient(), secret.recipient());
    assert_eq!((opened.desk(), opened.period()), (DESK, period("2026-W47")));
    let file = seal_file(secret.recipient(), b"report").unwrap();
    let read = unseal::open_file(&[opened.identity()], &file).unwrap();
    assert_eq!(read.plaintext.as_slice(), b"report");
}

#[test]
fn the_key_that_signs_replies_travels_with_the_secret_it_was_put_beside() {
    let officer = identity(1);
    let through = |secret: EpochSecret| {
        let wrapped = secret.seal(officer.recipient()).unwrap();
        let opened = EpochSecret::open(&[&officer], &wrapped, INST, DESK, period("2026-W47"));
        opened.unwrap().reply_key().map(|key| key.public())
    };
    assert_eq!(through(secret()), None);
    let seed = Zeroizing::new([9; 32]);
    let key = SigningKey::from_seed(&seed).public();
    assert_eq!(through(secret().with_replies(seed)), Some(key));
}

#[test]
fn a_wrapper_of_another_officer_desk_period_or_installation_is_refused() {
    let officer = identity(1);
    let wrapped = secret().seal(officer.recipient()).unwrap();
    let open = |who, inst, desk, text: &str| {
        EpochSecret::open(&[who], &wrapped, inst, desk, period(text)).err()
    };
    let misplaced = Some(OpenError::Misplaced);
    assert_eq!(open(&officer, INST, Desk::Triage, "2026-W47"), misplaced);
    assert_eq!(open(&officer, INST, DESK, "2026-W48"), misplaced);
    assert_eq!(open(&officer, INST, DESK, "2026-Q4"), misplaced);
    assert_eq!(open(&officer, OTHER_INST, DESK, "2026-W47"), misplaced);
    let other = identity(2);
    let stranger = open(&other, INST, DESK, "2026-W47");
    assert_eq!(stranger, Some(OpenError::NotForUs));
    assert_eq!(open(&officer, INST, DESK, "2026-W47"), None);
}

#[test]
fn what_is_no_epoch_secret_is_refused() {
    let officer = identity(1);
    for plaintext in [
        b"".as_slice(),
        b"\xa0",
        &cbor::to_deterministic(&7u8).unwrap(),
    ] {
        let file = seal_file(officer.recipient(), plaintext).unwrap();
        let opened = EpochSecret::open(&[&officer], &file, INST, DESK, period("2026-W47"));
        assert_eq!(opened.err(), Some(OpenError::Malformed));
    }
}

#[test]
fn a_period_is_a_week_or_a_quarter() {
    assert!(matches!(period("2026-W47"), Period::Week(_)));
    assert!(matches!(period("2026-Q4"), Period::Quarter(_)));
    assert_eq!(period("2026-Q4").to_string(), "2026-Q4");
    assert!("2026-11-22".parse::<Period>().is_err());
}
