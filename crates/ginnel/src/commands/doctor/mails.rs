//! The outbox: mails that were given up, and such that do not go.

use storage::{MailState, Store, StoreError};

use crate::findings::Finding;

/// A mail that was tried more often than this waits for a server that is away.
const TRIES: u32 = 3;

/// What waits, in numbers.
pub(super) async fn look(store: &dyn Store) -> Result<Finding, StoreError> {
    let what = "outbox";
    let mails = store.mails().await?;
    let dead = mails.iter().filter(|one| one.state == MailState::Dead);
    let dead = dead.count();
    let stuck = mails
        .iter()
        .filter(|one| one.state == MailState::Waiting && one.attempts > TRIES);
    let stuck = stuck.count();
    Ok(if dead > 0 {
        let mend = "`ginnel mail test` says why; then `ginnel mail retry`";
        Finding::broken(what, format!("{dead} mails were given up"), mend)
    } else if stuck > 0 {
        let mend =
            "`ginnel mail test` says why; they go by themselves once the mail server is back";
        Finding::look(
            what,
            format!("{stuck} mails wait and were tried often"),
            mend,
        )
    } else {
        Finding::well(what, "no mail was given up")
    })
}
