//! What an officer does with a case, and why not.

use serde::{Deserialize, Serialize};

use super::{
    ACTION_MAX, Action, ActionState, Agency, CASE_BYTES_MAX, CASE_LIST_MAX, CASE_NOTE_MAX,
    CASE_PLACE_MAX, Case, CaseAct, CaseNote, CaseState, Condition, FourP, Hand, LoggedOutcome,
    Outcome, Phase,
};
use crate::calendar::Day;
use crate::export::{BadErrand, Errand, Given};
use crate::report::Report;

/// Bytes kept for each open action: the hand that will settle it.
const SETTLING: usize = 160;
/// Bytes that notes and plans leave for what came of it.
const ENDING: usize = 600;

/// One thing an officer does with a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "deed")]
pub enum Deed {
    /// Plans an action.
    Plan {
        /// Which P.
        p: FourP,
        /// What is to be done.
        what: String,
        /// Who owns it.
        owner: Agency,
        /// By when.
        due: Option<Day>,
        /// The phase in a hotspot area.
        phase: Option<Phase>,
    },
    /// Says how far an action is.
    Settle {
        /// Which action, from 0.
        action: usize,
        /// How far.
        state: ActionState,
    },
    /// Gives an action another day.
    Postpone {
        /// Which action, from 0.
        action: usize,
        /// The new day.
        due: Day,
    },
    /// Writes a note.
    Note {
        /// The text.
        text: String,
    },
    /// Logs an outcome.
    Log {
        /// What came of it.
        outcome: Outcome,
        /// Under which P.
        p: FourP,
        /// Whose it is.
        agency: Agency,
        /// The phase in a hotspot area.
        phase: Option<Phase>,
        /// The day it happened.
        day: Day,
    },
    /// Says where it is, for the district's picture.
    Place {
        /// Ward, estate or street.
        place: String,
    },
    /// Records that the originator agreed to action.
    Agree {
        /// Who agreed, to what.
        text: String,
    },
    /// Gives the report to another force or agency.
    Export {
        /// To whom, and what for.
        errand: Errand,
    },
    /// Closes the case.
    Close,
    /// Opens it again.
    Reopen,
}

/// Why a deed was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum DeedProblem {
    /// Something must be written.
    #[error("nothing is written")]
    Missing,
    /// The text is too long.
    #[error("the text is too long")]
    TooLong,
    /// There are as many as one case can hold.
    #[error("too many")]
    TooMany,
    /// The case has no room for so much text.
    #[error("the case is full")]
    Full,
    /// The originator has not agreed to action yet.
    #[error("the originator has not agreed")]
    NotAgreed,
    /// It is not there.
    #[error("not there")]
    NotThere,
    /// The case is closed.
    #[error("the case is closed")]
    IsClosed,
    /// Actions are still to be done.
    #[error("actions are still to be done")]
    ActionsOpen,
    /// Nothing says what came of it.
    #[error("no outcome is logged")]
    NoOutcome,
    /// The report has conditions: only triage, its originator, gives it away.
    #[error("only its originator may give it away")]
    OnlyOriginator,
    /// The report is not proven to be what officers of triage signed and released.
    #[error("the report is not proven")]
    Unproven,
    /// The day has not come yet.
    #[error("the day is still to come")]
    FutureDay,
    /// Triage took the report back.
    #[error("the report was taken back")]
    Recalled,
    /// Work goes on in the case of a correction.
    #[error("a correction took its place")]
    Replaced,
}

impl Deed {
    /// Most bytes the case may have after it; none if it is always done.
    const fn bytes_most(&self) -> Option<usize> {
        match self {
            Self::Plan { .. }
            | Self::Note { .. }
            | Self::Place { .. }
            | Self::Agree { .. }
            | Self::Export { .. } => Some(CASE_BYTES_MAX.saturating_sub(ENDING)),
            Self::Log { .. } => Some(CASE_BYTES_MAX),
            Self::Settle { .. } | Self::Postpone { .. } | Self::Close | Self::Reopen => None,
        }
    }

    /// Whether it is still done once triage took the report back: nothing new is begun then, but what was
    /// done with it is written down and what was begun is ended.
    const fn may_follow_a_recall(&self) -> bool {
        match self {
            Self::Settle { state, .. } => !matches!(state, ActionState::Open),
            Self::Note { .. } | Self::Log { .. } | Self::Close | Self::Reopen => true,
            Self::Plan { .. }
            | Self::Postpone { .. }
            | Self::Place { .. }
            | Self::Agree { .. }
            | Self::Export { .. } => false,
        }
    }
}

impl Case {
    /// Does one deed by this hand, or changes nothing. What was begun can always be settled and closed:
    /// what is only written leaves room for that.
    pub fn take(&mut self, deed: Deed, report: &Report, by: Hand) -> Result<CaseAct, DeedProblem> {
        if self.replaced_by.is_some() {
            return Err(DeedProblem::Replaced);
        }
        if self.state == CaseState::Closed && deed != Deed::Reopen {
            return Err(DeedProblem::IsClosed);
        }
        if self.recalled.is_some() && !deed.may_follow_a_recall() {
            return Err(DeedProblem::Recalled);
        }
        let most = deed.bytes_most();
        let mut after = self.clone();
        let act = after.done(deed, report, by)?;
        if most.is_some_and(|most| after.bytes() > most) {
            return Err(DeedProblem::Full);
        }
        *self = after;
        Ok(act)
    }

    /// Bytes of it as CBOR once every open action is settled.
    pub(super) fn bytes(&self) -> usize {
        let open = self.open_actions().count().saturating_mul(SETTLING);
        minicbor::to_vec(self).map_or(usize::MAX, |bytes| bytes.len().saturating_add(open))
    }

    fn done(&mut self, deed: Deed, report: &Report, by: Hand) -> Result<CaseAct, DeedProblem> {
        match deed {
            Deed::Plan { .. } | Deed::Log { .. } => self.act(deed, report, by),
            Deed::Settle { action, state } => self.settle(action, state, by),
            Deed::Postpone { action, due } => {
                self.open_action(action)?.due = Some(due);
                Ok(CaseAct::Followed)
            }
            Deed::Note { text } => {
                let text = written(&text, CASE_NOTE_MAX)?;
                room(&self.notes)?;
                self.notes.push(CaseNote { text, by });
                Ok(CaseAct::Noted)
            }
            Deed::Place { place } => {
                fits(&place, CASE_PLACE_MAX)?;
                place.trim().clone_into(&mut self.place);
                Ok(CaseAct::Placed)
            }
            Deed::Agree { text } => {
                let text = written(&text, CASE_NOTE_MAX)?;
                self.agreed = Some(CaseNote { text, by });
                Ok(CaseAct::Agreed)
            }
            Deed::Export { errand } => self.export(&errand, report, by),
            Deed::Close => self.close(),
            Deed::Reopen => {
                self.state = CaseState::Open;
                Ok(CaseAct::Reopened)
            }
        }
    }

    /// What needs the originator's agreement under condition A1. That nothing is to be done does not.
    fn act(&mut self, deed: Deed, report: &Report, by: Hand) -> Result<CaseAct, DeedProblem> {
        let harmless = matches!(
            deed,
            Deed::Log {
                outcome: Outcome::NoFurtherAction,
                ..
            }
        );
        if !harmless && !self.may_act(report) {
            return Err(DeedProblem::NotAgreed);
        }
        match deed {
            Deed::Plan {
                p,
                what,
                owner,
                due,
                phase,
            } => {
                room(&self.actions)?;
                self.actions.push(Action {
                    p,
                    what: written(&what, ACTION_MAX)?,
                    owner,
                    due,
                    phase,
                    state: ActionState::Open,
                    planned: by,
                    settled: None,
                });
                Ok(CaseAct::Planned)
            }
            Deed::Log {
                outcome,
                p,
                agency,
                phase,
                day,
            } => {
                room(&self.outcomes)?;
                if day > by.day {
                    return Err(DeedProblem::FutureDay);
                }
                self.outcomes.push(LoggedOutcome {
                    outcome,
                    p,
                    agency,
                    day,
                    phase,
                    logged: by,
                });
                Ok(CaseAct::Logged)
            }
            _ => Err(DeedProblem::NotThere),
        }
    }

    fn export(
        &mut self,
        errand: &Errand,
        report: &Report,
        by: Hand,
    ) -> Result<CaseAct, DeedProblem> {
        if Condition::of(report).is_some() {
            return Err(DeedProblem::OnlyOriginator);
        }
        let errand = errand.checked()?;
        let given = self.given.get_or_insert_default();
        room(given)?;
        given.push(Given { errand, by });
        Ok(CaseAct::Exported)
    }

    fn settle(
        &mut self,
        action: usize,
        state: ActionState,
        by: Hand,
    ) -> Result<CaseAct, DeedProblem> {
        let action = self.actions.get_mut(action).ok_or(DeedProblem::NotThere)?;
        action.state = state;
        action.settled = match state {
            ActionState::Open => None,
            ActionState::Done | ActionState::Dropped => Some(by),
        };
        Ok(CaseAct::Followed)
    }

    fn open_action(&mut self, action: usize) -> Result<&mut Action, DeedProblem> {
        let action = self.actions.get_mut(action);
        let action = action.filter(|action| action.state == ActionState::Open);
        action.ok_or(DeedProblem::NotThere)
    }

    fn close(&mut self) -> Result<CaseAct, DeedProblem> {
        if self.open_actions().next().is_some() {
            return Err(DeedProblem::ActionsOpen);
        }
        if self.outcomes.is_empty() && self.recalled.is_none() {
            return Err(DeedProblem::NoOutcome);
        }
        self.state = CaseState::Closed;
        Ok(CaseAct::Closed)
    }
}

impl From<BadErrand> for DeedProblem {
    fn from(bad: BadErrand) -> Self {
        match bad {
            BadErrand::Missing => Self::Missing,
            BadErrand::TooLong => Self::TooLong,
        }
    }
}

fn fits(text: &str, most: usize) -> Result<(), DeedProblem> {
    let short = text.trim().len() <= most;
    short.then_some(()).ok_or(DeedProblem::TooLong)
}

fn written(text: &str, most: usize) -> Result<String, DeedProblem> {
    fits(text, most)?;
    match text.trim() {
        "" => Err(DeedProblem::Missing),
        text => Ok(text.to_owned()),
    }
}

fn room<T>(list: &[T]) -> Result<(), DeedProblem> {
    let few = list.len() < CASE_LIST_MAX;
    few.then_some(()).ok_or(DeedProblem::TooMany)
}
