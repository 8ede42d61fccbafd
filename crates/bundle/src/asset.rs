//! One file of a site: its hashed name, its kind, its compressed twin.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use brotli::enc::BrotliEncoderParams;
use sha2::{Digest, Sha256, Sha384};

use crate::{BundleError, Entry};

/// A file as the page knows it: a logical name and bytes.
#[derive(Debug)]
pub(crate) struct Asset {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    content_type: &'static str,
}

impl Asset {
    pub(crate) fn new(name: String, bytes: Vec<u8>) -> Result<Self, BundleError> {
        let content_type = content_type(&name)?;
        Ok(Self {
            name,
            bytes,
            content_type,
        })
    }

    /// The name it is served under: `stem-<16 hex digits of SHA-256>.ending`.
    pub(crate) fn hashed_name(&self) -> String {
        let (stem, ending) = self.name.rsplit_once('.').unwrap_or((&self.name, ""));
        let hash: String = self.sha256().chars().take(16).collect();
        format!("{stem}-{hash}.{ending}")
    }

    /// What the manifest says about it, given the size of its compressed twin.
    pub(crate) fn entry(&self, compressed: Option<usize>) -> Entry {
        Entry {
            file: self.hashed_name(),
            sha256: self.sha256(),
            integrity: format!("sha384-{}", STANDARD.encode(Sha384::digest(&self.bytes))),
            content_type: self.content_type.to_owned(),
            bytes: self.bytes.len(),
            br_bytes: compressed,
        }
    }

    /// Its Brotli twin, where that is smaller.
    pub(crate) fn compressed(&self) -> Option<Vec<u8>> {
        let settings = BrotliEncoderParams {
            quality: 11,
            size_hint: self.bytes.len(),
            ..BrotliEncoderParams::default()
        };
        let mut twin = Vec::new();
        brotli::BrotliCompress(&mut self.bytes.as_slice(), &mut twin, &settings)
            .expect("reading and writing memory cannot fail");
        (twin.len() < self.bytes.len()).then_some(twin)
    }

    fn sha256(&self) -> String {
        hex::encode(Sha256::digest(&self.bytes))
    }
}

fn content_type(name: &str) -> Result<&'static str, BundleError> {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => Ok("text/css; charset=utf-8"),
        Some("ico") => Ok("image/x-icon"),
        Some("js") => Ok("text/javascript; charset=utf-8"),
        Some("json") => Ok("application/json"),
        Some("png") => Ok("image/png"),
        Some("svg") => Ok("image/svg+xml"),
        Some("txt") => Ok("text/plain; charset=utf-8"),
        Some("wasm") => Ok("application/wasm"),
        Some("webp") => Ok("image/webp"),
        Some("woff2") => Ok("font/woff2"),
        Some(_) | None => Err(BundleError::UnknownKind(name.to_owned())),
    }
}
