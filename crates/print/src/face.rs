//! The typeface: Noto Sans, plain and bold, with the letters of Latin, Greek and Cyrillic.

use ttf_parser::GlyphId;

const PLAIN: &[u8] = include_bytes!("../fonts/NotoSans-Regular-subset.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/NotoSans-Bold-subset.ttf");

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Plain,
    Bold,
}

/// One weight of the typeface, read.
pub(crate) struct Face {
    font: ttf_parser::Face<'static>,
    bytes: &'static [u8],
    name: &'static str,
}

/// Both weights.
pub(crate) struct Faces {
    plain: Face,
    bold: Face,
}

impl Faces {
    pub(crate) fn read() -> Self {
        Self {
            plain: Face::read(PLAIN, "GNNLPL+NotoSans-Regular"),
            bold: Face::read(BOLD, "GNNLBD+NotoSans-Bold"),
        }
    }

    pub(crate) const fn of(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Plain => &self.plain,
            Weight::Bold => &self.bold,
        }
    }
}

impl Face {
    fn read(bytes: &'static [u8], name: &'static str) -> Self {
        let font = ttf_parser::Face::parse(bytes, 0).expect("the font lies beside this file");
        Self { font, bytes, name }
    }

    /// The font file.
    pub(crate) const fn bytes(&self) -> &'static [u8] {
        self.bytes
    }

    /// Its name in a document.
    pub(crate) const fn name(&self) -> &'static str {
        self.name
    }

    /// The glyph that draws a character, if there is one.
    pub(crate) fn glyph(&self, character: char) -> Option<u16> {
        self.font.glyph_index(character).map(|glyph| glyph.0)
    }

    /// How far a glyph moves on, in thousandths of the size.
    pub(crate) fn advance(&self, glyph: u16) -> f32 {
        let advance = self.font.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0);
        f32::from(advance) * 1_000.0 / f32::from(self.font.units_per_em())
    }

    /// The heights of letters above and below their line, and of capitals, in thousandths of the size.
    pub(crate) fn heights(&self) -> [f32; 3] {
        let capital = self.font.capital_height().unwrap_or(714);
        [self.font.ascender(), self.font.descender(), capital].map(f32::from)
    }

    /// The box every glyph stands in.
    pub(crate) fn bounds(&self) -> [f32; 4] {
        let all = self.font.global_bounding_box();
        [all.x_min, all.y_min, all.x_max, all.y_max].map(f32::from)
    }

    /// How many glyphs there are.
    pub(crate) fn glyphs(&self) -> u16 {
        self.font.number_of_glyphs()
    }
}
