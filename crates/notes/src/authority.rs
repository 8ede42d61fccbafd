//! Who vouches for notes, and with which key.

use std::fmt;
use std::str::FromStr;

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use crate::signature::{PublicKey, SigningKey, decode_exactly};

/// The signature type byte of plain Ed25519 notes.
const ED25519: u8 = 0x01;
const PRIVATE_PREFIX: &str = "PRIVATE+KEY+";

/// The text names no authority, or the list of authorities is empty or names one twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an authority's key")]
pub struct NotAnAuthority;

/// An organisation that vouches for notes: its name and the key it signs with.
///
/// In text a C2SP verifier key: `<name>+<key id, hex>+<base64(0x01 || key)>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    name: String,
    key: PublicKey,
}

impl Authority {
    /// Names a key.
    ///
    /// # Errors
    /// A name that is empty or holds a space, a plus or a control character.
    pub fn new(name: &str, key: PublicKey) -> Result<Self, NotAnAuthority> {
        if !is_name(name) {
            return Err(NotAnAuthority);
        }
        let name = name.into();
        Ok(Self { name, key })
    }

    /// The name, as it stands on signature lines.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The key.
    pub const fn key(&self) -> PublicKey {
        self.key
    }

    /// `SHA-256(name || 0x0A || 0x01 || key)[..4]`.
    pub fn key_id(&self) -> [u8; 4] {
        let hash: [u8; 32] = Sha256::new()
            .chain_update(&self.name)
            .chain_update([b'\n', ED25519])
            .chain_update(self.key.as_bytes())
            .finalize()
            .into();
        let [a, b, c, d, ..] = hash;
        [a, b, c, d]
    }
}

impl fmt::Display for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = u32::from_be_bytes(self.key_id());
        let key = [[ED25519].as_slice(), self.key.as_bytes()].concat();
        write!(f, "{}+{id:08x}+{}", self.name, BASE64_STANDARD.encode(key))
    }
}

impl FromStr for Authority {
    type Err = NotAnAuthority;
    fn from_str(text: &str) -> Result<Self, NotAnAuthority> {
        let mut parts = text.splitn(3, '+');
        let (name, _id, key) = (parts.next(), parts.next(), parts.next());
        let key: [u8; 33] =
            decode_exactly(key.ok_or(NotAnAuthority)?).map_err(|_| NotAnAuthority)?;
        let key = key.last_chunk().ok_or(NotAnAuthority)?;
        let key = PublicKey::from_bytes(key).map_err(|_| NotAnAuthority)?;
        let authority = Self::new(name.unwrap_or_default(), key)?;
        // Writing it again checks the key id and the type byte.
        if authority.to_string() == text {
            Ok(authority)
        } else {
            Err(NotAnAuthority)
        }
    }
}

/// The pinned authorities, every one of which must have signed: at least one, none named twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorities(Vec<Authority>);

impl Authorities {
    /// Pins these.
    ///
    /// # Errors
    /// An empty list, or a name or key that occurs twice: one signature must not count for two.
    pub fn new(authorities: Vec<Authority>) -> Result<Self, NotAnAuthority> {
        let twice = authorities.iter().enumerate().any(|(i, one)| {
            let mut rest = authorities.iter().skip(i.saturating_add(1));
            rest.any(|other| other.name == one.name || other.key == one.key)
        });
        if authorities.is_empty() || twice {
            return Err(NotAnAuthority);
        }
        Ok(Self(authorities))
    }

    /// Reads one verifier key a line; blank lines are skipped.
    pub fn parse(text: &str) -> Result<Self, NotAnAuthority> {
        let lines = text.lines().filter(|line| !line.is_empty());
        Self::new(lines.map(str::parse).collect::<Result<_, _>>()?)
    }

    /// The authorities, in the order given.
    pub fn iter(&self) -> impl Iterator<Item = &Authority> {
        self.0.iter()
    }
}

impl fmt::Display for Authorities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|one| writeln!(f, "{one}"))
    }
}

/// An authority with its secret key. Offline machines only; it does not print.
pub struct Signer {
    authority: Authority,
    key: SigningKey,
}

impl Signer {
    /// Names a signing key.
    pub fn new(name: &str, key: SigningKey) -> Result<Self, NotAnAuthority> {
        let authority = Authority::new(name, key.public())?;
        Ok(Self { authority, key })
    }

    /// Reads what [`Signer::to_secret_text`] wrote.
    pub fn parse_secret(text: &str) -> Result<Self, NotAnAuthority> {
        let rest = text.strip_prefix(PRIVATE_PREFIX).ok_or(NotAnAuthority)?;
        let mut parts = rest.splitn(3, '+');
        let (name, _id, key) = (parts.next(), parts.next(), parts.next());
        let key: [u8; 33] =
            decode_exactly(key.ok_or(NotAnAuthority)?).map_err(|_| NotAnAuthority)?;
        let seed = key.last_chunk().ok_or(NotAnAuthority)?;
        let signer = Self::new(name.unwrap_or_default(), SigningKey::from_seed(seed))?;
        if signer.to_secret_text() == text {
            Ok(signer)
        } else {
            Err(NotAnAuthority)
        }
    }

    /// The secret as note tools write it: `PRIVATE+KEY+<name>+<key id>+<base64(0x01 || seed)>`.
    pub fn to_secret_text(&self) -> String {
        let id = u32::from_be_bytes(self.authority.key_id());
        // EXPOSE: this text is the key file of an offline authority.
        let key = [[ED25519].as_slice(), self.key.expose_seed()].concat();
        let (name, key) = (&self.authority.name, BASE64_STANDARD.encode(key));
        format!("{PRIVATE_PREFIX}{name}+{id:08x}+{key}")
    }

    /// What others pin.
    pub const fn authority(&self) -> &Authority {
        &self.authority
    }

    pub(crate) const fn key(&self) -> &SigningKey {
        &self.key
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({}, ..)", self.authority.name)
    }
}

pub(crate) fn is_name(name: &str) -> bool {
    let allowed = |c: char| !c.is_whitespace() && !c.is_control() && c != '+';
    !name.is_empty() && name.chars().all(allowed)
}
