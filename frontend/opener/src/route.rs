//! Routing: one signed report for each desk, handed in for a second officer; and what became of them.

use domain::console::{Answer, Failure};
use domain::draft::{DRAFT_CONTEXT, Draft, DraftCopy, Dropped};
use domain::wire::PutDraft;
use domain::work::{Act, HandedIn, ReportDraft, Routing, Work, WorkState};
use domain::{Day, Desk, DraftId, RecordId, ReportId};
use rand::{CryptoRng, Rng, RngCore};
use seal::draft::seal_draft;
use seal::hybrid::Recipient;
use seal::report::SignedReport;

use crate::accept::drawn;
use crate::opener::Room;
use crate::transport::Transport;
use crate::vault::unsealed;

/// Letters and digits that are not mistaken for one another when read out.
const READABLE: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

impl<T: Transport, R: RngCore + CryptoRng> Room<'_, T, R> {
    /// Makes and signs a report for each desk, notes in the record that they wait, hands them in.
    ///
    /// The record is written first: what then does not arrive can be withdrawn and sent again, while what
    /// arrived unnoted nobody could release. That it arrived, only the list of drafts says.
    pub(crate) async fn route(
        mut self,
        desk: Desk,
        record: RecordId,
        mut work: Work,
    ) -> Result<Answer, Failure> {
        let own_words = self.every_own_word(desk, record).await?;
        work.forget_rewritten(&own_words);
        let report = match work.check_to_send(&own_words, self.now.day()) {
            Ok(report) => report,
            Err(problems) => return Ok(Answer::NotReady(problems)),
        };
        self.held.vault.lease(record)?;
        let mut contents = self.edited(desk, record, work)?;
        let sent = contents.work.sent().next();
        let reference = match sent {
            Some(sent) => sent.reference.clone(),
            None => reference(self.rng, self.now.day()),
        };
        let draft = self.draft_of(&report, record, &reference, &contents.work)?;
        let put = self.seal_draft(&draft)?;
        let day = self.now.day();
        let routing = |copy: &DraftCopy| Routing {
            report: copy.report,
            desk: copy.desk,
            reference: reference.clone(),
            day,
            recalled: None,
            version: (report.version() > 1).then(|| report.version()),
            replaced: None,
            signed: None,
            restored: None,
            told: None,
            traced: None,
        };
        contents.work.waits = Some(HandedIn {
            draft: draft.draft,
            by: self.held.me.officer,
            routings: draft.copies.iter().map(routing).collect(),
        });
        contents.work.state = WorkState::Waiting;
        contents.history.add(self.entry(Act::HandedIn {
            reference: reference.clone(),
            desks: report.desks().to_vec(),
        }));
        self.write(desk, record, contents).await?;
        // Once more, should only the answer be lost. What did not arrive, whoever opens the record sees, and
        // can take back.
        let mut handed_in = self.api.put_draft(&put).await;
        if matches!(handed_in, Err(Failure::Unreachable | Failure::Unexpected)) {
            handed_in = self.api.put_draft(&put).await;
        }
        self.give_up(desk, record).await;
        if handed_in == Err(Failure::SignedOut) {
            return Err(Failure::SignedOut);
        }
        self.view(desk, record)
    }

    /// The report, made out to each desk and signed.
    fn draft_of(
        &mut self,
        report: &ReportDraft,
        record: RecordId,
        reference: &str,
        work: &Work,
    ) -> Result<Draft, Failure> {
        let author = self.held.me.officer;
        let mut made_out = Vec::with_capacity(report.desks().len());
        for desk in report.desks() {
            let id = ReportId::from_bytes(drawn(self.rng));
            let new = report.made_out(self.pins.inst, id, *desk, reference, author);
            let old = work.sent().find(|one| one.desk == *desk);
            made_out.push(match old {
                Some(old) => report.replacing(new, old.report),
                None => new,
            });
        }
        // What is different stands in the first, for all that replace one.
        made_out.sort_by_key(|report| report.replaces().is_none());
        let copies = made_out.iter().map(|report| {
            let signed = SignedReport::sign(report, self.held.keys.signing()).map_err(unsealed)?;
            Ok(DraftCopy {
                report: report.report,
                desk: report.desk,
                signature: signed.signature().into(),
                replaces: report.replaces(),
            })
        });
        let copies = copies.collect::<Result<_, Failure>>()?;
        Ok(Draft {
            ctx: DRAFT_CONTEXT.into(),
            draft: DraftId::from_bytes(drawn(self.rng)),
            record,
            since: self.now.minute(),
            kept: u32::try_from(work.kept.len()).unwrap_or(u32::MAX),
            report: made_out.into_iter().next().ok_or(Failure::Unexpected)?,
            copies,
            dropped: dropped(report, work),
        })
    }

    fn seal_draft(&self, draft: &Draft) -> Result<PutDraft, Failure> {
        let week = draft.report.created.week();
        let recipient = self.held.trust.desk_recipient(Desk::Triage, week)?;
        let recipient = Recipient::parse(recipient.as_str()).map_err(|_| Failure::Unexpected)?;
        let key = self.held.keys.signing();
        Ok(PutDraft {
            draft: draft.draft,
            week,
            frame: seal_draft(&recipient, self.pins.inst, draft, key).map_err(unsealed)?,
        })
    }
}

impl<T: Transport, R> Room<'_, T, R> {
    /// How far everything triage sent has come.
    pub(crate) async fn deliveries(mut self) -> Result<Answer, Failure> {
        self.fetch_deliveries().await?;
        let mut rows: Vec<_> = self.held.deliveries.values().cloned().collect();
        rows.sort_by_key(|row| (std::cmp::Reverse(row.day), row.report));
        Ok(Answer::Deliveries(rows))
    }

    pub(crate) async fn fetch_deliveries(&mut self) -> Result<(), Failure> {
        let rows = self.api.deliveries().await?.deliveries;
        self.held.deliveries = rows.into_iter().map(|row| (row.report, row)).collect();
        Ok(())
    }

    /// The officers of the installation.
    pub(crate) async fn officers(self) -> Result<Answer, Failure> {
        Ok(Answer::Officers(self.api.officers().await?.officers))
    }
}

/// The desks that have what is corrected and do not get the correction.
fn dropped(report: &ReportDraft, work: &Work) -> Option<Vec<Dropped>> {
    let out = work.sent().filter(|one| one.recalled.is_none());
    let lost = out.filter(|one| !report.desks().contains(&one.desk));
    let lost: Vec<Dropped> = lost
        .map(|one| Dropped {
            report: one.report,
            desk: one.desk,
        })
        .collect();
    (!lost.is_empty()).then_some(lost)
}

/// Draws a reference: year and eight characters, such as `GIN-26-7K3M-9QXT`.
fn reference<R: RngCore>(rng: &mut R, day: Day) -> String {
    let mut four = || -> String {
        let mut one = || READABLE.get(rng.gen_range(0..READABLE.len())).copied();
        [(); 4]
            .iter()
            .filter_map(|()| one())
            .map(char::from)
            .collect()
    };
    let (one, two) = (four(), four());
    let date = day.to_string();
    let year = date.get(2..4).unwrap_or_default();
    format!("GIN-{year}-{one}-{two}")
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_chacha::ChaCha20Rng;

    use super::*;

    #[test]
    fn a_reference_can_be_read_out() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let text = reference(&mut rng, "2026-11-22".parse().unwrap());
        assert_eq!(text.len(), "GIN-26-7K3M-9QXT".len());
        assert!(text.starts_with("GIN-26-"));
        assert!(!text.contains(['O', 'I', 'L', 'U', '0', '1']) || text.matches('I').count() == 1);
        assert_ne!(text, reference(&mut rng, "2026-11-22".parse().unwrap()));
    }
}
