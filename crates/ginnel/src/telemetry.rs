//! What is logged: our own sentences, and warnings of what we stand on. No address, body, name, token,
//! key, user agent or time of a submission is ever given to it.

use tracing::Level;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, fmt};

/// Our own crates at `info`, others at `warn`; the HTTP codec, which may quote what it could not read,
/// not at all. No environment variable changes that.
fn levels() -> Targets {
    let ours = ["ginnel", "api", "report", "staging", "storage_sqlite"];
    Targets::new()
        .with_default(Level::WARN)
        .with_targets(ours.map(|name| (name, Level::INFO)))
        .with_target("actix_http", LevelFilter::OFF)
        .with_target("sqlx", Level::ERROR)
}

/// Logs to standard error from now on.
pub fn init() {
    init_to(std::io::stderr);
}

/// Logs to this writer from now on; a second call changes nothing.
pub fn init_to(writer: impl for<'a> MakeWriter<'a> + Send + Sync + 'static) {
    let lines = fmt::layer()
        .with_writer(writer)
        .with_ansi(false)
        // A line that a tip causes would tell when it came.
        .without_time()
        .with_filter(levels());
    let _ = tracing_subscriber::registry().with(lines).try_init();
}
