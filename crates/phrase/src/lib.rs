//! The phrase a reporter comes back with, and every key that is derived of it.
//!
//! Eight words, or the same as eight groups of four digits, and nothing else: no account, no name.
//!
//! ```text
//! phrase      8 × u16, each below 7,776; drawn anew until H(phrase)[0] < 16, which is a typing check
//! mk          Argon2id(phrase, salt "ginnel/v1/phrase" || INST, 19 MiB, t = 2, p = 1), 32 bytes
//! reply seed  HKDF(mk, "ginnel/v1/reply")            → hybrid identity, in crate `mailbox`
//! signing     HKDF(mk, "ginnel/v1/sign")             → Ed25519
//! thread      HKDF(mk, "ginnel/v1/thread")[..16]
//! token_i     HKDF(mk, "ginnel/v1/fetch" || u8 i)    i = 0..7
//! address_i   H("ginnel/v1/address" || token_i)
//! ```
//!
//! `u16` is big-endian, `H` is SHA-256, `HKDF` HKDF-SHA256 without salt, 32 bytes.
//!
//! Nothing here prints, and no error says what was typed.

#[doc(hidden)]
pub mod fuzz;
mod keys;
mod phrase;
mod read;
mod token;

pub use keys::PhraseKeys;
pub use phrase::{GROUPS, Phrase};
pub use read::NotAPhrase;
pub use token::{SLOTS, TOKEN_LEN, Token};
