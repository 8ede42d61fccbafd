//! Entries as lines: those that are wanted, for people and for spreadsheets.

use domain::log::{Entry, ObjectKind, Operation};
use domain::{Day, Desk, Minute, OfficerId};

/// One entry of the log, with its number; none if it did not open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 0.
    pub number: u64,
    /// What it says.
    pub entry: Option<Entry>,
}

/// Which entries are wanted: all that is set must be so. What did not open is always wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// What was done.
    pub operation: Option<Operation>,
    /// Who did it.
    pub officer: Option<OfficerId>,
    /// For which desk, or to which.
    pub desk: Option<Desk>,
    /// With what kind of thing.
    pub object: Option<ObjectKind>,
    /// With which one, in hex.
    pub id: Option<String>,
    /// From this day on.
    pub from: Option<Day>,
    /// Until this day.
    pub to: Option<Day>,
    /// What for.
    pub purpose: Option<String>,
}

impl Wanted {
    /// Whether a row is wanted.
    pub fn takes(&self, row: &Row) -> bool {
        let Some(entry) = &row.entry else {
            return true;
        };
        let day = entry.minute.start().day();
        let at = |desk: &Desk| entry.desk == *desk || entry.recipients.contains(desk);
        self.operation
            .is_none_or(|wanted| wanted == entry.operation)
            && self.officer.is_none_or(|wanted| wanted == entry.officer)
            && self.desk.as_ref().is_none_or(at)
            && self.object.is_none_or(|wanted| wanted == entry.object.kind)
            && self.id.as_ref().is_none_or(|wanted| *wanted == id(entry))
            && self.from.is_none_or(|from| from <= day)
            && self.to.is_none_or(|to| day <= to)
            && self
                .purpose
                .as_ref()
                .is_none_or(|wanted| *wanted == entry.purpose)
    }
}

const HEAD: [&str; 10] = [
    "number",
    "time (UTC)",
    "operation",
    "officer",
    "desk",
    "object",
    "id",
    "recipients",
    "purpose",
    "count",
];

/// Rows as comma-separated values. No cell holds a comma, a quote or a line: all are codes, ids and numbers.
pub fn csv(rows: &[Row]) -> String {
    let lines = std::iter::once(HEAD.map(String::from)).chain(rows.iter().map(cells));
    let lines: Vec<String> = lines.map(|cells| cells.join(",") + "\r\n").collect();
    lines.concat()
}

/// Rows as columns of even width.
pub fn table(rows: &[Row]) -> String {
    let lines: Vec<[String; 10]> = std::iter::once(HEAD.map(String::from))
        .chain(rows.iter().map(cells))
        .collect();
    let mut widths = [0; 10];
    for line in &lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = cell.len().max(*width);
        }
    }
    let line = |cells: &[String; 10]| {
        let padded = cells.iter().zip(widths);
        let padded: Vec<String> = padded
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        format!("{}\n", padded.join("  ").trim_end())
    };
    lines.iter().map(line).collect::<Vec<_>>().concat()
}

fn cells(row: &Row) -> [String; 10] {
    let number = row.number.to_string();
    let Some(entry) = &row.entry else {
        let mut cells = [const { String::new() }; 10];
        let [first, _, what, ..] = &mut cells;
        (*first, *what) = (number, "DID NOT OPEN".into());
        return cells;
    };
    let recipients: Vec<String> = entry.recipients.iter().map(Desk::to_string).collect();
    [
        number,
        time(entry.minute),
        entry.operation.code().into(),
        entry.officer.to_string(),
        entry.desk.to_string(),
        entry.object.kind.code().into(),
        id(entry),
        recipients.join(" "),
        entry.purpose.clone(),
        entry.count.to_string(),
    ]
}

fn id(entry: &Entry) -> String {
    entry
        .object
        .id
        .map(|id| hex::encode(*id))
        .unwrap_or_default()
}

fn time(minute: Minute) -> String {
    let day = minute.start().day();
    let of_day = minute.0.rem_euclid(1_440);
    let (hour, minute) = (of_day.div_euclid(60), of_day.rem_euclid(60));
    format!("{day} {hour:02}:{minute:02}")
}
