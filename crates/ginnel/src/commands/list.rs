//! `ginnel officer list`: everybody, and how far they have come.

use api::staff::{invited_row, officer_id, officer_row};
use domain::Clock;
use domain::wire::OfficerRow;
use storage::StoreError;

use super::opened::{Opened, OpenedError};

/// Lists officers and open invitations by name.
pub async fn list(opened: &Opened, clock: &dyn Clock) -> Result<Vec<OfficerRow>, OpenedError> {
    let setup = opened.folder.read_sign_in_key()?;
    let failed = |error: StoreError| OpenedError::Database(error.into());
    let officers = opened.store.officers().await.map_err(failed)?;
    let invited = opened
        .store
        .invitations(clock.now())
        .await
        .map_err(failed)?;
    let invited = invited
        .into_iter()
        .map(|one| invited_row(officer_id(&setup, one.code), one));
    let mut rows: Vec<_> = officers
        .into_iter()
        .map(officer_row)
        .chain(invited)
        .collect();
    rows.sort_by_cached_key(|row| row.name.to_lowercase());
    Ok(rows)
}
