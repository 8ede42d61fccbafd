//! The committed data, read once more and independently of the build script.

use std::fs;
use std::path::Path;

use domain::District;
use domain::answers::Area;

/// The rows of a file, its heading left out.
pub(crate) fn read(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(name);
    let text = fs::read_to_string(path).unwrap();
    let rows = text.lines().skip(1);
    rows.map(|line| line.split(',').map(str::to_owned).collect())
        .collect()
}

/// The area that a file names.
pub(crate) fn area(name: &str) -> Area {
    let mut all = District::ALL.iter();
    match all.find(|district| district.label() == name) {
        Some(district) => Area::In(*district),
        None if name == "outside" => Area::Outside,
        None => panic!("{name} is no area"),
    }
}
