//! Signed notes.

use domain::{Desk, District};

use super::Case;
use super::actors::{Shared, race};
use crate::{NoteKind, PutNoteError, StoredNote};

const LEEDS: NoteKind = NoteKind::Roster(Desk::Bronze(District::Leeds));

fn note(kind: NoteKind, serial: u64, text: &str) -> StoredNote {
    let text = text.into();
    StoredNote { kind, serial, text }
}

/// Each kind for itself.
pub async fn the_newest_note_of_each_kind_is_kept(store: Shared) -> Case {
    let kinds = [NoteKind::PublicDirectory, NoteKind::StaffDirectory, LEEDS];
    for kind in kinds {
        assert_eq!(store.note(kind).await?, None);
        store.put_note(note(kind, 1, "one")).await?;
        store.put_note(note(kind, 3, "three")).await?;
        store.put_note(note(kind, 3, "three")).await?;
    }
    for kind in kinds {
        assert_eq!(store.note(kind).await?, Some(note(kind, 3, "three")));
    }
    Ok(())
}

/// Nobody is led back to old keys.
pub async fn an_older_note_is_refused(store: Shared) -> Case {
    store.put_note(note(LEEDS, 3, "three")).await?;
    let refused = store.put_note(note(LEEDS, 2, "two")).await;
    assert_eq!(refused, Err(PutNoteError::NotNewer));
    assert_eq!(store.note(LEEDS).await?, Some(note(LEEDS, 3, "three")));
    Ok(())
}

/// A serial names one text.
pub async fn another_text_with_the_same_serial_is_refused(store: Shared) -> Case {
    store.put_note(note(LEEDS, 3, "three")).await?;
    let refused = store.put_note(note(LEEDS, 3, "other")).await;
    assert_eq!(refused, Err(PutNoteError::NotNewer));
    assert_eq!(store.note(LEEDS).await?, Some(note(LEEDS, 3, "three")));
    Ok(())
}

/// Whichever comes first.
pub async fn of_two_notes_at_once_the_newer_stays(store: Shared) -> Case {
    let (a, b) = (store.clone(), store.clone());
    let (older, newer) = race(
        async move { a.put_note(note(LEEDS, 1, "one")).await },
        async move { b.put_note(note(LEEDS, 2, "two")).await },
    )
    .await?;
    assert!(older.is_ok() || older == Err(PutNoteError::NotNewer));
    newer?;
    assert_eq!(store.note(LEEDS).await?, Some(note(LEEDS, 2, "two")));
    Ok(())
}

/// Directories are no rosters.
pub async fn rosters_come_for_every_desk_that_has_one(store: Shared) -> Case {
    assert_eq!(store.rosters().await?, []);
    store
        .put_note(note(NoteKind::PublicDirectory, 1, "directory"))
        .await?;
    let triage = NoteKind::Roster(Desk::Triage);
    store.put_note(note(triage, 1, "triage")).await?;
    store.put_note(note(LEEDS, 4, "leeds")).await?;
    let rosters = store.rosters().await?;
    assert_eq!(
        rosters,
        [note(LEEDS, 4, "leeds"), note(triage, 1, "triage")]
    );
    Ok(())
}

/// Refused rather than wrapped around.
pub async fn a_serial_beyond_the_columns_reach_is_refused(store: Shared) -> Case {
    let refused = store.put_note(note(LEEDS, u64::MAX, "text")).await;
    assert_eq!(refused, Err(PutNoteError::SerialTooGreat));
    Ok(())
}
