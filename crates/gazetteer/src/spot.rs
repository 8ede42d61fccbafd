//! Finding the postcode in what was typed.

use crate::code::{Code, Rest, outcode, sector, unit};
use crate::postcodes::Postcodes;
use crate::words::Word;

/// Most characters a postcode can have without its spaces.
const LONGEST: usize = 7;

/// The postcode that was typed: as the whole text, or somewhere in it.
pub(crate) fn code(words: &[Word<'_>], postcodes: &Postcodes) -> Option<Code> {
    let is_listed = |code: &Code| {
        let key = code.outcode.key();
        key.is_some_and(|key| postcodes.outcode(key).is_some())
    };
    whole(words, &is_listed).or_else(|| within(words, &is_listed))
}

/// Nothing but a postcode: every slip is forgiven if it leads to an outcode we know.
fn whole(words: &[Word<'_>], is_listed: &dyn Fn(&Code) -> bool) -> Option<Code> {
    let text = joined(words)?;
    let (last, before) = words.split_last()?;
    let part = joined(before).and_then(|out| sector(&out, last.typed));
    let begun = || {
        let (out, digit) = text.split_at_checked(text.len().checked_sub(1)?)?;
        sector(out, digit)
    };
    let code = unit(&text)
        .or(part)
        .or_else(|| outcode(&text))
        .or_else(begun)?;
    let is_plain =
        code.slips == 0 && (code.outcode.has_two_letters() || code.rest.unit().is_some());
    (is_plain || is_listed(&code)).then_some(code)
}

/// A postcode among other words. A whole one first; less than that only without slips and if listed.
fn within(words: &[Word<'_>], is_listed: &dyn Fn(&Code) -> bool) -> Option<Code> {
    let starts = (0..words.len()).filter_map(|start| words.get(start..));
    let mut units: Vec<Code> = starts
        .clone()
        .flat_map(|from| (1..=3).filter_map(|count| whole_in(from.get(..count)?)))
        .filter(|code| is_listed(code) || code.slips == 0)
        .collect();
    units.sort_by_key(|code| (code.slips, !is_listed(code)));
    let mut parts = starts.filter_map(|from| {
        let (out, after) = from.split_first()?;
        let code = outcode(out.typed).filter(|code| code.slips == 0 && is_listed(code))?;
        match after {
            [digit] => sector(out.typed, digit.typed).filter(|code| code.slips == 0),
            _ => None,
        }
        .or(Some(code))
    });
    units.first().copied().or_else(|| parts.next())
}

/// A whole postcode of one word, of its two halves, or with its letters apart too.
fn whole_in(words: &[Word<'_>]) -> Option<Code> {
    let has_digit = |word: &Word<'_>| word.typed.bytes().any(|byte| byte.is_ascii_digit());
    let is_apart = match words {
        [_] => true,
        [_, inward] => inward.typed.len() == 3,
        [letters, _, inward] => letters.typed.len() < 3 && inward.typed.len() == 3,
        _ => false,
    };
    let code = unit(&joined(words)?)?;
    (is_apart && words.iter().any(has_digit)).then_some(code)
}

/// Words without their spaces, if that is short enough for a postcode.
fn joined(words: &[Word<'_>]) -> Option<String> {
    let mut text = String::new();
    for word in words {
        text.push_str(word.typed);
        if text.len() > LONGEST || !text.is_ascii() {
            return None;
        }
    }
    Some(text).filter(|text| !text.is_empty())
}

impl Code {
    /// Whether more than its outcode was typed.
    pub(crate) fn sector(&self) -> Option<u8> {
        match self.rest {
            Rest::Nothing => None,
            Rest::Sector(digit) | Rest::Unit(digit, _) => Some(digit),
        }
    }
}
