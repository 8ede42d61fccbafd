//! Which of our languages somebody's browser asks for. What it says is looked at once and kept nowhere.

use crate::lang::Lang;

/// More languages than anybody has in a browser: what comes after is not read.
const READ: usize = 16;

/// The first of ours among those a browser prefers, by its `Accept-Language`; `None` if none is.
pub(crate) fn preferred(accepted: &str, ours: &[Lang]) -> Option<Lang> {
    let mut asked: Vec<(&str, u16)> = accepted.split(',').take(READ).filter_map(read).collect();
    // Stable: of two that are liked as much, the first stays first.
    asked.sort_by_key(|(_, quality)| std::cmp::Reverse(*quality));
    let known = |(tag, _): (&str, u16)| {
        let mut ours = ours.iter().copied();
        ours.find(|lang| lang.code.eq_ignore_ascii_case(code(tag)))
    };
    asked.into_iter().find_map(known)
}

/// Our code of a language asked for by its tag. Punjabi is written in two scripts: the one that is
/// named, else that of the country.
fn code(tag: &str) -> &str {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or(tag);
    let is = |name: &str| primary.eq_ignore_ascii_case(name);
    let written = parts.find(|part| part.eq_ignore_ascii_case("Guru") || is_shahmukhi(part));
    match written {
        Some(part) if is("pa") && is_shahmukhi(part) => "pa-Arab",
        _ if is("pa") => "pa-Guru",
        _ if is("pnb") => "pa-Arab",
        _ => primary,
    }
}

fn is_shahmukhi(part: &str) -> bool {
    ["Arab", "PK"]
        .iter()
        .any(|one| part.eq_ignore_ascii_case(one))
}

/// A tag and how much it is liked, in thousandths; `None` if it is not wanted.
fn read(item: &str) -> Option<(&str, u16)> {
    let mut parts = item.split(';').map(str::trim);
    let tag = parts.next().filter(|tag| !tag.is_empty())?;
    let quality = parts.find_map(|part| part.strip_prefix("q="));
    let quality = quality.map_or(Some(1_000), thousandths)?;
    (quality > 0).then_some((tag, quality))
}

/// `0.8` as 800; `None` if it is no such number.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let rest: u16 = format!("{rest:0<3}").parse().ok()?;
    match whole {
        "1" => Some(1_000),
        "0" if rest < 1_000 => Some(rest),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_liked_of_ours_is_chosen() {
        for (accepted, chosen) in [
            ("pl", Some("pl")),
            ("UR-PK,ur;q=0.9,en;q=0.8", Some("ur")),
            ("de, en;q=0.7, pl;q=0.9", Some("pl")),
            ("en;q=0.7,pl;q=0.7", Some("en")),
            ("pl;q=0, en", Some("en")),
            ("pl;q=0.001, ur;q=0.002", Some("ur")),
            ("de,*;q=0.5", None),
            ("", None),
            ("pl;q=x, ;q=1, pl;q=7", None),
            ("pl;q=0.1234", None),
            ("pa-IN, en", Some("pa-Guru")),
            ("pa", Some("pa-Guru")),
            ("pa-guru-PK", Some("pa-Guru")),
            ("pa-Arab", Some("pa-Arab")),
            ("pa-PK, ur;q=0.9", Some("pa-Arab")),
            ("pnb, ur;q=0.9", Some("pa-Arab")),
            ("bn-BD", Some("bn")),
            ("ur-Arab-PK", Some("ur")),
        ] {
            let found = preferred(accepted, Lang::SHIPPED).map(|lang| lang.code);
            assert_eq!(found, chosen, "{accepted}");
        }
        assert_eq!(preferred("pl", &[Lang::ENGLISH]), None);
        let late = format!("{}pl", "de,".repeat(READ));
        assert_eq!(preferred(&late, Lang::SHIPPED), None);
    }
}
