//! What a server must be set to so that it keeps what it is given and tells no more: for `doctor`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use sqlx::PgConnection;

use crate::forget::MAY_END_LOG;
use crate::open::{connect_both, refused};
use crate::{Address, Database, OpenError};

mod wanted;

use wanted::WANTED;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The promises hold, but less well than they could, or it could not be found out.
    Weak,
    /// What was promised does not hold.
    Broken,
}

/// Something about a server that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// Which database's server.
    pub database: Database,
    /// The setting, or whatever else it is.
    pub setting: &'static str,
    /// How it was found.
    pub found: String,
    /// How bad that is.
    pub weight: Weight,
    /// What to change, and why.
    pub mend: &'static str,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (database, setting, found) = (self.database, self.setting, &self.found);
        write!(f, "{database}: {setting} is {found}: {}", self.mend)
    }
}

/// Everything that is not as it should be at the servers of these databases, the worst first.
pub async fn complaints(store: &Address, wrappers: &Address) -> Result<Vec<Complaint>, OpenError> {
    let [mut at_wrappers, mut at_store] = connect_both(store, wrappers).await?;
    let mut all = at(Database::Store, &mut at_store).await?;
    let known: BTreeSet<_> = all
        .iter()
        .map(|one| (one.setting, one.found.clone()))
        .collect();
    let others = at(Database::Wrappers, &mut at_wrappers).await?.into_iter();
    // Mostly it is the same server, and one complaint does for both.
    all.extend(others.filter(|one| !known.contains(&(one.setting, one.found.clone()))));
    if name(Database::Store, &mut at_store).await?
        == name(Database::Wrappers, &mut at_wrappers).await?
    {
        all.push(Complaint {
            database: Database::Wrappers,
            setting: "database",
            found: "the store's".into(),
            weight: Weight::Weak,
            mend: "give the wrappers a database of their own: who dumps the store's takes them along \
                unless their schema is left out each time",
        });
    }
    all.sort_by_key(|complaint| std::cmp::Reverse(complaint.weight));
    Ok(all)
}

/// The cluster and the database there.
async fn name(
    database: Database,
    connection: &mut PgConnection,
) -> Result<(i64, String), OpenError> {
    sqlx::query_as("select system_identifier, current_database()::text from pg_control_system()")
        .fetch_one(connection)
        .await
        .map_err(|error| refused(database, &error))
}

async fn at(
    database: Database,
    connection: &mut PgConnection,
) -> Result<Vec<Complaint>, OpenError> {
    let failed = |error: sqlx::Error| refused(database, &error);
    let settings: Vec<(String, String)> = sqlx::query_as("select name, setting from pg_settings")
        .fetch_all(&mut *connection)
        .await
        .map_err(failed)?;
    let settings: BTreeMap<String, String> = settings.into_iter().collect();
    let (may_switch, may_checkpoint): (bool, bool) = sqlx::query_as(MAY_END_LOG)
        .fetch_one(&mut *connection)
        .await
        .map_err(failed)?;
    let (is_super, reads_all, slots): (bool, bool, i64) = sqlx::query_as(
        "select rolsuper, pg_has_role(oid, 'pg_read_all_settings', 'usage'),
            (select count(*) from pg_replication_slots)
         from pg_roles
         where rolname = current_user",
    )
    .fetch_one(connection)
    .await
    .map_err(failed)?;
    let mut all = wrongly_set(database, &settings);
    all.extend(
        [
            (is_super, &wanted::SUPERUSER),
            (!reads_all, &wanted::CANNOT_READ),
            (!(may_switch && may_checkpoint), &wanted::CANNOT_END_LOG),
            (slots > 0, &wanted::SLOTS),
        ]
        .into_iter()
        .filter(|(is_so, _)| *is_so)
        .map(|(_, fact)| Complaint {
            database,
            setting: fact.what,
            found: fact.found.into(),
            weight: fact.weight,
            mend: fact.mend,
        }),
    );
    Ok(all)
}

fn wrongly_set(database: Database, settings: &BTreeMap<String, String>) -> Vec<Complaint> {
    let wrong = WANTED.iter().filter_map(|wanted| {
        // What is not there is of another version or of a library that is not loaded, or is hidden
        // from this role, which is a complaint of its own.
        let found = settings.get(wanted.setting)?;
        (!wanted.is_met_by(found)).then(|| Complaint {
            database,
            setting: wanted.setting,
            found: found.clone(),
            weight: wanted.weight,
            mend: wanted.mend,
        })
    });
    wrong.collect()
}

#[cfg(test)]
mod tests;
