//! What is handed back: where in the text, and why it could give the teller away.

use std::ops::Range;

/// Words that could give the teller away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Where they stand, in bytes of the text.
    pub bytes: Range<usize>,
    /// The same in UTF-16 code units, as scripts count.
    pub utf16: Range<usize>,
    /// How they could.
    pub kind: Kind,
}

/// How words could give the teller away; the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// "My name is".
    Name,
    /// "I live at".
    Address,
    /// A telephone number, the teller's or another's.
    Phone,
    /// An email address, the teller's or another's.
    Email,
    /// A vehicle's registration, the teller's or another's.
    Plate,
    /// A whole postcode, the teller's or another's.
    Postcode,
    /// "Only I know", "don't tell him I told you".
    Secret,
    /// "Where I work", "my manager".
    Work,
    /// "My cousin", "our street".
    Ties,
    /// "From my window", "I was standing".
    Vantage,
    /// "At 21:43": a moment only a few could know.
    Time,
}

impl Kind {
    /// Every kind, the most telling first.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Address,
        Self::Phone,
        Self::Email,
        Self::Plate,
        Self::Postcode,
        Self::Secret,
        Self::Work,
        Self::Ties,
        Self::Vantage,
        Self::Time,
    ];

    /// The key of the sentence that explains it, in the language of the page.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "giveaway-name",
            Self::Address => "giveaway-address",
            Self::Phone => "giveaway-phone",
            Self::Email => "giveaway-email",
            Self::Plate => "giveaway-plate",
            Self::Postcode => "giveaway-postcode",
            Self::Secret => "giveaway-secret",
            Self::Work => "giveaway-work",
            Self::Ties => "giveaway-ties",
            Self::Vantage => "giveaway-vantage",
            Self::Time => "giveaway-time",
        }
    }
}
