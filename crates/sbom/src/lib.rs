//! The bill of materials: every package that is in what we ship, or that builds it, with its licence
//! and the hash it was fetched by, as [CycloneDX 1.5] JSON.
//!
//! The same Cargo.lock always gives the same bytes: no time, no random number, no folder's name.
//!
//! [CycloneDX 1.5]: https://cyclonedx.org/docs/1.5/json/

mod bill;
mod lock;
mod shipped;

pub use bill::Bill;
pub use lock::LockError;
pub use shipped::{Part, Scope, Shipped, ShippedError};

use std::path::Path;

/// Why there is no bill.
#[derive(Debug, thiserror::Error)]
pub enum BillError {
    /// The graph of packages cannot be read.
    #[error(transparent)]
    Shipped(#[from] ShippedError),
    /// The hashes cannot be read.
    #[error(transparent)]
    Lock(#[from] LockError),
}

/// Reads the workspace at `root` and writes its bill.
pub fn bill(root: &Path) -> Result<Bill, BillError> {
    let shipped = Shipped::of(root)?;
    let hashes = lock::hashes(root)?;
    Ok(Bill::of(&shipped, &hashes))
}
