//! What the packed data names by number. The build script compiles this file too.

/// The letters every postcode of the United Kingdom begins with, sorted.
pub(crate) const LETTERS: &[&str] = &[
    "AB", "AL", "B", "BA", "BB", "BD", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF", "CH",
    "CM", "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E",
    "EC", "EH", "EN", "EX", "FK", "FY", "G", "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS",
    "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L", "LA", "LD", "LE", "LL",
    "LN", "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX",
    "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG", "SK", "SL", "SM",
    "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW",
    "UB", "W", "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE",
];

/// The police forces around West Yorkshire.
pub(crate) const FORCES: [&str; 5] = [
    "Derbyshire Constabulary",
    "Greater Manchester Police",
    "Lancashire Constabulary",
    "North Yorkshire Police",
    "South Yorkshire Police",
];

/// The number of an outcode: which letters, and the number behind them.
pub(crate) fn outcode_key(letters: usize, number: u8) -> u32 {
    u32::try_from(letters).map_or(u32::MAX, |letters| {
        letters.saturating_mul(100).saturating_add(number.into())
    })
}

/// The number of a sector: its outcode's, and the digit behind the space.
pub(crate) fn sector_key(outcode: u32, digit: u8) -> u32 {
    outcode.saturating_mul(10).saturating_add(digit.into())
}

/// The number of a postcode in its sector, by its last two letters.
pub(crate) fn unit_key(first: u8, second: u8) -> u32 {
    let place = |letter: u8| u32::from(letter.saturating_sub(b'A'));
    place(first)
        .saturating_mul(26)
        .saturating_add(place(second))
}
