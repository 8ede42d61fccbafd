//! Scripts, styles and modules: read once, checked against their manifest, served from memory.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Read;
use std::path::{Path, PathBuf};

use actix_web::http::header::{self, HeaderValue};
use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::fault::{Fault, Kind};

/// From so many bytes on only the compressed twin stays in memory, and whoever does not take it waits until
/// it is unpacked: an officer's browser always does.
const BIG: usize = 1_000_000;

const FOREVER: &str = "public, max-age=31536000, immutable";

/// One line of `manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Listed {
    /// The file's name, which has its content's hash in it.
    pub file: String,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// The subresource integrity value: `sha384-` and base64.
    #[serde(alias = "sri")]
    pub integrity: String,
    /// The media type.
    pub content_type: String,
    /// Bytes as they are.
    pub bytes: u64,
    /// Bytes of the `.br` beside it, if there is one.
    #[serde(default)]
    pub br_bytes: Option<u64>,
}

/// Why a site folder is not served.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SiteError {
    /// The manifest is missing or not in the expected form.
    #[error("{} is missing or cannot be read", .0.display())]
    Manifest(PathBuf),
    /// A listed file is missing.
    #[error("{} is listed but missing", .0.display())]
    Missing(PathBuf),
    /// A listed file is another than the one listed, or its name would leave the folder.
    #[error("{} is not the file its manifest lists", .0.display())]
    Other(PathBuf),
}

struct Asset {
    content_type: HeaderValue,
    etag: HeaderValue,
    content: Content,
}

/// What of a file is in memory.
enum Content {
    Plain(Bytes),
    Both { plain: Bytes, brotli: Bytes },
    Packed { brotli: Bytes },
}

/// Everything one listener serves under `/assets/`.
pub struct Assets {
    listed: BTreeMap<String, Listed>,
    files: BTreeMap<String, Asset>,
}

impl Assets {
    /// Nothing at all.
    pub const fn none() -> Self {
        Self {
            listed: BTreeMap::new(),
            files: BTreeMap::new(),
        }
    }

    /// Reads a folder's `manifest.json` and every file it lists. Blocks; for the start only.
    pub fn load(folder: &Path) -> Result<Self, SiteError> {
        let path = folder.join("manifest.json");
        let listed: Option<BTreeMap<String, Listed>> = std::fs::read(&path)
            .ok()
            .and_then(|json| serde_json::from_slice(&json).ok());
        let listed = listed.ok_or(SiteError::Manifest(path))?;
        let mut files = BTreeMap::new();
        for one in listed.values() {
            files.insert(one.file.clone(), Asset::load(folder, one)?);
        }
        Ok(Self { listed, files })
    }

    /// What the manifest says of the file with this logical name.
    pub fn listed(&self, logical: &str) -> Option<&Listed> {
        self.listed.get(logical)
    }

    /// Every logical name with what the manifest says of it.
    pub const fn all(&self) -> &BTreeMap<String, Listed> {
        &self.listed
    }

    /// The address of the file with this logical name.
    pub fn url(&self, logical: &str) -> Option<String> {
        let listed = self.listed(logical)?;
        Some(format!("/assets/{}", listed.file))
    }
}

impl Asset {
    fn load(folder: &Path, listed: &Listed) -> Result<Self, SiteError> {
        let path = folder.join(&listed.file);
        let other = || SiteError::Other(path.clone());
        let harmless = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/');
        let inside = listed
            .file
            .split('/')
            .all(|part| !part.is_empty() && !part.starts_with('.'));
        if !listed.file.chars().all(harmless) || !inside {
            return Err(other());
        }
        let plain = std::fs::read(&path).map_err(|_| SiteError::Missing(path.clone()))?;
        if hex::encode(Sha256::digest(&plain)) != listed.sha256 {
            return Err(other());
        }
        let twin = std::fs::read(folder.join(format!("{}.br", listed.file))).ok();
        let content = match twin {
            None => Content::Plain(plain.into()),
            Some(twin) if unpacked(&twin, plain.len()).as_ref() != Some(&plain) => {
                return Err(other());
            }
            Some(twin) if plain.len() >= BIG => Content::Packed {
                brotli: twin.into(),
            },
            Some(twin) => Content::Both {
                plain: plain.into(),
                brotli: twin.into(),
            },
        };
        let header = |text: &str| HeaderValue::from_str(text).map_err(|_| other());
        Ok(Self {
            content_type: header(&listed.content_type)?,
            etag: header(&format!("\"{}\"", listed.sha256))?,
            content,
        })
    }

    fn respond(&self, request: &HttpRequest) -> HttpResponse {
        let known = request.headers().get(header::IF_NONE_MATCH);
        if known == Some(&self.etag) {
            return self.head(HttpResponse::NotModified()).finish();
        }
        let mut response = self.head(HttpResponse::Ok());
        response.insert_header((header::CONTENT_TYPE, self.content_type.clone()));
        let packed = |mut response: actix_web::HttpResponseBuilder, brotli: &Bytes| {
            response
                .insert_header((header::CONTENT_ENCODING, "br"))
                .body(brotli.clone())
        };
        match &self.content {
            Content::Both { brotli, .. } | Content::Packed { brotli } if takes_brotli(request) => {
                packed(response, brotli)
            }
            Content::Plain(plain) | Content::Both { plain, .. } => response.body(plain.clone()),
            Content::Packed { brotli } => match unpacked(brotli, usize::MAX) {
                Some(plain) => response.body(plain),
                // It was unpacked once, at the start.
                None => packed(response, brotli),
            },
        }
    }

    fn head(&self, mut response: actix_web::HttpResponseBuilder) -> actix_web::HttpResponseBuilder {
        response.insert_header((header::CACHE_CONTROL, FOREVER));
        response.insert_header((header::ETAG, self.etag.clone()));
        response.insert_header((header::VARY, "accept-encoding"));
        response
    }
}

/// What a twin is of, if that is no longer than `most`: what browsers are given must be what the manifest's
/// hash is of.
fn unpacked(twin: &[u8], most: usize) -> Option<Vec<u8>> {
    let one_more = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut unpacked = Vec::new();
    let mut reader = brotli::Decompressor::new(twin, 4_096).take(one_more);
    reader.read_to_end(&mut unpacked).ok()?;
    Some(unpacked)
}

fn takes_brotli(request: &HttpRequest) -> bool {
    let values = request.headers().get_all(header::ACCEPT_ENCODING);
    let mut offers = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|list| list.split(','));
    offers.any(|offer| {
        let (name, quality) = offer.split_once(';').unwrap_or((offer, ""));
        name.trim() == "br" && quality.replace(' ', "").trim_end_matches(['0', '.']) != "q="
    })
}

/// `GET /assets/{file}`.
pub async fn asset(
    assets: web::Data<Assets>,
    file: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Fault> {
    let asset = assets.files.get(file.as_str()).ok_or(Kind::NotFound)?;
    Ok(asset.respond(&request))
}

impl fmt::Debug for Assets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Assets({} files)", self.files.len())
    }
}

#[cfg(test)]
mod tests;
