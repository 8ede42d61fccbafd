//! What went wrong while frames came. It is told when their window is over: a line in a log has a time,
//! and at the moment something went wrong somebody was sending a tip.

use std::sync::{Mutex, PoisonError};

use storage::StoreError;

/// The last of each kind since it was told.
#[derive(Default)]
pub(crate) struct Trouble {
    disk: Mutex<Option<sqlx::Error>>,
    store: Mutex<Option<StoreError>>,
}

impl Trouble {
    /// Frames could not be made durable, and were not acknowledged.
    pub(crate) fn with_disk(&self, error: sqlx::Error) {
        put(&self.disk, error);
    }

    /// The store did not say whether frames came before, and they were taken as new.
    pub(crate) fn with_store(&self, error: StoreError) {
        put(&self.store, error);
    }

    /// Tells of what there was, once.
    pub(crate) fn tell(&self) {
        if let Some(error) = take(&self.disk) {
            tracing::error!(%error, "in this window frames could not be made durable");
        }
        if let Some(error) = take(&self.store) {
            tracing::warn!(%error, "in this window the store did not say which frames it has");
        }
    }
}

fn put<T>(place: &Mutex<Option<T>>, error: T) {
    *place.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
}

fn take<T>(place: &Mutex<Option<T>>) -> Option<T> {
    place.lock().unwrap_or_else(PoisonError::into_inner).take()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trouble_is_told_once() {
        let trouble = Trouble::default();
        trouble.with_disk(sqlx::Error::WorkerCrashed);
        trouble.with_store(StoreError::Unavailable { code: None });
        assert!(trouble.disk.lock().unwrap().is_some());
        trouble.tell();
        assert!(take(&trouble.disk).is_none() && take(&trouble.store).is_none());
    }
}
