//! An IPv4 address as four bare bytes: in ciphertext they are found by chance, so each finding must be
//! explained by a sealed frame that has the same bytes around them.

use std::collections::BTreeSet;

use memchr::memmem;

use crate::planted::V4;

/// Bytes beside the four that are held against the frames.
const AROUND: usize = 6;

/// Places where the four bytes stand, each with what stands before and behind.
#[derive(Default)]
pub struct Bare(BTreeSet<Place>);

/// Four bytes with some before, and with some behind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    before: Vec<u8>,
    behind: Vec<u8>,
    file: String,
}

/// The address, its neighbourhood (the limits count by /24), and both the other way round.
fn fours() -> [[u8; 4]; 4] {
    let [a, b, c, d] = V4.octets();
    [[a, b, c, d], [d, c, b, a], [a, b, c, 0], [0, c, b, a]]
}

impl Bare {
    /// Remembers every place in these bytes.
    pub fn search(&mut self, bytes: &[u8], file: &str) {
        for four in fours() {
            for at in memmem::find_iter(bytes, &four) {
                let around = |from: usize, to: usize| bytes.get(from..to.min(bytes.len()));
                let before = around(at.saturating_sub(AROUND), at + four.len());
                let behind = around(at, at + four.len() + AROUND);
                self.0.insert(Place {
                    before: before.unwrap_or_default().to_vec(),
                    behind: behind.unwrap_or_default().to_vec(),
                    file: file.to_owned(),
                });
            }
        }
    }

    /// The places that no sealed frame explains.
    pub fn unexplained(&self, frames: &[Vec<u8>]) -> Vec<&Place> {
        let is_long = |bytes: &[u8]| bytes.len() == 4 + AROUND;
        let holds = |bytes: &[u8]| {
            is_long(bytes)
                && frames
                    .iter()
                    .any(|frame| memmem::find(frame, bytes).is_some())
        };
        let places = self.0.iter();
        places
            .filter(|place| !holds(&place.before) && !holds(&place.behind))
            .collect()
    }

    /// How many places were found.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}
