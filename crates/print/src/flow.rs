//! Sets texts and tables one below the other, page after page.

use crate::face::{Faces, Weight};
use crate::page::{Grey, HEIGHT, Mark, Page, WIDTH};
use crate::text::{Line, Unprintable, lines};

/// The margin at both sides.
const SIDE: f32 = 56.0;
/// Where a page's own content begins, below the marking.
const TOP: f32 = 72.0;
/// Where it ends, above foot and marking.
const BOTTOM: f32 = HEIGHT - 76.0;
/// The width of the names beside facts.
const NAMES: f32 = 128.0;

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    weight: Weight,
    size: f32,
}

impl Style {
    pub(crate) const TITLE: Self = Self::new(Weight::Bold, 17.0);
    pub(crate) const HEAD: Self = Self::new(Weight::Bold, 11.5);
    pub(crate) const TEXT: Self = Self::new(Weight::Plain, 10.0);
    pub(crate) const STRONG: Self = Self::new(Weight::Bold, 10.0);
    pub(crate) const SMALL: Self = Self::new(Weight::Plain, 8.5);

    const fn new(weight: Weight, size: f32) -> Self {
        Self { weight, size }
    }

    /// From one base line to the next.
    const fn leading(self) -> f32 {
        self.size * 1.4
    }
}

/// A document in the making.
pub(crate) struct Flow<'a> {
    faces: &'a Faces,
    pages: Vec<Page>,
    page: Page,
    y: f32,
}

impl<'a> Flow<'a> {
    pub(crate) fn begin(faces: &'a Faces) -> Self {
        Self {
            faces,
            pages: Vec::new(),
            page: Page::default(),
            y: TOP,
        }
    }

    /// Leaves some room.
    pub(crate) fn space(&mut self, height: f32) {
        self.y += height;
    }

    /// Goes on over the page unless there is so much room on this one.
    pub(crate) fn keep(&mut self, height: f32) {
        if self.y + height > BOTTOM {
            self.pages.push(std::mem::take(&mut self.page));
            self.y = TOP;
        }
    }

    /// A text over the full width.
    pub(crate) fn text(&mut self, style: Style, text: &str) -> Result<(), Unprintable> {
        self.text_at(style, text, 0.0)
    }

    /// A heading, which never stands alone at the foot of a page.
    pub(crate) fn heading(&mut self, text: &str) -> Result<(), Unprintable> {
        self.space(10.0);
        self.keep(60.0);
        self.text(Style::HEAD, text)?;
        self.space(3.0);
        Ok(())
    }

    /// A text that begins so far from the margin.
    pub(crate) fn text_at(
        &mut self,
        style: Style,
        text: &str,
        indent: f32,
    ) -> Result<(), Unprintable> {
        let face = self.faces.of(style.weight);
        let width = WIDTH - SIDE - SIDE - indent;
        for line in lines(face, style.size, text, width)? {
            self.keep(style.leading());
            self.y += style.leading();
            self.put(style, line, (SIDE + indent, self.y));
        }
        Ok(())
    }

    /// A name, and beside it what there is to say.
    pub(crate) fn fact(&mut self, name: &str, value: &str) -> Result<(), Unprintable> {
        self.fact_in(Style::TEXT, name, value)
    }

    /// The same with a value set in another style.
    pub(crate) fn fact_in(
        &mut self,
        value_style: Style,
        name: &str,
        value: &str,
    ) -> Result<(), Unprintable> {
        self.keep(Style::TEXT.leading());
        let (top, pages) = (self.y, self.pages.len());
        let style = Style::SMALL;
        let label = Line::of(self.faces.of(style.weight), style.size, name)?;
        self.put(style, label, (SIDE, top + Style::TEXT.leading()));
        self.text_at(value_style, value, NAMES)?;
        if pages == self.pages.len() && top.total_cmp(&self.y).is_eq() {
            self.y += Style::TEXT.leading();
        }
        self.space(2.0);
        Ok(())
    }

    /// A number, and beside it an indented text.
    pub(crate) fn numbered(&mut self, number: usize, text: &str) -> Result<(), Unprintable> {
        self.keep(3.0 * Style::TEXT.leading());
        let style = Style::STRONG;
        let face = self.faces.of(style.weight);
        let line = Line::of(face, style.size, &format!("{number}."))?;
        self.put(style, line, (SIDE, self.y + style.leading()));
        self.text_at(Style::TEXT, text, 24.0)
    }

    /// Texts on a grey band, for what must not be overlooked.
    pub(crate) fn band(&mut self, texts: &[(Style, &str)]) -> Result<(), Unprintable> {
        let (inset, pad) = (8.0, 5.0);
        for (style, text) in texts {
            let face = self.faces.of(style.weight);
            let width = WIDTH - SIDE - SIDE - inset - inset;
            for line in lines(face, style.size, text, width)? {
                self.keep(style.leading() + pad);
                let size = (WIDTH - SIDE - SIDE, style.leading() + pad);
                self.fill((SIDE, self.y + 3.6), size, Grey(0.9));
                self.y += style.leading();
                self.put(*style, line, (SIDE + inset, self.y));
            }
        }
        self.space(pad + 4.0);
        Ok(())
    }

    /// A row of a table: a name, a number at the right of its column, and a bar of a share of the rest.
    pub(crate) fn bar(&mut self, name: &str, number: &str, share: f32) -> Result<(), Unprintable> {
        const NAME: f32 = 190.0;
        const NUMBER: f32 = 262.0;
        let style = Style::TEXT;
        let face = self.faces.of(style.weight);
        let names = lines(face, style.size, name, NAME)?;
        let number = Line::of(face, style.size, number)?;
        let so_many = u16::try_from(names.len().max(1)).unwrap_or(u16::MAX);
        self.keep(style.leading() * f32::from(so_many));
        let first = self.y + style.leading();
        for line in names {
            self.y += style.leading();
            self.put(style, line, (SIDE, self.y));
        }
        let at = (SIDE + NUMBER - number.width, first);
        self.put(style, number, at);
        let whole = WIDTH - SIDE - SIDE - NUMBER - 14.0;
        let bar = (SIDE + NUMBER + 14.0, first - 7.6);
        self.fill(bar, (whole, 8.6), Grey(0.95));
        if share > 0.0 {
            self.fill(bar, (whole * share.min(1.0), 8.6), Grey(0.35));
        }
        Ok(())
    }

    /// A thin rule over the full width.
    pub(crate) fn rule(&mut self) {
        self.y += 5.0;
        self.fill((SIDE, self.y), (WIDTH - SIDE - SIDE, 0.6), Grey(0.5));
        self.y += 3.0;
    }

    /// Every page with the marking at head and foot, and what stands beside its number.
    pub(crate) fn finish(mut self, marking: &str, foot: &str) -> Result<Vec<Page>, Unprintable> {
        let mut pages = std::mem::take(&mut self.pages);
        pages.push(std::mem::take(&mut self.page));
        let all = pages.len();
        let mut finished = Vec::with_capacity(all);
        for (number, page) in (1_usize..).zip(pages) {
            self.page = page;
            self.fill((SIDE, HEIGHT - 62.0), (WIDTH - SIDE - SIDE, 0.6), Grey(0.5));
            self.edge(Style::STRONG, marking, Edge::Middle, 42.0)?;
            self.edge(Style::STRONG, marking, Edge::Middle, HEIGHT - 34.0)?;
            self.edge(Style::SMALL, foot, Edge::Left, HEIGHT - 50.0)?;
            let number = format!("Page {number} of {all}");
            self.edge(Style::SMALL, &number, Edge::Right, HEIGHT - 50.0)?;
            finished.push(std::mem::take(&mut self.page));
        }
        Ok(finished)
    }

    fn edge(&mut self, style: Style, text: &str, edge: Edge, y: f32) -> Result<(), Unprintable> {
        let line = Line::of(self.faces.of(style.weight), style.size, text)?;
        let x = match edge {
            Edge::Left => SIDE,
            Edge::Middle => (WIDTH - line.width) / 2.0,
            Edge::Right => WIDTH - SIDE - line.width,
        };
        self.put(style, line, (x, y));
        Ok(())
    }

    fn put(&mut self, style: Style, line: Line, at: (f32, f32)) {
        let Style { weight, size } = style;
        self.page.0.push(Mark::Text {
            line,
            weight,
            size,
            at,
        });
    }

    fn fill(&mut self, at: (f32, f32), size: (f32, f32), grey: Grey) {
        self.page.0.push(Mark::Filled { at, size, grey });
    }
}

/// Where a line stands.
#[derive(Clone, Copy)]
enum Edge {
    Left,
    Middle,
    Right,
}
