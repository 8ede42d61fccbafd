//! Monthly sheets.

use async_trait::async_trait;
use domain::{District, Month};
use storage::columns::Table;
use storage::{PutSheetError, SheetStore, StoreError, StoredSheet};

use crate::SqliteStore;
use crate::error::OrUnavailable;

const SHEET: Table = Table("sheet");

#[derive(sqlx::FromRow)]
struct Row {
    district: String,
    month: String,
    body: String,
}

#[async_trait]
impl SheetStore for SqliteStore {
    async fn put_sheet(&self, sheet: StoredSheet) -> Result<(), PutSheetError> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "insert into sheet (district, month, body)
             values ($1, $2, $3)
             on conflict (district, month) do nothing",
        )
        .bind(sheet.district.code())
        .bind(sheet.month.to_string())
        .bind(&sheet.text)
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        let there: String = sqlx::query_scalar(
            "select body
             from sheet
             where district = $1
               and month = $2",
        )
        .bind(sheet.district.code())
        .bind(sheet.month.to_string())
        .fetch_one(&mut *tx)
        .await
        .or_unavailable()?;
        tx.commit().await.or_unavailable()?;
        let same = there == sheet.text;
        same.then_some(()).ok_or(PutSheetError::AnotherThere)
    }

    async fn sheets(&self, since: Month) -> Result<Vec<StoredSheet>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "select district, month, body
             from sheet
             where month >= $1
             order by month desc, district",
        )
        .bind(since.to_string())
        .fetch_all(&self.readers)
        .await
        .or_unavailable()?;
        rows.into_iter().map(stored).collect()
    }
}

fn stored(row: Row) -> Result<StoredSheet, StoreError> {
    Ok(StoredSheet {
        district: SHEET.read("district", District::from_code(&row.district))?,
        month: SHEET.text("month", &row.month)?,
        text: row.body,
    })
}
