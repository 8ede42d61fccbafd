//! What a tip says of the mailbox, and what the mailbox asks for.

use domain::mailbox::{Address, SLOTS};
use phrase::Token;

use crate::actors::Reporter;

#[test]
fn the_slot_in_a_tip_names_the_addresses_that_the_request_s_tokens_open() {
    let reporter = Reporter::new(1);
    let request = reporter.mailbox.request();
    assert_eq!(request.len(), 256);
    let asked = request.chunks(32).map(|token| {
        let token = Token::from_bytes(token.try_into().unwrap());
        token.address()
    });
    let named = reporter.slot.addresses.iter();
    let named = named.map(|address| Address::from_bytes(**address));
    assert!(asked.eq(named));
    assert_eq!(reporter.slot.addresses.len(), SLOTS);
}

#[test]
fn the_same_phrase_always_gives_the_same_slot() {
    assert_eq!(Reporter::new(3).slot, Reporter::new(3).slot);
    assert_ne!(Reporter::new(3).slot, Reporter::new(4).slot);
}

#[test]
fn no_token_stands_in_a_tip() {
    let reporter = Reporter::new(1);
    let slot = minicbor::to_vec(&reporter.slot).unwrap();
    for token in reporter.keys.tokens() {
        assert!(!slot.windows(32).any(|bytes| bytes == token.expose()));
    }
}
