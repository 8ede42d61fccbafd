//! `cargo xtask bench`: sizes and speed, for a first figure.

use std::path::PathBuf;
use std::process::Command;

use crate::shell::{Failure, cargo, run};
use crate::stage::stage;
use crate::{needs, place, site};

/// Which build of the server is measured. Everything else is built as `cargo xtask run` builds it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Server {
    Dev,
    Release,
}

/// Builds everything, then prints the table; fails when a size limit is broken.
pub(crate) fn everything(server: Server) -> Result<(), Failure> {
    stage("this machine", "seconds", || {
        needs::disk(6)?;
        needs::wasm_target()
    })?;
    stage("programs", "about 4 min", site::programs)?;
    if server == Server::Release {
        stage("release server", "about 5 min", release_server)?;
    }
    site::modules_and_pages()?;
    stage("bench program", "about 1 min", || {
        run(bench().arg("--no-run"))
    })?;
    stage("bench", "about a minute", || {
        run(bench()
            .env("DEMO_BIN", place::built("demo"))
            .env("GINNEL_BIN", server.program())
            .env("GINNEL_SITE", place::site()))
    })
}

/// The bench in the features and profile of the tests, so that nothing is built twice.
fn bench() -> Command {
    cargo(["test", "--quiet", "--workspace", "--bench", "bench"])
}

fn release_server() -> Result<(), Failure> {
    run(&mut cargo([
        "build",
        "--release",
        "--package",
        "ginnel",
        "--bins",
    ]))
}

impl Server {
    fn program(self) -> PathBuf {
        match self {
            Self::Dev => place::built("ginnel"),
            Self::Release => place::target().join("release").join("ginnel"),
        }
    }
}
