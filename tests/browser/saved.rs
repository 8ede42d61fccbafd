//! Files a page saves.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use tests::{Browser, scratch};

/// Has a browser save into a folder of this name, empty at first.
pub fn into(browser: &Browser, name: &str) -> PathBuf {
    let folder = scratch(&format!("saved-{name}"));
    let how = json!({"behavior": "allow", "downloadPath": folder});
    browser.devtools("Browser.setDownloadBehavior", &how);
    folder
}

/// Waits for a file of this kind, whole, and takes it for the one that was saved.
pub fn newest(browser: &Browser, folder: &Path, kind: &str) -> PathBuf {
    browser.until(&format!("a {kind} file is saved"), || {
        let entries = fs::read_dir(folder).ok()?;
        let mut paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        paths.find(|path| path.extension().is_some_and(|it| it == kind))
    })
}
