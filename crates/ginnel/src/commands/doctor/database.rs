//! The database: whether it is this installation's, of this program's version, sound, and set up so
//! that it keeps what it is given and tells no more.

use domain::Day;
use storage::{Store, StoreError};
use storage_postgres::settings::{self, Complaint, Weight};

use crate::database::{Database, DatabaseError, Site, begun};
use crate::findings::{Finding, whole};
use crate::place::Place;
use crate::serving::INTAKE_DAYS;

const WHAT: &str = "database";

/// How the database is, and the database if it can be used.
pub(super) async fn look(place: &Place) -> (Vec<Finding>, Option<Database>) {
    let mut findings = match begun(place) {
        Ok(Site::Sqlite(_)) => files(place).await,
        Ok(Site::Postgres(addresses)) => {
            let [store, wrappers] = &*addresses;
            match settings::complaints(store, wrappers).await {
                Ok(complaints) => complaints.iter().map(servers).collect(),
                // Opening it says the same.
                Err(_) => Vec::new(),
            }
        }
        Err(_) => Vec::new(),
    };
    // Also makes sure of `SQLite`'s settings: it refuses to write without them.
    let opened = Database::open_as_it_is(place).await;
    findings.push(match &opened {
        Ok(_) => Finding::well(WHAT, "opens, at this program's version, durable"),
        Err(error) => Finding::broken(WHAT, whole(error), mend(error)),
    });
    (findings, opened.ok())
}

/// The database opened and then did not answer.
pub(super) fn silent(error: &StoreError) -> Finding {
    let mend = "look whether the database and its disk do their work";
    Finding::broken(WHAT, whole(error), mend)
}

async fn files(place: &Place) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in storage_sqlite::FILES {
        let file = place.folder.path().join(name);
        if !file.exists() {
            // Opening it says so.
            continue;
        }
        let mend = "stop the server, keep the file, and restore the last backup to another place";
        findings.push(match storage_sqlite::complaints(&file).await {
            Ok(complaints) => match complaints.first() {
                None => Finding::well(WHAT, format!("{name} is sound")),
                Some(first) => Finding::broken(WHAT, format!("{name}: {first}"), mend),
            },
            Err(error) => Finding::broken(WHAT, format!("{name}: {}", whole(&error)), mend),
        });
    }
    findings
}

/// Something about a `PostgreSQL` server.
fn servers(complaint: &Complaint) -> Finding {
    let Complaint {
        database,
        setting,
        found,
        mend,
        ..
    } = complaint;
    let seen = format!("{database}: {setting} is {found}");
    match complaint.weight {
        Weight::Weak => Finding::look(WHAT, seen, *mend),
        Weight::Broken => Finding::broken(WHAT, seen, *mend),
    }
}

const fn mend(error: &DatabaseError) -> &'static str {
    match error {
        DatabaseError::NotAnInstallation => {
            "look at folders.data and [storage]; `ginnel init` begins an installation, \
             `ginnel restore` brings one back"
        }
        DatabaseError::OtherInstallation { .. } => {
            "look at installation.id, or at where the store is"
        }
        DatabaseError::Secret(_) | DatabaseError::Address { .. } | DatabaseError::NoAddress => {
            "look at the files that storage.store_url_file and storage.wrappers_url_file name"
        }
        DatabaseError::Sqlite(_) | DatabaseError::Damaged(_) => {
            "do as it says; if a file is damaged, restore the last backup to another place"
        }
        DatabaseError::Postgres(_) | DatabaseError::Store(_) => {
            "do as it says; else look whether PostgreSQL runs and lets this role in"
        }
        DatabaseError::Copy(_) | DatabaseError::Name(_) => "begin or restore the installation anew",
    }
}

/// Whether what is over was deleted.
pub(super) async fn look_at_what_is_kept(
    store: &dyn Store,
    today: Day,
) -> Result<Finding, StoreError> {
    let what = "intake";
    // A day more: what is over goes within the hour after midnight.
    let oldest = today.plus(-i32::from(INTAKE_DAYS));
    let days = store.intake_count_by_day().await?;
    Ok(match days.iter().map(|count| count.day).min() {
        Some(day) if day < oldest => {
            let seen = format!("frames of {day} are still kept; the page says {INTAKE_DAYS} days");
            Finding::broken(
                what,
                seen,
                "let the server run: it deletes within the hour, or a day after the clock was set",
            )
        }
        _ => Finding::well(
            what,
            format!("nothing older than {INTAKE_DAYS} days is kept"),
        ),
    })
}
