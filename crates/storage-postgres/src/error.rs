//! How `PostgreSQL`'s failures become the store's one failure.

use storage::StoreError;

/// Turns a driver's error into [`StoreError`], keeping its code and dropping its message.
pub(crate) trait OrUnavailable<T> {
    /// The value, or the store's failure.
    fn or_unavailable(self) -> Result<T, StoreError>;
}

impl<T> OrUnavailable<T> for Result<T, sqlx::Error> {
    fn or_unavailable(self) -> Result<T, StoreError> {
        self.map_err(|error| StoreError::Unavailable { code: code(&error) })
    }
}

/// The server's SQLSTATE, or a fixed word for what happened on our side.
pub(crate) fn code(error: &sqlx::Error) -> Option<String> {
    let fixed = match error {
        sqlx::Error::Database(inner) => return inner.code().map(String::from),
        sqlx::Error::Io(_) => "io",
        sqlx::Error::Tls(_) => "tls",
        sqlx::Error::PoolTimedOut => "pool timed out",
        sqlx::Error::PoolClosed => "pool closed",
        sqlx::Error::WorkerCrashed => "worker crashed",
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => "decode",
        _ => return None,
    };
    Some(fixed.into())
}
