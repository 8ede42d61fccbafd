//! Recipients and identities: one way to write each, and nothing unsound let in.

use std::iter;

use age::{Decryptor, Encryptor};
use age_core::primitives::bech32_encode;
use identity::{Identity, NotAnIdentity};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use seal::hybrid::{NotARecipient, RECIPIENT_LEN, Recipient};
use std::io::{Read, Write};
use zeroize::Zeroizing;

fn identity() -> Identity {
    Identity::generate(&mut ChaCha20Rng::seed_from_u64(1))
}

fn seal_plainly(recipient: &dyn age::Recipient, message: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let encryptor = Encryptor::with_recipients(iter::once(recipient)).unwrap();
    let mut writer = encryptor.wrap_output(&mut file).unwrap();
    writer.write_all(message).unwrap();
    writer.finish().unwrap();
    file
}

#[test]
fn what_is_sealed_to_a_recipient_its_identity_opens() {
    let identity = identity();
    let recipient = Recipient::parse(&identity.recipient().encode()).unwrap();
    let file = seal_plainly(&recipient, b"what happened");
    let mut opened = Vec::new();
    Decryptor::new_buffered(file.as_slice())
        .unwrap()
        .decrypt(iter::once(&identity as &dyn age::Identity))
        .unwrap()
        .read_to_end(&mut opened)
        .unwrap();
    assert_eq!(opened, b"what happened");
}

#[test]
fn a_file_made_by_the_npm_package_age_encryption_opens() {
    let identity = Identity::from_seed(Zeroizing::new([42; 32]));
    let file = include_bytes!("../../../unseal/fuzz/age-file/age-encryption-0.3.1");
    let opened = identity::open_file(&[&identity], file).unwrap();
    assert_eq!(opened.plaintext.as_slice(), b"made by the npm package");
}

#[test]
fn a_hybrid_recipient_is_never_mixed_with_a_classic_one() {
    let classic = age::x25519::Identity::generate().to_public();
    let hybrid = identity();
    let both: [&dyn age::Recipient; 2] = [hybrid.recipient(), &classic];
    assert!(Encryptor::with_recipients(both.into_iter()).is_err());
}

#[test]
fn an_identity_of_the_age_specification_has_the_recipient_it_names() {
    // From the CCTV vector `hybrid`: the seed's text reads back to itself.
    let text = "AGE-SECRET-KEY-PQ-1HZLGZUPT4ETPKDEV8HSGFDCYZ4E522W0A7PU2LHT8EH9W6YLNC3SW78XKG";
    let identity = Identity::parse(text).unwrap();
    assert_eq!(identity.to_text().as_str(), text);
    let again = Identity::from_seed(Zeroizing::new(*identity.expose_seed()));
    assert_eq!(again.recipient(), identity.recipient());
    assert!(identity.recipient().encode().starts_with("age1pq1"));
    assert_eq!(identity.recipient().to_bytes().len(), RECIPIENT_LEN);
}

#[test]
fn only_the_one_way_of_writing_an_identity_is_read() {
    let text = identity().to_text().to_string();
    let lower = text.to_lowercase();
    let short = &text[..text.len() - 1];
    let other = bech32_encode(bech32::Hrp::parse_unchecked("age-secret-key-"), &[7; 32]);
    let long = bech32_encode(bech32::Hrp::parse_unchecked("age-secret-key-pq-"), &[7; 33]);
    let (other, long) = (other.to_uppercase(), long.to_uppercase());
    for wrong in [&lower, short, &other, &long, "", "AGE-SECRET-KEY-PQ-1"] {
        assert_eq!(Identity::parse(wrong).err(), Some(NotAnIdentity), "{wrong}");
    }
}

#[test]
fn only_the_one_way_of_writing_a_recipient_is_read() {
    let recipient = identity().recipient().clone();
    let text = recipient.encode();
    assert_eq!(Recipient::parse(&text), Ok(recipient.clone()));
    let bytes = recipient.to_bytes();
    let with_prefix =
        |prefix, bytes: &[u8]| bech32_encode(bech32::Hrp::parse_unchecked(prefix), bytes);
    let wrong = [
        text.to_uppercase(),
        format!(" {text}"),
        text[..text.len() - 1].to_owned(),
        text.replacen("age1pq1q", "age1pq1p", 1)
            .replacen("age1pq1z", "age1pq1q", 1)
            + "q",
        with_prefix("age", &bytes),
        with_prefix("age1tagpq", &bytes),
        with_prefix("age1pq", &bytes[1..]),
        with_prefix("age1pq", &[&bytes[..], &[0]].concat()),
    ];
    for wrong in wrong {
        assert_eq!(Recipient::parse(&wrong), Err(NotARecipient), "{wrong}");
    }
}

#[test]
fn an_mlkem_key_with_a_coefficient_not_reduced_is_refused() {
    let mut bytes = identity().recipient().to_bytes();
    // The first coefficient, twelve bits little-endian, becomes 4,095: q is 3,329.
    bytes[0] = 0xff;
    bytes[1] |= 0x0f;
    assert_eq!(Recipient::from_bytes(&bytes), Err(NotARecipient));
}

#[test]
fn an_x25519_key_of_low_order_or_written_a_second_way_is_refused() {
    let sound = identity().recipient().to_bytes();
    let with = |key: [u8; 32]| [&sound[..RECIPIENT_LEN - 32], &key].concat();
    let mut one = [0; 32];
    one[0] = 1;
    let of_order_eight =
        hex::decode("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800");
    let mut minus_one = [0xff; 32];
    minus_one[0] = 0xec;
    minus_one[31] = 0x7f;
    let mut nine_plus_p = [0xff; 32];
    nine_plus_p[0] = 0xf6;
    nine_plus_p[31] = 0x7f;
    let mut high_bit = [0; 32];
    high_bit.copy_from_slice(&sound[RECIPIENT_LEN - 32..]);
    high_bit[31] |= 0x80;
    let of_order_eight = of_order_eight.unwrap().try_into().unwrap();
    for key in [
        [0; 32],
        one,
        of_order_eight,
        minus_one,
        nine_plus_p,
        high_bit,
    ] {
        let name = hex::encode(key);
        assert_eq!(
            Recipient::from_bytes(&with(key)),
            Err(NotARecipient),
            "{name}"
        );
    }
    let mut nine = [0; 32];
    nine[0] = 9;
    assert!(Recipient::from_bytes(&with(nine)).is_ok());
}

#[test]
fn nothing_secret_is_printed() {
    let identity = identity();
    assert_eq!(format!("{identity:?}"), "Identity(..)");
}
