use std::io::Write;

use crate::{Gazetteer, NAMES, OUTCODES, OUTLINES, SECTORS};

/// Bytes that all packed data may take once compressed.
const PACKED_MAX: usize = 20_000;

#[test]
fn the_packed_data_are_small_once_compressed() {
    let parts = [
        ("outcodes", OUTCODES),
        ("sectors", SECTORS),
        ("names", NAMES),
        ("outlines", OUTLINES),
    ];
    for (name, packed) in parts {
        println!(
            "{name}: {} bytes, {} compressed",
            packed.len(),
            compressed(packed)
        );
    }
    let all = compressed(&parts.map(|(_, packed)| packed).concat());
    println!("all packed data: {all} bytes compressed, at most {PACKED_MAX}");
    assert!(all < PACKED_MAX);
}

#[test]
fn every_row_of_the_packed_data_is_read() {
    let gazetteer = Gazetteer::open();
    assert_eq!(gazetteer.postcodes.lens(), (138, 564, 1_690));
    let rows: usize = gazetteer.names.iter().map(|name| name.rows.len()).sum();
    assert_eq!(rows, 973);
}

fn compressed(bytes: &[u8]) -> usize {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 4_096, 11, 22);
    packed.write_all(bytes).unwrap();
    packed.into_inner().len()
}
