//! What everybody should be served, as it is published for others to compare.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// Why a text is no list of hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is not 64 lower-case hex digits, two spaces and an address of its own")]
pub struct NotPageHashes {
    /// Counted from one.
    pub line: usize,
}

/// SHA-256 of everything a public listener serves alike to everybody, by its address there.
///
/// Written as `sha256sum` does, a line each: 64 lower-case hex digits, two spaces, the address as it
/// is served, such as `/en/` or `/assets/wizard-0123456789abcdef.js`. Sorted by address. Empty lines
/// and lines that begin with `#` are passed over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageHashes(BTreeMap<String, [u8; 32]>);

impl PageHashes {
    /// Every address with its hash, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8; 32])> {
        self.0.iter().map(|(path, hash)| (path.as_str(), hash))
    }

    /// Whether nothing is listed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn read(line: &str) -> Option<(String, [u8; 32])> {
        let (digits, path) = line.split_once("  ")?;
        let mut hash = [0; 32];
        hex::decode_to_slice(digits, &mut hash).ok()?;
        let is_lower = !digits.bytes().any(|byte| byte.is_ascii_uppercase());
        let is_address = path.starts_with('/') && path.bytes().all(|byte| byte.is_ascii_graphic());
        (is_lower && is_address).then(|| (path.to_owned(), hash))
    }
}

impl FromIterator<(String, [u8; 32])> for PageHashes {
    fn from_iter<I: IntoIterator<Item = (String, [u8; 32])>>(hashes: I) -> Self {
        Self(hashes.into_iter().collect())
    }
}

impl fmt::Display for PageHashes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (path, hash) in self.iter() {
            writeln!(f, "{}  {path}", hex::encode(hash))?;
        }
        Ok(())
    }
}

impl FromStr for PageHashes {
    type Err = NotPageHashes;

    fn from_str(text: &str) -> Result<Self, NotPageHashes> {
        let mut hashes = BTreeMap::new();
        for (line, number) in text.lines().zip(1..) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let wrong = NotPageHashes { line: number };
            let (path, hash) = Self::read(line).ok_or(wrong)?;
            if hashes.insert(path, hash).is_some() {
                return Err(wrong);
            }
        }
        Ok(Self(hashes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_back_in_order_and_with_what_people_add_to_it() {
        let one = ("/en/".to_owned(), [1; 32]);
        let two = ("/assets/a-0123.js".to_owned(), [2; 32]);
        let hashes = PageHashes::from_iter([one, two]);
        let text = hashes.to_string();
        let lines = [
            format!("{}  /assets/a-0123.js", "02".repeat(32)),
            format!("{}  /en/", "01".repeat(32)),
        ];
        assert_eq!(text, format!("{}\n{}\n", lines[0], lines[1]));
        assert_eq!(text.parse(), Ok(hashes.clone()));
        let told = format!("# Version 1\n\n{text}");
        assert_eq!(told.parse(), Ok(hashes));
        assert!(PageHashes::from_str("# nothing\n").unwrap().is_empty());
    }

    #[test]
    fn a_line_in_another_form_is_refused_by_its_number() {
        let good = format!("{}  /en/", "0a".repeat(32));
        for wrong in [
            good.replace("0a", "0A"),
            good.replace("  ", " "),
            good.replace("  /", "  "),
            good.replace("/en/", "/en/ x"),
            good.replace("0a0a", "0a"),
            good.replace("0a0a", "0a0a0a"),
            good.replace("0a0a", "0g0a"),
            good.clone(),
        ] {
            let text = format!("{good}\n{wrong}\n");
            let refused = text.parse::<PageHashes>();
            assert_eq!(refused, Err(NotPageHashes { line: 2 }), "{wrong}");
        }
    }
}
