//! What desks write to one another about reports: signed by an officer, sealed to a desk.

use domain::console::{Answer, Failure, MessageView};
use domain::message::{MESSAGE_CONTEXT, Message, MessageKind};
use domain::wire::{NewReport, OpenedReport};
use domain::{Desk, ReportId};
use rand::{CryptoRng, RngCore};
use seal::hybrid::Recipient;
use seal::message::seal_message;
use unseal::message::{ExpectedMessage, open_message};

use crate::accept::drawn;
use crate::opener::Room;
use crate::transport::Transport;
use crate::vault::{quarantined, unsealed};

/// What a message is about.
pub(crate) struct About {
    /// The reference of a report.
    pub(crate) reference: String,
    /// That report, if the desk that reads it has it.
    pub(crate) report: Option<ReportId>,
    /// The notice that it undoes.
    pub(crate) undoes: Option<ReportId>,
}

impl<T: Transport, R: RngCore + CryptoRng> Room<'_, T, R> {
    /// Writes to another desk about a report.
    pub(crate) async fn write_message(
        mut self,
        (from, to): (Desk, Desk),
        (reference, report): (String, Option<ReportId>),
        text: String,
        answers: Option<ReportId>,
    ) -> Result<Answer, Failure> {
        let kind = MessageKind::between(from, to).ok_or(Failure::NotAllowed)?;
        let about = About {
            reference,
            report,
            undoes: None,
        };
        let sealed = self.sealed_message((from, to), kind, about, text)?;
        self.api.write_message(from, &sealed).await?;
        if let Some(answered) = answers {
            // At worst it goes on waiting for an answer.
            let _ = self.api.acknowledge(from, answered).await;
        }
        Ok(Answer::Done)
    }
}

impl<T, R: RngCore> Room<'_, T, R> {
    /// A message of this officer's, signed and sealed to the desk it is for.
    pub(crate) fn sealed_message(
        &mut self,
        (from, to): (Desk, Desk),
        kind: MessageKind,
        About {
            reference,
            report,
            undoes,
        }: About,
        text: String,
    ) -> Result<NewReport, Failure> {
        let day = self.now.day();
        let message = Message {
            ctx: MESSAGE_CONTEXT.into(),
            inst: self.pins.inst,
            id: ReportId::from_bytes(drawn(self.rng)),
            from,
            to,
            kind,
            created: day,
            author: self.held.me.officer,
            name: self.held.me.name.clone(),
            reference,
            text,
            report,
            undoes,
        };
        let recipient = self.held.trust.desk_recipient(to, day.week())?;
        let recipient = Recipient::parse(recipient.as_str()).map_err(|_| Failure::Unexpected)?;
        let key = self.held.keys.signing();
        let frame = seal_message(&recipient, self.pins.inst, &message, key).map_err(unsealed)?;
        Ok(NewReport {
            report: message.id,
            desk: to,
            week: day.week(),
            frame,
        })
    }
}

impl<T: Transport, R> Room<'_, T, R> {
    /// What came among a desk's reports, if it is a message by an officer of the desk it names.
    pub(crate) fn message(
        &self,
        desk: Desk,
        id: ReportId,
        sealed: &OpenedReport,
    ) -> Result<MessageView, Failure> {
        let key = self.held.ring.week(desk, sealed.week)?;
        let expected = ExpectedMessage {
            inst: self.pins.inst,
            id,
            desk,
            week: sealed.week,
        };
        let trust = &self.held.trust;
        let opened = open_message(key, &sealed.frame, &expected, &|desk, officer, day| {
            trust.writer(desk, officer, day)
        });
        let (message, standing) = opened.map_err(quarantined)?;
        let record = message
            .report
            .filter(|_| desk == Desk::Triage)
            .and_then(|report| self.held.vault.sent_from(report, message.from));
        Ok(MessageView {
            message,
            standing,
            record,
        })
    }
}
