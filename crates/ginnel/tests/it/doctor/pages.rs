//! What a third party should see.

use std::net::SocketAddr;

use domain::PageHashes;
use sha2::{Digest, Sha256};

use super::*;

#[test]
fn everybody_is_served_what_the_page_hashes_say() {
    let (installation, serving) = served("[staging]\nwindow_seconds = 60\n");
    let listed = ginnel(&installation, &[&DOCTOR[..], &["--page-hash"]].concat());
    assert!(listed.status.success(), "{}", complained(&listed));
    let listed: PageHashes = said(&listed).parse().unwrap();
    let mut paths = Vec::new();
    for (path, hash) in listed.iter() {
        assert_eq!(served_at(serving.public, path), *hash, "{path}");
        paths.push(path);
    }
    for path in ["/en/", "/en/protects", "/assets/sealer-0123456789abcdef.js"] {
        assert!(paths.contains(&path), "{path} {paths:?}");
    }
    // Another name is another page.
    let text = std::fs::read_to_string(installation.settings()).unwrap();
    std::fs::write(
        installation.settings(),
        text.replace("\"Test\"", "\"Other\""),
    )
    .unwrap();
    let other = ginnel(&installation, &[&DOCTOR[..], &["--page-hash"]].concat());
    assert_ne!(said(&other).parse(), Ok(listed));
}

fn served_at(address: SocketAddr, path: &str) -> [u8; 32] {
    let answer = get(address, path);
    assert_eq!(answer.status, 200, "{path}");
    Sha256::digest(&answer.body).into()
}
