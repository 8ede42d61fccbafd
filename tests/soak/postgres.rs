//! A partnership that was made in files goes on in two databases: what a server needs to take tips.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use cluster::{Cluster, Database};
use storage::{InstallationStore, NoteKind, NoteStore};
use storage_postgres::{Address, PostgresStore};
use storage_sqlite::SqliteStore;
use tests::Partnership;

use crate::backend::wait;

const FILES: [&str; 2] = ["store.url", "wrappers.url"];
const SETTINGS: &str = "
[storage]
backend = \"postgres\"
store_url_file = \"store.url\"
wrappers_url_file = \"wrappers.url\"
";

/// Moves it there and serves it again.
pub fn move_to(served: &mut Partnership) -> [Database<'static>; 2] {
    let cluster = Cluster::shared().unwrap_or_else(|error| panic!("{error}"));
    let databases = [(); 2].map(|()| cluster.database().expect("a cluster of ours"));
    served.stop();
    wait(copy(served, &databases));
    let data = served.data();
    fs::remove_file(data.join("store.sqlite")).expect("it was just read");
    for (file, database) in FILES.iter().zip(&databases) {
        let file = data.join(file);
        fs::write(&file, database.address()).expect("the folder is ours");
        let private = fs::Permissions::from_mode(0o600);
        fs::set_permissions(&file, private).expect("the file is ours");
    }
    let file = data.join("ginnel.toml");
    let text = fs::read_to_string(&file).expect("it was served by it");
    fs::write(&file, format!("{text}{SETTINGS}")).expect("the folder is ours");
    served.restart(|command| command);
    assert!(!data_is_in_files(served), "it is served from files");
    databases
}

/// Opens the store.
pub async fn open(databases: &[Database<'_>; 2]) -> PostgresStore {
    let [store, wrappers] = databases;
    let read = |database: &Database<'_>| database.address().parse::<Address>();
    let (store, wrappers) = (read(store), read(wrappers));
    let (store, wrappers) = (store.expect("an address"), wrappers.expect("an address"));
    let opened = PostgresStore::open(&store, &wrappers).await;
    opened.expect("a cluster of ours")
}

async fn copy(served: &Partnership, databases: &[Database<'_>; 2]) {
    let from = SqliteStore::open(served.data()).await;
    let (from, to) = (from.expect("the server has ended"), open(databases).await);
    let inst = from.installation().await.expect("it can be read");
    let named = to.set_installation(inst.expect("demo named it")).await;
    named.expect("nobody has named it");
    let directory = from.note(NoteKind::PublicDirectory).await;
    let directory = directory.expect("it can be read").expect("demo wrote it");
    let kept = to.put_note(directory).await;
    kept.expect("there is none");
    from.close().await;
    to.close().await;
}

fn data_is_in_files(served: &Partnership) -> bool {
    served.data().join("store.sqlite").exists()
}
