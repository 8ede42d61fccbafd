//! Writes the bill of materials.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Parser;

/// Writes the bill of materials of everything that is shipped.
#[derive(Parser)]
struct Arguments {
    /// The file.
    #[arg(long, default_value = "target/ginnel.cdx.json")]
    out: PathBuf,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    let bill = sbom::bill(root.context("the workspace root")?)?;
    let out = arguments.out;
    std::fs::write(&out, bill.to_json()?).with_context(|| out.display().to_string())?;
    writeln!(std::io::stdout(), "{}", out.display())?;
    Ok(())
}
