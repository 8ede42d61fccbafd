//! The browser modules: WebAssembly built by cargo, one profile each.

use std::fs;

use crate::needs::WASM;
use crate::place;
use crate::shell::{Failure, cargo, run};

/// A crate that becomes a WebAssembly module.
pub(crate) struct Module {
    pub(crate) name: &'static str,
    pub(crate) profile: &'static str,
    pub(crate) expected: &'static str,
}

pub(crate) const MODULES: &[Module] = &[
    Module {
        name: "sealer",
        profile: "sealer",
        expected: "about 2 min cold",
    },
    Module {
        name: "opener",
        profile: "staff",
        expected: "about 2 min cold",
    },
    Module {
        name: "console",
        profile: "staff",
        expected: "about 4 min cold",
    },
];

/// The crates built for this machine: the console is built for browsers only, or its
/// client-side Leptos features would be switched on in the server too.
pub(crate) const NATIVE: [&str; 3] = ["--workspace", "--exclude", "console"];

impl Module {
    /// Whether the crate is a module yet: a `cdylib`, or a program of its own.
    pub(crate) fn exists(&self) -> bool {
        let folder = place::root().join("frontend").join(self.name);
        fs::read_to_string(folder.join("Cargo.toml"))
            .is_ok_and(|manifest| manifest.contains("cdylib") || manifest.contains("[[bin]]"))
    }

    /// Builds the module's `.wasm`.
    pub(crate) fn build(&self) -> Result<(), Failure> {
        run(&mut cargo([
            "build",
            "--package",
            self.name,
            "--target",
            WASM,
            "--profile",
            self.profile,
        ]))
    }
}
