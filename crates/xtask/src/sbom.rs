//! `cargo xtask sbom`: what is in what we ship.

use crate::place;
use crate::shell::{Failure, cargo, run};

/// Writes the bill of materials beside the site, as `CycloneDX` JSON.
pub(crate) fn write() -> Result<(), Failure> {
    let out = place::target().join("ginnel.cdx.json");
    run(cargo(["run", "--quiet", "--package", "sbom", "--", "--out"]).arg(out))
}
