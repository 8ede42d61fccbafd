//! The log of operations, as this installation keeps it.

use std::sync::Arc;

use audit::Logbook;
use domain::{Clock, InstallationId};
use notes::Authorities;
use sha2::{Digest, Sha256};
use signin::ServerSetup;
use storage::Store;

/// The log whose checkpoints this installation's key signs.
pub(super) fn logbook(
    store: Arc<dyn Store>,
    authorities: Authorities,
    inst: InstallationId,
    clock: Arc<dyn Clock>,
    setup: &ServerSetup,
) -> Arc<Logbook> {
    let seed = log_seed(setup);
    Arc::new(Logbook::new(store, authorities, inst, clock, seed))
}

/// LOG: H("ginnel/v1/log" || setup). It comes of the sign-in key, so that every server of an installation
/// has the same, outside the database, and whoever restores one has the other.
pub(crate) fn log_seed(setup: &ServerSetup) -> [u8; 32] {
    let seed = Sha256::new()
        .chain_update("ginnel/v1/log")
        // EXPOSE: a key is derived from it and kept in memory.
        .chain_update(setup.to_bytes().as_slice());
    seed.finalize().into()
}
