//! The same server on the other database.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use cluster::{Cluster, Database};
use domain::{FRAME_LEN, SealedFrame};
use ginnel::SystemClock;
use ginnel::commands::import;
use phrase::Token;

use crate::ceremony::Ceremony;
use crate::http::{get, post, post_frame};
use crate::installation::{Installation, Serving, now};
use crate::operator::{complained, ginnel, said};

/// The settings of a store in two databases.
pub const POSTGRES: &str = "[storage]\nbackend = \"postgres\"\n\
    store_url_file = \"store.url\"\nwrappers_url_file = \"wrappers.url\"\n";
const BYTES: &str = "application/octet-stream";
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

/// The reply is handed in where an officer is signed in, and looked for wherever a proxy leads.
#[test]
fn a_reply_put_at_one_of_two_servers_is_read_and_deleted_at_the_other() {
    let cluster = Cluster::shared().unwrap();
    let [store, wrappers] = [(); 2].map(|()| cluster.database().unwrap());
    let settings = format!("{POSTGRES}[staging]\nwindow_seconds = 1\n");
    let mut two = [Installation::begun(), Installation::begun()];
    for installation in &two {
        url_files(installation.data().path(), [&store, &wrappers]);
        installation.write_settings(&settings);
    }
    let begun = ginnel(&two[0], &["init", "--data", "DATA"]);
    let inst = said(&begun).trim().parse().unwrap();
    for installation in &mut two {
        installation.inst = inst;
        installation.write_settings(&settings);
    }
    let folder = Ceremony::with_triage(&[]).write(&two[0]);
    now(import(&two[0].opened(), &folder, &SystemClock)).unwrap();
    let [one, other] = two.each_ref().map(Installation::serve);
    let tokens = [1_u8, 2, 3, 4, 5, 6, 7, 8].map(|number| Token::from_bytes([number; 32]));
    let body = tokens.each_ref().map(|token| *token.expose()).concat();
    let frame = SealedFrame::try_from(vec![0x5a; FRAME_LEN]).unwrap();
    let reply = tokens
        .each_ref()
        .map(|token| (token.address(), frame.clone()));
    now(two[0].opened().store.put_reply(reply)).unwrap();
    let lies_there = |server: &Serving| {
        let answer = post(server.public, "/api/mailbox", BYTES, &body);
        assert_eq!(answer.status, 200);
        let frames = answer.body.chunks(FRAME_LEN);
        frames.filter(|one| *one == frame.as_bytes()).count()
    };
    // Each look takes a fifth of a second.
    let comes = (0..100).any(|_| lies_there(&other) == 1);
    assert!(comes, "it never comes");
    assert_eq!(lies_there(&one), 1);
    // It lies in the lowest slot.
    let deleted = post(
        other.public,
        "/api/mailbox/delete",
        BYTES,
        &[tokens[0].expose().as_slice(), &[0xee; 224]].concat(),
    );
    assert_eq!(deleted.status, 204);
    assert_eq!((lies_there(&one), lies_there(&other)), (0, 0));
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
