//! The age test vectors of C2SP/CCTV; format in `tests/fixtures/cctv-age/README.md`.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use age::{DecryptError, Decryptor};
use identity::Identity;
use sha2::{Digest, Sha256};

/// The `age` crate still reads stanzas that its own early versions wrote without the short last
/// line; the header's MAC covers them all the same. Should it stop, these lines go.
const READ_ALTHOUGH_OLD: [&str; 2] = ["stanza_missing_body", "stanza_missing_final_line"];

struct Vector {
    name: String,
    expect: String,
    payload: Option<String>,
    identities: Vec<Box<dyn age::Identity>>,
    file: Vec<u8>,
}

#[test]
fn every_vector_ends_as_its_header_says() {
    let vectors = all();
    assert_eq!(vectors.len(), 85);
    let failed: Vec<String> = vectors.iter().filter_map(|one| one.run().err()).collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn the_hybrid_stream_header_and_x25519_vectors_are_among_them() {
    let vectors = all();
    let count = |prefix: &str| {
        vectors
            .iter()
            .filter(|one| one.name.starts_with(prefix))
            .count()
    };
    assert_eq!((count("hybrid"), count("x25519")), (18, 14));
    assert_eq!((count("stream"), count("stanza")), (28, 14));
    assert_eq!((count("hmac"), count("header")), (8, 1));
}

impl Vector {
    fn read(path: &Path) -> Self {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = fs::read(path).unwrap();
        let end = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
        let header = std::str::from_utf8(&bytes[..end]).unwrap();
        let lines: Vec<_> = header
            .lines()
            .map(|line| line.split_once(": ").unwrap())
            .collect();
        let value = |key: &str| {
            let line = lines.iter().find(|line| line.0 == key);
            line.map(|line| line.1.to_owned())
        };
        let file = &bytes[end + 2..];
        let identities = lines.iter().filter(|line| line.0 == "identity");
        Self {
            name,
            expect: value("expect").unwrap(),
            payload: value("payload"),
            identities: identities.map(|line| identity(line.1)).collect(),
            file: match value("compressed").as_deref() {
                None => file.to_vec(),
                Some("zlib") => inflate(file),
                Some(other) => panic!("unknown compression {other}"),
            },
        }
    }

    fn run(&self) -> Result<(), String> {
        let (outcome, released) = self.decrypt();
        let wrong = |what: &str| Err(format!("{}: expected {}, {what}", self.name, self.expect));
        if READ_ALTHOUGH_OLD.contains(&self.name.as_str()) {
            let still = outcome == "success" && self.expect == "header failure";
            return if still { Ok(()) } else { wrong("no longer") };
        }
        if outcome != self.expect {
            return wrong(&format!("came to {outcome}"));
        }
        match (&self.payload, released) {
            (Some(hash), Some(bytes)) if *hash != hex::encode(Sha256::digest(&bytes)) => {
                wrong("released another payload")
            }
            (Some(_), None) => wrong("released nothing"),
            (None, Some(_)) => wrong("released something"),
            _ => Ok(()),
        }
    }

    /// What it came to, and the bytes released, if it came as far as the payload.
    fn decrypt(&self) -> (&'static str, Option<Vec<u8>>) {
        let identities = self.identities.iter().map(|one| &**one);
        let reader = Decryptor::new_buffered(self.file.as_slice())
            .and_then(|decryptor| decryptor.decrypt(identities));
        let mut reader = match reader {
            Ok(reader) => reader,
            Err(DecryptError::NoMatchingKeys) => return ("no match", None),
            Err(DecryptError::InvalidMac) => return ("HMAC failure", None),
            Err(_) => return ("header failure", None),
        };
        let mut released = Vec::new();
        let outcome = match reader.read_to_end(&mut released) {
            Ok(_) => "success",
            Err(_) => "payload failure",
        };
        (outcome, Some(released))
    }
}

/// The hybrid identities and the age file of one vector.
pub fn hybrid_part(name: &str) -> (Vec<Identity>, Vec<u8>) {
    let path = folder().join(name);
    let bytes = fs::read(&path).unwrap();
    let header = String::from_utf8_lossy(&bytes).into_owned();
    let hybrid = |line: &str| Identity::parse(line.strip_prefix("identity: ")?).ok();
    let identities = header.lines().filter_map(hybrid).collect();
    (identities, Vector::read(&path).file)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/cctv-age")
}

fn all() -> Vec<Vector> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap());
    let is_vector = |path: &PathBuf| {
        path.extension().is_none()
            && path
                .file_stem()
                .is_some_and(|stem| stem != ".gitattributes")
    };
    let mut paths: Vec<_> = entries
        .map(|entry| entry.path())
        .filter(is_vector)
        .collect();
    paths.sort();
    paths.iter().map(|path| Vector::read(path)).collect()
}

fn identity(text: &str) -> Box<dyn age::Identity> {
    if text.starts_with("AGE-SECRET-KEY-PQ-") {
        Box::new(Identity::parse(text).unwrap())
    } else {
        Box::new(text.parse::<age::x25519::Identity>().unwrap())
    }
}

fn inflate(bytes: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    flate2::read::ZlibDecoder::new(bytes)
        .read_to_end(&mut file)
        .unwrap();
    file
}
