//! Cases: what a desk makes of a report it takes on.

use domain::case::{
    Case, CaseAct, CaseCard, CaseEntry, CaseHistory, CaseState, Deed, Hand, Received,
};
use domain::console::{Answer, CaseRow, CaseView, Failure, Proof, SaidRecalled};
use domain::wire::{CardRow, LeaseOnly, Recalled};
use domain::{Desk, InstallationId, RecordId, ReportId};
use rand::{CryptoRng, RngCore};
use seal::report::SignedReport;
use sha2::{Digest, Sha256};
use unseal::Identity;

use crate::matter::Cases;
use crate::opener::Room;
use crate::pack::Contents;
use crate::transport::Transport;
use crate::trust::Trust;
use crate::vault::unsealed;

const CASE_CONTEXT: &[u8] = b"ginnel/case/v1";

impl<T: Transport, R: RngCore + CryptoRng> Room<'_, T, R> {
    /// Takes on a report that was opened here: acknowledges it and keeps it as a case. Answers what to quote.
    ///
    /// It is sealed first, so that what cannot be kept is not acknowledged; what was acknowledged and then
    /// not kept is kept when it is taken on again. Whoever is second is told.
    pub(crate) async fn acknowledge(
        mut self,
        desk: Desk,
        report: ReportId,
    ) -> Result<Answer, Failure> {
        let hand = self.hand();
        let opened = self.held.inbox.opened(desk, report);
        let (opened, signed, delivered) = opened.ok_or(Failure::NotOpened)?;
        let signatures = signed.signatures().map_err(unsealed)?;
        let record = case_id(self.held.ring.week(desk, opened.created.week())?, report);
        let received = Received {
            report: opened.clone(),
            delivered: delivered.unwrap_or(hand.day),
            taken_on: hand.clone(),
            signatures: Some(signatures.to_vec().into()),
        };
        let reference = received.report.reference.clone();
        let corrected = self.corrected_case(desk, &received.report).await?;
        let contents = match corrected {
            Some(old) => {
                let act = CaseAct::Corrected;
                self.gone_on(desk, received, old, CaseEntry { act, by: hand })?
            }
            None => begun(received),
        };
        let sealed = self.seal_new(desk, record, &contents)?;
        let acknowledged = self.api.acknowledge(desk, report).await;
        if !matches!(acknowledged, Ok(()) | Err(Failure::AlreadyAcknowledged)) {
            acknowledged.clone()?;
        }
        match self.api.keep(desk, &sealed).await {
            Ok(claim) => {
                let lease = claim.lease;
                // At worst it stays claimed until the lease runs out.
                let _ = self.api.release(desk, record, LeaseOnly { lease }).await;
            }
            Err(Failure::AlreadyAcknowledged) => acknowledged?,
            Err(other) => return Err(other),
        }
        if let Some(old) = corrected {
            // Whoever opens the new case next ends the old one, if it cannot be ended now.
            let _ = self.end_corrected(desk, old, record).await;
        }
        Ok(Answer::Acknowledged { reference, record })
    }

    /// A desk's cases.
    pub(crate) async fn list_cases(mut self, desk: Desk) -> Result<Answer, Failure> {
        let rows = self.api.cards(desk).await?.cards;
        let case = |row: CardRow| {
            let (vault, checks) = self.vault::<Cases>(desk);
            let card = vault.card(&row, checks).cloned();
            let is_closed = |card: &CaseCard| card.state == CaseState::Closed;
            let is_over = card.as_ref().is_ok_and(is_closed);
            CaseRow {
                card,
                record: row.record,
                version: row.version,
                review: row.review,
                due: self.due::<Cases>(desk, &row, is_over),
                claim: row.claim,
            }
        };
        let cases = rows.into_iter().map(case).collect();
        Ok(Answer::Cases { desk, cases })
    }

    /// Opens a case.
    pub(crate) async fn open_case(
        mut self,
        desk: Desk,
        record: RecordId,
        purpose: String,
    ) -> Result<Answer, Failure> {
        self.fetch_record::<Cases>(desk, record, purpose).await?;
        let _ = self.hear_of_recall(desk, record).await;
        // Without it there is nothing to compare with, and the case is read all the same.
        let _ = self.read_before(desk, record).await;
        self.case_view(desk, record)
    }

    /// Does one deed with an opened case, claimed for that moment.
    pub(crate) async fn on_case(
        mut self,
        desk: Desk,
        record: RecordId,
        deed: Deed,
    ) -> Result<Answer, Failure> {
        self.held.cases.opened(desk, record)?;
        if matches!(deed, Deed::Plan { .. } | Deed::Agree { .. }) {
            // Nothing is begun with what was taken back since the case was opened.
            let _ = self.hear_of_recall(desk, record).await;
        }
        let claim = self.api.claim(desk, record).await?;
        let lease = claim.lease;
        self.held.cases.leases.insert(record, lease);
        let done = self.do_on_case(desk, record, deed).await;
        self.held.cases.leases.remove(&record);
        let _ = self.api.release(desk, record, LeaseOnly { lease }).await;
        done
    }

    /// Writes on the newest version: what a colleague wrote meanwhile is fetched, and stays.
    async fn do_on_case(
        &mut self,
        desk: Desk,
        record: RecordId,
        deed: Deed,
    ) -> Result<Answer, Failure> {
        match self.write_deed(desk, record, deed.clone()).await {
            Err(Failure::VersionMoved) => {
                let purpose = "action".into();
                self.fetch_record::<Cases>(desk, record, purpose).await?;
                self.write_deed(desk, record, deed).await
            }
            other => other,
        }
    }

    async fn write_deed(
        &mut self,
        desk: Desk,
        record: RecordId,
        deed: Deed,
    ) -> Result<Answer, Failure> {
        let by = self.hand();
        let mut contents = self.held.cases.opened(desk, record)?.contents.clone();
        let report = &contents.original.report;
        let act = match contents.work.take(deed, report, by.clone()) {
            Ok(act) => act,
            Err(problem) => return Ok(Answer::NotDone(problem)),
        };
        contents.history.add(CaseEntry { act, by });
        self.write(desk, record, contents).await?;
        self.case_view(desk, record)
    }

    fn said_recalled(&self, report: ReportId) -> Option<SaidRecalled> {
        let inbox = &self.held.inbox;
        let Recalled { day, notice } = inbox.recalled(report)?;
        Some(SaidRecalled {
            day,
            notice,
            is_corrected: inbox.is_report(notice),
        })
    }

    fn case_view(&self, desk: Desk, record: RecordId) -> Result<Answer, Failure> {
        let open = self.held.cases.opened(desk, record)?;
        Ok(Answer::Case(Box::new(CaseView {
            desk,
            record,
            version: open.version,
            received: open.contents.original.clone(),
            case: open.contents.work.clone(),
            history: open.contents.history.clone(),
            standing: open.standing,
            proof: proof(
                &open.contents.original,
                self.pins.inst,
                desk,
                &self.held.trust,
            ),
            said_recalled: self.said_recalled(open.contents.original.report.report),
            said_restored: open.contents.work.recalled.is_some()
                && self.held.inbox.stands(open.contents.original.report.report),
            before: open.contents.work.corrects.and_then(|old| {
                let old = self.held.cases.opened(desk, old).ok()?;
                Some(Box::new(old.contents.original.report.clone()))
            }),
        })))
    }
}

impl<T, R> Room<'_, T, R> {
    /// This officer, today.
    pub(crate) fn hand(&self) -> Hand {
        Hand {
            officer: self.held.me.officer,
            name: self.held.me.name.clone(),
            day: self.now.day(),
        }
    }
}

fn begun(original: Received) -> Contents<Cases> {
    let mut history = CaseHistory::default();
    history.add(CaseEntry {
        act: CaseAct::TakenOn,
        by: original.taken_on.clone(),
    });
    Contents {
        original,
        work: Case::begin(),
        history,
    }
}

/// Whether officers of triage signed what a desk keeps, for this desk: whoever took it on could keep
/// anything.
pub(crate) fn proof(received: &Received, inst: InstallationId, desk: Desk, trust: &Trust) -> Proof {
    let report = &received.report;
    let Some(signatures) = &received.signatures else {
        return Proof::Missing;
    };
    let key_of = |officer, day| trust.writer(Desk::Triage, officer, day).map(|(key, _)| key);
    let signed = SignedReport::rejoin(report, signatures);
    let is_signed = signed.is_ok_and(|signed| signed.verify(&key_of).is_ok());
    if is_signed && (report.inst, report.desk) == (inst, desk) {
        Proof::Signed
    } else {
        Proof::Bad
    }
}

/// The record a report is kept in: the same for every officer of the desk, so that it is kept once, and
/// not to be computed by anybody else, so that the server cannot tell which report it is of.
///
/// `SHA-256("ginnel/case/v1" || seed of DESK[desk, week] || report)[..16]`
fn case_id(week: &Identity, report: ReportId) -> RecordId {
    let mut hash = Sha256::new_with_prefix(CASE_CONTEXT);
    // EXPOSE: hashed, and of the hash a half is shown.
    hash.update(week.expose_seed());
    hash.update(report.as_bytes());
    let hash: [u8; 32] = hash.finalize().into();
    let (id, _) = hash
        .split_first_chunk()
        .expect("a hash has more than 16 bytes");
    RecordId::from_bytes(*id)
}

#[cfg(test)]
mod tests;
