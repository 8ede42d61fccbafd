//! A tip's answers as an officer reads them.

use domain::Category;
use domain::answers::{Area, Danger, Knows};
use domain::console::{CanReply, FollowUp, TipView};
use domain::tip::SealPath;

/// The answer about danger, for the summary.
pub(crate) const fn danger(danger: Danger) -> &'static str {
    match danger {
        Danger::No => "No, as far as they know",
        Danger::Called => "Yes. They have called 999",
        Danger::CannotCall => "Yes, and they cannot call safely",
        Danger::Unsaid => "Yes. They did not say whether they called 999",
    }
}

/// The flag in lists, if somebody is in danger.
pub(crate) const fn danger_flag(danger: Danger) -> Option<&'static str> {
    match danger {
        Danger::No => None,
        Danger::Called => Some("Danger: 999 called"),
        Danger::CannotCall => Some("Danger: cannot call"),
        Danger::Unsaid => Some("Danger now"),
    }
}

/// How the reporter knows.
pub(crate) const fn knows(knows: Knows) -> &'static str {
    match knows {
        Knows::Saw => "They saw or heard it themselves",
        Knows::Told => "Somebody told them",
        Knows::Online => "They saw it online",
        Knows::Unsaid => "They did not say",
    }
}

/// A category as the reporter ticked it, with the name staff use where that is another.
pub(crate) fn ticked(category: Category) -> String {
    let (asked, label) = (category.asked(), category.label());
    if asked.starts_with(label) {
        asked.to_owned()
    } else {
        format!("{asked} (staff: {label})")
    }
}

/// An area's name.
pub(crate) const fn area(area: Area) -> &'static str {
    match area {
        Area::In(district) => district.label(),
        Area::Outside => "Outside West Yorkshire",
        Area::Online => "Online only",
        Area::Unknown => "Area not known",
    }
}

/// Where the tip was sealed.
pub(crate) const fn sealed(path: SealPath) -> &'static str {
    match path {
        SealPath::Browser => "In their own browser",
        SealPath::Server => "At the server on arrival: their browser ran no scripts",
    }
}

/// The language of the form by its English name, or its tag.
pub(crate) fn language(tag: &str) -> String {
    let name = match tag {
        "en" => "English",
        "ur" => "Urdu",
        "pa" | "pa-Guru" => "Punjabi (Gurmukhi)",
        "pa-Arab" | "pnb" => "Punjabi (Shahmukhi)",
        "pl" => "Polish",
        "bn" => "Bengali",
        "ar" => "Arabic",
        "ro" => "Romanian",
        "gu" => "Gujarati",
        "ku" | "ckb" => "Kurdish",
        "pt" => "Portuguese",
        "sk" => "Slovak",
        "ps" => "Pashto",
        "fa" => "Persian",
        _ => return tag.into(),
    };
    name.into()
}

/// Whether the reporter can be replied to.
pub(crate) const fn can_reply(reply: CanReply) -> &'static str {
    match reply {
        CanReply::No => "They cannot read one: they have no phrase",
        CanReply::NotSafe => "They can read one, but did not say that it is safe",
        CanReply::Safe => "They can read one, and say that it is safe",
    }
}

/// Whether the phrase of a conversation signed this tip of it.
pub(crate) const fn follow_up(follow_up: FollowUp) -> &'static str {
    match follow_up {
        FollowUp::First => "The first tip kept here of this conversation",
        FollowUp::Proven => "Proven: sent with the same phrase as the first tip",
        FollowUp::Unproven => {
            "Unproven: nothing shows that whoever sent this has the phrase of the first tip"
        }
    }
}

/// The beginning of the story, one line, cut at a word.
pub(crate) fn first_line(tip: &TipView) -> String {
    const MOST: usize = 110;
    let line = tip.story.lines().find(|line| !line.trim().is_empty());
    let line = line.unwrap_or("No text").trim();
    let mut short = String::new();
    for word in line.split_whitespace() {
        if short.chars().count().saturating_add(word.chars().count()) > MOST {
            short.push('…');
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

/// Which parts have not come, if any.
pub(crate) fn missing_parts(tip: &TipView) -> Option<String> {
    if tip.missing.is_empty() {
        return None;
    }
    let numbers: Vec<String> = tip.missing.iter().map(u8::to_string).collect();
    let which = numbers.join(", ");
    Some(format!(
        "Part {which} of {} has not arrived. It may come with a later window.",
        tip.parts
    ))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use domain::answers::{Answers, Details};
    use domain::work::Since;
    use domain::{Category, Day, Hour, Minute, ThreadId, TipId};

    /// A made-up tip for the tests of this crate.
    pub(crate) fn tip(number: u8, danger: Danger, seen: i64) -> TipView {
        TipView {
            tip: TipId::from_bytes([number; 16]),
            day: Day(20_000),
            since: Since {
                minute: Minute(seen),
                is_least: false,
            },
            answers: Some(Answers {
                danger,
                about: vec![Category::DrugsSupply],
                place: String::new(),
                areas: vec![],
                details: Details::default(),
            }),
            story: "  \nA grey van comes every night.\nMore".into(),
            lang: "en".to_owned().try_into().unwrap(),
            knows: Knows::Saw,
            path: SealPath::Browser,
            hour: Hour(480_000),
            parts: 1,
            missing: vec![],
            thread: ThreadId::from_bytes([0; 16]),
            reply: CanReply::No,
            has_files: false,
            has_token: false,
        }
    }

    #[test]
    fn the_first_line_is_the_first_with_words_and_is_cut_at_a_word() {
        let mut tip = tip(1, Danger::No, 0);
        assert_eq!(first_line(&tip), "A grey van comes every night.");
        tip.story = "word ".repeat(60);
        let line = first_line(&tip);
        assert!(line.ends_with("word…") && line.chars().count() < 140);
        tip.story = String::new();
        assert_eq!(first_line(&tip), "No text");
    }

    #[test]
    fn a_missing_part_is_named() {
        let mut tip = tip(1, Danger::No, 0);
        assert_eq!(missing_parts(&tip), None);
        (tip.parts, tip.missing) = (3, vec![2, 3]);
        assert!(missing_parts(&tip).unwrap().starts_with("Part 2, 3 of 3"));
    }

    #[test]
    fn a_category_is_named_as_it_was_ticked_and_as_staff_name_it() {
        assert_eq!(
            ticked(Category::DrugsSupply),
            "Drug dealing (staff: Drugs supply)"
        );
        assert_eq!(ticked(Category::Fraud), "Fraud and scams");
        assert_eq!(ticked(Category::Cyber), "Cyber crime");
    }

    #[test]
    fn an_unknown_language_keeps_its_tag() {
        assert_eq!(language("ur"), "Urdu");
        assert_eq!(language("xx-Zz"), "xx-Zz");
    }
}
