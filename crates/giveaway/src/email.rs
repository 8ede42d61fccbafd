//! Email addresses.

use std::ops::Range;

use crate::words::Word;

/// Most characters before the sign, and of the domain behind it.
const LOCAL_MAX: usize = 64;
const DOMAIN_MAX: usize = 100;
/// Providers that people name without what follows: `someone@gmail`.
const PROVIDERS: &[&str] = &[
    "gmail",
    "googlemail",
    "hotmail",
    "outlook",
    "yahoo",
    "icloud",
    "live",
    "aol",
    "proton",
    "protonmail",
];

/// The email addresses in a text, also `someone at gmail dot com`.
pub(crate) fn emails(text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let signs = text.char_indices().filter(|(_, c)| matches!(c, '@' | '＠'));
    let mut found: Vec<_> = signs
        .filter_map(|(at, sign)| email(text, at, sign.len_utf8()))
        .collect();
    found.extend(words.windows(5).filter_map(spoken));
    found
}

fn email(text: &str, at: usize, sign: usize) -> Option<Range<usize>> {
    let (before, _) = text.split_at_checked(at)?;
    let behind = text.get(at.checked_add(sign)?..)?;
    let local = before.chars().rev().take(LOCAL_MAX);
    let local: usize = local.take_while(|c| is_local(*c)).map(char::len_utf8).sum();
    let start = at.checked_sub(local).filter(|start| *start < at)?;
    let start = start.checked_add(leading_stops(text.get(start..at)?))?;
    let domain = domain(behind)?;
    let end = at.checked_add(sign)?.checked_add(domain)?;
    (start < at).then_some(start..end)
}

/// How many bytes of a text are a domain: labels, of which the last has letters enough.
fn domain(text: &str) -> Option<usize> {
    let is_domain = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let all: String = text
        .chars()
        .take(DOMAIN_MAX)
        .take_while(is_domain)
        .collect();
    let first = all.split('.').next()?;
    let named = PROVIDERS.contains(&first.to_ascii_lowercase().as_str());
    let (mut end, mut whole) = (0_usize, named.then_some(first.len()));
    for (number, label) in all.split('.').enumerate() {
        end = end.checked_add(label.len())?;
        let letters = label.chars().filter(|c| c.is_alphabetic()).count();
        if label.is_empty() {
            break;
        }
        if number > 0 && letters >= 2 {
            whole = Some(end);
        }
        end = end.checked_add(1)?;
    }
    whole
}

/// `Someone at gmail dot com`.
fn spoken(words: &[Word<'_>]) -> Option<Range<usize>> {
    let [local, at, provider, dot, end] = words else {
        return None;
    };
    let says = at.key == "at"
        && dot.key == "dot"
        && matches!(end.key.as_str(), "com" | "co" | "net" | "org");
    (says && PROVIDERS.contains(&provider.key.as_str())).then_some(local.at.start..end.at.end)
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-')
}

fn leading_stops(local: &str) -> usize {
    local
        .len()
        .saturating_sub(local.trim_start_matches(['.', '-']).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let found = emails(text, &crate::words::split(text)).into_iter();
        found.map(|at| text.get(at).unwrap()).collect()
    }

    #[test]
    fn addresses_are_found_whole_and_signs_for_at_are_none() {
        assert_eq!(
            found("write to a.b+c@mail.example.co.uk."),
            ["a.b+c@mail.example.co.uk"]
        );
        assert_eq!(found("(someone@gmail) or else"), ["someone@gmail"]);
        assert_eq!(
            found("someone at gmail dot com"),
            ["someone at gmail dot com"]
        );
        assert_eq!(
            found("10 bags @20 each, 3@10, @handle, met him @the park"),
            [""; 0]
        );
    }
}
