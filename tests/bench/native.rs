//! The opener as a browser runs it, natively: the same code over the same answers.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use demo::{Http, now as wait};
use domain::console::{Answer, Ask, Passphrase, Setup};
use domain::{Clock, UnixSeconds};
use notes::Authority;
use opener::transport::{Call, Reply, Transport, Unreachable};
use opener::{Opener, Pins};
use rand::rngs::OsRng;
use tests::{Partnership, today};

use crate::gaps::{Word, opened_a_second};
use crate::stopwatch::{median, ms, now};

/// Passes over the same frames.
pub(crate) const PASSES: usize = 5;
/// What is asked in a pass: the first batch, which is answered at once, and eight more.
pub(crate) const FETCHES: [Ask; 2] = [
    Ask::FetchIntake {
        afresh: true,
        attended: true,
    },
    Ask::FetchIntake {
        afresh: false,
        attended: true,
    },
];

/// An officer who is signed in and has fetched once.
pub(crate) struct Native(Opener<Kept, OsRng, Today>);

struct Today;

impl Clock for Today {
    fn now(&self) -> UnixSeconds {
        today()
    }
}

/// Asks the server; what it answered to fetches is kept, and given again when told so.
struct Kept {
    http: Http,
    batches: Mutex<Vec<(Option<u32>, Vec<u8>)>>,
    next: AtomicUsize,
    again: Arc<AtomicBool>,
}

impl Transport for Kept {
    async fn send(&self, call: Call<'_>) -> Result<Reply, Unreachable> {
        if call.path != "/api/intake/fetch" {
            return self.http.send(call).await;
        }
        if self.again.load(Ordering::Acquire) {
            return self.kept().ok_or(Unreachable);
        }
        let reply = self.http.send(call).await?;
        let batch = (reply.remaining, reply.body.clone());
        self.lock().push(batch);
        Ok(reply)
    }
}

impl Kept {
    fn kept(&self) -> Option<Reply> {
        let next = self.next.fetch_add(1, Ordering::Relaxed);
        let batches = self.lock();
        let (remaining, body) = batches.get(next.checked_rem(batches.len())?)?;
        Some(Reply {
            status: 200,
            remaining: *remaining,
            body: body.clone(),
        })
    }

    fn lock(&self) -> MutexGuard<'_, Vec<(Option<u32>, Vec<u8>)>> {
        self.batches.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Native {
    /// Signs in and fetches what is opened in each pass.
    pub(crate) fn sign_in(served: &Partnership, name: &str) -> Self {
        let again = Arc::new(AtomicBool::new(false));
        let kept = Kept {
            http: Http::to(&served.staff("")),
            batches: Mutex::default(),
            next: AtomicUsize::new(0),
            again: Arc::clone(&again),
        };
        let pins = Pins::try_from(setup(served)).expect("a partnership's authorities");
        let mut native = Self(Opener::new(pins, kept, OsRng, Today));
        let answer = wait(native.0.handle(sign_in(served, name), &mut |_| {}));
        assert!(matches!(answer, Answer::Me(_)), "{answer:?}");
        native.fetch();
        again.store(true, Ordering::Release);
        native
    }

    /// Frames opened a second, the median of some passes.
    pub(crate) fn rate(&mut self) -> f64 {
        let rates = (0..PASSES).map(|_| opened_a_second(&self.fetch()));
        median(rates.collect())
    }

    fn fetch(&mut self) -> Vec<Word> {
        let (mut words, started) = (Vec::new(), now());
        let mut progress = |answer| {
            if let Answer::Progress { opened, .. } = answer {
                words.push((opened, ms(started.elapsed())));
            }
        };
        for ask in FETCHES {
            let answer = wait(self.0.handle(ask, &mut progress));
            let Answer::Intake(intake) = answer else {
                panic!("the intake is not fetched: {answer:?}");
            };
            assert_eq!(intake.unopened, 0, "every tip is for this desk");
        }
        words
    }
}

/// What a console's page pins.
pub(crate) fn setup(served: &Partnership) -> Setup {
    Setup {
        inst: served.inst,
        authorities: served
            .authorities
            .iter()
            .map(Authority::to_string)
            .collect(),
    }
}

/// What an officer types.
pub(crate) fn sign_in(served: &Partnership, name: &str) -> Ask {
    let officer = served.officer(name);
    Ask::SignIn {
        name: officer.name.clone(),
        passphrase: Passphrase::new(officer.passphrase.clone()),
    }
}
