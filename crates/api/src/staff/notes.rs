//! `GET /api/notes`: the signed notes an officer's browser verifies.

use actix_web::web::{Data, Json};
use domain::message::MessageKind;
use domain::{Desk, wire};
use storage::{NoteKind, StoredNote};

use super::Staff;
use super::may::May;
use super::who::Approved;
use crate::fault::Fault;

/// Both directories, and the rosters of the officer's desks and of triage, where reports come from; of
/// Silver and the Bronze groups for one another, which write to each other. At triage every roster: it
/// tells at which desks somebody can read what is sent there.
pub(super) async fn notes(
    staff: Data<Staff>,
    May(who, ()): May<Approved, ()>,
) -> Result<Json<wire::Notes>, Fault> {
    let text = |note: Option<StoredNote>| note.map(|note| note.text);
    let public = staff.store.note(NoteKind::PublicDirectory).await?;
    let directory = staff.store.note(NoteKind::StaffDirectory).await?;
    let mut rosters = staff.store.rosters().await?;
    rosters.retain(|roster| concerns(roster.kind, &who.desks));
    Ok(Json(wire::Notes {
        public: text(public),
        staff: text(directory),
        rosters: rosters.into_iter().map(|roster| roster.text).collect(),
    }))
}

fn concerns(kind: NoteKind, desks: &[Desk]) -> bool {
    match kind {
        NoteKind::Roster(desk) => {
            let writes = |own: &Desk| MessageKind::between(desk, *own).is_some();
            desk == Desk::Triage || desks.contains(&desk) || desks.iter().any(writes)
        }
        NoteKind::PublicDirectory | NoteKind::StaffDirectory => false,
    }
}
