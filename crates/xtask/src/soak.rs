//! `cargo xtask soak`: kills the server at random under load, and counts what it acknowledged.

use crate::place;
use crate::shell::{Failure, cargo, run};
use crate::stage::stage;
use crate::{needs, options, site};

/// As often as it must bear.
const KILLS: u64 = 100;

/// Builds what is needed and runs the soak: `--kills N`, `--seed N` to repeat one, and
/// `--backend sqlite` or `--backend postgres` for one of both.
pub(crate) fn everything(given: &[&str]) -> Result<(), Failure> {
    let given = options::Given::parse(given, &["--kills", "--seed", "--backend"])?;
    let kills = given.number("--kills")?.unwrap_or(KILLS);
    let seed = given.number("--seed")?;
    let trials = match given.text("--backend") {
        None => "killed_under_load",
        Some("sqlite") => "on_sqlite",
        Some("postgres") => "on_postgres",
        Some(_) => return Err(Failure::new("--backend wants sqlite or postgres")),
    };
    stage("this machine", "seconds", || {
        needs::disk(6)?;
        needs::wasm_target()
    })?;
    stage("programs", "about 4 min", site::programs)?;
    site::modules_and_pages()?;
    stage("soak", "about 2 s a kill", || {
        let mut soak = cargo(["test", "--quiet", "--workspace", "--test", "soak"]);
        soak.args(["--", trials])
            .env("SOAK_KILLS", kills.to_string())
            .env("DEMO_BIN", place::built("demo"))
            .env("GINNEL_BIN", place::built("ginnel"))
            .env("GINNEL_SITE", place::site());
        if let Some(seed) = seed {
            soak.env("SOAK_SEED", seed.to_string());
        }
        run(&mut soak)
    })
}
