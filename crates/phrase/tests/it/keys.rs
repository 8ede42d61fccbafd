//! Known answers, worked out with the reference Argon2 and Python's `hmac`.

use domain::InstallationId;
use notes::SigningKey;
use phrase::{Phrase, PhraseKeys};

const INST: InstallationId = InstallationId::from_bytes([1; 16]);
const OTHER: InstallationId = InstallationId::from_bytes([2; 16]);
const WORDS: &str = "startup defense oxygen viselike undercoat parish divisible hydrogen";

fn keys(inst: InstallationId) -> PhraseKeys {
    PhraseKeys::derive(&Phrase::parse(WORDS).unwrap(), inst)
}

fn seed(text: &str) -> [u8; 32] {
    hex::decode(text).unwrap().try_into().unwrap()
}

#[test]
fn every_key_of_a_phrase_is_the_one_an_independent_program_derives() {
    let keys = keys(INST);
    assert_eq!(
        keys.thread().to_string(),
        "5c4489497657ff04736e401204a32304"
    );
    assert_eq!(
        hex::encode(keys.expose_reply_seed().as_slice()),
        "fdf5428c407e027704431ceda5a6aac576041512a4a1902b30ea9821ec319de7"
    );
    let sign = seed("caf3dac85a7b605025133b78a2b719962a5eb444278eb5bf5d205015600a10ef");
    let sign = SigningKey::from_seed(&sign);
    assert_eq!(keys.signing_key().public(), sign.public());
    let tokens = keys.tokens();
    for (slot, token, address) in [
        (
            0,
            "1d6e7a6db638f4f9af3fcfa7353f76b269b99a0f3f7eb662c43ad211aa5de8ae",
            "5e622b2e09392f24b6c4008d24f270117c398d323d22c84d55ef34c3bc0411bc",
        ),
        (
            7,
            "a3755785e6252f493b7a760c10a66a06ff8d2bd38e9b190166aa8935f8deefee",
            "3340488646bfc91be37ab8a94b0d6fd80cc0aa685dd3174f496ad57ef9f67814",
        ),
    ] {
        assert_eq!(hex::encode(tokens[slot].expose()), token);
        assert_eq!(hex::encode(tokens[slot].address().as_bytes()), address);
        assert_eq!(keys.addresses()[slot], tokens[slot].address());
    }
}

#[test]
fn the_same_phrase_has_other_keys_at_another_installation() {
    let (here, there) = (keys(INST), keys(OTHER));
    assert_ne!(here.thread(), there.thread());
    assert_ne!(here.addresses(), there.addresses());
    assert_ne!(here.expose_reply_seed(), there.expose_reply_seed());
}

#[test]
fn no_two_slots_are_the_same() {
    let mut addresses = keys(INST).addresses().to_vec();
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), phrase::SLOTS);
}

#[test]
fn nothing_of_a_phrase_prints() {
    let phrase = Phrase::parse(WORDS).unwrap();
    let keys = PhraseKeys::derive(&phrase, INST);
    let [first, ..] = keys.tokens();
    assert_eq!(format!("{phrase:?}"), "Phrase(..)");
    assert_eq!(format!("{keys:?}"), "PhraseKeys(..)");
    assert_eq!(format!("{first:?}"), "Token(..)");
    assert_eq!(format!("{:?}", first.address()), "Address(..)");
}
