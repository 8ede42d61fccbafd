//! Numbers as few bytes: seven bits a byte, the lowest first, the eighth says that more follow.

use std::collections::BTreeMap;

pub(crate) fn number(out: &mut Vec<u8>, mut value: u32) {
    loop {
        let [low, ..] = value.to_le_bytes();
        value >>= 7;
        if value == 0 {
            return out.push(low & 0x7f);
        }
        out.push(low | 0x80);
    }
}

/// A number of either sign, small ones short: 0, -1, 1, -2, 2 ….
pub(crate) fn signed(out: &mut Vec<u8>, value: i32) {
    let doubled = value.unsigned_abs() * 2;
    number(out, if value < 0 { doubled - 1 } else { doubled });
}

pub(crate) fn count(out: &mut Vec<u8>, count: usize) {
    number(out, u32::try_from(count).expect("the data are small"));
}

/// Entries in the order of their keys, each key as its distance from the one before.
pub(crate) fn keyed(entries: &BTreeMap<u32, Vec<u8>>) -> Vec<u8> {
    let (mut out, mut before) = (Vec::new(), 0);
    count(&mut out, entries.len());
    for (key, entry) in entries {
        number(&mut out, key - before);
        out.extend(entry);
        before = *key;
    }
    out
}
