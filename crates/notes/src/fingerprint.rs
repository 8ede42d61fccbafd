//! Six words two people can read to each other.

use sha2::{Digest, Sha256};

use crate::card::Card;
use crate::recipient::RecipientText;
use crate::signature::PublicKey;

const CONTEXT: &str = "ginnel/card/v1/fingerprint";
const WORDS: usize = 6;

/// The EFF long list, 7,776 words, CC BY 3.0 US, Electronic Frontier Foundation.
const EFF_LONG: &str = include_str!("../data/eff_long_words.txt");

/// The fingerprint of an officer's keys: six words, 77 bits.
///
/// ```text
/// n = first 16 bytes of SHA-256("ginnel/card/v1/fingerprint" || 0x00 || recipient || key)
/// word i = EFF long list [n / 7776^i mod 7776], i = 0..5
/// ```
///
/// `recipient` is the `age1pq1…` text, `key` the 32 bytes of the Ed25519 key. Somebody who wants to
/// pass a card of their own off for another's must search 2^77 keys.
pub fn words(recipient: &RecipientText, key: PublicKey) -> String {
    let hash = Sha256::new()
        .chain_update(CONTEXT)
        .chain_update([0])
        .chain_update(recipient.as_str())
        .chain_update(key.as_bytes())
        .finalize();
    let first = hash.iter().take(16);
    let mut number = first.fold(0u128, |number, byte| number << 8 | u128::from(*byte));
    let list: Vec<&str> = word_list().collect();
    let mut word = || {
        let (rest, index) = divide(number, list.len());
        number = rest;
        list.get(index).copied().unwrap_or_default()
    };
    [(); WORDS].map(|()| word()).join(" ")
}

/// The words fingerprints are made of, 7,776 of them, for whoever draws a passphrase.
pub fn word_list() -> impl Iterator<Item = &'static str> {
    EFF_LONG.lines()
}

/// The fingerprint of a card's keys.
pub fn of_card(card: &Card) -> String {
    words(card.recipient(), card.key())
}

/// Quotient and remainder by a list's length.
fn divide(number: u128, len: usize) -> (u128, usize) {
    let by = u128::try_from(len).unwrap_or(1).max(1);
    let index = usize::try_from(number % by).unwrap_or_default();
    (number / by, index)
}
