//! What can go wrong while bundling.

use std::path::{Path, PathBuf};

/// Why a site could not be written.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// A browser module was never built.
    #[error("the module {name} has not been built: there is no {}", path.display())]
    NotBuilt {
        /// The module's crate.
        name: String,
        /// Where its WebAssembly should lie.
        path: PathBuf,
    },
    /// Something was named that is no browser module.
    #[error("there is no browser module called {0}")]
    NoSuchModule(String),
    /// A module could not be turned into a browser's module.
    #[error("wasm-bindgen refuses {name}: {reason}")]
    Refused {
        /// The module's crate.
        name: String,
        /// What wasm-bindgen said.
        reason: String,
    },
    /// A module brings scripts that would have to be served beside it.
    #[error("{0} brings script snippets of its own; write them as files under assets instead")]
    BringsSnippets(String),
    /// A file whose ending we do not serve.
    #[error("{0}: no content type is known for files of this kind")]
    UnknownKind(String),
    /// Two files of one site have the same logical name.
    #[error("two files of one site are called {0}")]
    SameName(String),
    /// The disk.
    #[error("{}: {source}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What happened.
        source: std::io::Error,
    },
}

impl BundleError {
    /// Names the path that a disk error happened at.
    pub(crate) fn at(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_path_buf();
        |source| Self::Disk { path, source }
    }
}
