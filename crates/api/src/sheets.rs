//! The monthly sheets as everybody may read them.

use std::sync::Arc;

use domain::Clock;
use storage::{SheetStore, StoreError, StoredSheet};

use crate::remembered::Remembered;

/// Seconds for which an answer is believed: sheets come once a month, and anybody may ask.
const BELIEVED_SECONDS: i64 = 5;

/// Months that are shown, this one included, of which there is none yet.
const MONTHS: usize = 13;

type Answer = Result<Arc<Vec<StoredSheet>>, StoreError>;

/// The sheets of the last twelve months.
pub struct Sheets {
    store: Arc<dyn SheetStore>,
    clock: Arc<dyn Clock>,
    last: Remembered<Answer>,
}

impl Sheets {
    /// Reads from this store.
    pub fn new(store: Arc<dyn SheetStore>, clock: Arc<dyn Clock>) -> Self {
        let last = Remembered::for_seconds(BELIEVED_SECONDS);
        Self { store, clock, last }
    }

    /// The newest month first, by district.
    pub async fn newest(&self) -> Answer {
        let now = self.clock.now();
        let mut months = std::iter::successors(Some(now.day().month()), |one| Some(one.before()));
        let since = months.nth(MONTHS.saturating_sub(1));
        let since = since.unwrap_or_else(|| now.day().month());
        let read = async { self.store.sheets(since).await.map(Arc::new) };
        let (answer, _) = self.last.or_look(now, read).await;
        answer
    }
}
