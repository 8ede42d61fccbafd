//! Limits that know nobody.
//!
//! A caller is told from another by HMAC(key, IPv4/24 or IPv6/48). The key is drawn anew every hour
//! and lives in memory only, as does everything counted under it; no address is stored or logged.

mod caller;
mod lane;
mod network;

pub use caller::Caller;
pub use lane::{Lane, Rate};
pub use network::{Network, NotANetwork, TrustedProxies};

#[cfg(test)]
mod tests;
