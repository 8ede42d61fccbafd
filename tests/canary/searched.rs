//! A search of everything the service wrote, at one moment.

use std::fs;

use crate::bare::Bare;
use crate::house::House;
use crate::planted::Planted;

/// What a search found, and how much it looked at.
#[derive(Default)]
pub struct Searched {
    /// What of the planted was found.
    pub findings: Vec<String>,
    /// The bare four bytes.
    pub bare: Bare,
    /// The names of the files, without their folders.
    pub files: Vec<String>,
    /// How much there was.
    pub bytes: u64,
}

/// Looks at every byte of every file, and at their names.
pub fn search(house: &House, planted: &Planted) -> Searched {
    let mut searched = Searched::default();
    for path in house.files() {
        let place = path.display().to_string();
        // A log of a database may go while we look: then it holds nothing.
        let bytes = fs::read(&path).unwrap_or_default();
        searched
            .findings
            .extend(planted.within(place.as_bytes(), &place));
        searched.findings.extend(planted.within(&bytes, &place));
        searched.bare.search(&bytes, &place);
        searched.bytes += u64::try_from(bytes.len()).unwrap_or_default();
        let name = path.file_name().and_then(|name| name.to_str());
        searched.files.extend(name.map(str::to_owned));
    }
    searched
}
