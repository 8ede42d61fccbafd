//! `ginnel officer remove`: somebody leaves.

use domain::OfficerId;
use storage::OfficerError;

use super::opened::Opened;

/// Removes an officer at once: sessions, desks, wrappers, claims and passphrase record go. What they
/// were handed before stays with them until new weeks and a new roster are made; the ceremony does that.
pub async fn remove(opened: &Opened, officer: OfficerId) -> Result<(), OfficerError> {
    opened.store.remove(officer).await
}
