//! A database of another version than the program.

use ginnel::{DatabaseError, StartError};

use crate::installation::Installation;
use crate::operator::{complained, ginnel, said};

const MIGRATE: [&str; 3] = ["migrate", "--data", "DATA"];

/// An installation whose wrappers no program has made tables for yet.
fn older() -> Installation {
    let installation = Installation::begun();
    std::fs::remove_file(installation.data().path().join("wrappers.sqlite")).unwrap();
    installation
}

#[test]
fn an_older_database_is_served_only_after_it_was_brought_forward() {
    let installation = older();
    let refusal = installation.refusal();
    assert!(
        matches!(refusal, StartError::Database(DatabaseError::Sqlite(_))),
        "{refusal}"
    );
    assert!(refusal.to_string().contains("ginnel migrate"), "{refusal}");
    let list = ["officer", "list", "--data", "DATA"];
    let listed = ginnel(&installation, &list);
    assert!(complained(&listed).contains("ginnel migrate"));
    let migrated = ginnel(&installation, &MIGRATE);
    assert!(migrated.status.success(), "{}", complained(&migrated));
    assert_eq!(said(&migrated), "wrappers.sqlite 0001 wrappers\n");
    let again = said(&ginnel(&installation, &MIGRATE));
    assert!(again.contains("nothing to do"), "{again}");
    installation.serve().stop();
}

#[test]
fn it_is_brought_forward_by_itself_if_that_is_said_and_in_a_demonstration() {
    let installation = older();
    installation.write_settings("[storage]\nmigrate_by_itself = true\n");
    installation.serve().stop();
    let demonstration = older();
    std::fs::create_dir(demonstration.data().path().join("demo")).unwrap();
    demonstration.serve().stop();
}

#[test]
fn where_nobody_began_there_is_nothing_to_bring_forward() {
    let installation = older();
    std::fs::remove_file(installation.data().path().join("store.sqlite")).unwrap();
    let refused = ginnel(&installation, &MIGRATE);
    assert!(!refused.status.success());
    assert!(complained(&refused).contains("ginnel init"));
}
