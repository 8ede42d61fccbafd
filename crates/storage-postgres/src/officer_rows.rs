//! Officers and their desks, read back from rows.

use domain::{Desk, OfficerId, Role};
use sqlx::PgExecutor;
use storage::columns::Table;
use storage::{Officer, OfficerCard, OfficerName, OfficerState, OpaqueRecord, StoreError};

use crate::error::OrUnavailable;

pub(crate) const OFFICER: Table = Table("officer");

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    name: String,
    role: String,
    state: String,
    card: String,
    opaque_record: Option<Vec<u8>>,
    desks: Vec<String>,
}

impl Row {
    /// The officer, and what OPAQUE keeps of them.
    fn read(self) -> Result<(Officer, Option<OpaqueRecord>), StoreError> {
        let opaque_record = self
            .opaque_record
            .map(|bytes| OFFICER.read("opaque_record", OpaqueRecord::try_from(bytes).ok()))
            .transpose()?;
        let officer = Officer {
            id: OFFICER.officer("id", &self.id)?,
            name: OFFICER.text::<OfficerName>("name", &self.name)?,
            role: OFFICER.text::<Role>("role", &self.role)?,
            desks: read_desks("officer_desk", &self.desks)?,
            state: OFFICER.read("state", OfficerState::from_code(&self.state))?,
            card: OFFICER.read("card", OfficerCard::try_from(self.card).ok())?,
        };
        Ok((officer, opaque_record))
    }
}

/// One officer with their desks.
pub(crate) async fn by_id(
    executor: impl PgExecutor<'_>,
    id: OfficerId,
) -> Result<Option<(Officer, Option<OpaqueRecord>)>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "select id, name, role, state, card, opaque_record,
            array(select desk from officer_desk where officer = officer.id) as desks
         from officer
         where id = $1",
    )
    .bind(id.as_bytes().as_slice())
    .fetch_optional(executor)
    .await
    .or_unavailable()?;
    row.map(Row::read).transpose()
}

/// One officer who was not removed, by the name as it is compared. One query whether there is such a
/// name or not: how long the answer takes is not to tell.
pub(crate) async fn by_name(
    executor: impl PgExecutor<'_>,
    name: &OfficerName,
) -> Result<Option<(Officer, Option<OpaqueRecord>)>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "select id, name, role, state, card, opaque_record,
            array(select desk from officer_desk where officer = officer.id) as desks
         from officer
         where folded = $1
           and opaque_record is not null",
    )
    .bind(name.folded())
    .fetch_optional(executor)
    .await
    .or_unavailable()?;
    row.map(Row::read).transpose()
}

/// Every officer with their desks, by name.
pub(crate) async fn all(executor: impl PgExecutor<'_>) -> Result<Vec<Officer>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select id, name, role, state, card, opaque_record,
            array(select desk from officer_desk where officer = officer.id) as desks
         from officer
         order by folded, id",
    )
    .fetch_all(executor)
    .await
    .or_unavailable()?;
    rows.into_iter()
        .map(|row| row.read().map(|(officer, _)| officer))
        .collect()
}

/// Desks read back from their names, in order.
pub(crate) fn read_desks(table: &'static str, names: &[String]) -> Result<Vec<Desk>, StoreError> {
    let desks = names.iter().map(|name| Table(table).text("desk", name));
    let mut desks: Vec<Desk> = desks.collect::<Result<_, _>>()?;
    desks.sort();
    Ok(desks)
}
