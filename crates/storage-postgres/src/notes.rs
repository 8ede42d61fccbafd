//! The newest note of each kind.

use async_trait::async_trait;
use storage::columns::Table;
use storage::{NoteKind, NoteStore, PutNoteError, StoreError, StoredNote};

use crate::PostgresStore;
use crate::error::OrUnavailable;

const NOTE: Table = Table("note");

#[derive(sqlx::FromRow)]
struct Row {
    kind: String,
    serial: i64,
    body: String,
}

#[async_trait]
impl NoteStore for PostgresStore {
    async fn put_note(&self, note: StoredNote) -> Result<(), PutNoteError> {
        let serial = i64::try_from(note.serial).map_err(|_| PutNoteError::SerialTooGreat)?;
        let mut tx = self.begin().await?;
        let kept = sqlx::query(
            "insert into note (kind, serial, body)
             values ($1, $2, $3)
             on conflict (kind) do update
             set serial = excluded.serial,
                 body = excluded.body
             where excluded.serial > note.serial
                or (excluded.serial = note.serial and excluded.body = note.body)",
        )
        .bind(note.kind.code())
        .bind(serial)
        .bind(note.text)
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        match kept.rows_affected() {
            0 => Err(PutNoteError::NotNewer),
            _ => Ok(()),
        }
    }

    async fn note(&self, kind: NoteKind) -> Result<Option<StoredNote>, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "select kind, serial, body
             from note
             where kind = $1",
        )
        .bind(kind.code())
        .fetch_optional(&self.pool)
        .await
        .or_unavailable()?;
        row.map(stored).transpose()
    }

    async fn rosters(&self) -> Result<Vec<StoredNote>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "select kind, serial, body
             from note
             where kind like 'roster/%'
             order by kind",
        )
        .fetch_all(&self.pool)
        .await
        .or_unavailable()?;
        rows.into_iter().map(stored).collect()
    }
}

fn stored(row: Row) -> Result<StoredNote, StoreError> {
    Ok(StoredNote {
        kind: NOTE.read("kind", NoteKind::from_code(&row.kind))?,
        serial: NOTE.read("serial", u64::try_from(row.serial).ok())?,
        text: row.body,
    })
}
