//! That somebody of a desk was here: what alarms wait for.

use domain::Desk;

use super::Staff;

/// Notes that an officer of this desk was handed everything that waits for it. That it cannot be noted
/// keeps nothing from them: at worst an alarm rings that need not.
pub(super) async fn note_desk_seen(staff: &Staff, desk: Desk) {
    let now = staff.clock.now().minute();
    if let Err(error) = staff.store.desk_seen(desk, now).await {
        tracing::warn!(%error, "that a desk was here could not be noted");
    }
}
