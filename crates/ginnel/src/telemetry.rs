//! What is logged: our own sentences, and warnings of what we stand on. No address, body, name, token,
//! key, user agent or time of a submission is ever given to it.

use std::sync::atomic::{AtomicU64, Ordering};

use tracing::{Event, Level, Subscriber};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, fmt};

/// Our own crates that log.
const PARTS: [&str; 7] = [
    "ginnel",
    "api",
    "notify",
    "report",
    "staging",
    "storage_sqlite",
    "storage_postgres",
];
static ERRORS: [AtomicU64; PARTS.len()] = [const { AtomicU64::new(0) }; PARTS.len()];

/// How many errors each of our crates has logged since the start.
pub fn errors() -> impl Iterator<Item = (&'static str, u64)> {
    let counts = ERRORS.iter().map(|count| count.load(Ordering::Relaxed));
    PARTS.into_iter().zip(counts)
}

/// Counts errors by the crate that logs them.
struct Counting;

impl<S: Subscriber> Layer<S> for Counting {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let metadata = event.metadata();
        let part = metadata.target().split("::").next();
        let mut places = PARTS.iter().zip(&ERRORS);
        if *metadata.level() == Level::ERROR
            && let Some((_, count)) = places.find(|(name, _)| Some(**name) == part)
        {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// Our own crates at `info`, others at `warn`; the HTTP codec, which may quote what it could not read,
/// not at all. No environment variable changes that.
fn levels() -> Targets {
    Targets::new()
        .with_default(Level::WARN)
        .with_targets(PARTS.map(|name| (name, Level::INFO)))
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
    let _ = tracing_subscriber::registry()
        .with(lines)
        .with(Counting)
        .try_init();
}
