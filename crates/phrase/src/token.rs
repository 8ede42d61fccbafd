//! What opens a slot of the mailbox, and where it lies.

use std::fmt;

use domain::mailbox::Address;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Slots of a mailbox.
pub const SLOTS: usize = domain::mailbox::SLOTS;

/// Bytes of a token.
pub const TOKEN_LEN: usize = 32;

/// Reads and empties one slot of a mailbox; only the phrase gives it.
///
/// Wiped when dropped. It does not print.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Token([u8; TOKEN_LEN]);

impl Token {
    /// Wraps 32 bytes, which anybody may have sent.
    pub const fn from_bytes(bytes: [u8; TOKEN_LEN]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes, to send.
    pub const fn expose(&self) -> &[u8; TOKEN_LEN] {
        &self.0
    }

    /// Where the slot lies: `H("ginnel/v1/address" || token)`.
    pub fn address(&self) -> Address {
        let hash = Sha256::new()
            .chain_update("ginnel/v1/address")
            .chain_update(self.0)
            .finalize();
        Address::from_bytes(hash.into())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}
