//! Writes target/site from the built browser modules and the pages' own files.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use bundle::{Manifest, Plan, Site};
use clap::Parser;

/// Writes target/site from the built browser modules and the pages' own files.
#[derive(Parser)]
struct Arguments {
    /// Cargo's target folder, where the modules were built and the site is written.
    #[arg(long, default_value = "target")]
    target_dir: PathBuf,
    /// Take only these modules, comma-separated; without it a missing module is an error.
    #[arg(long)]
    only: Option<String>,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .context("the workspace root")?;
    let plan = Plan::new(root, &arguments.target_dir, arguments.only.as_deref())?;
    for (site, manifest) in bundle::write(&plan)? {
        print(site, &manifest)?;
    }
    Ok(())
}

fn print(site: Site, manifest: &Manifest) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for (name, entry) in manifest {
        let sent = entry.br_bytes.unwrap_or(entry.bytes);
        writeln!(out, "{:<7} {name:<24} {sent:>9} bytes sent", site.name())?;
    }
    Ok(())
}
