//! One phrase in every dress it could lie about in.

use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, Ipv6Addr};

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE};
use memchr::memmem::Finder;
use sha2::{Digest, Sha256};

/// A planted phrase, ready to be searched for.
pub struct Needles {
    finders: BTreeMap<&'static str, Vec<Finder<'static>>>,
    longest: usize,
}

/// A phrase was found where it must not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// In which dress.
    pub encoding: &'static str,
    /// Where: a file, or a region of memory.
    pub place: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in {}", self.encoding, self.place)
    }
}

impl Needles {
    /// Every dress of a phrase: as it is, hexadecimal, base64 at each of three alignments in both
    /// alphabets, UTF-16 in both orders, and as a form posts it.
    pub fn of(phrase: &str) -> Self {
        assert!(phrase.len() >= 16, "too short to be nobody else's");
        let mut dresses = Dresses::new();
        dress(phrase, &mut dresses);
        Self::made_of(&dresses)
    }

    /// Every dress of a secret: as it is, hexadecimal and base64.
    pub fn of_bytes(secret: &[u8]) -> Self {
        assert!(secret.len() >= 16, "too short to be nobody else's");
        let mut dresses = Dresses::new();
        dress_bytes(secret, &mut dresses);
        Self::made_of(&dresses)
    }

    /// Every dress of a network address: its usual spellings, each dressed as a phrase is; its sixteen
    /// bytes (those of an IPv4 address as IPv6 writes it); the hashes of them; and its neighbourhood,
    /// which the limits count. An IPv4 address's bare four bytes are in any heap of ciphertext by
    /// chance, and are left to the caller.
    pub fn of_address(address: IpAddr) -> Self {
        let mut dresses = Dresses::new();
        let (spellings, sixteen) = match address {
            IpAddr::V4(v4) => (vec![v4.to_string()], v4.to_ipv6_mapped().octets()),
            IpAddr::V6(v6) => (in_full(v6), v6.octets()),
        };
        for spelling in &spellings {
            dress(spelling, &mut dresses);
        }
        let binary = dresses.entry("binary").or_default();
        binary.push(sixteen.to_vec());
        binary.push(sixteen.iter().rev().copied().collect());
        if address.is_ipv6() {
            binary.extend(sixteen.first_chunk::<6>().map(|front| front.to_vec()));
        }
        let written: Vec<&[u8]> = spellings.iter().map(String::as_bytes).collect();
        let hashes = dresses.entry("sha-256").or_default();
        for bytes in written.into_iter().chain([&sixteen[..]]) {
            let hash = Sha256::digest(bytes);
            let half = hash.get(..16).unwrap_or_default();
            hashes.extend([half.to_vec(), hex::encode(half).into_bytes()]);
        }
        Self::made_of(&dresses)
    }

    fn made_of(dresses: &Dresses) -> Self {
        let longest = dresses.values().flatten().map(Vec::len).max();
        Self {
            longest: longest.unwrap_or_default(),
            finders: dresses
                .iter()
                .map(|(name, dress)| (*name, dress.iter().map(finder).collect()))
                .collect(),
        }
    }

    /// The dresses in which the phrase is in these bytes.
    pub fn within(&self, bytes: &[u8]) -> Vec<&'static str> {
        let found = |finders: &Vec<Finder<'_>>| finders.iter().any(|one| one.find(bytes).is_some());
        let all = self.finders.iter();
        all.filter(|(_, finders)| found(finders))
            .map(|(name, _)| *name)
            .collect()
    }

    /// The length of the longest dress: pieces of a whole must overlap by that much.
    pub(crate) const fn longest(&self) -> usize {
        self.longest
    }
}

type Dresses = BTreeMap<&'static str, Vec<Vec<u8>>>;

fn dress_bytes(bytes: &[u8], dresses: &mut Dresses) {
    let mut put = |name, dress: Vec<Vec<u8>>| dresses.entry(name).or_default().extend(dress);
    put("raw", vec![bytes.to_vec()]);
    let (lower, upper) = (hex::encode(bytes), hex::encode_upper(bytes));
    put("hex", vec![lower.into_bytes(), upper.into_bytes()]);
    put("base64", in_base64(bytes));
}

fn dress(phrase: &str, dresses: &mut Dresses) {
    dress_bytes(phrase.as_bytes(), dresses);
    let mut put = |name, dress: Vec<Vec<u8>>| dresses.entry(name).or_default().extend(dress);
    let units = || phrase.encode_utf16();
    put(
        "utf-16le",
        vec![units().flat_map(u16::to_le_bytes).collect()],
    );
    put(
        "utf-16be",
        vec![units().flat_map(u16::to_be_bytes).collect()],
    );
}

/// Shortened as usual, in lower and upper case; and in full, with and without leading zeros.
fn in_full(address: Ipv6Addr) -> Vec<String> {
    let groups = address.segments();
    let long: Vec<String> = groups.iter().map(|group| format!("{group:04x}")).collect();
    let plain: Vec<String> = groups.iter().map(|group| format!("{group:x}")).collect();
    let lower = [address.to_string(), long.join(":"), plain.join(":")];
    let upper = lower.iter().map(|text| text.to_uppercase());
    lower.iter().cloned().chain(upper).collect()
}

fn finder(dress: &Vec<u8>) -> Finder<'static> {
    Finder::new(dress).into_owned()
}

/// What stays the same of the phrase's base64 whatever stands before and after it.
fn in_base64(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut dresses = Vec::new();
    for before in 0..3 {
        // Whole groups of three bytes, after skipping as many as the group begun before takes.
        let rest = bytes.get((3 - before) % 3..).unwrap_or_default();
        let whole = rest.get(..rest.len() / 3 * 3).unwrap_or_default();
        dresses.push(BASE64_STANDARD.encode(whole).into_bytes());
        dresses.push(BASE64_URL_SAFE.encode(whole).into_bytes());
    }
    dresses
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHRASE: &str = "the grey van with a dented door~>";

    #[test]
    fn a_phrase_is_found_in_every_dress_whatever_stands_around_it() {
        let needles = Needles::of(PHRASE);
        for before in ["", "a", "ab", "abc"] {
            let text = format!("{before}{PHRASE} and more");
            let bytes = text.as_bytes();
            let utf16 = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect();
            let dressed: [(&str, Vec<u8>); 7] = [
                ("raw", bytes.to_vec()),
                ("hex", hex::encode(bytes).into()),
                ("hex", hex::encode_upper(bytes).into()),
                ("base64", BASE64_STANDARD.encode(bytes).into()),
                ("base64", BASE64_URL_SAFE.encode(bytes).into()),
                ("utf-16le", utf16(u16::to_le_bytes)),
                ("utf-16be", utf16(u16::to_be_bytes)),
            ];
            for (name, dressed) in dressed {
                let found = needles.within(&dressed);
                assert!(found.contains(&name), "{name} after {before:?}: {found:?}");
            }
        }
    }

    #[test]
    fn an_address_is_found_however_it_is_written() {
        let mapped = "::ffff:203.0.113.77".parse::<Ipv6Addr>().unwrap();
        let v6 = "2001:db8:4471:93::77".parse::<Ipv6Addr>().unwrap();
        let neighbourhood = [0x20, 0x01, 0x0d, 0xb8, 0x44, 0x71, 0, 0];
        let full = "2001:0DB8:4471:0093:0000:0000:0000:0077";
        let written: [(&str, &str, Vec<u8>); 9] = [
            ("203.0.113.77", "raw", b"by 203.0.113.77:4711".to_vec()),
            ("203.0.113.77", "hex", hex::encode("203.0.113.77").into()),
            ("203.0.113.77", "binary", mapped.octets().to_vec()),
            (
                "203.0.113.77",
                "sha-256",
                Sha256::digest("203.0.113.77").to_vec(),
            ),
            (
                "2001:db8:4471:93::77",
                "raw",
                b"2001:db8:4471:93::77".to_vec(),
            ),
            ("2001:db8:4471:93::77", "raw", full.into()),
            ("2001:db8:4471:93::77", "binary", v6.octets().to_vec()),
            ("2001:db8:4471:93::77", "binary", neighbourhood.to_vec()),
            (
                "2001:db8:4471:93::77",
                "sha-256",
                Sha256::digest(v6.octets()).to_vec(),
            ),
        ];
        for (address, name, written) in written {
            let needles = Needles::of_address(address.parse().unwrap());
            assert!(needles.within(&written).contains(&name), "{address} {name}");
            let other = Needles::of_address("198.51.100.3".parse().unwrap());
            assert!(other.within(&written).is_empty());
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        assert!(
            Needles::of(PHRASE)
                .within(b"the grey van without a door")
                .is_empty()
        );
    }
}
