//! Everything a store must do, done on two databases of a cluster of our own.

use std::sync::Arc;

use cluster::{Cluster, Database};
use storage::Store;
use storage_postgres::PostgresStore;

async fn empty_store() -> (Arc<dyn Store>, [Database<'static>; 2]) {
    let cluster = Cluster::shared().unwrap_or_else(|error| panic!("{error}"));
    let databases = [(); 2].map(|()| cluster.database().expect("a database"));
    let [store, wrappers] = databases
        .each_ref()
        .map(|database| database.address().parse().expect("an address"));
    let store = PostgresStore::open(&store, &wrappers).await;
    (Arc::new(store.expect("a store")), databases)
}

storage::conformance_suite!(empty_store);
