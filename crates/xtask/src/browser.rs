//! The browser modules: WebAssembly built by cargo, one profile each.

use std::fs;
use std::path::{Path, PathBuf};

use crate::needs::WASM;
use crate::place;
use crate::shell::{self, Failure, cargo, program, run};

/// A crate that becomes a WebAssembly module.
pub(crate) struct Module {
    pub(crate) name: &'static str,
    pub(crate) profile: &'static str,
    /// What its browsers can do beyond what every browser can.
    features: Option<&'static str>,
    pub(crate) expected: &'static str,
}

/// Frames open a tenth faster. In officers' browsers since 2021, in Safari since 2023; residents' may be
/// older.
const SIMD: &str = "-Ctarget-feature=+simd128";

pub(crate) const MODULES: &[Module] = &[
    Module {
        name: "sealer",
        profile: "sealer",
        features: None,
        expected: "about 2 min",
    },
    Module {
        name: "comeback",
        profile: "sealer",
        features: None,
        expected: "under a minute",
    },
    Module {
        name: "reading",
        profile: "sealer",
        features: None,
        expected: "under a minute",
    },
    Module {
        name: "places",
        profile: "sealer",
        features: None,
        expected: "under a minute",
    },
    Module {
        name: "hints",
        profile: "sealer",
        features: None,
        expected: "under a minute",
    },
    Module {
        name: "redraw",
        profile: "sealer",
        features: None,
        expected: "about a minute",
    },
    Module {
        name: "opener",
        profile: "staff",
        features: Some(SIMD),
        expected: "about 2 min",
    },
    Module {
        name: "console",
        profile: "staff",
        features: Some(SIMD),
        expected: "about 4 min",
    },
];

impl Module {
    /// Builds the module's `.wasm`.
    pub(crate) fn build(&self) -> Result<(), Failure> {
        run(cargo(["build", "--package", self.name, "--target", WASM])
            .args(["--profile", self.profile])
            .env("CARGO_ENCODED_RUSTFLAGS", self.flags()?))
    }

    /// Names no folder of this machine in a module, so that anybody's build of it has the same hash.
    fn flags(&self) -> Result<String, Failure> {
        let given = std::env::var("RUSTFLAGS").unwrap_or_default();
        let mut flags: Vec<String> = given.split_whitespace().map(str::to_owned).collect();
        for (folder, name) in renamed()? {
            flags.push(format!("--remap-path-prefix={}={name}", folder.display()));
        }
        flags.extend(self.features.map(str::to_owned));
        Ok(flags.join("\u{1f}"))
    }
}

/// Folders of this machine and what they are called instead; the last that fits counts.
fn renamed() -> Result<Vec<(PathBuf, String)>, Failure> {
    let home = std::env::var("HOME").unwrap_or_default();
    let cargo_home = std::env::var("CARGO_HOME").unwrap_or_else(|_| format!("{home}/.cargo"));
    let registry = Path::new(&cargo_home).join("registry/src");
    let mut renamed = vec![(cargo_home.into(), "/cargo".to_owned())];
    // The registry's folder is named after where its packages were fetched from.
    let registries = fs::read_dir(registry).into_iter().flatten().flatten();
    renamed.extend(registries.map(|one| (one.path(), "/crates".to_owned())));
    renamed.push((place::root(), "/ginnel".to_owned()));
    // Where the sources of Rust itself are installed, paths into them are real ones.
    let sysroot = shell::read(program("rustc").args(["--print", "sysroot"]))?;
    let about = shell::read(program("rustc").arg("-vV"))?;
    let commit = about
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "));
    if let Some(commit) = commit {
        let sources = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
        renamed.push((sources, format!("/rustc/{commit}")));
    }
    Ok(renamed)
}
