//! Everything a store must do, done on two databases of a cluster of our own.

use std::sync::Arc;

use cluster::{Cluster, Database};
use storage::Store;
use storage_postgres::PostgresStore;

type Databases = [Database<'static>; 2];

fn databases() -> Databases {
    let cluster = Cluster::shared().unwrap_or_else(|error| panic!("{error}"));
    [(); 2].map(|()| cluster.database().expect("a database"))
}

async fn open(databases: &Databases) -> Arc<dyn Store> {
    let addresses = databases.each_ref().map(Database::address);
    let [store, wrappers] = addresses.map(|address| address.parse().expect("an address"));
    Arc::new(
        PostgresStore::open(&store, &wrappers)
            .await
            .expect("a store"),
    )
}

async fn empty_store() -> (Arc<dyn Store>, Databases) {
    let databases = databases();
    (open(&databases).await, databases)
}

async fn two_servers() -> ([Arc<dyn Store>; 2], Databases) {
    let databases = databases();
    let servers = [open(&databases).await, open(&databases).await];
    (servers, databases)
}

storage::conformance_suite!(empty_store);
storage::conformance_suite_of_servers!(two_servers);
