//! The log of operations: whether it can be written, and whose key signs it.

use audit::{auditor, log_signer};
use domain::Year;
use storage::{NoteKind, Store, StoreError};

use crate::findings::Finding;
use crate::place::Place;
use crate::serving::log_seed;

const NAME: &str = "auditors make a key with `ginnel-keys auditor key`; then `auditor name` and the \
    weekly ceremony, and import its export";

/// To whom operations are sealed, how many there are this year, and what auditors verify them with.
pub(super) async fn look(
    place: &Place,
    store: &dyn Store,
    year: Year,
) -> Result<Finding, StoreError> {
    let what = "log of operations";
    let inst = place.settings.installation.id;
    let note = store.note(NoteKind::StaffDirectory).await?;
    let authorities = place.settings.authorities().ok();
    let found = note.zip(authorities).and_then(|(note, authorities)| {
        auditor(&note.text, &authorities, inst, year).map(|(named, _)| named)
    });
    let Some(named) = found else {
        let seen = "no auditor is named: officers can open, write and send nothing";
        return Ok(Finding::broken(what, seen, NAME));
    };
    let size = store.log_size(year).await?;
    let key = place.folder.read_sign_in_key().ok();
    let key = key.map(|setup| log_signer(&log_seed(&setup), inst, year));
    let key = key.map_or_else(String::new, |signer| {
        format!("; its key: {}", signer.authority())
    });
    let seen = format!("{size} this year, sealed to the auditors of {named}{key}");
    Ok(if named == year {
        Finding::well(what, seen)
    } else {
        Finding::look(what, seen, NAME)
    })
}
