//! Fuzz bodies of all three crates, and a small mutator to run them with.
//!
//! A body is a stable function of bytes, so that a fuzzer may drive it, and a bounded run needs none.

use std::sync::LazyLock;

pub use notes::fuzz::Body;
use rand::{Rng, RngCore};
use zeroize::Zeroizing;

use crate::ahead::share_in;
use crate::epoch;
use crate::export::UnverifiedExport;
use crate::file::open_file;
use crate::kept;
use crate::{Identity, tip};

/// The seed of the identity that `age-file` opens with.
pub const SEED: [u8; 32] = [42; 32];

const OURS: &[(&str, Body)] = &[
    ("age-file", age_file),
    ("epoch", epoch::fuzz),
    ("export", export),
    ("identity", identity),
    ("keeping", kept::fuzz),
    ("tip-parts", tip_parts),
];

/// Every body of `notes`, `seal` and `unseal`, with its name.
pub fn bodies() -> impl Iterator<Item = (&'static str, Body)> {
    let all = [notes::fuzz::BODIES, seal::fuzz::BODIES, OURS];
    all.into_iter().flatten().copied()
}

/// Runs a body over so many mutations of its corpus.
pub fn run<R: RngCore>(body: Body, corpus: &[Vec<u8>], mutations: usize, rng: &mut R) {
    for _ in 0..mutations {
        let pick = |rng: &mut R| {
            let index = rng.gen_range(0..corpus.len().max(1));
            corpus.get(index).map_or(&[][..], Vec::as_slice)
        };
        let (seed, other) = (pick(rng), pick(rng));
        body(&mutate(seed, other, rng));
    }
}

/// Changes a few places: bits, values of note, pieces cut out, doubled or taken from another input.
pub fn mutate<R: RngCore>(seed: &[u8], other: &[u8], rng: &mut R) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..rng.gen_range(1..5) {
        let at = rng.gen_range(0..=bytes.len());
        let len = rng.gen_range(0..=bytes.len().saturating_sub(at).min(64));
        let piece = at..at.saturating_add(len);
        match rng.gen_range(0..6) {
            0 => set(&mut bytes, at, |byte| byte ^ (1 << rng.gen_range(0..8))),
            1 => set(&mut bytes, at, |_| noteworthy(rng)),
            2 => drop(bytes.drain(piece)),
            3 => bytes.truncate(at),
            4 => bytes.insert(at, noteworthy(rng)),
            _ => {
                let from = rng.gen_range(0..=other.len());
                let taken = other.iter().skip(from).take(64).copied();
                bytes.splice(piece, taken);
            }
        }
    }
    bytes
}

fn set(bytes: &mut [u8], at: usize, change: impl FnOnce(u8) -> u8) {
    if let Some(byte) = bytes.get_mut(at) {
        *byte = change(*byte);
    }
}

fn noteworthy<R: RngCore>(rng: &mut R) -> u8 {
    let values = [0, 1, 0x0a, 0x20, 0x2b, 0x3d, 0x7f, 0x80, 0xa0, 0xbf, 0xff];
    let index = rng.gen_range(0..=values.len());
    values.get(index).copied().unwrap_or_else(|| rng.r#gen())
}

/// Made once: making it takes longer than most inputs do.
static IDENTITY: LazyLock<Identity> = LazyLock::new(|| Identity::from_seed(Zeroizing::new(SEED)));

fn age_file(bytes: &[u8]) -> bool {
    let _ = share_in(bytes);
    open_file(&[&*IDENTITY], bytes).is_ok()
}

fn identity(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let Ok(identity) = Identity::parse(text) else {
        return false;
    };
    assert_eq!(identity.to_text().as_str(), text);
    true
}

/// A file that another force was given, as far as it is read before anybody's signature is looked at.
fn export(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let Ok(file) = UnverifiedExport::parse(text) else {
        return false;
    };
    file.verify(&|_, _| None, &|_, _| None).is_err()
}

/// Several tip bodies, one after the other.
fn tip_parts(bytes: &[u8]) -> bool {
    let bodies = bytes.chunks(seal::TIP_BODY_LEN);
    let parts = bodies.filter_map(|body| seal::read_tip_body(body).ok());
    tip::join_parts(parts.collect()).is_ok()
}
