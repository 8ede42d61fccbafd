//! Frames handed over: durable before they are answered, over connections that are kept.
//!
//! The frames are random bytes: a server cannot tell them from sealed ones. Meanwhile it turns its
//! window each second, so the figures include shuffling what came before into the store.

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use tests::Partnership;

use crate::client::Connection;
use crate::process::computed;
use crate::stopwatch::{ms, now, per_second, percentile};

const TIME: Duration = Duration::from_secs(10);

/// What came of some load.
pub(crate) struct Load {
    /// How long each frame's answer took, in milliseconds, sorted.
    pub(crate) waits: Vec<f64>,
    /// How long all took.
    pub(crate) took: Duration,
    /// How long the server was computing.
    pub(crate) server: Duration,
    /// How long whoever sent was computing.
    pub(crate) sender: Duration,
}

impl Load {
    /// Hands over all requests, or as many as there is time for, over so many connections at once.
    pub(crate) fn on(served: &Partnership, connections: usize, requests: &[Vec<u8>]) -> Self {
        let address = served.public_address().to_string();
        let both = || (computed(served.process()), computed(std::process::id()));
        let (next, barrier) = (AtomicUsize::new(0), Barrier::new(connections + 1));
        let sender = || {
            let mut connection = Connection::open(&address);
            barrier.wait();
            send(&mut connection, requests, &next)
        };
        thread::scope(|scope| {
            let senders: Vec<_> = (0..connections).map(|_| scope.spawn(sender)).collect();
            barrier.wait();
            let (started, before) = (now(), both());
            let waits = senders.into_iter();
            let waits = waits.flat_map(|sender| sender.join().expect("a sender"));
            let mut waits: Vec<f64> = waits.collect();
            let (took, after) = (started.elapsed(), both());
            waits.sort_unstable_by(f64::total_cmp);
            Self {
                waits,
                took,
                server: after.0.saturating_sub(before.0),
                sender: after.1.saturating_sub(before.1),
            }
        })
    }

    /// Frames a second.
    pub(crate) fn rate(&self) -> f64 {
        per_second(self.waits.len(), self.took)
    }

    /// The wait that so many of a hundred do not exceed, in milliseconds.
    pub(crate) fn wait(&self, percent: usize) -> f64 {
        percentile(&self.waits, percent)
    }

    /// The server's milliseconds of computing for one frame.
    pub(crate) fn computing(&self) -> f64 {
        1_000.0 / per_second(self.waits.len(), self.server)
    }

    /// What of all computing for this load was the sender's.
    pub(crate) fn sender_share(&self) -> f64 {
        let both = self.server.saturating_add(self.sender);
        self.sender.as_secs_f64() / both.as_secs_f64().max(f64::EPSILON)
    }
}

fn send(connection: &mut Connection, requests: &[Vec<u8>], next: &AtomicUsize) -> Vec<f64> {
    let started = now();
    let mut waits = Vec::new();
    while started.elapsed() < TIME
        && let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed))
    {
        let asked = now();
        let answered = connection.ask(request);
        waits.push(ms(asked.elapsed()));
        assert_eq!(answered.status, 202, "a bench of refusals measures nothing");
    }
    waits
}
