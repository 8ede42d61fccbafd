//! What one desk writes to another about a report: questions, answers, and what Silver is to take up.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::desk::Desk;
use crate::id::{InstallationId, OfficerId, ReportId};

/// The context string at the head of every message.
pub const MESSAGE_CONTEXT: &str = "ginnel/message/v1";
/// Most bytes of UTF-8 in a message.
pub const MESSAGE_MAX: usize = 4_000;

/// What a message is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum MessageKind {
    /// A desk asks triage.
    #[n(0)]
    Question,
    /// Triage answers.
    #[n(1)]
    Answer,
    /// A Bronze group asks Silver to take something up.
    #[n(2)]
    Escalation,
    /// Silver gives it back.
    #[n(3)]
    GivenBack,
    /// Triage takes a report back that it sent.
    #[n(4)]
    Recall,
    /// Another officer of triage lets a report stand again that was taken back.
    #[n(5)]
    Restored,
    /// A desk tells triage that it gave a report of triage's to another force or agency.
    #[n(7)]
    GivenAway,
}

/// A message, sealed to one desk like a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Message {
    /// Always [`MESSAGE_CONTEXT`].
    #[n(0)]
    pub ctx: String,
    /// The installation it comes from.
    #[n(1)]
    pub inst: InstallationId,
    /// Its id: it lies among the reports of the desk it is for.
    #[n(2)]
    pub id: ReportId,
    /// The desk it comes from.
    #[n(3)]
    pub from: Desk,
    /// The desk it is for.
    #[n(4)]
    pub to: Desk,
    /// What it is for.
    #[n(5)]
    pub kind: MessageKind,
    /// The day it was written.
    #[n(6)]
    pub created: Day,
    /// Who wrote it.
    #[n(7)]
    pub author: OfficerId,
    /// The name they sign in with.
    #[n(8)]
    pub name: String,
    /// The reference of the report it is about.
    #[n(9)]
    pub reference: String,
    /// The text.
    #[n(10)]
    pub text: String,
    /// The report it is about, if a desk asks about one it has; always if it takes one back.
    #[n(11)]
    pub report: Option<ReportId>,
    /// The notice that it undoes, if it lets a report stand again.
    #[n(12)]
    #[serde(default)]
    pub undoes: Option<ReportId>,
}

impl MessageKind {
    /// What a desk may write to another, if anything.
    pub const fn between(from: Desk, to: Desk) -> Option<Self> {
        match (from, to) {
            (Desk::Bronze(_), Desk::Silver) => Some(Self::Escalation),
            (Desk::Silver, Desk::Bronze(_)) => Some(Self::GivenBack),
            (Desk::Bronze(_) | Desk::Team(_) | Desk::Silver, Desk::Triage) => Some(Self::Question),
            (Desk::Triage, Desk::Bronze(_) | Desk::Team(_) | Desk::Silver) => Some(Self::Answer),
            (_, _) => None,
        }
    }
}

impl Message {
    /// Whether it is what it says, and not empty or too long.
    pub fn is_sound(&self) -> bool {
        self.ctx == MESSAGE_CONTEXT
            && self.is_between_its_desks()
            && !self.text.trim().is_empty()
            && self.text.len() <= MESSAGE_MAX
    }

    fn is_between_its_desks(&self) -> bool {
        let is_of_triage =
            self.from == Desk::Triage && self.to.receives_reports() && self.report.is_some();
        match self.kind {
            MessageKind::Recall => is_of_triage,
            MessageKind::Restored => is_of_triage && self.undoes.is_some(),
            MessageKind::GivenAway => {
                self.to == Desk::Triage && self.from.receives_reports() && self.report.is_some()
            }
            kind => MessageKind::between(self.from, self.to) == Some(kind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{District, Team};

    #[test]
    fn a_desk_writes_to_triage_and_bronze_to_silver_and_each_is_answered() {
        let leeds = Desk::Bronze(District::Leeds);
        let kirklees = Desk::Bronze(District::Kirklees);
        let between = MessageKind::between;
        assert_eq!(between(leeds, Desk::Triage), Some(MessageKind::Question));
        assert_eq!(between(Desk::Triage, leeds), Some(MessageKind::Answer));
        assert_eq!(between(leeds, Desk::Silver), Some(MessageKind::Escalation));
        assert_eq!(between(Desk::Silver, leeds), Some(MessageKind::GivenBack));
        for (from, to) in [
            (leeds, kirklees),
            (leeds, leeds),
            (Desk::Team(Team::Cyber), Desk::Silver),
            (Desk::Triage, Desk::CorruptionA),
            (Desk::CorruptionA, Desk::Triage),
            (Desk::Triage, Desk::Triage),
        ] {
            assert_eq!(between(from, to), None, "{from} to {to}");
        }
    }

    #[test]
    fn only_triage_puts_a_report_back_and_says_which_notice_it_undoes() {
        let id = ReportId::from_bytes([2; 16]);
        let message = Message {
            ctx: MESSAGE_CONTEXT.into(),
            inst: InstallationId::from_bytes([1; 16]),
            id,
            from: Desk::Triage,
            to: Desk::Bronze(District::Leeds),
            kind: MessageKind::Restored,
            created: Day(20_000),
            author: OfficerId::from_bytes([3; 16]),
            name: "number.seven".into(),
            reference: "GIN-26-AAAA-AAAA".into(),
            text: "It was right.".into(),
            report: Some(id),
            undoes: Some(id),
        };
        assert!(message.is_sound());
        let mut of_nothing = message.clone();
        of_nothing.undoes = None;
        let mut of_a_desk = message.clone();
        of_a_desk.from = Desk::Silver;
        let mut to_triage = message;
        to_triage.to = Desk::Triage;
        for wrong in [of_nothing, of_a_desk, to_triage] {
            assert!(!wrong.is_sound());
        }
    }
}
