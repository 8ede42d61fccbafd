//! Certificates for a test's own names.

use std::path::Path;

use crate::place::{said, tool};

/// The sites' names, as the files say them.
pub const PUBLIC: &str = "tips.example.org";
/// The officers' site.
pub const STAFF: &str = "desk.example.org";

/// A certificate for each site and one for a device, each its own authority.
pub fn certificates(folder: &Path) {
    for (file, name) in [
        ("public", PUBLIC),
        ("staff", STAFF),
        ("devices-ca", "a.device"),
    ] {
        let mut openssl = tool("openssl");
        openssl.args(["req", "-x509", "-nodes", "-days", "2", "-newkey", "ec"]);
        openssl.args(["-pkeyopt", "ec_paramgen_curve:prime256v1"]);
        openssl.args(["-subj", &format!("/CN={name}")]);
        openssl.args(["-addext", &format!("subjectAltName=DNS:{name}")]);
        let key = folder.join(file).with_extension("key");
        let certificate = folder.join(file).with_extension("pem");
        openssl.arg("-keyout").arg(key).arg("-out").arg(certificate);
        said(&mut openssl);
    }
}
