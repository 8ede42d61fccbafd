//! Looks once a minute at what waits, and puts mails into the outbox: digests at their times, alarms
//! when nobody comes.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::{Desk, DraftId, Minute, RecordId, UnixSeconds};
use storage::{Audience, IntakeView, Mail, MailKind, Slot, Store, StoreError};

use crate::bell::Bell;
use crate::{AddressBook, DigestTimes, StaffedHours};

mod canary;
mod drafts;

/// Knows in which minute frames became visible that still wait; in memory only.
pub trait Arrivals: Send + Sync {
    /// The first such minute that is not before this one, if any.
    fn first_since(&self, minute: Option<Minute>) -> Option<Minute>;
}

/// Minutes that something may wait before the desk is told; the supervisors are after twice that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Frames nobody fetches.
    pub intake: i64,
    /// An open record nobody works on, or a draft nobody releases.
    pub record: i64,
    /// A desk that is not seen at all.
    pub absent: i64,
    /// Since the newest test tip that arrived was sent; none if none are sent.
    pub canary: Option<i64>,
}

/// Who is told of what waits outside of staffed hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Quiet {
    /// The supervisors, after twice the patience: a life may hang on it.
    #[default]
    Supervisors,
    /// Nobody, and patience begins anew with the next shift.
    Nobody,
}

/// Who is mailed, when and why.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Who is mailed.
    pub book: AddressBook,
    /// When each desk is, whether anything waits or not.
    pub digests: DigestTimes,
    /// When somebody is there to come.
    pub staffed: StaffedHours,
    /// Who is told of what waits when nobody is there.
    pub quiet: Quiet,
    /// How long things may wait.
    pub patience: Patience,
}

/// What is remembered from one look to the next; in memory only.
pub struct Lookout {
    store: Arc<dyn Store>,
    plan: Plan,
    arrivals: Arc<dyn Arrivals>,
    began: Minute,
    digested: BTreeMap<Desk, Minute>,
    unclaimed: BTreeMap<(Desk, RecordId), Minute>,
    unreleased: BTreeMap<DraftId, Minute>,
    bells: BTreeMap<(Desk, MailKind), Bell>,
    /// Since when a test tip is missed.
    missed: Option<Minute>,
}

impl Lookout {
    /// Begins. How long anything has waited before is not known: it counts from now.
    pub fn new(
        store: Arc<dyn Store>,
        plan: Plan,
        arrivals: Arc<dyn Arrivals>,
        now: UnixSeconds,
    ) -> Self {
        Self {
            store,
            plan,
            arrivals,
            began: now.minute(),
            digested: BTreeMap::new(),
            unclaimed: BTreeMap::new(),
            unreleased: BTreeMap::new(),
            bells: BTreeMap::new(),
            missed: None,
        }
    }

    /// Looks. What the store does not answer is looked at again the next time.
    pub async fn look(&mut self, now: UnixSeconds) -> Result<(), StoreError> {
        let minute = now.minute();
        self.digests(minute).await?;
        let seen = self.store.desks_seen().await?;
        let seen: BTreeMap<_, _> = seen.into_iter().map(|desk| (desk.desk, desk.at)).collect();
        self.intake(&seen, minute).await?;
        self.records(now).await?;
        self.drafts(minute).await?;
        self.absences(&seen, minute).await?;
        self.canary(&seen, minute).await
    }

    async fn digests(&mut self, now: Minute) -> Result<(), StoreError> {
        let Some(due) = self.plan.digests.last(now) else {
            return Ok(());
        };
        for desk in self.plan.book.desks() {
            if self.digested.get(&desk) != Some(&due) {
                let mail = Mail {
                    desk,
                    audience: Audience::Desk,
                    kind: MailKind::Digest,
                };
                let (number, apart) = (due.0, 1);
                self.store.put_mail(mail, Slot { number, apart }).await?;
                self.digested.insert(desk, due);
            }
        }
        Ok(())
    }

    /// Triage always; other desks that see the intake if anybody there is mailed.
    async fn intake(
        &mut self,
        seen: &BTreeMap<Desk, Minute>,
        now: Minute,
    ) -> Result<(), StoreError> {
        let mut desks: Vec<_> = self.plan.book.desks().collect();
        desks.push(Desk::Triage);
        desks.retain(|&desk| IntakeView::of(desk).is_some());
        desks.sort();
        desks.dedup();
        for desk in desks {
            // Of the very minute the desk was seen it is not known what it has, so that counts.
            let oldest = self.arrivals.first_since(seen.get(&desk).copied());
            let waited = self.waited(oldest, now);
            let patience = self.plan.patience.intake;
            self.ring(desk, MailKind::IntakeNotFetched, waited, patience, now)
                .await?;
        }
        Ok(())
    }

    async fn records(&mut self, now: UnixSeconds) -> Result<(), StoreError> {
        let (mut unclaimed, now) = (self.store.unclaimed(now).await?, now.minute());
        // A case is claimed for as long as somebody writes, not for as long as it is worked on.
        unclaimed.retain(|(desk, _)| !desk.receives_reports());
        let before = std::mem::take(&mut self.unclaimed);
        let since = |record| before.get(&record).copied().unwrap_or(now);
        self.unclaimed = unclaimed.into_iter().map(|one| (one, since(one))).collect();
        let mut oldest: BTreeMap<Desk, Minute> = BTreeMap::new();
        for (&(desk, _), &since) in &self.unclaimed {
            let first = oldest.entry(desk).or_insert(since);
            *first = since.min(*first);
        }
        // Those that rang and need not any more, too.
        let rang = self
            .bells
            .keys()
            .filter(|(_, kind)| *kind == MailKind::RecordUnclaimed);
        let mut desks: Vec<_> = rang
            .map(|(desk, _)| *desk)
            .chain(oldest.keys().copied())
            .collect();
        desks.sort();
        desks.dedup();
        for desk in desks {
            let waited = self.waited(oldest.get(&desk).copied(), now);
            let patience = self.plan.patience.record;
            self.ring(desk, MailKind::RecordUnclaimed, waited, patience, now)
                .await?;
        }
        Ok(())
    }

    /// Nights and weekends count here, but nobody is mailed then.
    async fn absences(
        &mut self,
        seen: &BTreeMap<Desk, Minute>,
        now: Minute,
    ) -> Result<(), StoreError> {
        let desks: Vec<_> = self.plan.book.desks().collect();
        for desk in desks {
            let since = seen.get(&desk).copied().unwrap_or(self.began);
            let waited = match self.plan.staffed.counts_from(now, now) {
                Some(_) => Waited::For(now.since(since)),
                None => Waited::Pointless,
            };
            let patience = self.plan.patience.absent;
            self.ring(desk, MailKind::DeskAbsent, waited, patience, now)
                .await?;
        }
        Ok(())
    }

    /// How long something has waited, and whether somebody was there.
    fn waited(&self, since: Option<Minute>, now: Minute) -> Waited {
        let Some(since) = since else {
            return Waited::For(0);
        };
        match self.plan.staffed.counts_from(since, now) {
            Some(from) => Waited::For(now.since(from)),
            None => match self.plan.quiet {
                Quiet::Supervisors => Waited::Quietly(now.since(since)),
                Quiet::Nobody => Waited::Pointless,
            },
        }
    }

    async fn ring(
        &mut self,
        desk: Desk,
        kind: MailKind,
        waited: Waited,
        patience: i64,
        now: Minute,
    ) -> Result<(), StoreError> {
        let (waited, told) = match waited {
            Waited::Pointless => return Ok(()),
            Waited::For(minutes) => (minutes, Audience::ALL),
            Waited::Quietly(minutes) => (minutes, &[Audience::Supervisors][..]),
        };
        if waited < patience {
            return self.silence(desk, kind).await;
        }
        let mut bell = self.bells.get(&(desk, kind)).copied().unwrap_or_default();
        let due = bell.due(waited, patience, now).into_iter();
        for (audience, slot) in due.filter(|(audience, _)| told.contains(audience)) {
            let mail = Mail {
                desk,
                audience,
                kind,
            };
            if self.plan.book.has(desk, audience) {
                self.store.put_mail(mail, slot).await?;
            }
            bell.rang(audience, now);
            self.bells.insert((desk, kind), bell);
        }
        Ok(())
    }

    /// What rang is over: what was not sent yet is not needed, and the next time rings at once.
    async fn silence(&mut self, desk: Desk, kind: MailKind) -> Result<(), StoreError> {
        if self.bells.contains_key(&(desk, kind)) {
            for &audience in Audience::ALL {
                let mail = Mail {
                    desk,
                    audience,
                    kind,
                };
                self.store.take_back_mail(mail).await?;
            }
            self.bells.remove(&(desk, kind));
        }
        Ok(())
    }
}

/// How long something has waited.
#[derive(Debug, Clone, Copy)]
enum Waited {
    /// Minutes; nought if nothing waits.
    For(i64),
    /// Minutes, now that nobody is there who could come.
    Quietly(i64),
    /// Nobody is there, and nobody shall be told.
    Pointless,
}

#[cfg(test)]
mod tests;
