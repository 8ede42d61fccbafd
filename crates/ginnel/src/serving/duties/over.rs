//! What desks kept and is over: told to the log of operations, then deleted.

use domain::log::{Entry, Object, Operation, RETENTION, THE_SERVICE};
use domain::{Desk, UnixSeconds};
use storage::RecordError;

use super::Duties;

impl Duties {
    /// Deletes records and reports whose day is over, once the log says how many of which desk go. What cannot
    /// be recorded stays. Of several servers each may say so of the same ones: the log says what was set out
    /// to do.
    pub(super) async fn erase_over(&self, now: UnixSeconds) -> Result<(), RecordError> {
        let today = now.day();
        let records = self.store.records_over(today).await?.into_iter();
        let reports = self.store.reports_over(today).await?.into_iter();
        let records = records.map(|over| erased(Object::RECORDS, over, now));
        let reports = reports.map(|over| erased(Object::REPORTS, over, now));
        let traces = self.store.traces_over(today).await?;
        let traces = (traces > 0).then(|| erased(Object::RECORDS, (Desk::Triage, traces), now));
        let entries: Vec<Entry> = records.chain(traces).chain(reports).collect();
        if !entries.is_empty() {
            self.log.record(entries).await?;
        }
        self.store.purge_vault(today).await?;
        self.store.purge_traces(today).await?;
        self.store.purge_reports(today).await?;
        Ok(())
    }
}

fn erased(object: Object, (desk, count): (Desk, u32), now: UnixSeconds) -> Entry {
    Entry {
        operation: Operation::Erasure,
        officer: THE_SERVICE,
        minute: now.minute(),
        desk,
        object,
        recipients: Vec::new(),
        purpose: RETENTION.into(),
        count,
    }
}
