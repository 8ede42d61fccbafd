//! `ginnel doctor --page-hash`: what everybody should be served, for publication.

use std::path::Path;

use domain::PageHashes;
use report::Pages;

use crate::place::Place;
use crate::serving::{Site, StartError, page_settings};

/// SHA-256 of every public page, script, style and module, as a server with these settings and this
/// site serves them to everybody. Asks no server: whoever runs one compares what it serves with this.
pub fn page_hashes(file: &Path, site: Option<&Path>) -> Result<PageHashes, StartError> {
    let place = Place::read(file)?;
    let site = site.or(place.settings.folders.site.as_deref());
    let site = Site::load(site.ok_or(StartError::NoSite)?)?;
    let authorities = place.settings.authorities()?;
    let settings = page_settings(&place.settings, authorities);
    let pages = Pages::new(settings, site.pages);
    let assets = &site.public;
    let assets = assets.all().iter().filter_map(|(name, listed)| {
        let url = assets.url(name)?;
        Some((url, digest(&listed.sha256)?))
    });
    let pages = pages.paths().filter_map(|path| {
        let page = pages.at(path)?;
        Some((path.to_owned(), digest(&page.sha256)?))
    });
    Ok(assets.chain(pages).collect())
}

fn digest(hex: &str) -> Option<[u8; 32]> {
    let mut digest = [0; 32];
    hex::decode_to_slice(hex, &mut digest).ok()?;
    Some(digest)
}
