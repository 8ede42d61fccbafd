//! The build id: a fingerprint of the locked dependencies. Of Cargo's files alone, so that the same
//! sources make the same program wherever and whenever they are built.

use std::fs;

use sha2::{Digest, Sha256};

const LOCK: &str = "../../Cargo.lock";

fn main() {
    println!("cargo:rerun-if-changed={LOCK}");
    println!("cargo:rerun-if-changed=build.rs");
    let lock = fs::read(LOCK).expect("the workspace has locked its dependencies");
    let hash = hex::encode(Sha256::digest(lock));
    println!("cargo:rustc-env=GINNEL_LOCK={hash}");
    let target = std::env::var("TARGET").expect("cargo tells build scripts the target");
    println!("cargo:rustc-env=GINNEL_TARGET={target}");
}
