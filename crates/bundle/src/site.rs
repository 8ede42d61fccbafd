//! Collecting a site's files and writing them in one go.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::asset::Asset;
use crate::{BundleError, Manifest, Plan, Site, glue};

/// Writes both sites and returns their manifests; what was there before is replaced as a whole.
pub fn write(plan: &Plan) -> Result<Vec<(Site, Manifest)>, BundleError> {
    Site::ALL
        .into_iter()
        .map(|site| {
            let assets = collect(plan, site)?;
            Ok((
                site,
                replace(&plan.site_folder().join(site.name()), &assets)?,
            ))
        })
        .collect()
}

fn collect(plan: &Plan, site: Site) -> Result<Vec<Asset>, BundleError> {
    let mut assets = Vec::new();
    for module in plan.modules.iter().filter(|module| module.site() == site) {
        assets.extend(glue::assets(plan, *module)?);
    }
    for name in site.crates() {
        let folder = plan.root.join("frontend").join(name).join("assets");
        own_files(&folder, "", &mut assets)?;
    }
    Ok(assets)
}

/// The files of an `assets` folder, by their path inside it; hidden files are left out.
fn own_files(folder: &Path, prefix: &str, assets: &mut Vec<Asset>) -> Result<(), BundleError> {
    if !folder.is_dir() {
        return Ok(());
    }
    for item in fs::read_dir(folder).map_err(BundleError::at(folder))? {
        let path = item.map_err(BundleError::at(folder))?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.starts_with('.') {
            continue;
        }
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            own_files(&path, &format!("{name}/"), assets)?;
        } else {
            let bytes = fs::read(&path).map_err(BundleError::at(&path))?;
            assets.push(Asset::new(name, bytes)?);
        }
    }
    Ok(())
}

fn replace(folder: &Path, assets: &[Asset]) -> Result<Manifest, BundleError> {
    let fresh = folder.with_extension("new");
    clear(&fresh)?;
    let mut manifest = BTreeMap::new();
    for asset in assets {
        let entry = asset.entry(save(&fresh, folder, asset)?);
        if manifest.insert(asset.name.clone(), entry).is_some() {
            return Err(BundleError::SameName(asset.name.clone()));
        }
    }
    let list = serde_json::to_vec_pretty(&manifest).expect("strings and numbers are JSON");
    put(&fresh.join("manifest.json"), &list)?;
    clear(folder)?;
    fs::rename(&fresh, folder).map_err(BundleError::at(folder))?;
    Ok(manifest)
}

/// Writes a file and its twin, taking the twin from the last run where the file has not changed.
fn save(fresh: &Path, before: &Path, asset: &Asset) -> Result<Option<usize>, BundleError> {
    let name = asset.hashed_name();
    let is_unchanged = fs::read(before.join(&name)).is_ok_and(|bytes| bytes == asset.bytes);
    let twin = match fs::read(twin_of(&before.join(&name))) {
        Ok(twin) if is_unchanged => Some(twin),
        Ok(_) | Err(_) => asset.compressed(),
    };
    put(&fresh.join(&name), &asset.bytes)?;
    if let Some(twin) = &twin {
        put(&twin_of(&fresh.join(&name)), twin)?;
    }
    Ok(twin.map(|twin| twin.len()))
}

fn twin_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    PathBuf::from(name)
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), BundleError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(BundleError::at(folder))?;
    }
    fs::write(path, bytes).map_err(BundleError::at(path))
}

fn clear(folder: &Path) -> Result<(), BundleError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(BundleError::at(folder)(error))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}
