//! The browser modules: WebAssembly built by cargo, one profile each.

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

impl Module {
    /// Builds the module's `.wasm`.
    pub(crate) fn build(&self) -> Result<(), Failure> {
        run(cargo(["build", "--package", self.name, "--target", WASM])
            .args(["--profile", self.profile])
            .env("CARGO_ENCODED_RUSTFLAGS", same_everywhere()))
    }
}

/// Names no folder of this machine in a module, so that anybody's build of it has the same hash.
fn same_everywhere() -> String {
    let given = std::env::var("RUSTFLAGS").unwrap_or_default();
    let home = std::env::var("HOME").unwrap_or_default();
    let cargo_home = std::env::var("CARGO_HOME").unwrap_or_else(|_| format!("{home}/.cargo"));
    let mut flags: Vec<String> = given.split_whitespace().map(str::to_owned).collect();
    flags.push(format!("--remap-path-prefix={cargo_home}=/cargo"));
    flags.push(format!(
        "--remap-path-prefix={}=/ginnel",
        place::root().display()
    ));
    flags.join("\u{1f}")
}
