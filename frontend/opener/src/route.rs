//! Routing: one signed report for each desk, sealed to it; and what became of them.

use domain::console::{Answer, Failure};
use domain::report::Report;
use domain::wire::{Deliver, NewReport};
use domain::work::{Act, ReportDraft, Routing, Work, WorkState};
use domain::{Day, Desk, RecordId, ReportId};
use rand::{CryptoRng, Rng, RngCore};
use seal::hybrid::Recipient;
use seal::report::{SignedReport, seal_report};

use crate::accept::drawn;
use crate::opener::Room;
use crate::transport::Transport;
use crate::vault::unsealed;

/// Letters and digits that are not mistaken for one another when read out.
const READABLE: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

impl<T: Transport, R: RngCore + CryptoRng> Room<'_, T, R> {
    /// Makes, signs and seals a report for each desk, notes them in the record, delivers them.
    ///
    /// The record is written first: a report that then does not arrive shows there as not arrived,
    /// while one that arrived unnoted would be sent twice.
    pub(crate) async fn route(
        mut self,
        desk: Desk,
        record: RecordId,
        mut work: Work,
    ) -> Result<Answer, Failure> {
        let own_words = self.every_own_word(desk, record).await?;
        work.forget_rewritten(&own_words);
        let draft = match work.check_to_send(&own_words, self.now.day()) {
            Ok(draft) => draft,
            Err(problems) => return Ok(Answer::NotReady(problems)),
        };
        self.held.vault.lease(record)?;
        let mut contents = self.edited(desk, record, work)?;
        let reference = reference(self.rng, self.now.day());
        let reports = self.seal_reports(&draft, &reference)?;
        let day = self.now.day();
        let routing = |report: &NewReport| Routing {
            report: report.report,
            desk: report.desk,
            reference: reference.clone(),
            day,
        };
        contents.work.routings.extend(reports.iter().map(routing));
        contents.work.state = WorkState::Routed;
        contents.history.add(self.entry(Act::Routed {
            reference: reference.clone(),
            desks: draft.desks().to_vec(),
        }));
        self.write(desk, record, contents).await?;
        self.api.deliver(&Deliver { reports }).await?;
        self.fetch_deliveries().await?;
        self.view(desk, record)
    }

    fn seal_reports(
        &mut self,
        draft: &ReportDraft,
        reference: &str,
    ) -> Result<Vec<NewReport>, Failure> {
        let mut reports = Vec::with_capacity(draft.desks().len());
        for desk in draft.desks() {
            let id = ReportId::from_bytes(drawn(self.rng));
            let author = self.held.me.officer;
            let report = draft.made_out(self.pins.inst, id, *desk, reference, author);
            reports.push(self.seal_report(&report)?);
        }
        Ok(reports)
    }

    fn seal_report(&self, report: &Report) -> Result<NewReport, Failure> {
        let week = self.now.day().week();
        let recipient = self.held.trust.desk_recipient(report.desk, week)?;
        let recipient = Recipient::parse(recipient.as_str()).map_err(|_| Failure::Unexpected)?;
        let signed = SignedReport::sign(report, self.held.keys.signing()).map_err(unsealed)?;
        Ok(NewReport {
            report: report.report,
            desk: report.desk,
            week,
            frame: seal_report(&recipient, self.pins.inst, &signed).map_err(unsealed)?,
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
