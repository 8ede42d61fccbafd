//! Accounts online: links, `@names`, and names behind the word for a platform.

use std::ops::Range;

use domain::work::EntityKind;
use giveaway::{Word, key};

use crate::reader::Spot;

/// Platforms by the words people use, and the hosts of their pages.
#[rustfmt::skip]
const PLATFORMS: &[(&str, &[&str])] = &[
    ("discord", &["discord", "discord.gg", "discord.com"]),
    ("ebay", &["ebay", "ebay.co.uk"]),
    ("facebook", &["facebook", "fb", "facebook.com", "fb.com", "fb.me", "m.facebook.com", "messenger", "فیس بک", "fejsbuk", "fejsbuku"]),
    ("gumtree", &["gumtree", "gumtree.com"]),
    ("instagram", &["instagram", "insta", "ig", "instagram.com", "instagramie"]),
    ("onlyfans", &["onlyfans", "onlyfans.com"]),
    ("signal", &["signal"]),
    ("snapchat", &["snapchat", "snap", "snapchat.com", "snapchacie"]),
    ("telegram", &["telegram", "t.me", "telegramie"]),
    ("tiktok", &["tiktok", "tiktok.com", "tiktoku"]),
    ("twitter", &["twitter", "twitter.com", "x.com"]),
    ("vinted", &["vinted", "vinted.co.uk"]),
    ("whatsapp", &["whatsapp", "wa.me"]),
    ("wickr", &["wickr"]),
    ("youtube", &["youtube", "youtube.com"]),
];
/// Words that say a name follows, whatever it looks like.
const NAMED: &[&str] = &["username", "handle", "user"];
/// Words between a platform or such a word and the name.
const REACH: usize = 4;
/// Ends of a host without a path that is a link all the same.
#[rustfmt::skip]
const ENDS: &[&str] = &["com", "uk", "net", "org", "info", "biz", "shop", "store", "online", "site", "xyz", "onion", "pl", "ro", "pk"];
/// Parts of a path before the name.
const BEFORE_NAMES: &[&str] = &["add", "u", "user", "in", "profile", "groups", "c", "s"];

/// An email address in one writing; `name at gmail dot com` becomes one.
pub(crate) fn email(written: &str) -> String {
    let small = written.to_lowercase().replace('＠', "@");
    if small.contains('@') {
        return small;
    }
    small.replace(" at ", "@").replace(" dot ", ".")
}

/// Addresses of pages.
pub(crate) fn links(text: &str) -> Vec<Spot> {
    tokens(text)
        .filter_map(|(at, token)| link(at, token))
        .collect()
}

/// Names of accounts.
pub(crate) fn handles(text: &str, words: &[Word<'_>]) -> Vec<Spot> {
    let mut next = 0;
    tokens(text)
        .filter_map(|(at, token)| {
            while words.get(next).is_some_and(|word| word.at.end <= at.start) {
                next = next.saturating_add(1);
            }
            let sure = token.strip_prefix('@').filter(|name| is_handle(name));
            let before = words
                .get(next.saturating_sub(REACH)..next)
                .unwrap_or_default();
            let sentence = words.get(next)?.sentence;
            let mut near = before.iter().rev().filter(|word| word.sentence == sentence);
            let platform = near.clone().find_map(|word| platform(&word.key));
            let is_named = near.any(|word| NAMED.contains(&word.key.as_str()));
            let likely = platform.is_some() || is_named;
            let name = sure.or_else(|| Some(token).filter(|name| likely && is_odd(name)))?;
            let behind = words.get(next..)?.iter().skip(1).take(REACH + 2);
            let behind = behind.filter(|word| word.sentence == sentence);
            let platform =
                platform.or_else(|| behind.clone().find_map(|word| self::platform(&word.key)));
            Some(Spot::new(at, EntityKind::Account, value(platform, name)))
        })
        .collect()
}

/// How an account is shown.
pub(crate) fn value(platform: Option<&str>, name: &str) -> String {
    let name = name.trim_start_matches('@').to_lowercase();
    platform.map_or_else(
        || format!("@{name}"),
        |platform| format!("{platform}: {name}"),
    )
}

/// The platform a word stands for.
pub(crate) fn platform(word: &str) -> Option<&'static str> {
    let word = key(word);
    let mut all = PLATFORMS.iter();
    let known = all.find(|(_, words)| words.contains(&word.as_str()));
    known.map(|(platform, _)| *platform)
}

/// What somebody typed as a link: an account of a platform we know, or a page.
pub(crate) fn linked(token: &str) -> Option<String> {
    let bare = token
        .trim_start_matches("https://")
        .trim_start_matches("http://");
    let bare = bare.trim_start_matches("www.");
    let (host, path) = bare.split_once('/').unwrap_or((bare, ""));
    let host = host.to_ascii_lowercase();
    let (_, end) = host.rsplit_once('.')?;
    let platform = PLATFORMS
        .iter()
        .find(|(_, hosts)| host.contains('.') && hosts.contains(&host.as_str()));
    let is_said = bare.len() < token.len();
    let is_host =
        host.len() >= 4 && host.bytes().all(is_of_a_host) && !host.starts_with(['.', '-']);
    if !is_host || !(is_said || platform.is_some() || ENDS.contains(&end)) {
        return None;
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let name = parts.find(|part| !BEFORE_NAMES.contains(part));
    match (platform, name) {
        (Some((platform, _)), Some(name)) => Some(value(Some(platform), name)),
        (Some(_), None) => None,
        (None, Some(_)) => Some(format!("page: {host}/{path}")),
        (None, None) => Some(format!("page: {host}")),
    }
}

fn link(at: Range<usize>, token: &str) -> Option<Spot> {
    if token.contains('@') && !token.contains('/') {
        return None;
    }
    let value = linked(token)?;
    // The link of a chat with a number is that number.
    let number = value
        .strip_prefix("whatsapp: ")
        .map(|number| format!("+{number}"));
    let number = number.and_then(|number| crate::phone::one_writing(&number));
    Some(match number {
        Some(number) => Spot::new(at, EntityKind::Phone, number),
        None => Spot::new(at, EntityKind::Account, value),
    })
}

/// A name that has what words have not: a digit beside letters, a line or a stop within.
fn is_odd(token: &str) -> bool {
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    let letters = token.bytes().filter(u8::is_ascii_alphabetic).count();
    let joined = token.get(1..token.len().saturating_sub(1));
    let joined = joined.is_some_and(|inner| inner.contains(['_', '.']));
    is_handle(token)
        && letters >= 3
        && token.len() >= 4
        && (joined || (digits > 0 && letters > digits))
}

fn is_handle(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
    (3..=40).contains(&name.len())
        && name.bytes().all(fits)
        && name.bytes().any(|byte| byte.is_ascii_alphabetic())
}

const fn is_of_a_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-')
}

/// What stands between spaces, without the signs around it.
fn tokens(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let apart = |c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '"' | '“' | '”' | '(' | ')' | '<' | '>')
    };
    let mut end = 0_usize;
    text.split_inclusive(apart).filter_map(move |piece| {
        let from = end;
        end = end.saturating_add(piece.len());
        let piece = piece.trim_end_matches(|c: char| !(c.is_alphanumeric() || c == '_'));
        let token =
            piece.trim_start_matches(|c: char| !(c.is_alphanumeric() || matches!(c, '@' | '_')));
        let start = from.saturating_add(piece.len().saturating_sub(token.len()));
        (!token.is_empty()).then(|| (start..start.saturating_add(token.len()), token))
    })
}

#[cfg(test)]
mod tests {
    use giveaway::split;

    use super::*;

    fn found(text: &str) -> Vec<String> {
        let words = split(text);
        let all = links(text).into_iter().chain(handles(text, &words));
        all.map(|spot| spot.value).collect()
    }

    #[test]
    fn accounts_are_found_with_their_platform() {
        for (text, wanted) in [
            ("his insta is zed_99.", "instagram: zed_99"),
            ("@darkbikes on Snapchat", "snapchat: darkbikes"),
            ("add @darkbikes99", "@darkbikes99"),
            (
                "see https://www.instagram.com/Zed.99/?x=1",
                "instagram: zed.99",
            ),
            ("t.me/leedsmenu", "telegram: leedsmenu"),
            (
                "the site loans4u.example.co.uk!",
                "page: loans4u.example.co.uk",
            ),
            ("the username is bigdog71", "@bigdog71"),
        ] {
            assert_eq!(found(text), [wanted], "{text}");
        }
    }

    #[test]
    fn words_and_emails_are_no_accounts() {
        for text in [
            "on Facebook marketplace every day",
            "write to someone@example.org",
            "and so on...he left",
            "at 9.30pm on snapchat",
            "met him @ the park",
            "i.e. a van",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn an_email_said_aloud_is_written() {
        assert_eq!(email("Someone at gmail dot com"), "someone@gmail.com");
    }
}
