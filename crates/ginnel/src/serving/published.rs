//! What is published for the machines that watch over this one, and when.
//!
//! Everything at the end of each window, so that nobody sees by it when within the window anybody came.
//! What a reporter succeeded in, or was refused, is published only when its day is over: whoever keeps
//! these figures would else keep the window of every tip, which the store itself forgets at night, or of
//! the slip that came before one. What failed here is told at once: somebody must see to it.

use std::fmt::{Display, Write};
use std::path::PathBuf;
use std::sync::Arc;

use actix_web::web::Data;
use api::metrics::{Board, Counters, Outcome, Route};
use api::public::Door;
use domain::{Day, UnixSeconds};
use notes::NoteBody;
use storage::{Store, StoreError};
use tokio::sync::watch;

use crate::machine;
use crate::telemetry;

/// Free room is told in steps of so much: less would count tips.
const ROOM_STEP: u64 = 64 << 20;
const DAY_SECONDS: i64 = 86_400;
const HOUR_SECONDS: i64 = 3_600;

/// What the clock's duties have done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Progress {
    /// When the last window turned.
    pub turned: UnixSeconds,
    /// The day on which the days before were settled last.
    pub settled: Option<Day>,
    /// When what is over was deleted last.
    pub purged: Option<UnixSeconds>,
}

impl Progress {
    /// At the start nothing was done yet.
    pub(super) const fn at(now: UnixSeconds) -> Self {
        Self {
            turned: now,
            settled: None,
            purged: None,
        }
    }
}

/// Publishes.
pub(super) struct Publisher {
    pub counters: Data<Counters>,
    pub board: Data<Board>,
    pub store: Arc<dyn Store>,
    pub door: Arc<Door>,
    pub data: PathBuf,
}

/// What tells of reporters, as it was when the last day ended.
struct Closed {
    day: Day,
    counts: Vec<((Route, Outcome), u64)>,
}

impl Closed {
    fn count(&self, what: (Route, Outcome)) -> u64 {
        let mut counts = self.counts.iter();
        let found = counts.find(|(one, _)| *one == what);
        found.map_or(0, |(_, count)| *count)
    }
}

/// Whether it waits for the end of its day.
const fn is_held_back((route, outcome): (Route, Outcome)) -> bool {
    route.tells_of_reporters() && !matches!(outcome, Outcome::Failed)
}

fn every_count() -> impl Iterator<Item = (Route, Outcome)> {
    let of = |route| {
        Outcome::ALL
            .into_iter()
            .map(move |outcome| (route, outcome))
    };
    Route::ALL.into_iter().flat_map(of)
}

impl Publisher {
    /// Publishes whenever a window has turned, until nobody turns one any more.
    pub(super) async fn run(self, mut progress: watch::Receiver<Progress>) {
        let mut closed = Closed {
            day: progress.borrow().turned.day(),
            counts: Vec::new(),
        };
        while progress.changed().await.is_ok() {
            let now = *progress.borrow_and_update();
            if now.turned.day() != closed.day {
                closed = self.closed(now.turned.day());
            }
            let text = self.text(now, &closed).await;
            self.board.publish(text);
        }
    }

    fn closed(&self, day: Day) -> Closed {
        let held_back = every_count().filter(|what| is_held_back(*what));
        let count = |what: (Route, Outcome)| (what, self.counters.get(what.0, what.1));
        let counts = held_back.map(count).collect();
        Closed { day, counts }
    }

    async fn text(&self, progress: Progress, closed: &Closed) -> String {
        let mut text = Exposition::default();
        let version = [("version", env!("CARGO_PKG_VERSION"))];
        text.gauge("build_info", "Which build this is.");
        text.sample("build_info", &version, 1);
        self.requests(&mut text, closed);
        text.counter("errors_total", "Errors logged, by part of the program.");
        for (part, count) in telemetry::errors() {
            text.sample("errors_total", &[("part", part)], count);
        }
        self.machine(&mut text, progress);
        let stored = self.stored(&mut text, progress).await;
        text.gauge("store_up", "Whether the database answered just then.");
        text.sample("store_up", &[], u8::from(stored.is_ok()));
        text.0
    }

    fn requests(&self, text: &mut Exposition, closed: &Closed) {
        text.counter(
            "requests_total",
            "Requests by part of the service and outcome; reporters' up to midnight, but failures.",
        );
        for (route, outcome) in every_count() {
            let count = if is_held_back((route, outcome)) {
                closed.count((route, outcome))
            } else {
                self.counters.get(route, outcome)
            };
            let labels = [("route", route.name()), ("outcome", outcome.name())];
            text.sample("requests_total", &labels, count);
        }
    }

    fn machine(&self, text: &mut Exposition, progress: Progress) {
        let open = self.door.last_known();
        let left = open.as_ref().map_or(0, |open| {
            let validity = open.directory.head().validity;
            validity.days_left(progress.turned.day())
        });
        text.one(
            "directory_days_left",
            "Days the public directory is valid, today counted.",
            left,
        );
        if let Ok(room) = machine::room(&self.data) {
            let free = room.free / ROOM_STEP * ROOM_STEP;
            text.one(
                "disk_free_bytes",
                "Room left for data, in steps of 64 MiB.",
                free,
            );
        }
        if let Some(day) = progress.settled {
            let midnight = i64::from(day.0).saturating_mul(DAY_SECONDS);
            text.one(
                "settled_timestamp_seconds",
                "The day on which the days before were settled.",
                midnight,
            );
        }
        if let Some(purged) = progress.purged {
            text.one(
                "purged_timestamp_seconds",
                "When what is over was deleted.",
                purged.0,
            );
        }
        text.one(
            "window_timestamp_seconds",
            "When these figures were published.",
            progress.turned.0,
        );
    }

    async fn stored(&self, text: &mut Exposition, progress: Progress) -> Result<(), StoreError> {
        let today = progress.turned.day();
        let days = self.store.intake_count_by_day().await?;
        let closed = days.iter().filter(|count| count.day < today);
        let held: u64 = closed.clone().map(|count| count.frames).sum();
        let yesterday = closed.filter(|count| count.day == today.plus(-1));
        let yesterday: u64 = yesterday.map(|count| count.frames).sum();
        text.one(
            "intake_frames_held",
            "Frames held that came before today.",
            held,
        );
        text.one(
            "intake_frames_yesterday",
            "Frames that came yesterday.",
            yesterday,
        );
        let (mails, dead) = (
            self.store.mails().await?.len(),
            self.store.dead_mails().await?,
        );
        let waiting = u64::try_from(mails)
            .unwrap_or(u64::MAX)
            .saturating_sub(dead);
        text.one("mails_waiting", "Mails to be sent.", waiting);
        text.one("mails_dead", "Mails given up.", dead);
        if let Some(hour) = self.store.newest_canary().await? {
            text.one(
                "test_tip_timestamp_seconds",
                "The hour in which the newest test tip that arrived was sent.",
                hour.0.saturating_mul(HOUR_SECONDS),
            );
        }
        Ok(())
    }
}

/// The text exposition format of Prometheus, with every name under `ginnel_`.
#[derive(Default)]
struct Exposition(String);

impl Exposition {
    fn gauge(&mut self, name: &str, help: &str) {
        self.line(format_args!(
            "# HELP ginnel_{name} {help}\n# TYPE ginnel_{name} gauge"
        ));
    }

    fn counter(&mut self, name: &str, help: &str) {
        self.line(format_args!(
            "# HELP ginnel_{name} {help}\n# TYPE ginnel_{name} counter"
        ));
    }

    /// A gauge with one value.
    fn one(&mut self, name: &str, help: &str, value: impl Display) {
        self.gauge(name, help);
        self.sample(name, &[], value);
    }

    /// One value. Names and labels are ours, so nothing in them needs escaping.
    fn sample(&mut self, name: &str, labels: &[(&str, &str)], value: impl Display) {
        let labels: Vec<_> = labels
            .iter()
            .map(|(key, of)| format!("{key}=\"{of}\""))
            .collect();
        if labels.is_empty() {
            self.line(format_args!("ginnel_{name} {value}"));
        } else {
            self.line(format_args!(
                "ginnel_{name}{{{}}} {value}",
                labels.join(",")
            ));
        }
    }

    fn line(&mut self, line: impl Display) {
        writeln!(self.0, "{line}").expect("a String takes all text");
    }
}

#[cfg(test)]
mod tests;
