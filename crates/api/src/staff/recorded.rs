//! What officers are about to do with personal data: recorded first, and not done if it cannot be.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::log::{Entry, Object, Operation};
use domain::{Desk, OfficerId, RecordId};
use storage::RecordError;

use super::Staff;
use super::who::{OnDesk, OnIntake, OnTriage, Supervises};
use crate::fault::{Fault, Kind};
use crate::limits::Caller;

/// An officer, and the desk they act for.
#[derive(Clone, Copy)]
pub(super) struct By {
    officer: OfficerId,
    desk: Desk,
}

/// Something about to be done.
pub(super) struct Doing {
    operation: Operation,
    object: Object,
    purpose: String,
    recipients: Vec<Desk>,
    count: u32,
}

impl Doing {
    /// An operation with one thing, for a purpose that is a code.
    pub(super) fn new(operation: Operation, object: impl Into<Object>, purpose: &str) -> Self {
        Self {
            operation,
            object: object.into(),
            purpose: purpose.into(),
            recipients: Vec::new(),
            count: 1,
        }
    }

    /// It goes to another desk.
    pub(super) fn to(self, desk: Desk) -> Self {
        let recipients = vec![desk];
        Self { recipients, ..self }
    }

    /// It is done with so many.
    pub(super) fn with_so_many(self, count: usize) -> Self {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        Self { count, ..self }
    }
}

/// The versions of records that were recorded in the running hour. A console saves every few seconds what
/// is being typed: that an officer wrote in a record is recorded once an hour, not each time.
#[derive(Debug, Default)]
pub struct Altered(Mutex<(i64, BTreeSet<Alteration>)>);

/// Who wrote in which record, and whether it was closed by that.
type Alteration = (OfficerId, RecordId, bool);

impl Altered {
    fn this_hour(&self, hour: i64) -> MutexGuard<'_, (i64, BTreeSet<Alteration>)> {
        // A panic in here leaves nothing half done.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.0 != hour {
            *kept = (hour, BTreeSet::new());
        }
        kept
    }
}

impl Staff {
    /// Records that an officer is about to write a version of a record, unless it was recorded that they
    /// did so in this hour.
    pub(super) async fn record_alteration(
        &self,
        at: &OnDesk,
        record: RecordId,
        closes: bool,
    ) -> Result<(), Fault> {
        let alteration = (at.officer, record, closes);
        let hour = self.clock.now().0.div_euclid(3_600);
        if self.altered.this_hour(hour).1.contains(&alteration) {
            return Ok(());
        }
        let purpose = if closes { "close" } else { "work" };
        let written = Doing::new(Operation::Alteration, record, purpose);
        self.record(at, [written]).await?;
        self.altered.this_hour(hour).1.insert(alteration);
        Ok(())
    }

    /// Records what an officer is about to do, all of it or nothing.
    pub(super) async fn record(
        &self,
        by: impl Into<By>,
        doing: impl IntoIterator<Item = Doing>,
    ) -> Result<(), Fault> {
        let (By { officer, desk }, minute) = (by.into(), self.clock.now().minute());
        let entry = |doing: Doing| Entry {
            operation: doing.operation,
            officer,
            minute,
            desk,
            object: doing.object,
            recipients: doing.recipients,
            purpose: doing.purpose,
            count: doing.count,
        };
        let entries: Vec<Entry> = doing.into_iter().map(entry).collect();
        // What is recorded stays for years: nobody may fill the disk with it.
        let caller = Caller::account(&officer.to_string());
        self.operations.admit_many(&caller, entries.len())?;
        Ok(self.log.record(entries).await?)
    }
}

impl From<&OnDesk> for By {
    fn from(at: &OnDesk) -> Self {
        let (officer, desk) = (at.officer, at.desk);
        Self { officer, desk }
    }
}

impl From<&Supervises> for By {
    fn from(at: &Supervises) -> Self {
        let (officer, desk) = (at.officer, at.desk);
        Self { officer, desk }
    }
}

impl From<&OnTriage> for By {
    fn from(at: &OnTriage) -> Self {
        let (officer, desk) = (at.officer, Desk::Triage);
        Self { officer, desk }
    }
}

impl From<&OnIntake> for By {
    fn from(at: &OnIntake) -> Self {
        let (officer, desk) = (at.officer, at.desk);
        Self { officer, desk }
    }
}

impl From<RecordError> for Fault {
    fn from(error: RecordError) -> Self {
        match error {
            RecordError::Store(error) => error.into(),
            RecordError::NoAuditor | RecordError::NotSealed => {
                tracing::error!(%error, "an officer's work was refused");
                Kind::NotRecorded.into()
            }
        }
    }
}
