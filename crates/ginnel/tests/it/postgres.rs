//! The same server on the other database.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use cluster::{Cluster, Database};
use ginnel::SystemClock;
use ginnel::commands::import;

use crate::ceremony::Ceremony;
use crate::http::{get, post_frame};
use crate::installation::{Installation, now};
use crate::operator::{complained, ginnel, said};

/// The settings of a store in two databases.
pub const POSTGRES: &str = "[storage]\nbackend = \"postgres\"\n\
    store_url_file = \"store.url\"\nwrappers_url_file = \"wrappers.url\"\n";
const LIST: [&str; 4] = ["officer", "list", "--data", "DATA"];

/// Writes a secret for its owner only.
pub fn write_secret(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
    std::fs::set_permissions(path, PermissionsExt::from_mode(0o600)).unwrap();
}

/// Files that hold the addresses of two databases.
pub fn url_files(folder: &Path, databases: [&Database<'_>; 2]) -> [PathBuf; 2] {
    let [store, wrappers] = databases;
    let files = [("store.url", store), ("wrappers.url", wrappers)];
    files.map(|(name, database)| {
        let path = folder.join(name);
        write_secret(&path, &database.address());
        path
    })
}

#[test]
fn an_installation_serves_and_goes_on_in_two_databases() {
    let cluster = Cluster::shared().unwrap();
    let [store, wrappers] = [(); 2].map(|()| cluster.database().unwrap());
    let mut installation = Installation::begun();
    let data = installation.data().path().to_owned();
    for file in ["store.sqlite", "wrappers.sqlite"] {
        std::fs::remove_file(data.join(file)).unwrap();
    }
    url_files(&data, [&store, &wrappers]);
    installation.write_settings(POSTGRES);
    let refused = complained(&ginnel(&installation, &LIST));
    assert!(refused.contains("ginnel migrate"), "{refused}");
    // The databases are empty, so there is a new id; the settings that are there are kept.
    let begun = ginnel(&installation, &["init", "--data", "DATA"]);
    assert!(begun.status.success(), "{}", complained(&begun));
    installation.inst = said(&begun).trim().parse().unwrap();
    let listed = complained(&ginnel(&installation, &LIST));
    assert!(listed.contains("but the settings say"), "{listed}");
    installation.write_settings(POSTGRES);
    let folder = Ceremony::with_triage(&[]).write(&installation);
    now(import(&installation.opened(), &folder, &SystemClock)).unwrap();
    let serving = installation.serve();
    assert_eq!(get(serving.public, "/health").status, 200);
    assert_eq!(post_frame(serving.public, 1).status, 202);
    serving.stop();
    let days = now(installation.opened().store.intake_count_by_day()).unwrap();
    assert_eq!(days.len(), 1);
    assert_eq!(days[0].frames, 1);
    assert!(!data.join("store.sqlite").exists());
    let migrated = said(&ginnel(&installation, &["migrate", "--data", "DATA"]));
    assert!(migrated.contains("nothing to do"), "{migrated}");
}

#[test]
fn where_the_databases_are_is_read_from_private_files_and_never_repeated() {
    let installation = Installation::begun();
    let data = installation.data().path().to_owned();
    installation.write_settings(POSTGRES);
    let missing = complained(&ginnel(&installation, &LIST));
    assert!(missing.contains("store.url cannot be read"), "{missing}");
    for name in ["store.url", "wrappers.url"] {
        let text = "postgres://a:s3cret@localhost/x?pasword=1";
        write_secret(&data.join(name), text);
    }
    let wrong = complained(&ginnel(&installation, &LIST));
    assert!(wrong.contains("parameter"), "{wrong}");
    assert!(!wrong.contains("s3cret"), "{wrong}");
    std::fs::set_permissions(data.join("store.url"), PermissionsExt::from_mode(0o644)).unwrap();
    let open = complained(&ginnel(&installation, &LIST));
    assert!(open.contains("chmod 600"), "{open}");
    installation.write_settings("[storage]\nbackend = \"postgres\"\n");
    let check = ["config", "check", "--data", "DATA"];
    let unsaid = said(&ginnel(&installation, &check));
    assert!(
        unsaid.contains("broken  storage.store_url_file"),
        "{unsaid}"
    );
}

#[test]
fn a_beginning_in_two_databases_is_written_into_the_settings() {
    let cluster = Cluster::shared().unwrap();
    let [store, wrappers] = [(); 2].map(|()| cluster.database().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let files = url_files(folder.path(), [&store, &wrappers]);
    let [store, wrappers] = files.map(|path| path.display().to_string());
    let data = folder.path().join("data").display().to_string();
    let installation = Installation::begun();
    let urls = ["--store-url-file", &store, "--wrappers-url-file", &wrappers];
    let init = [&["init", "--data", &data][..], &urls].concat();
    let begun = ginnel(&installation, &init);
    assert!(begun.status.success(), "{}", complained(&begun));
    let listed = ginnel(&installation, &["officer", "list", "--data", &data]);
    assert!(listed.status.success(), "{}", complained(&listed));
    assert!(!Path::new(&data).join("store.sqlite").exists());
    let one = ginnel(&installation, &init[..5]);
    assert!(complained(&one).contains("--wrappers-url-file"));
}
