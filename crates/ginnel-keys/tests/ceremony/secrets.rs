//! Where secrets are, and where they are not.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use unseal::{Identity, open_file};
use zeroize::Zeroizing;

use crate::party::Party;

/// The identity whose seed ends an epoch's wrapped CBOR.
pub(crate) fn seed_in(plaintext: &[u8]) -> Identity {
    // {…, 4: 32 bytes, …}
    let mut places = plaintext.windows(3);
    let at = places.position(|head| head == [0x04, 0x58, 0x20]).unwrap();
    let seed: [u8; 32] = *plaintext[at + 3..].first_chunk().unwrap();
    Identity::from_seed(Zeroizing::new(seed))
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files
}

/// Every secret of the ceremony as raw bytes: authorities' seeds, shares, RECOVERY, epochs, replies.
fn secrets(party: &Party) -> Vec<Vec<u8>> {
    let mut secrets = Vec::new();
    for who in ["police", "council"] {
        let signer = ginnel_keys::authority::read(&party.path(&format!("{who}.key"))).unwrap();
        let text = signer.to_secret_text();
        let key = BASE64_STANDARD
            .decode(text.splitn(5, '+').last().unwrap())
            .unwrap();
        secrets.push(key[1..].to_vec());
    }
    for desk in ["triage", "bronze-leeds"] {
        let share = |number: u8| {
            let path = party.path(&format!("custodian-{number}/{desk}.2026-Q4.share"));
            let text = std::fs::read_to_string(path).unwrap();
            hex::decode(text.trim_end().rsplit(' ').next().unwrap()).unwrap()
        };
        let (one, two) = (share(1), share(2));
        let seed: Vec<u8> = one.iter().zip(&two).map(|(a, b)| a ^ b).collect();
        let recovery = Identity::from_seed(Zeroizing::new(seed.clone().try_into().unwrap()));
        for folder in ["epochs", "replies"] {
            for path in files_below(&party.path(&format!("ceremony/{folder}"))) {
                let Ok(opened) = open_file(&[&recovery], &std::fs::read(path).unwrap()) else {
                    continue;
                };
                secrets.push(opened.plaintext.last_chunk::<32>().unwrap().to_vec());
            }
        }
        secrets.extend([one, two, seed]);
    }
    secrets
}

#[test]
fn no_exported_file_holds_a_secret_in_any_writing() {
    let party = Party::with_an_officer("2026-11-22");
    party.wraps().unwrap();
    party.exports("out").unwrap();
    let secrets = secrets(&party);
    // 2 authorities; 2 desks with 2 shares, a RECOVERY seed, 5 epochs and a reply key each.
    assert_eq!(secrets.len(), 2 + 2 * (3 + 5 + 1));
    let exported = files_below(&party.path("out"));
    assert_eq!(exported.len(), 4);
    for path in exported {
        let bytes = std::fs::read(&path).unwrap();
        for secret in &secrets {
            let mut writings = vec![secret.clone(), hex::encode(secret).into_bytes()];
            // Base64 of the middle, at each of the three alignments it can have in a longer text.
            for skip in 0..3 {
                let middle = &secret[skip..skip + 27];
                writings.push(BASE64_STANDARD.encode(middle).into_bytes());
                writings.push(BASE64_URL_SAFE_NO_PAD.encode(middle).into_bytes());
            }
            writings.push(
                Identity::from_seed(Zeroizing::new(secret.clone().try_into().unwrap()))
                    .to_text()
                    .as_bytes()
                    .to_vec(),
            );
            for writing in writings {
                let found = bytes.windows(writing.len()).any(|window| window == writing);
                assert!(!found, "{} holds a secret", path.display());
            }
        }
    }
}

#[test]
fn every_secret_file_is_its_owners_only() {
    let party = Party::with_an_officer("2026-11-22");
    let secret = |path: &&PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        matches!(ending, Some("key" | "share" | "age"))
    };
    let files = files_below(party.root());
    let files: Vec<_> = files.iter().filter(secret).collect();
    assert_eq!(files.len(), 3 + 2 * (2 + 5 + 1));
    for path in files {
        let mode = std::fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", path.display());
    }
}

#[test]
fn one_custodian_alone_opens_nothing() {
    let party = Party::with_an_officer("2026-11-22");
    let path = |number: u8| party.path(&format!("custodian-{number}/triage.2026-Q4.share"));
    let bytes = |number: u8| {
        let text = std::fs::read_to_string(path(number)).unwrap();
        hex::decode(text.trim_end().rsplit(' ').next().unwrap()).unwrap()
    };
    let epoch = party.path("ceremony/epochs/triage.2026-W47.age");
    let epoch = std::fs::read(epoch).unwrap();
    for number in [1, 2] {
        let seed = Zeroizing::new(bytes(number).try_into().unwrap());
        assert!(open_file(&[&Identity::from_seed(seed)], &epoch).is_err());
    }
    std::fs::remove_file(path(2)).unwrap();
    assert!(party.wraps().is_err());
    std::fs::copy(path(1), path(2)).unwrap();
    assert!(party.wraps().is_err());
}
