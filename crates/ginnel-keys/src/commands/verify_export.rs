//! `verify-export`: needs no ceremony and no key.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use ginnel_keys::exported::{self, on_one_line};
use notes::Authorities;
use sha2::{Digest, Sha256};

use super::{Run, read};

/// Checks a report that a desk gave to another force: that nobody changed it, who exported it, and who
/// wrote and released it. Fails if anything does not hold.
#[derive(Args)]
pub(crate) struct Command {
    /// The file, as the desk saved it.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The key of each authority that vouches for the rosters, `name+id+key`.
    #[arg(long = "authority", value_name = "KEY", required = true)]
    authorities: Vec<String>,
    /// The signed rosters of triage and of the desk it comes from.
    #[arg(long = "roster", value_name = "FILE", required = true)]
    rosters: Vec<PathBuf>,
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        let file = read(&self.file)?;
        let authorities = Authorities::parse(&self.authorities.join("\n"));
        let authorities = authorities.context("an authority's key is not in the expected form")?;
        let rosters = self.rosters.iter().map(|path| read(path));
        let rosters = rosters.collect::<anyhow::Result<Vec<String>>>()?;
        let believed = exported::verify(&file, &authorities, &rosters, run.today)?;
        let (export, report) = (&believed.export, &believed.export.report);
        for (name, value) in [
            ("Reference", report.reference.clone()),
            ("Marking", report.marking.label().into()),
            ("Grade", report.grade.to_string()),
            (
                "Written by",
                format!("{} of triage, {}", report.author, report.created),
            ),
            ("Released by", believed.released_by.to_string()),
            (
                "Exported by",
                format!("{} of {}, {}", export.exporter, export.desk, export.day),
            ),
            ("SHA-256", hex::encode(Sha256::digest(file.as_bytes()))),
        ] {
            writeln!(run.out, "{name:<12} {}", on_one_line(&value))?;
        }
        for line in export.handling() {
            writeln!(run.out, "{}", on_one_line(line))?;
        }
        for officer in &believed.left {
            writeln!(
                run.out,
                "{officer} has left since: the day beside their signature is their own word."
            )?;
        }
        writeln!(run.out, "Recipient and purpose stand in the file.")?;
        Ok(writeln!(run.out, "Everything holds.")?)
    }
}
