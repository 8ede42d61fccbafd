//! Lines of figures, set under each other.

use std::io::Write;

/// One line to the terminal, at once.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// A heading over three columns.
pub(crate) fn heading(what: &str, columns: [&str; 3]) {
    say("");
    row(what, columns);
}

/// A line of three columns.
pub(crate) fn row<Cell: AsRef<str>>(what: &str, cells: [Cell; 3]) {
    let [one, two, three] = cells.each_ref().map(AsRef::as_ref);
    say(&format!("{what:<40} {one:>12} {two:>14} {three:>18}")
        .trim_end()
        .to_owned());
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
