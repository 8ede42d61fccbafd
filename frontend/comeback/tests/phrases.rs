//! The module, from outside: what it says of a phrase, and what it signs.

use comeback::{PhraseKept, draw_phrase};
use domain::tip::ReplySlot;
use domain::{InstallationId, ThreadId};
use mailbox::reply_slot;
use notes::PublicKey;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use seal::cbor::from_deterministic;

const INST: InstallationId = InstallationId::from_bytes([7; 16]);

fn drawn() -> [String; 2] {
    draw_phrase(&mut ChaCha20Rng::seed_from_u64(4)).map(|text| text.to_string())
}

#[test]
fn words_and_digits_are_one_phrase_and_only_what_a_tip_carries_is_said_of_it() {
    let kept = drawn().map(|typed| PhraseKept::of(&typed, &INST.to_string()).ok().unwrap());
    let [words, digits] = kept.each_ref().map(|kept| kept.said().unwrap());
    assert_eq!(words, digits);
    let said: (ThreadId, ReplySlot) = from_deterministic(&words).unwrap();
    let keys = kept[0].keys();
    assert_eq!(said, (keys.thread(), reply_slot(keys, false)));
}

#[test]
fn a_part_is_signed_as_a_follow_up_and_as_nothing_else() {
    let [words, _] = drawn();
    let kept = PhraseKept::of(&words, &INST.to_string()).ok().unwrap();
    let signature = kept.sign(b"a part").try_into().unwrap();
    let key: PublicKey = kept.keys().signing_key().public();
    key.verify("ginnel/follow-up/v1", b"a part", &signature)
        .unwrap();
    for (context, part) in [("ginnel/follow-up/v1", "another"), ("", "a part")] {
        assert!(key.verify(context, part.as_bytes(), &signature).is_err());
    }
}

#[test]
fn a_mistyped_phrase_is_told_by_number() {
    let [words, _] = drawn();
    let inst = INST.to_string();
    let wrong = words.replacen(words.split(' ').nth(2).unwrap(), "xyzzy", 1);
    let refused = |typed: &str, inst: &str| PhraseKept::of(typed, inst).err().unwrap().key();
    assert_eq!(refused(&wrong, &inst), "group-3");
    assert_eq!(refused("one two", &inst), "count");
    assert_eq!(refused(&words, "nowhere"), "page");
    let mut turned: Vec<&str> = words.split(' ').collect();
    turned.swap(0, 7);
    assert_eq!(refused(&turned.join(" "), &inst), "together");
}
