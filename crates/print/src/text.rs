//! Texts, cut into lines.

use crate::face::Face;

/// A character that the typeface has no letter for; nothing is printed in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a character cannot be printed")]
pub struct Unprintable(pub char);

/// One line: its characters with their glyphs, and how wide it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Line {
    pub(crate) glyphs: Vec<(char, u16)>,
    pub(crate) width: f32,
}

impl Line {
    /// A text on one line, however wide.
    pub(crate) fn of(face: &Face, size: f32, text: &str) -> Result<Self, Unprintable> {
        let mut line = Self::default();
        for character in text.chars().map(as_printed) {
            line.put(face, size, character)?;
        }
        Ok(line)
    }

    fn put(&mut self, face: &Face, size: f32, character: char) -> Result<(), Unprintable> {
        let glyph = face.glyph(character).ok_or(Unprintable(character))?;
        self.width += face.advance(glyph) * size / 1_000.0;
        self.glyphs.push((character, glyph));
        Ok(())
    }

    fn append(&mut self, other: Self) {
        self.glyphs.extend(other.glyphs);
        self.width += other.width;
    }
}

/// A text in lines no wider than this. A word that is wider than a line is broken where it must be.
pub(crate) fn lines(
    face: &Face,
    size: f32,
    text: &str,
    width: f32,
) -> Result<Vec<Line>, Unprintable> {
    let mut all = Vec::new();
    for paragraph in text.lines() {
        let mut line = Line::default();
        for word in paragraph.split_whitespace() {
            let space = if line.glyphs.is_empty() { "" } else { " " };
            let whole = Line::of(face, size, &format!("{space}{word}"))?;
            if line.width + whole.width <= width {
                line.append(whole);
                continue;
            }
            if !line.glyphs.is_empty() {
                all.push(std::mem::take(&mut line));
            }
            for character in word.chars().map(as_printed) {
                let one = Line::of(face, size, character.encode_utf8(&mut [0; 4]))?;
                if line.width + one.width > width && !line.glyphs.is_empty() {
                    all.push(std::mem::take(&mut line));
                }
                line.append(one);
            }
        }
        all.push(line);
    }
    Ok(all)
}

/// White space is white space, whichever it is.
fn as_printed(character: char) -> char {
    if character.is_whitespace() {
        ' '
    } else {
        character
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::face::{Faces, Weight};

    fn cut(text: &str, width: f32) -> Vec<String> {
        let faces = Faces::read();
        let lines = lines(faces.of(Weight::Plain), 10.0, text, width).unwrap();
        assert!(lines.iter().all(|line| line.width <= width + 0.01));
        let text = |line: &Line| {
            line.glyphs
                .iter()
                .map(|(character, _)| *character)
                .collect()
        };
        lines.iter().map(text).collect()
    }

    #[test]
    fn a_text_is_cut_between_words_and_within_one_only_if_it_must() {
        assert_eq!(cut("one two three", 40.0), ["one two", "three"]);
        assert_eq!(cut("one\n\ntwo\tthree", 400.0), ["one", "", "two three"]);
        let broken = cut("incomprehensibilities", 40.0);
        assert!(broken.len() > 2, "{broken:?}");
        assert_eq!(broken.concat(), "incomprehensibilities");
        assert_eq!(cut("", 40.0), Vec::<String>::new());
    }

    #[test]
    fn letters_of_the_countys_latin_languages_are_there_and_others_are_named() {
        let faces = Faces::read();
        for weight in [Weight::Plain, Weight::Bold] {
            let line = |text| Line::of(faces.of(weight), 10.0, text);
            let latin = "Łódź, Košice, Timișoara, Iași, São Paulo, ’quoted’ “so” – £5 €5 ½ №1";
            assert!(line(latin).is_ok());
            assert_eq!(line("لاہور"), Err(Unprintable('ل')));
            assert_eq!(line("ਪੰਜਾਬ"), Err(Unprintable('ਪ')));
            assert_eq!(line("a\u{202e}b"), Err(Unprintable('\u{202e}')));
            assert_eq!(line("a\u{7}b"), Err(Unprintable('\u{7}')));
        }
    }
}
