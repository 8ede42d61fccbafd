//! Reading the committed data: comma-separated, a heading, quotes only around commas.

use std::fs;
use std::path::Path;

use crate::tables::{LETTERS, outcode_key, sector_key};

pub(crate) type Row = Vec<String>;

/// The areas as the data name them: the districts in the order of `domain`, then everywhere else.
pub(crate) const AREAS: [&str; 6] = [
    "Bradford",
    "Calderdale",
    "Kirklees",
    "Leeds",
    "Wakefield",
    "outside",
];

/// How sure the compilers of a place name were.
pub(crate) const CONFIDENCES: [&str; 3] = ["high", "medium-high", "medium"];

pub(crate) fn read(name: &str) -> Vec<Row> {
    text(name).lines().skip(1).map(row).collect()
}

fn row(line: &str) -> Row {
    let mut quoted = false;
    let fields = line.split(|c| {
        quoted ^= c == '"';
        c == ',' && !quoted
    });
    fields.map(str::to_owned).collect()
}

pub(crate) fn text(name: &str) -> String {
    fs::read_to_string(Path::new("data").join(name)).expect("the data are committed")
}

/// A field of a row.
pub(crate) fn field(row: &Row, column: usize) -> &str {
    row.get(column).expect("every row has every column")
}

/// The number of a word in a list of `tables`.
pub(crate) fn number(list: &[&str], word: &str) -> u8 {
    let place = list.iter().position(|known| *known == word);
    let place = place.unwrap_or_else(|| panic!("{word} is not in the tables"));
    u8::try_from(place).expect("the lists are short")
}

/// `BD19`.
pub(crate) fn outcode(text: &str) -> u32 {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = text.strip_suffix(digits).expect("the digits are its end");
    let letters = LETTERS.iter().position(|known| *known == letters);
    let digits = digits.parse().expect("an outcode ends in a number");
    outcode_key(letters.expect("the letters are known"), digits)
}

/// `BD19 6`.
pub(crate) fn sector(text: &str) -> u32 {
    let (out, digit) = text.split_once(' ').expect("a sector has a space");
    sector_key(outcode(out), digit.parse().expect("a sector is a digit"))
}
