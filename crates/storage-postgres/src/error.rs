//! What of a failure may be told.

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
