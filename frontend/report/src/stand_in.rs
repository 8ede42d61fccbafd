//! English where a language has no string yet, marked so that it is read out and laid out as English.

/// Two code points that stand in no text: they mark where English begins and ends until it is drawn.
const BEGIN: char = '\u{fdd0}';
const END: char = '\u{fdd1}';

/// Whether a letter is one of the marks: nobody who types can put one into a document.
pub(crate) const fn is_mark(letter: char) -> bool {
    matches!(letter, BEGIN | END)
}

/// Marks a string as English, each line by itself: some are drawn line by line.
pub(crate) fn mark(text: &str) -> String {
    let lines = text.lines().map(|line| format!("{BEGIN}{line}{END}"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Where in a document a letter stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Text,
    Tag,
    Quoted,
}

/// Puts an element around what is marked in a document's text. Where no element can stand, in an
/// attribute, a title or a field, the marks are only taken away.
pub(crate) fn draw(html: String) -> String {
    if !html.contains([BEGIN, END]) {
        return html;
    }
    let mut drawn = String::with_capacity(html.len());
    let (mut at, mut plain) = (At::Text, false);
    for (index, letter) in html.char_indices() {
        match (at, letter) {
            (At::Text, '<') => {
                at = At::Tag;
                let tag = html.get(index..).unwrap_or_default();
                plain = tag.starts_with("<title") || tag.starts_with("<textarea");
            }
            (At::Tag, '>') => at = At::Text,
            (At::Tag, '"') => at = At::Quoted,
            (At::Quoted, '"') => at = At::Tag,
            _ => {}
        }
        match letter {
            BEGIN if at == At::Text && !plain => {
                drawn.push_str("<span lang=\"en\" dir=\"ltr\">");
            }
            END if at == At::Text && !plain => drawn.push_str("</span>"),
            BEGIN | END => {}
            other => drawn.push(other),
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_gets_an_element_and_attributes_titles_and_fields_only_lose_the_marks() {
        let (word, drawn) = (mark("Go"), "<span lang=\"en\" dir=\"ltr\">Go</span>");
        for (given, wanted) in [
            (format!("<p>{word}!</p>"), format!("<p>{drawn}!</p>")),
            (
                format!("<a alt=\"x > {word}\">{word}</a>"),
                format!("<a alt=\"x > Go\">{drawn}</a>"),
            ),
            (
                format!("<title>{word}</title><b>{word}</b>"),
                format!("<title>Go</title><b>{drawn}</b>"),
            ),
        ] {
            assert_eq!(draw(given), wanted);
        }
    }
}
