//! What goes into which site.

use std::path::{Path, PathBuf};

use crate::BundleError;

/// Everything one run of the bundler reads and writes.
#[derive(Debug)]
pub struct Plan {
    /// The workspace's root folder.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
    /// The modules to take; all of them must have been built.
    pub modules: Vec<Module>,
}

/// A folder of files for one listener.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// The reporters' pages.
    Public,
    /// The officers' rooms.
    Staff,
}

/// A crate compiled to WebAssembly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Module {
    /// Checks answers, verifies the directory, seals.
    Sealer,
    /// Draws a phrase and signs with it.
    Comeback,
    /// The same, and opens replies to it.
    Reading,
    /// Tells the district of a typed place.
    Places,
    /// Says what in a text could give its teller away.
    Hints,
    /// Draws pictures anew.
    Redraw,
    /// Opens, signs, seals reports.
    Opener,
    /// The staff rooms.
    Console,
}

impl Plan {
    /// A plan with every module, or with those of a comma-separated list.
    pub fn new(root: &Path, target: &Path, only: Option<&str>) -> Result<Self, BundleError> {
        let modules = match only {
            None => Module::ALL.to_vec(),
            Some(list) => list
                .split(',')
                .filter(|name| !name.is_empty())
                .map(Module::named)
                .collect::<Result<_, _>>()?,
        };
        Ok(Self {
            root: root.to_path_buf(),
            target: target.to_path_buf(),
            modules,
        })
    }

    /// Where the sites are written.
    pub fn site_folder(&self) -> PathBuf {
        self.target.join("site")
    }

    /// Where cargo put a module's WebAssembly.
    pub(crate) fn built(&self, module: Module) -> PathBuf {
        self.target
            .join("wasm32-unknown-unknown")
            .join(module.profile())
            .join(module.name())
            .with_extension("wasm")
    }
}

impl Site {
    /// Both sites.
    pub const ALL: [Self; 2] = [Self::Public, Self::Staff];

    /// The folder's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Staff => "staff",
        }
    }

    /// The crates whose `assets` folder belongs to this site.
    pub(crate) fn crates(self) -> &'static [&'static str] {
        match self {
            Self::Public => &["report", "sealer", "comeback", "redraw"],
            Self::Staff => &["console", "opener"],
        }
    }
}

impl Module {
    const ALL: [Self; 8] = [
        Self::Sealer,
        Self::Comeback,
        Self::Reading,
        Self::Places,
        Self::Hints,
        Self::Redraw,
        Self::Opener,
        Self::Console,
    ];

    fn named(name: &str) -> Result<Self, BundleError> {
        Self::ALL
            .into_iter()
            .find(|module| module.name() == name)
            .ok_or_else(|| BundleError::NoSuchModule(name.to_owned()))
    }

    /// The crate's name, and so the WebAssembly file's.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sealer => "sealer",
            Self::Comeback => "comeback",
            Self::Reading => "reading",
            Self::Places => "places",
            Self::Hints => "hints",
            Self::Redraw => "redraw",
            Self::Opener => "opener",
            Self::Console => "console",
        }
    }

    /// Which listener serves it.
    pub fn site(self) -> Site {
        match self {
            Self::Sealer
            | Self::Comeback
            | Self::Reading
            | Self::Places
            | Self::Hints
            | Self::Redraw => Site::Public,
            Self::Opener | Self::Console => Site::Staff,
        }
    }

    fn profile(self) -> &'static str {
        match self {
            Self::Sealer
            | Self::Comeback
            | Self::Reading
            | Self::Places
            | Self::Hints
            | Self::Redraw => "sealer",
            Self::Opener | Self::Console => "staff",
        }
    }
}
