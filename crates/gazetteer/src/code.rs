//! Postcodes as people type them: in any case and spacing, with O for 0 and I for 1 or the other way round.

use std::fmt;

use crate::tables::{LETTERS, outcode_key, unit_key};

/// The first half of a postcode (`BD19`, `SW1A`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Outcode {
    /// Which of [`LETTERS`].
    pub(crate) letters: usize,
    number: u8,
    /// Only in London.
    suffix: Option<char>,
}

/// A postcode, or as much of one as was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Code {
    pub(crate) outcode: Outcode,
    pub(crate) rest: Rest,
    /// Characters that were read as another.
    pub(crate) slips: usize,
}

/// What stands behind the space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rest {
    Nothing,
    Sector(u8),
    Unit(u8, [u8; 2]),
}

/// Postcode letters whose numbers may end in a letter.
const LONDON: &[&str] = &["E", "EC", "N", "NW", "SE", "SW", "W", "WC"];

impl Outcode {
    /// Its number in the tables; none of London's are in them.
    pub(crate) fn key(self) -> Option<u32> {
        self.suffix
            .is_none()
            .then(|| outcode_key(self.letters, self.number))
    }

    /// The outcode with this number in the tables.
    pub(crate) fn from_key(key: u32) -> Option<Self> {
        Some(Self {
            letters: usize::try_from(key / 100).ok()?,
            number: u8::try_from(key % 100).ok()?,
            suffix: None,
        })
    }

    pub(crate) fn has_two_letters(self) -> bool {
        LETTERS
            .get(self.letters)
            .is_some_and(|letters| letters.len() == 2)
    }
}

impl fmt::Display for Outcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letters = LETTERS.get(self.letters).copied().unwrap_or_default();
        write!(f, "{letters}{}", self.number)?;
        self.suffix.map_or(Ok(()), |suffix| write!(f, "{suffix}"))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.outcode)?;
        match self.rest {
            Rest::Nothing => Ok(()),
            Rest::Sector(digit) => write!(f, " {digit}"),
            Rest::Unit(digit, [first, second]) => {
                write!(f, " {digit}{}{}", char::from(first), char::from(second))
            }
        }
    }
}

impl Rest {
    /// The number of a whole postcode in its sector.
    pub(crate) fn unit(self) -> Option<(u8, u32)> {
        match self {
            Self::Unit(digit, [first, second]) => Some((digit, unit_key(first, second))),
            Self::Nothing | Self::Sector(_) => None,
        }
    }
}

/// A whole postcode without its space.
pub(crate) fn unit(text: &str) -> Option<Code> {
    let (out, inward) = text.split_at_checked(text.len().checked_sub(3)?)?;
    let &[sector, first, second] = inward.as_bytes() else {
        return None;
    };
    let (sector, slip) = digit(sector)?;
    let last = [first, second].map(|letter| letter.to_ascii_uppercase());
    let may_end = |letter: &u8| letter.is_ascii_uppercase() && !b"CIKMOV".contains(letter);
    let code = outcode(out)?;
    last.iter().all(may_end).then_some(Code {
        rest: Rest::Unit(sector, last),
        slips: code.slips.saturating_add(slip),
        ..code
    })
}

/// An outcode, and the digit of a sector with at most one letter more.
pub(crate) fn sector(out: &str, rest: &str) -> Option<Code> {
    let (first, more) = rest.as_bytes().split_first()?;
    let is_begun = more.iter().all(u8::is_ascii_alphabetic) && more.len() < 2;
    let (digit, slip) = digit(*first)?;
    let code = outcode(out)?;
    is_begun.then_some(Code {
        rest: Rest::Sector(digit),
        slips: code.slips.saturating_add(slip),
        ..code
    })
}

/// An outcode alone: the reading with the fewest slips, unless two have as many.
pub(crate) fn outcode(text: &str) -> Option<Code> {
    let mut readings: Vec<_> = [1, 2]
        .into_iter()
        .filter_map(|letters| text.split_at_checked(letters))
        .filter_map(|(letters, number)| parted(letters, number))
        .collect();
    readings.sort_by_key(|code| code.slips);
    match readings.as_slice() {
        [one] => Some(*one),
        [one, other] if one.slips < other.slips => Some(*one),
        _ => None,
    }
}

/// An outcode of which it is settled where its letters end.
fn parted(letters: &str, number: &str) -> Option<Code> {
    let read: String = letters.chars().map(letter).collect();
    let letters_slips = letters.bytes().filter(u8::is_ascii_digit).count();
    let letters = LETTERS.binary_search(&read.as_str()).ok()?;
    let (number, suffix) = match number.as_bytes() {
        [one, last] if last.is_ascii_alphabetic() && digit(*last).is_none() => {
            (std::slice::from_ref(one), Some(*last))
        }
        all => (all, None),
    };
    let suffix = suffix.map(|suffix| char::from(suffix.to_ascii_uppercase()));
    if suffix.is_some() && !LONDON.contains(&read.as_str()) {
        return None;
    }
    let (number, slips) = digits(number)?;
    Some(Code {
        outcode: Outcode {
            letters,
            number,
            suffix,
        },
        rest: Rest::Nothing,
        slips: slips.saturating_add(letters_slips),
    })
}

/// One digit, or two of which the first is no nought.
fn digits(text: &[u8]) -> Option<(u8, usize)> {
    match text {
        [one] => digit(*one),
        [tens, ones] => {
            let ((tens, slip), (ones, other)) = (digit(*tens)?, digit(*ones)?);
            let number = tens.checked_mul(10)?.checked_add(ones)?;
            (tens > 0).then_some((number, slip.saturating_add(other)))
        }
        _ => None,
    }
}

/// A digit and how many slips were forgiven for it.
fn digit(byte: u8) -> Option<(u8, usize)> {
    match byte {
        b'0'..=b'9' => Some((byte.checked_sub(b'0')?, 0)),
        b'o' | b'O' => Some((0, 1)),
        b'i' | b'I' => Some((1, 1)),
        _ => None,
    }
}

fn letter(c: char) -> char {
    match c {
        '0' => 'O',
        '1' => 'I',
        _ => c.to_ascii_uppercase(),
    }
}
