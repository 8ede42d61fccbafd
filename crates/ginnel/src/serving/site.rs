//! The site folder that `bundle` made.

use std::path::Path;

use api::assets::{Assets, SiteError as AssetError};

/// Why the site folder cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A file is missing or another than listed.
    #[error(transparent)]
    Asset(#[from] AssetError),
    /// The public manifest cannot be read.
    #[error("the public site's manifest cannot be read")]
    File(#[from] std::io::Error),
    /// The public pages lack a file.
    #[error(transparent)]
    Pages(#[from] report::AssetsError),
    /// The console lacks a file.
    #[error("the staff site's manifest does not name {0}")]
    Absent(&'static str),
}

/// Everything both listeners serve from memory.
#[derive(Debug)]
pub struct Site {
    /// For the public listener.
    pub public: Assets,
    /// For the staff listener.
    pub staff: Assets,
    /// The public listener's, as the pages name them.
    pub pages: report::Assets,
}

impl Site {
    /// Reads `SITE/public` and `SITE/staff`. Blocks; for the start only.
    pub fn load(folder: &Path) -> Result<Self, SiteError> {
        let public = folder.join("public");
        let manifest = std::fs::read_to_string(public.join("manifest.json"))?;
        Ok(Self {
            public: Assets::load(&public)?,
            staff: Assets::load(&folder.join("staff"))?,
            pages: report::Assets::from_manifest(&manifest)?,
        })
    }
}
