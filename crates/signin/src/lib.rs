//! How an officer signs in: OPAQUE ([RFC 9807](https://www.rfc-editor.org/rfc/rfc9807)), both sides' steps.
//!
//! The passphrase never leaves the officer's browser; the server keeps a record it can check an
//! officer with but not guess from faster than Argon2id allows, and only together with its
//! [`ServerSetup`]. What the browser gets out of it besides being let in is the [`ExportKey`], from
//! which its own keys are derived; the server never sees it.
//!
//! ```text
//! browser                                        server
//! register_start  → request                    → ServerSetup::register
//! register_finish ← response                   ←
//!                 → upload                     → keep_registration  (the record, kept)
//!
//! login_start     → request                    → ServerSetup::login_start (record or none)
//! login_finish    ← response                   ← + ServerAttempt, kept a minute
//!                 → finalization               → ServerAttempt::finish → session key, both alike
//! ```
//!
//! Ristretto255, triple Diffie-Hellman with SHA-512, Argon2id as [`Stretch`] says. Every message is
//! fixed in length; one with another length or with an invalid point is [`SignInError::Malformed`].

mod client;
mod server;
mod suite;

pub use client::{
    ClientLogin, ClientRegistration, LoginFinished, Registered, login_start, register_start,
};
pub use server::{LoginAnswer, ServerAttempt, ServerSetup, keep_registration};
pub use suite::{ExportKey, SessionKey, SignInError, Stretch};

#[cfg(test)]
mod tests;
