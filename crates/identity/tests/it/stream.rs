//! Files too long for memory: sealed to several, opened by any, and whole or refused.

use std::io::{Read, Write};

use identity::{Identity, OpenError, open_stream};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use seal::hybrid::Recipient;
use seal::seal_stream;

/// Two pieces of 64 KiB exactly, so that a file without its end still ends with a whole piece.
const WHOLE: usize = 2 * 64 * 1_024;

fn identity(seed: u64) -> Identity {
    Identity::generate(&mut ChaCha20Rng::seed_from_u64(seed))
}

fn sealed(plaintext: &[u8], to: &[&Identity]) -> Vec<u8> {
    let to: Vec<Recipient> = to.iter().map(|one| one.recipient().clone()).collect();
    let mut writer = seal_stream(&to, Vec::new()).unwrap();
    writer.write_all(plaintext).unwrap();
    writer.finish().unwrap()
}

fn opened(identity: &Identity, file: &[u8]) -> Result<Vec<u8>, String> {
    let reader = open_stream(identity, file).map_err(|error| format!("{error:?}"));
    let mut plaintext = Vec::new();
    let read = reader?.read_to_end(&mut plaintext);
    read.map(|_| plaintext).map_err(|error| error.to_string())
}

fn plaintext() -> Vec<u8> {
    (0..WHOLE)
        .map(|at| u8::try_from(at % 251).unwrap())
        .collect()
}

#[test]
fn what_is_sealed_to_several_is_opened_by_each_and_by_nobody_else() {
    let [first, second, other] = [1, 2, 3].map(identity);
    let file = sealed(&plaintext(), &[&first, &second]);
    assert_eq!(opened(&first, &file).unwrap(), plaintext());
    assert_eq!(opened(&second, &file).unwrap(), plaintext());
    let refused = open_stream(&other, file.as_slice()).err();
    assert_eq!(refused, Some(OpenError::NotForUs));
}

#[test]
fn it_cannot_be_sealed_to_nobody() {
    assert!(seal_stream(&[], Vec::new()).is_err());
}

#[test]
fn a_file_cut_off_anywhere_or_longer_than_it_was_is_refused() {
    let to = identity(1);
    let file = sealed(&plaintext(), &[&to]);
    let piece = 64 * 1_024 + 16;
    let lengths = [1, 16, 17, 100, piece, piece + 1, piece + 500, 2 * piece];
    for cut in lengths {
        let short = &file[..file.len() - cut];
        assert!(opened(&to, short).is_err(), "without its last {cut}");
    }
    let long = [file.as_slice(), b"more"].concat();
    assert!(opened(&to, &long).is_err());
}

#[test]
fn a_file_in_which_one_bit_is_another_is_refused() {
    let to = identity(1);
    let file = sealed(&plaintext(), &[&to]);
    let places = (0..file.len()).step_by(4_093).chain([0, file.len() - 1]);
    for place in places {
        let mut changed = file.clone();
        changed[place] ^= 1;
        assert!(opened(&to, &changed).is_err(), "changed at {place}");
    }
}
