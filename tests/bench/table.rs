//! Lines of figures, set under each other.

use std::io::Write;

/// One line to the terminal, at once.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// A heading over columns.
pub(crate) fn heading<const COLUMNS: usize>(what: &str, columns: [&str; COLUMNS]) {
    say("");
    row(what, columns);
}

/// A line of columns.
pub(crate) fn row<Cell: Into<String>, const COLUMNS: usize>(what: &str, cells: [Cell; COLUMNS]) {
    let cells = cells.map(|cell| format!("{:>16}", cell.into()));
    say(format!("{what:<42}{}", cells.concat()).trim_end());
}

/// `12345` as `12,345`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place % 3 == first {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
