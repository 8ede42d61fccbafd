//! Drafts: kept until a second officer releases them, or nobody does.

use async_trait::async_trait;
use domain::{DraftId, OfficerId, Week};
use sqlx::PgConnection;
use storage::columns::{Table, key_of};
use storage::{
    DeliverError, DraftRelease, DraftRow, DraftStore, NewDraft, PutDraftError, ReleaseDraftError,
    StoreError,
};

use crate::PostgresStore;
use crate::error::OrUnavailable;
use crate::reports::{give_way, one};

const DRAFT: Table = Table("draft");

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    week: String,
    day: i64,
    author: Vec<u8>,
}

impl Row {
    fn read(&self) -> Result<DraftRow, StoreError> {
        Ok(DraftRow {
            id: DRAFT.array("id", &self.id).map(DraftId::from_bytes)?,
            week: DRAFT.text("week", &self.week)?,
            day: DRAFT.day("day", self.day)?,
            author: DRAFT.officer("author", &self.author)?,
        })
    }
}

#[async_trait]
impl DraftStore for PostgresStore {
    async fn put_draft(&self, draft: NewDraft) -> Result<(), PutDraftError> {
        let mut tx = self.begin_together().await?;
        let row = draft.row;
        let done = sqlx::query(
            "insert into draft (key, id, week, day, author, frame)
             values ($1, $2, $3, $4, $5, $6)
             on conflict do nothing",
        )
        .bind(key_of(row.id.as_bytes()))
        .bind(row.id.as_bytes().as_slice())
        .bind(row.week.to_string())
        .bind(i64::from(row.day.0))
        .bind(row.author.as_bytes().as_slice())
        .bind(draft.frame.as_bytes())
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        if done.rows_affected() == 0 {
            return same(&mut tx, &draft).await;
        }
        tx.commit().await.or_unavailable()?;
        Ok(())
    }

    async fn drafts(&self) -> Result<Vec<DraftRow>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "select id, week, day, author
             from draft
             order by day, key",
        )
        .fetch_all(&self.pool)
        .await
        .or_unavailable()?;
        rows.iter().map(Row::read).collect()
    }

    async fn open_draft(&self, id: DraftId) -> Result<Option<NewDraft>, StoreError> {
        let row: Option<(Vec<u8>, String, i64, Vec<u8>, Vec<u8>)> = sqlx::query_as(
            "select id, week, day, author, frame
             from draft
             where id = $1",
        )
        .bind(id.as_bytes().as_slice())
        .fetch_optional(&self.pool)
        .await
        .or_unavailable()?;
        let read = row.map(|(id, week, day, author, frame)| {
            let row = Row {
                id,
                week,
                day,
                author,
            };
            Ok(NewDraft {
                row: row.read()?,
                frame: DRAFT.frame("frame", frame)?,
            })
        });
        read.transpose()
    }

    async fn release_draft(&self, release: DraftRelease) -> Result<(), ReleaseDraftError> {
        if !release.are_received() {
            return Err(ReleaseDraftError::WrongDesk);
        }
        let mut tx = self.begin_together().await?;
        let author = take(&mut tx, release.draft).await?;
        let author = author.ok_or(ReleaseDraftError::NotFound)?;
        if author == release.by {
            return Err(ReleaseDraftError::OwnDraft);
        }
        let (by, at) = (release.by, (release.day, release.hour));
        let taken_back = release.taken_back.clone();
        for report in release.into_reports(author) {
            one(&mut tx, report).await.map_err(undelivered)?;
        }
        for one in taken_back {
            if !give_way(&mut tx, one, by, at).await? {
                return Err(ReleaseDraftError::TooManyRecalls);
            }
        }
        tx.commit().await.or_unavailable()?;
        Ok(())
    }

    async fn remove_draft(&self, id: DraftId) -> Result<bool, StoreError> {
        let mut tx = self.begin_together().await?;
        let was_there = take(&mut tx, id).await?.is_some();
        tx.commit().await.or_unavailable()?;
        Ok(was_there)
    }

    async fn purge_drafts(&self, before: Week) -> Result<u64, StoreError> {
        let mut tx = self.begin_together().await?;
        let gone = sqlx::query("delete from draft where week < $1")
            .bind(before.to_string())
            .execute(&mut *tx)
            .await
            .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        Ok(gone.rows_affected())
    }
}

/// Takes a draft out. Answers who wrote it.
async fn take(tx: &mut PgConnection, id: DraftId) -> Result<Option<OfficerId>, StoreError> {
    let author: Option<Vec<u8>> = sqlx::query_scalar(
        "delete from draft
         where id = $1
         returning author",
    )
    .bind(id.as_bytes().as_slice())
    .fetch_optional(tx)
    .await
    .or_unavailable()?;
    let author = author.map(|author| DRAFT.officer("author", &author));
    author.transpose()
}

async fn same(tx: &mut PgConnection, draft: &NewDraft) -> Result<(), PutDraftError> {
    let same: bool = sqlx::query_scalar(
        "select exists (
            select 1
            from draft
            where id = $1
              and author = $2
              and frame = $3
         )",
    )
    .bind(draft.row.id.as_bytes().as_slice())
    .bind(draft.row.author.as_bytes().as_slice())
    .bind(draft.frame.as_bytes())
    .fetch_one(tx)
    .await
    .or_unavailable()?;
    same.then_some(()).ok_or(PutDraftError::DraftIdTaken)
}

fn undelivered(error: DeliverError) -> ReleaseDraftError {
    match error {
        DeliverError::ReportIdTaken => ReleaseDraftError::ReportIdTaken,
        DeliverError::WrongDesk => ReleaseDraftError::WrongDesk,
        DeliverError::Store(error) => error.into(),
    }
}
