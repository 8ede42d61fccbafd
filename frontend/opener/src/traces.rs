//! Where reports went whose tips are gone: a sealed card stays, so that they can be taken back.

use domain::console::{Answer, Failure, TraceDeed, TraceView, Traced};
use domain::message::MessageKind;
use domain::wire::{self, Blob, TRACES_PAGE_MAX};
use domain::work::{Routing, Trace};
use domain::{Desk, RecordId, ReportId};
use rand::{CryptoRng, RngCore};
use seal::cbor::to_deterministic;
use seal::hybrid::Recipient;
use seal::kept::WriteId;
use sha2::{Digest, Sha256};
use unseal::Identity;
use unseal::kept::Keeping;

use crate::accept::drawn;
use crate::closing::said;
use crate::matter::Tips;
use crate::messages::About;
use crate::opener::Room;
use crate::transport::Transport;
use crate::vault::unsealed;

const TRACE_CONTEXT: &[u8] = b"ginnel/trace/v1";
/// Whose they are.
const DESK: Desk = Desk::Triage;

impl<T: Transport, R: RngCore + CryptoRng> Room<'_, T, R> {
    /// Keeps where these reports went, once, before their record is over and gets a day on which it goes.
    pub(crate) async fn keep_trace(&mut self, routings: &[Routing]) -> Result<(), Failure> {
        let Some(trace) = Trace::of(routings) else {
            return Ok(());
        };
        let first = trace.sent.first().ok_or(Failure::Unexpected)?;
        let quarter = self.held.ring.quarter(DESK, first.day.quarter())?;
        let sealed = self.seal_trace(trace_id(quarter, first.report), &trace)?;
        match self.api.keep_trace(&sealed).await {
            // A colleague noted the same release.
            Ok(()) | Err(Failure::AlreadyAccepted) => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// Keeps where an opened record's reports went that were sent before there were traces.
    pub(crate) async fn trace_earlier(
        &mut self,
        desk: Desk,
        record: RecordId,
    ) -> Result<(), Failure> {
        let open = self.held.vault.opened(desk, record)?;
        let sent = open.contents.work.routings.iter();
        let sent: Vec<Routing> = sent.filter(|one| one.traced.is_none()).cloned().collect();
        for release in sent.chunk_by(|one, next| one.version() == next.version()) {
            self.keep_trace(release).await?;
        }
        Ok(())
    }

    fn seal_trace(&mut self, id: RecordId, trace: &Trace) -> Result<wire::Trace, Failure> {
        let keeping = Keeping {
            inst: self.pins.inst,
            record: id,
            desk: DESK,
            quarter: self.now.day().quarter(),
        };
        let vault = self.held.trust.vault_recipient(DESK, keeping.quarter)?;
        let vault = Recipient::parse(vault.as_str()).map_err(|_| Failure::Unexpected)?;
        let (one_time, wrapper) = keeping.make(self.rng, &vault).map_err(unsealed)?;
        let write = WriteId::from_bytes(drawn(self.rng));
        let pen = self.pen(DESK, id, write)?;
        let content = to_deterministic(trace).map_err(|_| Failure::Unexpected)?;
        Ok(wire::Trace {
            id,
            quarter: keeping.quarter,
            wrapper: Blob(wrapper),
            card: pen.seal_trace(one_time.recipient(), &content)?,
        })
    }
}

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Does something with what was sent before.
    pub(crate) async fn on_traces(mut self, deed: TraceDeed) -> Result<Answer, Failure> {
        match deed {
            TraceDeed::List => {}
            TraceDeed::Recall {
                trace,
                reports,
                reason,
            } => {
                self.recall_traced(trace, &reports, &reason).await?;
            }
        }
        self.list_traces().await
    }

    /// What was sent of tips whose records are gone: what a record tells of is taken back in it.
    async fn list_traces(&mut self) -> Result<Answer, Failure> {
        let rows = self.api.cards(DESK).await?.cards;
        let (vault, checks) = self.vault::<Tips>(DESK);
        vault.keep_only(&rows);
        for row in &rows {
            // One that does not open tells of nothing.
            let _ = vault.card(row, checks);
        }
        let deliveries = self.api.all_deliveries().await?.deliveries;
        self.held.deliveries = deliveries
            .into_iter()
            .map(|row| (row.report, row))
            .collect();
        let sealed = self.fetch_traces().await?;
        let views = sealed.iter().filter_map(|one| self.traced(one));
        let mut views: Vec<TraceView> = views.collect();
        views.sort_by_key(|view| {
            let says = view.says.as_ref().ok();
            std::cmp::Reverse(says.map(|says| (says.written, says.reference.clone())))
        });
        Ok(Answer::Traces(views))
    }

    async fn fetch_traces(&self) -> Result<Vec<wire::Trace>, Failure> {
        let mut all: Vec<wire::Trace> = Vec::new();
        loop {
            let after = all.last().map(|one| one.id);
            let page = self.api.traces(after).await?.traces;
            // A server that goes round in a circle is not followed.
            let onwards = page
                .iter()
                .all(|one| after.is_none_or(|after| one.id > after));
            if !onwards {
                return Err(Failure::Unexpected);
            }
            let is_last = page.len() < TRACES_PAGE_MAX as usize;
            all.extend(page);
            if is_last {
                return Ok(all);
            }
        }
    }

    fn traced(&self, sealed: &wire::Trace) -> Option<TraceView> {
        let says = self.open_trace(sealed).map(|(trace, written)| {
            let delivery = |report| self.held.deliveries.get(report).cloned();
            let sent = trace.sent.iter().map(|one| (*one, delivery(&one.report)));
            Traced {
                reference: trace.reference,
                written,
                sent: sent.collect(),
            }
        });
        let is_told = |says: &Traced| {
            let mut sent = says.sent.iter();
            let vault = &self.held.vault;
            sent.any(|(one, _)| vault.sent_from(one.report, one.desk).is_some())
        };
        let told = says.as_ref().is_ok_and(is_told);
        (!told).then_some(TraceView {
            trace: sealed.id,
            says,
        })
    }

    fn open_trace(&self, sealed: &wire::Trace) -> Result<(Trace, domain::Day), Failure> {
        let checks = crate::vault::Checks {
            inst: self.pins.inst,
            desk: DESK,
            trust: &self.held.trust,
            ring: &self.held.ring,
        };
        checks.open_trace(sealed)
    }

    /// Takes reports back that a trace of triage's names: each desk gets a notice that this officer signs.
    /// Should one of them fail, the others are told all the same.
    async fn recall_traced(
        &mut self,
        trace: RecordId,
        reports: &[ReportId],
        reason: &str,
    ) -> Result<(), Failure> {
        let reason = said(reason).ok_or(Failure::NotAllowed)?;
        let sealed = self.fetch_traces().await?;
        let sealed = sealed.iter().find(|one| one.id == trace);
        let (trace, _) = self.open_trace(sealed.ok_or(Failure::NotFound)?)?;
        let wanted = trace.sent.iter();
        let wanted = wanted.filter(|one| reports.contains(&one.report));
        let mut outcome = Err(Failure::NotFound);
        let mut failed = None;
        for one in wanted {
            let way = (DESK, one.desk);
            let about = About {
                reference: trace.reference.clone(),
                report: Some(one.report),
                undoes: None,
            };
            let kind = MessageKind::Recall;
            let notice = self.sealed_message(way, kind, about, reason.clone())?;
            let mut told = self.api.recall(one.report, &notice).await;
            if matches!(told, Err(Failure::Unreachable | Failure::Unexpected)) {
                told = self.api.recall(one.report, &notice).await;
            }
            match told {
                Ok(()) => outcome = Ok(()),
                Err(failure) => failed = failed.or(Some(failure)),
            }
        }
        failed.map_or(outcome, Err)
    }
}

/// The same for every officer of triage, so that one release leaves one trace; nobody else can tell from it which
/// report it is of.
///
/// `SHA-256("ginnel/trace/v1" || seed of VAULT[triage, quarter] || report)[..16]`
fn trace_id(quarter: &Identity, report: ReportId) -> RecordId {
    let mut hash = Sha256::new_with_prefix(TRACE_CONTEXT);
    // EXPOSE: hashed, and of the hash a half is shown.
    hash.update(quarter.expose_seed());
    hash.update(report.as_bytes());
    let hash: [u8; 32] = hash.finalize().into();
    let (id, _) = hash
        .split_first_chunk()
        .expect("a hash has more than 16 bytes");
    RecordId::from_bytes(*id)
}
