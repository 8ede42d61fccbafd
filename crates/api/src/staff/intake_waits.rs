//! How long each frame has been there to be fetched: in memory only, and never finer than a minute.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::wire::Waited;
use domain::work::Since;
use domain::{Clock, IntakeId, Minute, OfficerId, UnixSeconds};
use staging::{Staging, TurnError};
use storage::{IntakeView, Store};

/// No frame waits longer: by then it is deleted.
const LONGEST: u32 = 28 * 24 * 60;

/// Since when each frame that triage has not accepted waits. What was not seen to arrive (it came
/// before the last start, or by another server) waits at least since it was first listed here.
#[derive(Debug, Default)]
pub struct Waits(Mutex<HashMap<IntakeId, Wait>>);

/// One frame's wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wait {
    /// Since when it waits, as officers are told it.
    since: Since,
    /// Since when nobody has it: later than `since` if it was accepted and put back.
    listed: Minute,
    /// Who put it back. That they still see it does not mean that somebody will come for it.
    put_back: Option<OfficerId>,
    read: Read,
}

/// Which officers saw a frame that is still there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Read {
    Nobody,
    /// One alone, who was last here in this minute.
    By(OfficerId, Minute),
    Several,
}

impl Read {
    fn and(self, officer: OfficerId, now: Minute) -> Self {
        match self {
            Self::Nobody => Self::By(officer, now),
            Self::By(first, _) if first == officer => Self::By(officer, now),
            Self::By(..) | Self::Several => Self::Several,
        }
    }
}

impl Waits {
    /// Turns the window and notes what it brought: whatever is listed after and was not before. Replies
    /// that officers wrote meanwhile are handed out with it.
    pub async fn turn_window(
        &self,
        staging: &Staging,
        store: &dyn Store,
        clock: &dyn Clock,
    ) -> Result<u64, TurnError> {
        let before = self.catch_up(store, clock.now()).await;
        let turned = staging.turn_window().await;
        if let (Some(before), Some(after)) = (before, listed(store).await) {
            let now = Wait::begins(clock.now(), false);
            let new = after.difference(&before);
            self.lock().extend(new.map(|id| (*id, now)));
        }
        if let Err(error) = store.hand_out_replies(clock.now().day()).await {
            tracing::warn!(%error, "replies wait for the next window");
        }
        if let Err(error) = store.forget_acceptances().await {
            tracing::warn!(%error, "acceptances still name their records; tried again");
        }
        turned
    }

    /// Notes what the intake lists: what is new here came some time before. Forgets what it lists no
    /// longer. None if the store does not say.
    pub async fn catch_up(&self, store: &dyn Store, now: UnixSeconds) -> Option<HashSet<IntakeId>> {
        let listed = listed(store).await?;
        let mut waits = self.lock();
        waits.retain(|id, _| listed.contains(id));
        for id in &listed {
            waits.entry(*id).or_insert(Wait::begins(now, true));
        }
        Some(listed)
    }

    /// The first minute, not before this one, since which nobody has a frame; none if none waits. What
    /// was put back waits for somebody else to come, however old it is. What one officer alone saw and left
    /// there waits for them or another since they were last here.
    pub fn first_since(&self, minute: Option<Minute>) -> Option<Minute> {
        let waits = self.lock();
        let since = |wait: &Wait| {
            let unseen =
                wait.put_back.is_some() || minute.is_none_or(|minute| wait.listed >= minute);
            match wait.read {
                _ if unseen => Some(wait.listed),
                Read::By(_, last) => Some(last),
                Read::Nobody | Read::Several => None,
            }
        };
        waits.values().filter_map(since).min()
    }

    /// This officer sees everything that waits: what others put back was found.
    pub(super) fn seen_by(&self, officer: OfficerId, now: UnixSeconds) {
        let now = now.minute();
        for wait in self.lock().values_mut() {
            wait.put_back = wait.put_back.filter(|by| *by == officer);
            wait.read = wait.read.and(officer, now);
        }
    }

    /// Takes an officer's word for how long frames have waited that wait once more.
    pub(super) fn put_back(
        &self,
        frames: &[IntakeId],
        waited: Waited,
        by: OfficerId,
        now: UnixSeconds,
    ) {
        let minutes = waited.minutes.min(LONGEST);
        let wait = Wait {
            since: Since {
                minute: now.minute().plus(-i64::from(minutes)),
                is_least: waited.is_least,
            },
            listed: now.minute(),
            put_back: Some(by),
            read: Read::Nobody,
        };
        self.lock().extend(frames.iter().map(|id| (*id, wait)));
    }

    /// How long a frame has waited.
    pub(super) fn of(&self, frame: IntakeId, now: UnixSeconds) -> Waited {
        let mut waits = self.lock();
        let wait = waits.entry(frame).or_insert(Wait::begins(now, true));
        wait.since.waited(now)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<IntakeId, Wait>> {
        // At worst a wait is "at least" that was known.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Wait {
    fn begins(now: UnixSeconds, is_least: bool) -> Self {
        let minute = now.minute();
        Self {
            since: Since { minute, is_least },
            listed: minute,
            put_back: None,
            read: Read::Nobody,
        }
    }
}

/// What waits for triage.
async fn listed(store: &dyn Store) -> Option<HashSet<IntakeId>> {
    match store.intake_ids(IntakeView::Triage).await {
        Ok(listed) => Some(listed.into_iter().map(|entry| entry.id).collect()),
        Err(error) => {
            tracing::warn!(%error, "since when frames wait is not known for all of them");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::{Day, FRAME_LEN, SealedFrame};
    use storage_sqlite::SqliteStore;

    use super::*;

    #[actix_web::test]
    async fn what_has_left_the_intake_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path()).await.unwrap();
        let (waits, now) = (Waits::default(), UnixSeconds(90));
        let shuffled = [1, 2].map(|seed| {
            let frame = SealedFrame::try_from(vec![seed; FRAME_LEN]).unwrap();
            (IntakeId::from_random([seed; 8]), frame)
        });
        let store: &dyn Store = &store;
        store.shuffle_in(shuffled.to_vec(), Day(1)).await.unwrap();
        let listed = waits.catch_up(store, now).await.unwrap();
        assert_eq!((listed.len(), waits.lock().len()), (2, 2));
        let minute = now.minute();
        for (since, first) in [
            (None, Some(minute)),
            (Some(minute), Some(minute)),
            (Some(minute.plus(1)), None),
        ] {
            assert_eq!(waits.first_since(since), first);
        }
        store.purge_intake(Day(2)).await.unwrap();
        waits.catch_up(store, now).await.unwrap();
        assert_eq!(waits.lock().len(), 0);
        assert_eq!(waits.first_since(None), None);
    }

    #[test]
    fn what_was_put_back_waits_anew_for_somebody_to_come() {
        let (waits, now) = (Waits::default(), UnixSeconds(90 * 86_400));
        let [old, absurd] = [1, 2].map(|seed| IntakeId::from_random([seed; 8]));
        let [by, colleague] = [3, 4].map(|seed| OfficerId::from_bytes([seed; 16]));
        let put_back = |frame, minutes| {
            let is_least = false;
            waits.put_back(&[frame], Waited { minutes, is_least }, by, now);
            waits.of(frame, now).minutes
        };
        assert_eq!(put_back(old, 30), 30, "it is as old as it is");
        assert_eq!(put_back(absurd, u32::MAX), LONGEST);
        let desk_was_seen = now.minute().plus(-5);
        assert_eq!(waits.first_since(Some(desk_was_seen)), Some(now.minute()));
        let seen_again = Some(now.minute().plus(2));
        waits.seen_by(by, now);
        assert_eq!(
            waits.first_since(seen_again),
            Some(now.minute()),
            "by whom?"
        );
        waits.seen_by(colleague, now);
        assert_eq!(waits.first_since(seen_again), None);
    }

    #[test]
    fn what_one_officer_alone_saw_waits_since_they_were_last_here() {
        let (waits, now) = (Waits::default(), UnixSeconds(90 * 86_400));
        let frame = IntakeId::from_random([1; 8]);
        let [first, second] = [3, 4].map(|seed| OfficerId::from_bytes([seed; 16]));
        waits.of(frame, now);
        let minute = |minutes| now.minute().plus(minutes);
        for minutes in [1, 20] {
            waits.seen_by(first, now.plus(minutes * 60));
            let seen = Some(minute(minutes));
            assert_eq!(waits.first_since(seen), seen, "not since it came");
        }
        waits.seen_by(second, now.plus(25 * 60));
        assert_eq!(waits.first_since(Some(minute(25))), None);
        waits.seen_by(first, now.plus(26 * 60));
        assert_eq!(waits.first_since(Some(minute(26))), None, "once for all");
    }
}
