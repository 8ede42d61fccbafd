//! Reports: delivered, opened, acknowledged, deleted at their review day.

use async_trait::async_trait;
use domain::{Day, Desk, OfficerId, ReportId};
use storage::{
    AcknowledgeError, DeliverError, Delivery, NewReport, OpenReportError, OpenedReport, Recall,
    RecallError, Reference, ReportStore, Restore, RestoreError, StoreError,
};

use crate::SqliteStore;
use crate::error::OrUnavailable;

mod deliver;
mod recall;
mod rows;

pub(crate) use deliver::one;
pub(crate) use recall::give_way;
use recall::{put_back, take_back};
use rows::{REPORT, Row};

#[async_trait]
impl ReportStore for SqliteStore {
    async fn deliver_message(&self, message: NewReport) -> Result<(), DeliverError> {
        if !message.desk.has_inbox() {
            return Err(DeliverError::WrongDesk);
        }
        let mut tx = self.begin().await?;
        one(&mut tx, message).await?;
        tx.commit().await.or_unavailable()?;
        self.try_empty_logs().await;
        Ok(())
    }

    async fn inbox(&self, desk: Desk) -> Result<Vec<Delivery>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "select id, desk, week, day, author, second_signer, opened_by, opened, acknowledged_by,
                acknowledged, reference, recalled, notice, restored
             from report
             where desk = $1
             order by day desc, key",
        )
        .bind(desk.to_string())
        .fetch_all(&self.readers)
        .await
        .or_unavailable()?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn open_report(
        &self,
        desk: Desk,
        id: ReportId,
        officer: OfficerId,
        day: Day,
    ) -> Result<Option<OpenedReport>, OpenReportError> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "update report
             set opened_by = $3,
                 opened = $4
             where id = $1
               and desk = $2
               and opened is null
               and recalled is null",
        )
        .bind(id.as_bytes().as_slice())
        .bind(desk.to_string())
        .bind(officer.as_bytes().as_slice())
        .bind(day.0)
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        let Some(delivery) = rows::find(&mut tx, desk, id).await? else {
            return Ok(None);
        };
        if delivery.recalled.is_some() {
            return Err(OpenReportError::Recalled);
        }
        let frame = rows::frame(&mut tx, id).await?;
        tx.commit().await.or_unavailable()?;
        Ok(Some(OpenedReport { delivery, frame }))
    }

    async fn recall(&self, recall: Recall) -> Result<(), RecallError> {
        let mut tx = self.begin().await?;
        take_back(&mut tx, recall).await?;
        tx.commit().await.or_unavailable()?;
        self.try_empty_logs().await;
        Ok(())
    }

    async fn restore(&self, restore: Restore) -> Result<(), RestoreError> {
        let mut tx = self.begin().await?;
        put_back(&mut tx, restore).await?;
        tx.commit().await.or_unavailable()?;
        self.try_empty_logs().await;
        Ok(())
    }

    async fn acknowledge(
        &self,
        desk: Desk,
        id: ReportId,
        officer: OfficerId,
        day: Day,
        reference: Option<Reference>,
    ) -> Result<(), AcknowledgeError> {
        let mut tx = self.begin().await?;
        let found = rows::find(&mut tx, desk, id).await?;
        let found = found.ok_or(AcknowledgeError::NotFound)?;
        if found.recalled.is_some() {
            return Err(AcknowledgeError::Recalled);
        }
        if found.opened.is_none() {
            return Err(AcknowledgeError::NotOpened);
        }
        if found.acknowledged.is_some() {
            return Err(AcknowledgeError::AlreadyAcknowledged);
        }
        sqlx::query(
            "update report
             set acknowledged_by = $2,
                 acknowledged = $3,
                 reference = $4
             where id = $1",
        )
        .bind(id.as_bytes().as_slice())
        .bind(officer.as_bytes().as_slice())
        .bind(day.0)
        .bind(reference.map(|reference| reference.to_string()))
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        Ok(tx.commit().await.or_unavailable()?)
    }

    async fn deliveries(&self, since: Day) -> Result<Vec<Delivery>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "select id, desk, week, day, author, second_signer, opened_by, opened, acknowledged_by,
                acknowledged, reference, recalled, notice, restored
             from report
             where day >= $1
             order by day desc, key",
        )
        .bind(since.0)
        .fetch_all(&self.readers)
        .await
        .or_unavailable()?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn reports_over(&self, before: Day) -> Result<Vec<(Desk, u32)>, StoreError> {
        let counted: Vec<(String, i64)> = sqlx::query_as(
            "select desk, count(*)
             from report
             where review < $1
             group by desk
             order by desk",
        )
        .bind(before.0)
        .fetch_all(&self.readers)
        .await
        .or_unavailable()?;
        REPORT.by_desk(counted)
    }

    async fn purge_reports(&self, before: Day) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let gone = sqlx::query("delete from report where review < $1")
            .bind(before.0)
            .execute(&mut *tx)
            .await
            .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        self.empty_logs().await?;
        Ok(gone.rows_affected())
    }
}
