//! Looking out and sending, side by side, until told to stop.

use std::sync::Arc;
use std::time::Duration;

use domain::Clock;
use rand::{CryptoRng, RngCore};
use storage::StoreError;
use tokio::sync::{Notify, watch};
use tokio::time::{Interval, MissedTickBehavior, interval, timeout};

use crate::{Lookout, Sender};

const TICK: Duration = Duration::from_secs(5);
/// How long a letter that is on its way may still take when the server stops.
const LAST: Duration = Duration::from_secs(10);

/// Everything that mails.
pub struct Mailing<R> {
    /// Puts mails into the outbox.
    pub lookout: Lookout,
    /// Takes them out.
    pub sender: Sender<R>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
}

impl<R: RngCore + CryptoRng + Send> Mailing<R> {
    /// Mails until told to stop. A mail server that is slow holds up no alarm of another kind: looking
    /// goes on beside it.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        let looked = Notify::new();
        let looking = look(self.lookout, self.clock, &looked, stop.clone());
        tokio::join!(looking, send(self.sender, &looked, stop));
    }
}

async fn look(
    mut lookout: Lookout,
    clock: Arc<dyn Clock>,
    looked: &Notify,
    mut stop: watch::Receiver<bool>,
) {
    let (mut ticks, mut last, mut trouble) = (ticks(), None, Trouble::default());
    while goes_on(&mut ticks, &mut stop).await {
        let now = clock.now();
        if last == Some(now.minute()) {
            continue;
        }
        let done = lookout.look(now).await;
        if done.is_ok() {
            last = Some(now.minute());
            looked.notify_one();
        }
        trouble.hear(done);
    }
}

async fn send<R: RngCore + CryptoRng + Send>(
    mut sender: Sender<R>,
    looked: &Notify,
    mut stop: watch::Receiver<bool>,
) {
    let (mut ticks, mut trouble) = (ticks(), Trouble::default());
    let mut stopped = stop.clone();
    while tokio::select! {
        goes_on = goes_on(&mut ticks, &mut stop) => goes_on,
        () = looked.notified() => true,
    } {
        let sending = sender.send_due();
        tokio::pin!(sending);
        let sent = tokio::select! {
            sent = &mut sending => sent,
            () = told_to_stop(&mut stopped) => match timeout(LAST, sending).await {
                Ok(sent) => sent,
                // Its lease ends by itself, and it is sent by whoever is there then.
                Err(_) => break,
            },
        };
        trouble.hear(sent.map(drop));
    }
}

/// A store that does not answer is said once, until it does again.
#[derive(Default)]
struct Trouble {
    is_said: bool,
}

impl Trouble {
    fn hear(&mut self, done: Result<(), StoreError>) {
        match done {
            Ok(()) => self.is_said = false,
            Err(error) if !self.is_said => {
                tracing::error!(%error, "mails wait: the outbox does not answer; asked again");
                self.is_said = true;
            }
            Err(_) => {}
        }
    }
}

fn ticks() -> Interval {
    let mut ticks = interval(TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}

/// Waits for the next tick; false if told to stop.
async fn goes_on(ticks: &mut Interval, stop: &mut watch::Receiver<bool>) -> bool {
    tokio::select! {
        biased;
        () = told_to_stop(stop) => false,
        _ = ticks.tick() => true,
    }
}

/// Also if whoever could say so is gone.
async fn told_to_stop(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}
