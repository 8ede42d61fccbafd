//! One limit: so many at once, then one every so often.

use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use domain::Clock;
use governor::clock::Clock as Ticks;
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use super::caller::Caller;
use crate::dice::Dice;
use crate::fault::Fault;

const KEY_SECONDS: i64 = 3_600;
/// Seconds to wait for what is never let through.
const NEVER: u32 = 3_600;
/// Callers remembered apart; beyond it, callers share as many places again.
const CALLERS_MAX: usize = 65_536;

/// How much is let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    burst: NonZeroU32,
    every: Duration,
}

impl Rate {
    /// So many at once, then one each `every`. `None` if either is zero.
    pub fn new(burst: u32, every: Duration) -> Option<Self> {
        let burst = NonZeroU32::new(burst)?;
        (!every.is_zero()).then_some(Self { burst, every })
    }

    fn quota(self) -> Option<Quota> {
        Some(Quota::with_period(self.every)?.allow_burst(self.burst))
    }
}

/// A limit for each caller, and one for all whose address says nothing.
pub struct Lane {
    each: Rate,
    shared: Rate,
    clock: Arc<dyn Clock>,
    dice: Arc<Dice>,
    hour: Mutex<Option<Arc<OneHour>>>,
}

type Limiter<K> = RateLimiter<K, HashMapStateStore<K>, Seconds, NoOpMiddleware<Duration>>;

/// What is counted under one key.
struct OneHour {
    since: i64,
    key: [u8; 32],
    each: Limiter<[u8; 16]>,
    shared: Limiter<()>,
}

impl Lane {
    /// A limit of `each` for every neighbourhood (or account) and of `shared` for this machine, the
    /// onion service and proxies that do not say.
    pub fn new(each: Rate, shared: Rate, clock: Arc<dyn Clock>, dice: Arc<Dice>) -> Self {
        let hour = Mutex::new(None);
        Self {
            each,
            shared,
            clock,
            dice,
            hour,
        }
    }

    /// Lets the caller through, or says when to try again.
    pub fn admit(&self, caller: &Caller) -> Result<(), Fault> {
        self.admit_many(caller, 1)
    }

    /// Lets the caller through with something that counts as so many, or says when to try again. What
    /// the limit could never let through is told to come again in an hour.
    pub fn admit_many(&self, caller: &Caller, count: usize) -> Result<(), Fault> {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let count = NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN);
        let hour = self.this_hour();
        let wait = if caller.is_shared() {
            hour.shared.check_key_n(&(), count)
        } else {
            hour.each.check_key_n(&hour.place(caller), count)
        };
        let wait = wait.map_err(|_| Fault::too_many(NEVER))?;
        wait.map_err(|not_until| {
            let wait = not_until.wait_time_from(Seconds(Arc::clone(&self.clock)).now());
            let seconds = wait.as_secs().saturating_add(1);
            Fault::too_many(u32::try_from(seconds).unwrap_or(u32::MAX))
        })
    }

    /// Where the caller is counted, until the hour is over: tells callers apart, and not who they are.
    pub(crate) fn place(&self, caller: &Caller) -> [u8; 16] {
        self.this_hour().place(caller)
    }

    /// The running hour; a new one with a new key if that is over, or the clock was set back.
    fn this_hour(&self) -> Arc<OneHour> {
        let now = self.clock.now().0;
        // A panic in here leaves nothing half done.
        let mut hour = self.hour.lock().unwrap_or_else(PoisonError::into_inner);
        let running = hour.as_ref().filter(|hour| {
            let age = now.saturating_sub(hour.since);
            (0..KEY_SECONDS).contains(&age)
        });
        if let Some(running) = running {
            return Arc::clone(running);
        }
        let fresh = Arc::new(self.begin(now));
        *hour = Some(Arc::clone(&fresh));
        fresh
    }

    fn begin(&self, since: i64) -> OneHour {
        let ticks = || Seconds(Arc::clone(&self.clock));
        let quota = |rate: Rate| rate.quota().expect("a rate's period is not zero");
        OneHour {
            since,
            key: self.dice.bytes(),
            each: Limiter::hashmap_with_clock(quota(self.each), ticks()),
            shared: Limiter::hashmap_with_clock(quota(self.shared), ticks()),
        }
    }
}

impl OneHour {
    /// Where the caller is counted. A flood of addresses cannot make the memory grow, nor make
    /// everybody share one place: each of the shared ones is one of 65,536.
    fn place(&self, caller: &Caller) -> [u8; 16] {
        let mut place = caller.key(&self.key);
        if self.each.len() >= CALLERS_MAX {
            let (_, rest) = place.split_at_mut(2);
            rest.fill(0);
        }
        place
    }
}

/// The injected clock, as the limiter reads it: since 1970.
#[derive(Clone)]
struct Seconds(Arc<dyn Clock>);

impl Ticks for Seconds {
    type Instant = Duration;
    fn now(&self) -> Duration {
        Duration::from_secs(u64::try_from(self.0.now().0).unwrap_or(0))
    }
}
