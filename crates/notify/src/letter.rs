//! The one mail there is, for everybody, whatever the reason.

use domain::UnixSeconds;
use jiff::Timestamp;
use rand::{CryptoRng, RngCore};

use crate::Address;

/// Bytes of every mail, head and body.
pub const LETTER_LEN: usize = 2_048;

/// Without the filling it is shorter than this for the longest addresses.
const _: () = assert!(LETTER_LEN > HEAD + TEXT.len() + 4 * Address::MAX);
const HEAD: usize = 400;
const LINE: usize = 72;
const TEXT: &str = "\
Something may be waiting. Sign in to look.\r\n\
\r\n\
Every mail of this service says just this, whatever the reason, and none has\r\n\
a link in it. The lines below make all of them the same size.\r\n\
\r\n";

/// A mail to one address, of exactly [`LETTER_LEN`] bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    id: String,
    to: Address,
    bytes: Vec<u8>,
}

impl Letter {
    /// Writes one. Its date is the full hour; its id is random and says nothing of this machine.
    pub fn make<R: RngCore + CryptoRng>(
        from: &Address,
        to: &Address,
        now: UnixSeconds,
        rng: &mut R,
    ) -> Self {
        let mut id = [0; 16];
        rng.fill_bytes(&mut id);
        let (id, domain) = (hex::encode(id), from.domain());
        let (from, reader, date) = (from.as_str(), to.as_str(), full_hour(now));
        let mut text = format!(
            "From: Ginnel <{from}>\r\n\
             To: <{reader}>\r\n\
             Subject: Something may be waiting\r\n\
             Date: {date}\r\n\
             Message-ID: <{id}@{domain}>\r\n\
             Auto-Submitted: auto-generated\r\n\
             MIME-Version: 1.0\r\n\
             Content-Type: text/plain; charset=us-ascii\r\n\
             Content-Transfer-Encoding: 7bit\r\n\
             \r\n\
             {TEXT}"
        );
        fill(&mut text);
        Self {
            id,
            to: to.clone(),
            bytes: text.into_bytes(),
        }
    }

    /// Its random id, in hexadecimal.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Whom it goes to.
    pub const fn to(&self) -> &Address {
        &self.to
    }

    /// Head and body, as they go over the wire.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// As RFC 5322 writes it, in UTC.
fn full_hour(now: UnixSeconds) -> String {
    let seconds = now.hour().0.saturating_mul(3_600);
    let hour = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    hour.strftime("%a, %d %b %Y %H:%M:%S +0000").to_string()
}

/// Adds whole lines until the length is right.
fn fill(text: &mut String) {
    while let Some(missing @ 1..) = LETTER_LEN.checked_sub(text.len()) {
        // A line has at least its end, so that of three left none is one.
        let line = match missing {
            0..=LINE => missing,
            _ if missing == LINE.saturating_add(1) => LINE.saturating_sub(1),
            _ => LINE,
        };
        text.push_str(&"-".repeat(line.saturating_sub(2)));
        text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_chacha::ChaCha20Rng;

    use super::*;

    fn letter(from: &str, to: &str, now: i64) -> Letter {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
        Letter::make(&from, &to, UnixSeconds(now), &mut rng)
    }

    #[test]
    fn every_letter_has_one_size_whoever_it_is_for() {
        for length in 1..60 {
            let to = format!("{}@example.org", "a".repeat(length));
            let letter = letter("ginnel@example.org", &to, 0);
            assert_eq!(letter.as_bytes().len(), LETTER_LEN, "{length}");
        }
        let label = format!("{}.", "b".repeat(59)).repeat(3);
        let longest = format!("{}@{label}example", "a".repeat(64));
        assert_eq!(letter(&longest, &longest, 0).as_bytes().len(), LETTER_LEN);
    }

    #[test]
    fn a_letter_is_plain_lines_with_a_head_that_says_nothing_more() {
        let letter = letter("ginnel@example.org", "leeds@example.org", 1_795_366_799);
        let text = String::from_utf8(letter.as_bytes().to_vec()).unwrap();
        assert!(text.is_ascii() && text.ends_with("\r\n"));
        for line in text.split("\r\n") {
            assert!(line.len() < 78 && !line.contains(['\r', '\n']), "{line}");
        }
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let names: Vec<_> = head.lines().map(|line| line.split(':').next()).collect();
        let wanted = "From To Subject Date Message-ID Auto-Submitted MIME-Version Content-Type \
                      Content-Transfer-Encoding";
        assert_eq!(names, wanted.split(' ').map(Some).collect::<Vec<_>>());
        assert!(
            head.contains("\r\nDate: Sun, 22 Nov 2026 16:00:00 +0000\r\n"),
            "{head}"
        );
        assert!(body.starts_with("Something may be waiting. Sign in to look.\r\n"));
    }

    #[test]
    fn no_two_letters_have_the_same_id() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let address: Address = "a@example.org".parse().unwrap();
        let mut make = || Letter::make(&address, &address, UnixSeconds(0), &mut rng);
        assert_ne!(make(), make());
    }
}
