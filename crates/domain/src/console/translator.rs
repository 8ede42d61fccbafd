//! A partnership's own translator, which officers' browsers ask themselves.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The origin of a machine that speaks `LibreTranslate`'s interface. It reads what it translates, so
/// it is asked over TLS, or on the officer's own machine; and nothing but an origin can be written here,
/// for it stands in a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Translator(String);

/// It is not an origin that may be asked. Never says what it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("neither https:// with a name and perhaps a port, nor http:// with this machine itself")]
pub struct UnusableTranslator;

impl Translator {
    /// Longest origin.
    const LONGEST: usize = 253;

    /// As a policy and an address name it: `https://translate.example.org`.
    pub fn origin(&self) -> &str {
        &self.0
    }

    /// As officers read it: `translate.example.org`.
    pub fn host(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, host)| host)
    }
}

impl FromStr for Translator {
    type Err = UnusableTranslator;

    fn from_str(text: &str) -> Result<Self, UnusableTranslator> {
        let text = text.strip_suffix('/').unwrap_or(text);
        let (scheme, host) = text.split_once("://").ok_or(UnusableTranslator)?;
        let (name, port) = parts(host).ok_or(UnusableTranslator)?;
        let here = matches!(name, "localhost" | "127.0.0.1" | "[::1]");
        let named = here || is_name(name);
        let sound = match scheme {
            "https" => named,
            "http" => here,
            _ => false,
        };
        if sound && port.is_none_or(is_port) && text.len() <= Self::LONGEST {
            Ok(Self(text.to_owned()))
        } else {
            Err(UnusableTranslator)
        }
    }
}

/// The name and the port behind it.
fn parts(host: &str) -> Option<(&str, Option<&str>)> {
    let name_ends = match host.find(']') {
        Some(bracket) => bracket.checked_add(1)?,
        None => host.find(':').unwrap_or(host.len()),
    };
    let (name, rest) = host.split_at_checked(name_ends)?;
    match rest {
        "" => Some((name, None)),
        rest => Some((name, Some(rest.strip_prefix(':')?))),
    }
}

fn is_port(port: &str) -> bool {
    let digits = port.bytes().all(|byte| byte.is_ascii_digit());
    digits && port.parse::<u16>().is_ok_and(|port| port > 0)
}

/// Letters, digits, hyphens and dots between them.
fn is_name(name: &str) -> bool {
    name.split('.').all(|label| {
        let inside = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        !label.is_empty() && !label.starts_with('-') && label.bytes().all(inside)
    })
}

impl TryFrom<String> for Translator {
    type Error = UnusableTranslator;

    fn try_from(text: String) -> Result<Self, UnusableTranslator> {
        text.parse()
    }
}

impl From<Translator> for String {
    fn from(translator: Translator) -> Self {
        translator.0
    }
}

impl fmt::Display for Translator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.host())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_over_tls_or_on_this_machine_is_a_translator() {
        for (text, host) in [
            ("https://translate.example.org", "translate.example.org"),
            (
                "https://translate.example.org:8443/",
                "translate.example.org:8443",
            ),
            ("http://127.0.0.1:5000", "127.0.0.1:5000"),
            ("http://localhost:5000", "localhost:5000"),
            ("http://[::1]:5000", "[::1]:5000"),
        ] {
            let translator: Translator = text.parse().unwrap();
            assert_eq!(translator.host(), host);
            assert_eq!(translator.origin(), text.trim_end_matches('/'));
        }
    }

    #[test]
    fn nothing_else_is_and_nothing_of_it_is_said() {
        let long = format!("https://{}", "a".repeat(300));
        for text in [
            "",
            "https://",
            "http://translate.example.org",
            "http://127.0.0.1.example.org",
            "http://localhost@example.org",
            "https://user@example.org",
            "https://example.org/translate",
            "https://example.org?x",
            "https://example.org; script-src *",
            "https://example.org https://example.net",
            "https://*.example.org",
            "https://example.org:",
            "https://example.org:0",
            "https://example.org:+8",
            "https://example.org:99999",
            "https://[::1]x",
            "https://ex\"ample.org",
            "https://Example.org",
            "https://..",
            "wss://example.org",
            "javascript://localhost",
            &long,
        ] {
            let wrong = text.parse::<Translator>();
            assert_eq!(wrong, Err(UnusableTranslator), "{text}");
        }
        let said = UnusableTranslator.to_string();
        assert!(!said.contains("example"));
    }
}
