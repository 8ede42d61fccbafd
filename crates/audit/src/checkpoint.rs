//! How long a log is and what it hashes to, as [C2SP tlog-checkpoint](https://c2sp.org/tlog-checkpoint).

use base64::{Engine, prelude::BASE64_STANDARD};
use domain::{InstallationId, Year};
use notes::{Authorities, Authority, NotANote, NotAnAuthority, SignedNote, Signer, SigningKey};

use crate::tree::{LogTree, Root};

/// The name of one year's log.
pub fn origin(inst: InstallationId, year: Year) -> String {
    format!("ginnel/log/{inst}/{year}")
}

/// The installation and the year that a log's name says.
pub fn read_origin(name: &str) -> Option<(InstallationId, Year)> {
    let (inst, year) = name.strip_prefix("ginnel/log/")?.split_once('/')?;
    let (inst, year) = (inst.parse().ok()?, year.parse().ok()?);
    (origin(inst, year) == name).then_some((inst, year))
}

/// The LOG key as it signs one year's checkpoints: its name is the log's.
///
/// # Panics
/// Never: an origin has neither spaces nor pluses.
pub fn log_signer(seed: &[u8; 32], inst: InstallationId, year: Year) -> Signer {
    let signer = Signer::new(&origin(inst, year), SigningKey::from_seed(seed));
    signer.expect("an origin has neither spaces nor pluses")
}

/// No checkpoint of this log by this key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no checkpoint of that log, or its key did not sign it")]
pub struct BadCheckpoint;

/// How long a log is and what it hashes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log.
    pub origin: String,
    /// How many entries it has.
    pub size: u64,
    /// What they hash to.
    pub root: Root,
}

impl Checkpoint {
    /// Of a tree as it is.
    pub fn of(tree: &LogTree, origin: String) -> Self {
        Self {
            origin,
            size: tree.size(),
            root: tree.root(),
        }
    }

    /// Signs it with the key of its own name.
    pub fn sign(&self, signer: &Signer) -> Result<String, NotANote> {
        notes::sign(&self.body(), &[signer])
    }

    /// Reads a checkpoint that this key signed; its name is the log's.
    pub fn verify(text: &str, log: &Authority) -> Result<Self, BadCheckpoint> {
        let key = Authorities::new(vec![log.clone()]);
        let key = key.map_err(|NotAnAuthority| BadCheckpoint)?;
        let note = SignedNote::parse(text).map_err(|_| BadCheckpoint)?;
        let body = note.verify(&key).map_err(|_| BadCheckpoint)?;
        let checkpoint = Self::read(body).ok_or(BadCheckpoint)?;
        if checkpoint.origin == log.name() && checkpoint.body() == body {
            Ok(checkpoint)
        } else {
            Err(BadCheckpoint)
        }
    }

    fn read(body: &str) -> Option<Self> {
        let mut lines = body.lines();
        let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
        let root = BASE64_STANDARD.decode(root).ok()?;
        Some(Self {
            origin: origin.into(),
            size: size.parse().ok()?,
            root: Root(root.try_into().ok()?),
        })
    }

    fn body(&self) -> String {
        let root = BASE64_STANDARD.encode(self.root.0);
        format!("{}\n{}\n{root}\n", self.origin, self.size)
    }
}
