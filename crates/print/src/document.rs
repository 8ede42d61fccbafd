//! Pages written as one PDF file: the same pages, the same bytes.

use std::collections::BTreeMap;

use domain::Day;
use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Date, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use sha2::{Digest, Sha256};

use crate::face::{Face, Faces, Weight};
use crate::page::{HEIGHT, Mark, Page, WIDTH};

const ORDERING: SystemInfo<'static> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};
/// Of deflate, which is slow and small.
const LEVEL: u8 = 9;

/// What a reader's window says of a file.
pub(crate) struct About<'a> {
    pub(crate) title: &'a str,
    pub(crate) day: Day,
}

/// Hands out the numbers of a file's objects.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        self.0 = self.0.saturating_add(1);
        Ref::new(self.0)
    }
}

/// The file.
pub(crate) fn write(pages: &[Page], faces: &Faces, about: &About<'_>) -> Vec<u8> {
    let mut numbers = Numbers(0);
    let mut pdf = Pdf::new();
    let (catalog, tree, info) = (numbers.next(), numbers.next(), numbers.next());
    let fonts = [(b"P", Weight::Plain), (b"B", Weight::Bold)].map(|(name, weight)| {
        let id = write_font(&mut pdf, &mut numbers, faces.of(weight), pages, weight);
        (Name(name), id)
    });
    let kids: Vec<Ref> = pages
        .iter()
        .map(|page| write_page(&mut pdf, &mut numbers, page, tree, &fonts))
        .collect();
    pdf.pages(tree)
        .count(i32::try_from(kids.len()).unwrap_or(i32::MAX))
        .kids(kids);
    let mut root = pdf.catalog(catalog);
    root.pages(tree).lang(TextStr("en-GB"));
    root.viewer_preferences().display_doc_title(true);
    root.finish();
    pdf.document_info(info)
        .title(TextStr(about.title))
        .creation_date(date(about.day));
    let mut hash = Sha256::new_with_prefix(about.title);
    for page in pages {
        hash.update(content(page));
    }
    let id = hash.finalize().to_vec();
    pdf.set_file_id((id.clone(), id));
    pdf.finish()
}

/// To the day: nobody is to learn at which hour somebody printed something.
fn date(day: Day) -> Date {
    let text = day.to_string();
    let mut parts = text.split('-').map(|part| part.parse::<u16>().unwrap_or(1));
    let mut next = || parts.next().unwrap_or(1);
    let (year, month, of_month) = (next(), next(), next());
    let small = |number: u16| u8::try_from(number).unwrap_or(1);
    Date::new(year).month(small(month)).day(small(of_month))
}

fn write_page(
    pdf: &mut Pdf,
    numbers: &mut Numbers,
    page: &Page,
    tree: Ref,
    fonts: &[(Name<'_>, Ref)],
) -> Ref {
    let (id, inside) = (numbers.next(), numbers.next());
    let mut writer = pdf.page(id);
    writer.media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT));
    writer.parent(tree).contents(inside);
    let mut resources = writer.resources();
    let mut known = resources.fonts();
    for (name, font) in fonts {
        known.pair(*name, *font);
    }
    known.finish();
    resources.finish();
    writer.finish();
    let packed = compress_to_vec_zlib(&content(page), LEVEL);
    pdf.stream(inside, &packed).filter(Filter::FlateDecode);
    id
}

/// A page's marks in the order they were made.
fn content(page: &Page) -> Vec<u8> {
    let mut content = Content::new();
    for mark in &page.0 {
        match mark {
            Mark::Text {
                line,
                weight,
                size,
                at,
            } => {
                let name = match weight {
                    Weight::Plain => Name(b"P"),
                    Weight::Bold => Name(b"B"),
                };
                let glyphs = line.glyphs.iter();
                let glyphs: Vec<u8> = glyphs.flat_map(|(_, glyph)| glyph.to_be_bytes()).collect();
                content.set_fill_gray(0.0).begin_text();
                content.set_font(name, *size).next_line(at.0, HEIGHT - at.1);
                content.show(Str(&glyphs)).end_text();
            }
            Mark::Filled { at, size, grey } => {
                content.set_fill_gray(grey.0);
                content.rect(at.0, HEIGHT - at.1 - size.1, size.0, size.1);
                content.fill_nonzero();
            }
        }
    }
    content.finish().into_vec()
}

/// The font whole, and which characters its glyphs were used for, so that text can be searched and read out.
fn write_font(
    pdf: &mut Pdf,
    numbers: &mut Numbers,
    face: &Face,
    pages: &[Page],
    weight: Weight,
) -> Ref {
    let [id, cid, descriptor, map, file] = [(); 5].map(|()| numbers.next());
    let name = Name(face.name().as_bytes());
    pdf.type0_font(id)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(map);
    let mut font = pdf.cid_font(cid);
    font.subtype(CidFontType::Type2)
        .base_font(name)
        .system_info(ORDERING)
        .font_descriptor(descriptor)
        .default_width(0.0)
        .cid_to_gid_map_predefined(Name(b"Identity"));
    let widths = (0..face.glyphs()).map(|glyph| face.advance(glyph));
    font.widths().consecutive(0, widths);
    font.finish();
    let ([ascent, descent, capital], [left, bottom, right, top]) = (face.heights(), face.bounds());
    pdf.font_descriptor(descriptor)
        .name(name)
        .flags(FontFlags::NON_SYMBOLIC)
        .bbox(Rect::new(left, bottom, right, top))
        .italic_angle(0.0)
        .ascent(ascent)
        .descent(descent)
        .cap_height(capital)
        .stem_v(match weight {
            Weight::Plain => 80.0,
            Weight::Bold => 140.0,
        })
        .font_file2(file);
    let unicode = compress_to_vec_zlib(&characters(pages, weight), LEVEL);
    pdf.stream(map, &unicode).filter(Filter::FlateDecode);
    let packed = compress_to_vec_zlib(face.bytes(), LEVEL);
    let length = i32::try_from(face.bytes().len()).unwrap_or(i32::MAX);
    let mut stream = pdf.stream(file, &packed);
    stream.filter(Filter::FlateDecode);
    stream.pair(Name(b"Length1"), length);
    stream.finish();
    id
}

fn characters(pages: &[Page], weight: Weight) -> Vec<u8> {
    let mut used = BTreeMap::new();
    for mark in pages.iter().flat_map(|page| &page.0) {
        if let Mark::Text {
            line, weight: its, ..
        } = mark
            && *its == weight
        {
            used.extend(
                line.glyphs
                    .iter()
                    .map(|(character, glyph)| (*glyph, *character)),
            );
        }
    }
    let mut map = UnicodeCmap::<u16>::new(Name(b"Characters"), ORDERING);
    for (glyph, character) in used {
        map.pair(glyph, character);
    }
    map.finish().into_vec()
}
