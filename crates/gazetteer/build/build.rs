//! Packs `data/` into the tables that the library carries; README.md says how they are laid out.

mod names;
mod outlines;
mod postcodes;
mod rows;
#[path = "../src/tables.rs"]
mod tables;
mod write;

use std::path::PathBuf;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=data");
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=src/tables.rs");
    let outcodes = rows::read("postcode_district_district.csv");
    let sectors = rows::read("postcode_sector_district.csv");
    let exceptions = rows::read("postcode_exceptions.csv");
    keep("outcodes.bin", &postcodes::outcodes(&outcodes));
    keep("sectors.bin", &postcodes::sectors(&sectors, &exceptions));
    keep("names.bin", &names::pack(&rows::read("gazetteer.csv")));
    let map = rows::text("wy_districts_simplified.geojson");
    keep("outlines.bin", &outlines::pack(&map));
}

fn keep(name: &str, packed: &[u8]) {
    let folder = env::var_os("OUT_DIR").expect("cargo tells build scripts where to write");
    fs::write(PathBuf::from(folder).join(name), packed).expect("the output folder can be written");
}
