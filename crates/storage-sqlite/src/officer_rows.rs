//! Officers and their desks, read back from rows.

use std::collections::BTreeMap;

use domain::{Desk, OfficerId, Role};
use sqlx::SqliteConnection;
use storage::{Officer, OfficerCard, OfficerName, OfficerState, OpaqueRecord, StoreError};

use crate::columns::Table;
use crate::error::OrUnavailable;

pub(crate) const OFFICER: Table = Table("officer");

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: Vec<u8>,
    name: String,
    role: String,
    state: String,
    card: String,
    opaque_record: Option<Vec<u8>>,
}

/// One officer with the names of their desks, commas between.
#[derive(sqlx::FromRow)]
struct OneRow {
    #[sqlx(flatten)]
    officer: Row,
    desks: Option<String>,
}

impl Row {
    /// The officer with these desks, and what OPAQUE keeps of them.
    pub(crate) fn read(
        self,
        desks: Vec<Desk>,
    ) -> Result<(Officer, Option<OpaqueRecord>), StoreError> {
        let opaque_record = self
            .opaque_record
            .map(|bytes| OFFICER.read("opaque_record", OpaqueRecord::try_from(bytes).ok()))
            .transpose()?;
        let officer = Officer {
            id: OFFICER.officer("id", &self.id)?,
            name: OFFICER.text::<OfficerName>("name", &self.name)?,
            role: OFFICER.text::<Role>("role", &self.role)?,
            desks,
            state: OFFICER.read("state", OfficerState::from_code(&self.state))?,
            card: OFFICER.read("card", OfficerCard::try_from(self.card).ok())?,
        };
        Ok((officer, opaque_record))
    }
}

impl OneRow {
    fn read(self) -> Result<(Officer, Option<OpaqueRecord>), StoreError> {
        let desks = self.desks.unwrap_or_default();
        let names: Vec<String> = desks.split_terminator(',').map(String::from).collect();
        self.officer.read(read_desks("officer_desk", &names)?)
    }
}

/// One officer with their desks.
pub(crate) async fn by_id(
    connection: &mut SqliteConnection,
    id: OfficerId,
) -> Result<Option<(Officer, Option<OpaqueRecord>)>, StoreError> {
    let row: Option<OneRow> = sqlx::query_as(
        "select id, name, role, state, card, opaque_record,
            (select group_concat(desk) from officer_desk where officer = officer.id) as desks
         from officer
         where id = $1",
    )
    .bind(id.as_bytes().as_slice())
    .fetch_optional(connection)
    .await
    .or_unavailable()?;
    row.map(OneRow::read).transpose()
}

/// One officer who was not removed, by the name as it is compared. One query whether there is such a
/// name or not: how long the answer takes is not to tell.
pub(crate) async fn by_name(
    connection: &mut SqliteConnection,
    name: &OfficerName,
) -> Result<Option<(Officer, Option<OpaqueRecord>)>, StoreError> {
    let row: Option<OneRow> = sqlx::query_as(
        "select id, name, role, state, card, opaque_record,
            (select group_concat(desk) from officer_desk where officer = officer.id) as desks
         from officer
         where folded = $1
           and opaque_record is not null",
    )
    .bind(name.folded())
    .fetch_optional(connection)
    .await
    .or_unavailable()?;
    row.map(OneRow::read).transpose()
}

/// Every officer with their desks, by name.
pub(crate) async fn all(connection: &mut SqliteConnection) -> Result<Vec<Officer>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select id, name, role, state, card, opaque_record
         from officer
         order by folded, id",
    )
    .fetch_all(&mut *connection)
    .await
    .or_unavailable()?;
    let pairs: Vec<(Vec<u8>, String)> = sqlx::query_as("select officer, desk from officer_desk")
        .fetch_all(connection)
        .await
        .or_unavailable()?;
    let mut desks: BTreeMap<Vec<u8>, Vec<Desk>> = BTreeMap::new();
    for (officer, desk) in pairs {
        let desk = Table("officer_desk").text("desk", &desk)?;
        desks.entry(officer).or_default().push(desk);
    }
    rows.into_iter()
        .map(|row| {
            let mut desks = desks.remove(&row.id).unwrap_or_default();
            desks.sort();
            row.read(desks).map(|(officer, _)| officer)
        })
        .collect()
}

/// Desks read back from their names, in order.
pub(crate) fn read_desks(table: &'static str, names: &[String]) -> Result<Vec<Desk>, StoreError> {
    let desks = names.iter().map(|name| Table(table).text("desk", name));
    let mut desks: Vec<Desk> = desks.collect::<Result<_, _>>()?;
    desks.sort();
    Ok(desks)
}
