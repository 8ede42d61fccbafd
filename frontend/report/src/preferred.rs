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
        let primary = tag.split('-').next()?;
        let mut ours = ours.iter().copied();
        ours.find(|lang| lang.code.eq_ignore_ascii_case(primary))
    };
    asked.into_iter().find_map(known)
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
        ] {
            let found = preferred(accepted, Lang::SHIPPED).map(|lang| lang.code);
            assert_eq!(found, chosen, "{accepted}");
        }
        assert_eq!(preferred("pl", &[Lang::ENGLISH]), None);
        let late = format!("{}pl", "de,".repeat(READ));
        assert_eq!(preferred(&late, Lang::SHIPPED), None);
    }
}
