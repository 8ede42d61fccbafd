//! Where things lie.

use std::path::{Path, PathBuf};

/// The workspace's root folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("crates/xtask stands two folders below the root")
        .to_path_buf()
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A program the workspace built for this machine.
pub(crate) fn built(name: &str) -> PathBuf {
    target().join("debug").join(name)
}

/// What the browsers fetch.
pub(crate) fn site() -> PathBuf {
    target().join("site")
}

/// How long each stage took the last time.
pub(crate) fn stages() -> PathBuf {
    target().join("stages")
}

/// The demo partnership's folder.
pub(crate) fn data() -> PathBuf {
    root().join("data")
}

/// Where the npm packages of the tests lie.
pub(crate) fn npm() -> PathBuf {
    target().join("npm")
}
