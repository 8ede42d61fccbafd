//! An answer that is looked up once and believed for a few seconds, however many ask.

use std::sync::{Mutex, PoisonError};

use domain::UnixSeconds;

/// The last answer, and who looks for a new one.
pub(crate) struct Remembered<T> {
    seconds: i64,
    last: Mutex<Option<(UnixSeconds, T)>>,
    looking: tokio::sync::Mutex<()>,
}

impl<T: Clone> Remembered<T> {
    /// Believes an answer for so many seconds.
    pub(crate) fn for_seconds(seconds: i64) -> Self {
        Self {
            seconds,
            last: Mutex::new(None),
            looking: tokio::sync::Mutex::new(()),
        }
    }

    /// The answer, looked up by one caller at a time if the last is too old, or the clock was set back.
    /// The second value is the answer before, if this call looked.
    pub(crate) async fn or_look(
        &self,
        now: UnixSeconds,
        look: impl Future<Output = T>,
    ) -> (T, Option<Before<T>>) {
        if let Some(fresh) = self.fresh(now) {
            return (fresh, None);
        }
        let _alone = self.looking.lock().await;
        if let Some(fresh) = self.fresh(now) {
            return (fresh, None);
        }
        let answer = look.await;
        // Nothing panics while it is held; even so the answer is only a memory.
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let before = last.replace((now, answer.clone()));
        (answer, Some(Before(before.map(|(_, before)| before))))
    }

    /// The last answer, however old.
    pub(crate) fn last(&self) -> Option<T> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.as_ref().map(|(_, answer)| answer.clone())
    }

    fn fresh(&self, now: UnixSeconds) -> Option<T> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, answer) = last.as_ref()?;
        let age = now.0.saturating_sub(since.0);
        (0..self.seconds).contains(&age).then(|| answer.clone())
    }
}

/// What the answer was before it was looked up anew; nothing at first.
pub(crate) struct Before<T>(pub Option<T>);
