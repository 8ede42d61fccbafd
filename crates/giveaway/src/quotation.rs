//! Where somebody else is quoted: "my" in there is theirs.

use std::ops::Range;

use crate::fold::is_apostrophe;

/// Bytes behind an opening mark in which a closing one is looked for.
const REACH: usize = 300;

/// The quotations of a text, in order. One in double marks that is not closed goes on to the end of its
/// line; one in single marks must be closed, or an apostrophe would open one.
pub(crate) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        let done = found.last().is_some_and(|last| at < last.end);
        if !done && is_mark(c) && before.is_none_or(opens_behind) {
            found.extend(quotation(text, at, c));
        }
        before = Some(c);
    }
    found
}

fn quotation(text: &str, at: usize, mark: char) -> Option<Range<usize>> {
    let start = at.saturating_add(mark.len_utf8());
    let rest = text.get(start..)?;
    let reach = rest.get(..rest.floor_char_boundary(REACH))?;
    let line = reach.lines().next()?;
    line.chars().next().filter(|c| !c.is_whitespace())?;
    let double = is_double(mark);
    let close = closing(line, double).or_else(|| double.then_some(line.len()))?;
    Some(at..start.saturating_add(close))
}

/// Where a closing mark stands: behind something, and a single one not within a word.
fn closing(line: &str, double: bool) -> Option<usize> {
    let mut all = line.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = all.next() {
        let next = all.peek().map(|(_, next)| *next);
        let ends = next.is_none_or(|next| !next.is_alphanumeric());
        let closes = if double {
            is_double(c)
        } else {
            is_apostrophe(c) && !before.is_whitespace() && ends
        };
        if closes {
            return Some(at);
        }
        before = c;
    }
    None
}

fn is_mark(c: char) -> bool {
    is_double(c) || is_apostrophe(c) || c == '‘'
}

fn is_double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»')
}

fn opens_behind(before: char) -> bool {
    before.is_whitespace() || matches!(before, '(' | '[' | '-' | '–' | '—' | ':' | ',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        let found = quotations(text).into_iter();
        found.map(|at| text.get(at).unwrap()).collect()
    }

    #[test]
    fn quotations_are_found_and_apostrophes_and_inches_are_none() {
        assert_eq!(quoted("He said \"my brother\" to us"), ["\"my brother"]);
        assert_eq!(
            quoted("said ‘my lads’ and “my shop”"),
            ["‘my lads", "“my shop"]
        );
        assert_eq!(quoted("the lads' car, don't, it's 5'10\" tall"), [""; 0]);
        assert_eq!(quoted("a \"mate of\nmine"), ["\"mate of"]);
        assert_eq!(quoted("it is 'mine\n' so"), [""; 0]);
        assert_eq!(quoted("mówi „mój brat” tam"), ["„mój brat"]);
    }
}
