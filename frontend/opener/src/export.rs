//! A report for another force or agency: recorded by the server, written down sealed, then signed.

use domain::case::{Case, Deed, DeedProblem};
use domain::console::{Answer, Exported, ExportedFrom, Failure, MessageView, Proof, ToExport};
use domain::export::{Errand, ExportSheet, file_stem};
use domain::message::MessageKind;
use domain::report::Report;
use domain::wire::NewReport;
use domain::work::{Act, HistoryEntry, Routing};
use domain::{Desk, OfficerId, RecordId, Standing};
use rand::{CryptoRng, RngCore};
use seal::report::SignedReport;
use unseal::export::{Export, Sending};

use crate::cases::proof;
use crate::matter::Tips;
use crate::messages::About;
use crate::opener::Room;
use crate::transport::Transport;

/// A report as it left triage.
struct Released {
    report: Report,
    signed: SignedReport,
    /// Who released it.
    by: OfficerId,
}

impl<T: Transport, R: RngCore + CryptoRng> Room<'_, T, R> {
    /// Exports a report. The server records that something of a record is disclosed, and learns neither
    /// what, nor to whom, nor what for; the file is handed out once the record says so too.
    pub(crate) async fn export(self, what: ToExport) -> Result<Answer, Failure> {
        if what.desk == Desk::Triage {
            self.export_sent(what).await
        } else {
            self.export_case(what).await
        }
    }

    async fn export_case(mut self, what: ToExport) -> Result<Answer, Failure> {
        let ToExport {
            desk,
            record,
            errand,
        } = what;
        // A report that was taken back while its case lay open goes nowhere, believed notice or not.
        self.hear_of_recall(desk, record).await?;
        let open = self.held.cases.opened(desk, record)?;
        let received = &open.contents.original;
        if self.held.inbox.recalled(received.report.report).is_some() {
            return Ok(Answer::NotDone(DeedProblem::Recalled));
        }
        // What would not be done is found out before anything is recorded.
        let mut case: Case = open.contents.work.clone();
        let deed = Deed::Export { errand };
        let exported = case.take(deed.clone(), &received.report, self.hand());
        let given = case.given.as_ref().and_then(|given| given.last());
        let (Ok(_), Some(given)) = (exported, given) else {
            let problem = exported.err().unwrap_or(DeedProblem::Missing);
            return Ok(Answer::NotDone(problem));
        };
        // What was kept before signatures were cannot prove where it comes from.
        if proof(received, self.pins.inst, desk, &self.held.trust) != Proof::Signed {
            return Ok(Answer::NotDone(DeedProblem::Unproven));
        }
        let signatures = received.signatures.as_ref().ok_or(Failure::Unexpected)?;
        let Some(released) = self.released_report(&received.report, signatures) else {
            return Ok(Answer::NotDone(DeedProblem::Unproven));
        };
        let name = named(&released.report);
        let (file, sheet) = self.signed_file(released, (desk, given.errand.clone()))?;
        let told = self.told_triage(desk, &sheet)?;
        self.api.disclose(desk, record).await?;
        // Triage, whose report it is, hears of it before the file is handed out.
        self.api.write_message(desk, &told).await?;
        match self.on_case(desk, record, deed).await? {
            Answer::Case(case) => Ok(Answer::Exported(Box::new(Exported {
                kept: ExportedFrom::Case(case),
                name,
                file,
                sheet,
            }))),
            other => Ok(other),
        }
    }

    /// Triage is the originator: it alone gives away what has conditions.
    async fn export_sent(mut self, what: ToExport) -> Result<Answer, Failure> {
        let (desk, record) = (what.desk, what.record);
        let errand = match what.errand.checked() {
            Ok(errand) => errand,
            Err(bad) => return Ok(Answer::NotDone(bad.into())),
        };
        self.held.vault.opened(desk, record)?;
        self.fetch_deliveries().await?;
        let Some(released) = self.sent_report(desk, record)? else {
            return Ok(Answer::NotDone(DeedProblem::Unproven));
        };
        let name = named(&released.report);
        let reference = released.report.reference.clone();
        let (file, sheet) = self.signed_file(released, (desk, errand.clone()))?;
        self.api.disclose(desk, record).await?;
        self.note_export(desk, record, Act::Exported { reference, errand })
            .await?;
        let Answer::Record(view) = self.view(desk, record)? else {
            return Err(Failure::Unexpected);
        };
        Ok(Answer::Exported(Box::new(Exported {
            kept: ExportedFrom::Record(view),
            name,
            file,
            sheet,
        })))
    }

    /// What tells triage to whom a desk gave its report, and what for.
    fn told_triage(&mut self, desk: Desk, sheet: &ExportSheet) -> Result<NewReport, Failure> {
        let about = About {
            reference: sheet.report.reference.clone(),
            report: Some(sheet.report.report),
            undoes: None,
        };
        let (ends, kind) = ((desk, Desk::Triage), MessageKind::GivenAway);
        self.sealed_message(ends, kind, about, sheet.errand.told())
    }

    async fn note_export(&mut self, desk: Desk, record: RecordId, act: Act) -> Result<(), Failure> {
        let held = self.held.vault.leases.contains_key(&record);
        if !held {
            self.claim_quietly(desk, record).await?;
        }
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        contents.history.add(self.entry(act));
        let written = self.write(desk, record, contents).await;
        if !held {
            self.give_up(desk, record).await;
        }
        written.map(drop)
    }
}

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Keeps in the record of a report that its desk gave it away, once, if whoever says so is still of that desk.
    pub(crate) async fn keep_given(&mut self, view: &MessageView) -> Result<(), Failure> {
        let message = &view.message;
        let is_told = message.kind == MessageKind::GivenAway && view.standing == Standing::Serving;
        let (true, Some(record), Some(errand)) =
            (is_told, view.record, Errand::read(&message.text))
        else {
            return Ok(());
        };
        let desk = Desk::Triage;
        let lies_open = self.held.vault.leases.contains_key(&record);
        if lies_open {
            // What is being written there is not moved on under the officer's hands.
            return Ok(());
        }
        self.fetch_record::<Tips>(desk, record, "review".into())
            .await?;
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        let id = message.id;
        let is_kept = |entry: &HistoryEntry| matches!(&entry.act, Act::GivenAway { message, .. } if *message == id);
        if contents.history.entries.iter().any(is_kept) {
            return Ok(());
        }
        contents.history.add(self.entry(Act::GivenAway {
            message: id,
            desk: message.from,
            day: message.created,
            errand,
        }));
        self.claim_quietly(desk, record).await?;
        let kept = self.write(desk, record, contents).await;
        self.give_up(desk, record).await;
        kept.map(drop)
    }
}

impl<T, R> Room<'_, T, R> {
    /// The file, and what is printed of it.
    fn signed_file(
        &self,
        Released { report, signed, by }: Released,
        (desk, errand): (Desk, Errand),
    ) -> Result<(String, ExportSheet), Failure> {
        let sending = Sending {
            errand: errand.clone(),
            desk,
            exporter: self.held.me.officer,
            day: self.now.day(),
        };
        let file = Export::sign(&signed, report.clone(), sending, self.held.keys.signing());
        let file = file.map_err(|_| Failure::Unexpected)?;
        let sheet = ExportSheet {
            report,
            errand,
            desk,
            exporter: self.held.me.officer,
            exporter_name: self.held.me.name.clone(),
            released_by: by,
            day: self.now.day(),
        };
        Ok((file, sheet))
    }

    /// A report with its signatures, if an officer of triage wrote it and a second one released it.
    fn released_report(&self, report: &Report, signatures: &[u8]) -> Option<Released> {
        let trust = &self.held.trust;
        let key_of = |officer, day| trust.writer(Desk::Triage, officer, day).map(|(key, _)| key);
        let signed = SignedReport::rejoin(report, signatures).ok()?;
        let (report, by) = signed.verify(&key_of).ok()?;
        let by = by?;
        Some(Released { report, signed, by })
    }

    /// The newest report that a record was sent as and not taken back, put together again; none if what was
    /// signed is not kept, or is not what the record says now.
    fn sent_report(&self, desk: Desk, record: RecordId) -> Result<Option<Released>, Failure> {
        let work = &self.held.vault.opened(desk, record)?.contents.work;
        let stands = |routing: &&Routing| {
            let delivery = self.held.deliveries.get(&routing.report);
            let delivered = delivery.is_some_and(|row| row.recalled.is_none());
            delivered && routing.recalled.is_none() && routing.replaced.is_none()
        };
        let whole = |routing: &Routing| {
            let by = routing.signed.as_ref()?;
            // As it was when this version was sent: it was none of those after it.
            let mut sent = work.clone();
            sent.routings
                .retain(|one| one.version() < routing.version());
            let draft = sent.as_sent(routing.day)?;
            let inst = self.pins.inst;
            let (id, to, reference) = (routing.report, routing.desk, &routing.reference);
            let report = draft.made_out(inst, id, to, reference, by.author);
            self.released_report(&report, &by.signatures)
        };
        Ok(work.routings.iter().rev().filter(stands).find_map(whole))
    }
}

/// A file's name, of letters, digits and dashes alone, whatever the report calls itself.
fn named(report: &Report) -> String {
    format!("{}.json", file_stem(&report.reference))
}
