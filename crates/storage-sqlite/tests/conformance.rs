//! Everything a store must do, done on two `SQLite` files.

use std::sync::Arc;

use storage::Store;
use storage_sqlite::SqliteStore;
use tempfile::TempDir;

async fn empty_store() -> (Arc<dyn Store>, TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = SqliteStore::open(folder.path()).await.expect("a store");
    (Arc::new(store), folder)
}

storage::conformance_suite!(empty_store);
