//! The RFC 6962 tree over a year's frames.

use ct_merkle::HashableLeaf;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use sha2::digest::Update;
use sha2::{Digest, Sha256};
use storage::LogFrame;

/// The SHA-256 of a frame: what the tree's leaves are hashes of.
#[derive(Debug, Clone, Copy)]
struct FrameHash([u8; 32]);

impl HashableLeaf for FrameHash {
    fn hash<H: Update>(&self, hasher: &mut H) {
        hasher.update(&self.0);
    }
}

/// What a log hashes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Root(pub [u8; 32]);

/// A year's log as its hashes.
#[derive(Debug, Clone, Default)]
pub struct LogTree(MemoryBackedTree<Sha256, FrameHash>);

impl LogTree {
    /// Puts a frame at the end.
    pub fn push(&mut self, frame: &LogFrame) {
        let hash = Sha256::digest(frame.as_bytes());
        self.0.push(FrameHash(hash.into()));
    }

    /// How many frames there are.
    pub fn size(&self) -> u64 {
        self.0.len()
    }

    /// What they hash to.
    pub fn root(&self) -> Root {
        Root((*self.0.root().as_bytes()).into())
    }
}
