//! Telephone numbers: British ones in every spacing and the digits of every script, others from a `+` or `00`.

use std::ops::Range;

use crate::fold::digit;

/// Most digits of any number, `00` before it.
const DIGITS_MAX: usize = 17;

/// The digits of what may be a number, and where it may end.
struct Run {
    start: usize,
    plus: bool,
    digits: Vec<u8>,
    /// After each group: digits so far, and the byte behind.
    groups: Vec<(usize, usize)>,
}

/// The telephone numbers in a text. Half a number is none; once it is one, more digits only lengthen it.
pub(crate) fn phones(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut done, mut before) = (Vec::new(), 0, ' ');
    for (at, c) in text.char_indices() {
        let starts = digit(c).is_some() || matches!(c, '+' | '＋' | '(');
        if at >= done && starts && !before.is_alphanumeric() && !matches!(before, '.' | '/') {
            let (run, end) = read(text, at);
            done = end.max(at);
            found.extend(run.as_ref().and_then(Run::number));
        }
        before = c;
    }
    found
}

/// Reads digits and what may stand between them; also says where reading stopped.
fn read(text: &str, start: usize) -> (Option<Run>, usize) {
    let mut run = Run {
        start,
        plus: false,
        digits: Vec::new(),
        groups: Vec::new(),
    };
    let (mut between, mut in_group, mut end) = (0_usize, false, start);
    for (at, c) in text.get(start..).unwrap_or_default().char_indices() {
        let at = start.saturating_add(at);
        if let Some(digit) = digit(c) {
            if !in_group {
                run.groups.push((0, 0));
            }
            run.digits.push(digit);
            end = at.saturating_add(c.len_utf8());
            if let Some(last) = run.groups.last_mut() {
                *last = (run.digits.len(), end);
            }
            (between, in_group) = (0, true);
        } else if at == start && matches!(c, '+' | '＋') {
            run.plus = true;
        } else if is_between(c) && between < 3 {
            (between, in_group) = (between.saturating_add(1), false);
        } else {
            // Letters that touch a group make something else of it.
            if c.is_alphanumeric() && in_group {
                run.groups.pop();
            }
            break;
        }
    }
    ((!run.groups.is_empty()).then_some(run), end)
}

fn is_between(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '-' | '‐' | '‑' | '–' | '.' | '(' | ')'
    )
}

impl Run {
    /// The number it begins with: as many whole groups as a number may have.
    fn number(&self) -> Option<Range<usize>> {
        let (least, most) = self.lengths()?;
        let ends = self.groups.iter().rev();
        let mut fitting = ends.filter(|(digits, _)| (least..=most).contains(digits));
        let (_, end) = fitting.next()?;
        Some(self.start..*end)
    }

    /// How many digits such a number has.
    fn lengths(&self) -> Option<(usize, usize)> {
        let international = self.plus || self.digits.starts_with(&[0, 0]);
        let noughts = if self.plus { 0 } else { 2 };
        let code = self.digits.get(if international { noughts } else { 0 }..)?;
        match code {
            [4, 4, 0, 1..=3 | 7 | 8, ..] if international => Some((noughts + 12, noughts + 13)),
            [4, 4, 1..=3 | 7 | 8, ..] if international => Some((noughts + 11, noughts + 12)),
            [1..=9, ..] if international => Some((noughts + 10, DIGITS_MAX.min(noughts + 14))),
            [0, 1..=3 | 5 | 7 | 8, ..] if self.is_grouped_like_a_number() => Some((10, 11)),
            [7, ..] if self.groups.first().is_some_and(|(digits, _)| *digits >= 4) => {
                Some((10, 10))
            }
            _ => None,
        }
    }

    /// `01 02 2024 10` is a day and an hour: the first groups of a number are not so short, unless all are.
    fn is_grouped_like_a_number(&self) -> bool {
        let mut before = 0_usize;
        let lengths: Vec<usize> = self
            .groups
            .iter()
            .map(|(digits, _)| digits.saturating_sub(std::mem::replace(&mut before, *digits)))
            .collect();
        match lengths.as_slice() {
            [] => false,
            [1, 1, rest @ ..] => rest.iter().all(|length| *length == 1),
            [2, 2, 2, 2, ..] => self.digits.starts_with(&[0, 7]),
            [1 | 2, second, ..] => *second >= 3,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let found = phones(text).into_iter();
        found.map(|at| text.get(at).unwrap()).collect()
    }

    #[test]
    fn british_numbers_in_all_usual_spacings_and_digits() {
        for text in [
            "07700900123",
            "07700 900123",
            "07700 900 123",
            "077 0090 0123",
            "0 7 7 0 0 9 0 0 1 2 3",
            "07-700-900-123",
            "0113 496 0123",
            "(0113) 496 0123",
            "0113-496-0123",
            "01134960123",
            "020 7946 0123",
            "+447700900123",
            "+44 7700 900123",
            "+44 (0)7700 900 123",
            "0044 7700 900123",
            "00447700900123",
            "0800 496 0123",
            "٠٧٧٠٠ ٩٠٠١٢٣",
            "۰۷۷۰۰۹۰۰۱۲۳",
            "০৭৭০০ ৯০০১২৩",
            "੦੭੭੦੦ ੯੦੦੧੨੩",
            "૦૭૭૦૦ ૯૦૦૧૨૩",
            "+48 512 345 678",
            "+92 300 1234567",
            "0092 300 1234567",
        ] {
            assert_eq!(found(&format!("it is {text}, so")), [text], "{text}");
        }
    }

    #[test]
    fn what_follows_a_number_is_no_part_of_it() {
        assert_eq!(found("rang 07700 900123 2 times"), ["07700 900123"]);
        assert_eq!(
            found("07700 900123 or 07700 900456"),
            ["07700 900123", "07700 900456"]
        );
    }

    #[test]
    fn other_digits_are_no_number() {
        for text in [
            "01/02/2024 10:30",
            "01.02.2024 10.30",
            "01-02-2024 1030",
            "2024-02-01 10:30",
            "0770090",
            "1234567890123456",
            "0123456789012345",
            "£07700900123a",
            "crime 13240012345",
            "10 000 000 000",
            "B07700900123",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
