//! A receiving desk's inbox: reports opened, their authors verified.

use std::collections::BTreeMap;

use domain::console::{Answer, Failure, Heading, InboxRow, Quarantine, ReportView};
use domain::message::Message;
use domain::report::Report;
use domain::wire::{DeliveryRow, OpenedReport, Purpose, Recalled};
use domain::{Day, Desk, ReportId};
use rand::RngCore;
use seal::report::SignedReport;
use unseal::report::{ExpectedReport, open_report};

use crate::opener::Room;
use crate::transport::Transport;
use crate::vault::with_keys_of;

/// What this session knows of reports.
#[derive(Default)]
pub(crate) struct InboxRoom {
    rows: BTreeMap<ReportId, DeliveryRow>,
    opened: BTreeMap<ReportId, (Report, SignedReport)>,
    messages: BTreeMap<ReportId, Message>,
}

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// A desk's reports, newest day first; headings of those opened in this session.
    pub(crate) async fn inbox(mut self, desk: Desk) -> Result<Answer, Failure> {
        let deliveries = self.fetch_inbox(desk).await?;
        let room = &self.held.inbox;
        let row = |delivery: DeliveryRow| {
            let opened = room.opened.get(&delivery.report);
            InboxRow {
                heading: opened.map(|(one, _)| heading(one)),
                message: room.messages.get(&delivery.report).cloned(),
                delivery,
            }
        };
        let mut rows: Vec<InboxRow> = deliveries.into_iter().map(row).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.delivery.day));
        Ok(Answer::Inbox { desk, rows })
    }

    /// What the server says lies at a desk.
    pub(crate) async fn fetch_inbox(&mut self, desk: Desk) -> Result<Vec<DeliveryRow>, Failure> {
        let deliveries = self.api.inbox(desk).await?.deliveries;
        if deliveries.iter().any(|one| one.desk != desk) {
            return Err(Failure::Unexpected);
        }
        let rows = deliveries.iter().map(|one| (one.report, one.clone()));
        self.held.inbox.rows.extend(rows);
        Ok(deliveries)
    }

    /// Opens a report. Only an officer in triage's roster can have written it, and another released it.
    pub(crate) async fn open_report(
        mut self,
        desk: Desk,
        report: ReportId,
        purpose: String,
    ) -> Result<Answer, Failure> {
        let sealed = self
            .api
            .open_report(desk, report, &Purpose { purpose })
            .await?;
        let key = self.held.ring.week(desk, sealed.week)?;
        let expected = ExpectedReport {
            inst: self.pins.inst,
            report,
            desk,
            week: sealed.week,
        };
        let opened = with_keys_of(&self.held.trust, Desk::Triage, |key_of| {
            open_report(&[key], &sealed.frame, &expected, key_of)
        });
        let opened = match opened {
            Ok(opened) => opened,
            Err(failure) => return self.message_or(failure, (desk, report), &sealed).await,
        };
        let unreleased = Failure::Quarantined(Quarantine::NotReleased);
        let released_by = opened.released_by.ok_or(unreleased)?;
        self.refuse_older(desk, &opened.report).await?;
        let room = &mut self.held.inbox;
        room.opened
            .insert(report, (opened.report.clone(), opened.signed));
        Ok(Answer::Report(Box::new(ReportView {
            report: opened.report,
            standing: opened.standing,
            released_by,
            delivery: room.rows.get(&report).cloned(),
        })))
    }

    /// What is no report may be a message. One that takes a report back is kept in its case.
    async fn message_or(
        mut self,
        failure: Failure,
        (desk, id): (Desk, ReportId),
        sealed: &OpenedReport,
    ) -> Result<Answer, Failure> {
        if failure != Failure::Quarantined(Quarantine::Another) {
            return Err(failure);
        }
        let view = self.message(desk, id, sealed)?;
        self.held.inbox.read(view.message.clone());
        let _ = self.keep_notice(&view).await;
        let _ = self.keep_given(&view).await;
        Ok(Answer::Message(Box::new(view)))
    }
}

impl InboxRoom {
    /// Whether something is a report that a second officer released, as the server says.
    pub(crate) fn is_report(&self, id: ReportId) -> bool {
        let row = self.rows.get(&id);
        row.is_some_and(|row| row.released_by.is_some())
    }

    /// Whether a report was taken back, as the server says.
    pub(crate) fn recalled(&self, report: ReportId) -> Option<Recalled> {
        self.rows.get(&report)?.recalled
    }

    /// What tells that a report stands again, as the server says.
    pub(crate) fn restored(&self, report: ReportId) -> Option<ReportId> {
        self.rows.get(&report)?.restored
    }

    /// Whether a report lies here and is not taken back, as the server says.
    pub(crate) fn stands(&self, report: ReportId) -> bool {
        let row = self.rows.get(&report);
        row.is_some_and(|row| row.recalled.is_none())
    }

    /// A message that was opened and verified.
    pub(crate) fn read(&mut self, message: Message) {
        self.messages.insert(message.id, message);
    }

    /// A report that was opened here for this desk, with what was signed, and the day it was delivered, if
    /// a list said so.
    pub(crate) fn opened(
        &self,
        desk: Desk,
        report: ReportId,
    ) -> Option<(&Report, &SignedReport, Option<Day>)> {
        let opened = self.opened.get(&report);
        let (opened, signed) = opened.filter(|(one, _)| one.desk == desk)?;
        Some((opened, signed, self.rows.get(&report).map(|row| row.day)))
    }
}

fn heading(report: &Report) -> Heading {
    Heading {
        reference: report.reference.clone(),
        priority: report.priority,
        category: report.category,
        title: report.title.clone(),
        grade: report.grade.to_string(),
    }
}
