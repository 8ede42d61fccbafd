//! What a report's row says of it.

use domain::{Day, Desk, OfficerId, ReportId, SealedFrame};
use sqlx::PgConnection;
use storage::columns::Table;
use storage::{Delivery, DeliveryState, StoreError};

use crate::error::OrUnavailable;

pub(super) const REPORT: Table = Table("report");

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Vec<u8>,
    desk: String,
    week: String,
    day: i64,
    author: Vec<u8>,
    second_signer: Option<Vec<u8>>,
    opened_by: Option<Vec<u8>>,
    opened: Option<i64>,
    acknowledged_by: Option<Vec<u8>>,
    acknowledged: Option<i64>,
    reference: Option<String>,
    recalled: Option<i64>,
    notice: Option<Vec<u8>>,
    restored: Option<Vec<u8>>,
}

impl Row {
    pub(super) fn read(self) -> Result<Delivery, StoreError> {
        let opened = acted("opened", self.opened_by, self.opened)?;
        let acknowledged = acted("acknowledged", self.acknowledged_by, self.acknowledged)?;
        Ok(Delivery {
            id: REPORT.array("id", &self.id).map(ReportId::from_bytes)?,
            desk: REPORT.text("desk", &self.desk)?,
            week: REPORT.text("week", &self.week)?,
            day: REPORT.day("day", self.day)?,
            author: REPORT.officer("author", &self.author)?,
            second_signer: self
                .second_signer
                .map(|officer| REPORT.officer("second_signer", &officer))
                .transpose()?,
            state: match (opened, acknowledged) {
                (_, Some(_)) => DeliveryState::Acknowledged,
                (Some(_), None) => DeliveryState::Opened,
                (None, None) => DeliveryState::New,
            },
            opened,
            acknowledged,
            reference: self
                .reference
                .map(|text| REPORT.text("reference", &text))
                .transpose()?,
            recalled: recalled(self.recalled, self.notice)?,
            restored: self
                .restored
                .map(|notice| REPORT.array("restored", &notice).map(ReportId::from_bytes))
                .transpose()?,
        })
    }
}

fn recalled(
    day: Option<i64>,
    notice: Option<Vec<u8>>,
) -> Result<Option<(Day, ReportId)>, StoreError> {
    let Some(day) = day else {
        return Ok(None);
    };
    // Without its notice nobody could say why: not as if it had never been taken back.
    let notice = REPORT.read("notice", notice)?;
    let notice = REPORT.array("notice", &notice)?;
    let day = REPORT.day("recalled", day)?;
    Ok(Some((day, ReportId::from_bytes(notice))))
}

fn acted(
    column: &'static str,
    by: Option<Vec<u8>>,
    day: Option<i64>,
) -> Result<Option<(OfficerId, Day)>, StoreError> {
    let (Some(by), Some(day)) = (by, day) else {
        return Ok(None);
    };
    Ok(Some((
        REPORT.officer(column, &by)?,
        REPORT.day(column, day)?,
    )))
}

/// A desk's report, which nobody else changes until this transaction ends.
pub(super) async fn find(
    tx: &mut PgConnection,
    desk: Desk,
    id: ReportId,
) -> Result<Option<Delivery>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "select id, desk, week, day, author, second_signer, opened_by, opened, acknowledged_by,
            acknowledged, reference, recalled, notice, restored
         from report
         where id = $1
           and desk = $2
         for update",
    )
    .bind(id.as_bytes().as_slice())
    .bind(desk.to_string())
    .fetch_optional(tx)
    .await
    .or_unavailable()?;
    row.map(Row::read).transpose()
}

/// A report's frame, in a transaction.
pub(super) async fn frame(tx: &mut PgConnection, id: ReportId) -> Result<SealedFrame, StoreError> {
    let frame: Vec<u8> = sqlx::query_scalar(
        "select frame
         from report
         where id = $1",
    )
    .bind(id.as_bytes().as_slice())
    .fetch_one(tx)
    .await
    .or_unavailable()?;
    REPORT.frame("frame", frame)
}
