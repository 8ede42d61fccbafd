//! Everything a store must do, done on two `SQLite` files.

use std::path::Path;
use std::sync::Arc;

use storage::Store;
use storage_sqlite::SqliteStore;
use tempfile::TempDir;

async fn open(folder: &Path) -> Arc<dyn Store> {
    Arc::new(SqliteStore::open(folder).await.expect("a store"))
}

async fn empty_store() -> (Arc<dyn Store>, TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    (open(folder.path()).await, folder)
}

async fn two_servers() -> ([Arc<dyn Store>; 2], TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let servers = [open(folder.path()).await, open(folder.path()).await];
    (servers, folder)
}

storage::conformance_suite!(empty_store);
storage::conformance_suite_of_servers!(two_servers);
