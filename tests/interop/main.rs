//! Interoperability: the npm package age-encryption, in Chromium, opens what we seal and seals what
//! we open.

mod page;

use std::process::ExitCode;

use domain::{FRAME_LEN, InstallationId, SealedFrame};
use rand::rngs::StdRng;
use rand::{RngCore, SeedableRng};
use seal::{Kind, OUTER_BODY_MAX, OUTER_LEN, age_file, seal_frame};
use tests::{Trial, run};
use unseal::{Identity, open_frame};

use crate::page::Stranger;

const INST: InstallationId = InstallationId::from_bytes([0x47; 16]);

const TRIALS: &[Trial<Stranger>] = &[
    (
        "a_frame_sealed_here_is_opened_by_the_package",
        a_frame_sealed_here_is_opened_by_the_package,
    ),
    (
        "a_frame_is_opened_by_the_package_with_its_own_key_only",
        a_frame_is_opened_by_the_package_with_its_own_key_only,
    ),
    (
        "a_file_sealed_by_the_package_is_opened_here_in_a_frame",
        a_file_sealed_by_the_package_is_opened_here_in_a_frame,
    ),
    (
        "keys_made_by_the_package_are_read_here_and_name_the_same_recipient",
        keys_made_by_the_package_are_read_here_and_name_the_same_recipient,
    ),
];

fn main() -> ExitCode {
    run(TRIALS, Stranger::start)
}

fn identity(seed: u64) -> Identity {
    Identity::generate(&mut StdRng::seed_from_u64(seed))
}

/// Bodies of every interesting length, with bytes that are no text.
fn bodies() -> Vec<Vec<u8>> {
    let lengths = [0, 1, 1_000, OUTER_BODY_MAX];
    let mut rng = StdRng::seed_from_u64(1);
    let mut body = |length| {
        let mut bytes = vec![0; length];
        rng.fill_bytes(&mut bytes);
        bytes
    };
    lengths.into_iter().map(&mut body).collect()
}

fn a_frame_sealed_here_is_opened_by_the_package(stranger: &Stranger) {
    let desk = identity(2);
    for body in bodies() {
        let frame = seal_frame(desk.recipient(), Kind::Tip, INST, &body).expect("it fits");
        let file = age_file(&frame).expect("it was just sealed");
        let opened = stranger.open(&desk.to_text(), file);
        let outer = opened.expect("the package opens it");
        assert_eq!(outer.len(), OUTER_LEN);
        let outer = seal::read_outer(&outer).expect("what we wrote");
        assert_eq!((outer.kind, outer.inst), (Kind::Tip, INST));
        assert_eq!(outer.body, body);
    }
}

fn a_frame_is_opened_by_the_package_with_its_own_key_only(stranger: &Stranger) {
    let (desk, other) = (identity(3), identity(4));
    let frame = seal_frame(desk.recipient(), Kind::Tip, INST, b"what happened").expect("it fits");
    let file = age_file(&frame).expect("it was just sealed");
    let refusal = stranger.open(&other.to_text(), file).err();
    let refusal = refusal.expect("another key opens nothing");
    assert!(refusal.contains("identity matched"), "{refusal}");
    let mut changed = file.to_vec();
    *changed.last_mut().expect("not empty") ^= 1;
    assert!(stranger.open(&desk.to_text(), &changed).is_err());
}

fn a_file_sealed_by_the_package_is_opened_here_in_a_frame(stranger: &Stranger) {
    let desk = identity(5);
    for body in bodies() {
        let file = stranger.seal(&desk.recipient().encode(), &outer(&body));
        let frame = packed(&file);
        let opened = open_frame(&[&desk], &frame, Kind::Tip, INST).expect("it opens");
        assert_eq!(&*opened.body, &body);
        assert!(open_frame(&[&identity(6)], &frame, Kind::Tip, INST).is_err());
    }
}

fn keys_made_by_the_package_are_read_here_and_name_the_same_recipient(stranger: &Stranger) {
    let (secret, public) = stranger.make_keys();
    assert!(secret.starts_with("AGE-SECRET-KEY-PQ-1"));
    let identity = Identity::parse(&secret).expect("the package writes what we read");
    assert_eq!(identity.recipient().encode(), public);
    let frame = seal_frame(identity.recipient(), Kind::Report, INST, b"body").expect("it fits");
    let file = age_file(&frame).expect("it was just sealed");
    assert!(stranger.open(&secret, file).is_ok());
}

/// The outer plaintext by hand: version, kind, installation, length, body, zeros.
fn outer(body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).expect("a body is short");
    let mut outer = vec![1, 1];
    outer.extend_from_slice(INST.as_bytes());
    outer.extend_from_slice(&length.to_be_bytes());
    outer.extend_from_slice(body);
    outer.resize(OUTER_LEN, 0);
    outer
}

/// A frame by hand: length, file, zeros.
fn packed(file: &[u8]) -> SealedFrame {
    let length = u32::try_from(file.len()).expect("a file is short");
    let mut bytes = length.to_be_bytes().to_vec();
    bytes.extend_from_slice(file);
    bytes.resize(FRAME_LEN, 0);
    SealedFrame::try_from(bytes).expect("exactly a frame long")
}
