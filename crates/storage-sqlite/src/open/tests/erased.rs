//! What is erased, and what goes on its day, is in no byte of any file: pages, freelist, log or index.

use std::sync::Arc;

use storage::Store;
use storage::conformance::planted;

use super::traces::{CANARY, files_with_canary};
use super::*;

/// Each alone: what else is deleted later must not be what wipes it.
#[tokio::test]
async fn what_is_erased_or_over_is_in_no_byte_of_any_file() {
    let (store, folder) = empty_store().await;
    let store: Arc<dyn Store> = Arc::new(store);
    let record = planted::plant_record(&store, CANARY).await.unwrap();
    assert_eq!(files_with_canary(&folder), ["store.sqlite"]);
    planted::erase(&store, record).await.unwrap();
    assert_eq!(files_with_canary(&folder), Vec::<String>::new());
    planted::plant_rest(&store, CANARY).await.unwrap();
    assert_ne!(files_with_canary(&folder), Vec::<String>::new());
    planted::purge(&store).await.unwrap();
    assert_eq!(files_with_canary(&folder), Vec::<String>::new());
}
