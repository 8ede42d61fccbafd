//! What a file is, by its own first bytes: names and what a browser says of it are believed nothing.

/// The kinds of picture that are drawn anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Photographs.
    Jpeg,
    /// Pictures of screens.
    Png,
    /// Either.
    WebP,
}

impl Kind {
    /// The kind of a file that begins as a picture does; nothing for every other file.
    pub fn of(file: &[u8]) -> Option<Self> {
        if file.starts_with(&[0xff, 0xd8, 0xff]) {
            Some(Self::Jpeg)
        } else if file.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP") {
            Some(Self::WebP)
        } else {
            None
        }
    }
}
