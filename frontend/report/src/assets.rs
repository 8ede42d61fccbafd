//! Where the page's scripts and styles are, and what they hash to.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What every page needs, by logical name.
#[doc(hidden)]
pub const NEEDED: &[&str] = &[
    "hold.js",
    "leave.js",
    "languages.js",
    "send.js",
    "wizard.js",
    "things.js",
    "phrase.js",
    "replies.js",
    "place.js",
    "upload.js",
    "cover.js",
    "files.js",
    "giveaway.js",
    "style.css",
    "files.css",
    "prose.css",
    "mark.svg",
    "plain.svg",
    "sealer-worker.js",
    "sealer.js",
    "sealer.wasm",
    "comeback-worker.js",
    "comeback.js",
    "comeback.wasm",
    "reading.js",
    "reading.wasm",
    "typed-worker.js",
    "places.js",
    "places.wasm",
    "hints.js",
    "hints.wasm",
    "redraw-worker.js",
    "redraw.js",
    "redraw.wasm",
];

/// Why a site folder's manifest cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    /// It is not the JSON that `bundle` writes.
    #[error("the manifest is not in the expected form")]
    Malformed(#[source] serde_json::Error),
    /// A file the pages need is not in it.
    #[error("the manifest does not name {0}")]
    Absent(&'static str),
}

#[derive(Debug, Clone, Deserialize)]
struct Entry {
    file: String,
    integrity: String,
}

/// The files of the public site, as `manifest.json` names them.
#[derive(Debug, Clone)]
pub struct Assets(BTreeMap<String, Entry>);

impl Assets {
    /// Reads `SITE/public/manifest.json`: logical name → `{file, integrity, …}`.
    pub fn from_manifest(json: &str) -> Result<Self, AssetsError> {
        let assets = Self(serde_json::from_str(json).map_err(AssetsError::Malformed)?);
        let absent = NEEDED.iter().find(|name| !assets.0.contains_key(**name));
        absent.map_or(Ok(assets), |name| Err(AssetsError::Absent(name)))
    }

    /// The address of a file; empty for a name that is not in the manifest.
    pub(crate) fn url(&self, name: &str) -> String {
        let entry = self.0.get(name);
        entry.map_or_else(String::new, |entry| format!("/assets/{}", entry.file))
    }

    /// The subresource integrity of a file.
    pub(crate) fn integrity(&self, name: &str) -> String {
        let entry = self.0.get(name);
        entry.map_or_else(String::new, |entry| entry.integrity.clone())
    }
}

#[cfg(test)]
pub(crate) fn sample() -> Assets {
    let entry = |name: &&str| {
        let (stem, ending) = name.rsplit_once('.').unwrap();
        let file = format!("{stem}-0123456789abcdef.{ending}");
        let integrity = format!("sha384-{}", "A".repeat(64));
        ((*name).to_owned(), Entry { file, integrity })
    };
    Assets(NEEDED.iter().map(entry).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_without_a_needed_file_is_refused_by_name() {
        let refused = Assets::from_manifest("{}").unwrap_err();
        assert!(matches!(refused, AssetsError::Absent("hold.js")));
        assert!(matches!(
            Assets::from_manifest("[]"),
            Err(AssetsError::Malformed(_))
        ));
    }
}
