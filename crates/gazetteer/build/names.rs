//! Place names in alphabetical order, each without what it shares with the one before.

use std::collections::BTreeMap;

use crate::rows::{AREAS, CONFIDENCES, Row, field, number, outcode};
use crate::write;

pub(crate) fn pack(rows: &[Row]) -> Vec<u8> {
    let mut names: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        names.entry(field(row, 0)).or_default().push(row);
    }
    let (mut out, mut before) = (Vec::new(), "");
    write::count(&mut out, names.len());
    for (name, rows) in names {
        assert!(name.is_ascii(), "{name} is plain");
        let shared = name.bytes().zip(before.bytes());
        let shared = shared.take_while(|(one, other)| one == other).count();
        let rest = name.get(shared..).expect("it is as long as what it shares");
        write::count(&mut out, shared);
        write::count(&mut out, rest.len());
        out.extend(rest.bytes());
        write::count(&mut out, rows.len());
        for row in rows {
            write_row(&mut out, row);
        }
        before = name;
    }
    out
}

fn write_row(out: &mut Vec<u8>, row: &Row) {
    let area = number(&AREAS, field(row, 1));
    let confidence = number(&CONFIDENCES, field(row, 4));
    let ambiguous = u8::from(field(row, 5) == "true");
    out.push(area | confidence << 3 | ambiguous << 5);
    write::number(out, outcode(field(row, 2)));
}
