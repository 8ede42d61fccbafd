//! Outcodes and sectors with their shares, and the postcodes that lie elsewhere than their sector.

use std::collections::BTreeMap;

use crate::rows::{AREAS, Row, field, number, outcode, sector};
use crate::tables::{FORCES, unit_key};
use crate::write;

/// Postcodes of one district in an outcode or a sector, and which they are where that is known.
#[derive(Default)]
struct Share {
    area: u8,
    postcodes: u32,
    units: Vec<u32>,
}

pub(crate) fn outcodes(rows: &[Row]) -> Vec<u8> {
    let shares = shares(rows, outcode);
    let entries = shares.into_iter().map(|(key, shares)| {
        let mut entry = Vec::new();
        write_shares(&mut entry, &shares);
        (key, entry)
    });
    write::keyed(&entries.collect())
}

pub(crate) fn sectors(rows: &[Row], exceptions: &[Row]) -> Vec<u8> {
    let mut shares = shares(rows, sector);
    for row in exceptions {
        except(&mut shares, row);
    }
    let forces: BTreeMap<u32, u8> = rows.iter().filter_map(force).collect();
    let entries = shares.into_iter().map(|(key, shares)| {
        let mut entry = Vec::new();
        entry.push(forces.get(&key).copied().unwrap_or_default());
        write_shares(&mut entry, &shares);
        for share in shares.iter().skip(1) {
            write_units(&mut entry, share);
        }
        (key, entry)
    });
    write::keyed(&entries.collect())
}

/// The shares of every outcode or sector, the largest first as the data have them.
fn shares(rows: &[Row], key: fn(&str) -> u32) -> BTreeMap<u32, Vec<Share>> {
    let mut shares: BTreeMap<u32, Vec<Share>> = BTreeMap::new();
    for row in rows {
        shares.entry(key(field(row, 0))).or_default().push(Share {
            area: number(&AREAS, field(row, 1)),
            postcodes: field(row, 3).parse().expect("postcodes are counted"),
            units: Vec::new(),
        });
    }
    shares
}

/// Enters a postcode that lies elsewhere than most of its sector.
fn except(shares: &mut BTreeMap<u32, Vec<Share>>, row: &Row) {
    let postcode = field(row, 0);
    let (of, unit) = postcode
        .split_at_checked(postcode.len() - 2)
        .expect("it ends in two letters");
    let area = number(&AREAS, field(row, 1));
    let shares = shares.get_mut(&sector(of)).expect("its sector is listed");
    let share = shares.iter_mut().skip(1).find(|share| share.area == area);
    let [first, second] = unit.as_bytes() else {
        panic!("{postcode} does not end in two letters")
    };
    let units = &mut share.expect("its sector has that share").units;
    units.push(unit_key(*first, *second));
}

/// The force of the part outside, counted from one.
fn force(row: &Row) -> Option<(u32, u8)> {
    let (code, force) = (field(row, 0), field(row, 4));
    (!force.is_empty()).then(|| (sector(code), number(&FORCES, force) + 1))
}

fn write_shares(out: &mut Vec<u8>, shares: &[Share]) {
    write::count(out, shares.len());
    for share in shares {
        out.push(share.area);
        write::number(out, share.postcodes);
    }
}

/// As many as the share counts, so no length is written.
fn write_units(out: &mut Vec<u8>, share: &Share) {
    let mut units = share.units.clone();
    units.sort_unstable();
    let count = u32::try_from(units.len()).expect("the data are small");
    assert_eq!(count, share.postcodes, "every exception is listed");
    let mut before = 0;
    for unit in units {
        write::number(out, unit - before);
        before = unit;
    }
}
