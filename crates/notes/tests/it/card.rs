//! The card an officer hands in, and the six words read from it.

use domain::{InstallationId, OfficerId};
use notes::card::Card;
use notes::{Malformed, fingerprint};

use crate::actors::{INST, key, recipient};

const OFFICER: OfficerId = OfficerId::from_bytes([7; 16]);

fn card() -> Card {
    Card::sign(INST, OFFICER, recipient('q'), &key(1))
}

#[test]
fn a_card_reads_back_with_its_keys() {
    let read = Card::parse(&card().to_text(), INST).unwrap();
    assert_eq!(read, card());
    assert_eq!(read.officer(), OFFICER);
    assert_eq!(read.recipient(), &recipient('q'));
    assert_eq!(read.key(), key(1).public());
}

#[test]
fn a_card_of_another_installation_is_refused() {
    let other = InstallationId::from_bytes([2; 16]);
    assert_eq!(Card::parse(&card().to_text(), other), Err(Malformed));
}

#[test]
fn a_card_with_one_line_of_another_is_refused() {
    let ours = card().to_text();
    let others = [
        Card::sign(
            INST,
            OfficerId::from_bytes([8; 16]),
            recipient('q'),
            &key(1),
        ),
        Card::sign(INST, OFFICER, recipient('p'), &key(1)),
        Card::sign(INST, OFFICER, recipient('q'), &key(2)),
    ];
    for other in others {
        let other = other.to_text();
        for (mine, theirs) in ours.lines().zip(other.lines()) {
            if mine != theirs {
                let mixed = ours.replace(mine, theirs);
                assert_eq!(Card::parse(&mixed, INST), Err(Malformed), "{theirs}");
            }
        }
    }
}

#[test]
fn every_changed_byte_of_a_card_is_refused() {
    let text = card().to_text();
    for position in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[position] ^= 1;
        let changed = String::from_utf8(bytes).unwrap();
        assert!(Card::parse(&changed, INST).is_err(), "byte {position}");
    }
}

#[test]
fn a_card_written_any_other_way_is_refused() {
    let text = card().to_text();
    for wrong in [
        String::new(),
        text.trim_end().to_owned(),
        text.replace('\n', "\r\n"),
        format!("{text}\n"),
        format!("{text}role officer\n"),
        text.replace("officer ", "officer  "),
    ] {
        assert_eq!(Card::parse(&wrong, INST), Err(Malformed), "{wrong:?}");
    }
}

#[test]
fn the_fingerprint_is_six_words_of_the_list_and_never_changes() {
    let words = fingerprint::of_card(&card());
    assert_eq!(words.split(' ').count(), 6);
    assert_eq!(words, fingerprint::words(&recipient('q'), key(1).public()));
    assert_eq!(words, "molecular each backhand zen unhitched series");
}

#[test]
fn another_recipient_or_key_has_another_fingerprint() {
    let words = fingerprint::of_card(&card());
    assert_ne!(words, fingerprint::words(&recipient('p'), key(1).public()));
    assert_ne!(words, fingerprint::words(&recipient('q'), key(2).public()));
}
