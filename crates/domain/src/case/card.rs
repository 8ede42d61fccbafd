//! What lists show of a case: enough for the inbox, the meeting and the district's picture.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    Action, ActionState, Agency, Case, CaseState, Condition, FourP, Outcome, Phase, Received,
};
use crate::calendar::Day;
use crate::category::Category;
use crate::grade::ActionCode;
use crate::id::ReportId;
use crate::priority::Priority;
use crate::work::cut;

/// Most open actions on a card, the soonest due; more are only counted.
const OPEN_MAX: usize = 6;
/// Most settled actions on a card, the newest.
const SETTLED_MAX: usize = 4;
/// Most bytes of a settled action on a card.
const SETTLED_TEXT_MAX: usize = 50;
/// Most outcomes on a card, the newest.
const OUTCOMES_MAX: usize = 20;
/// Most bytes of the title on a card.
const CASE_TITLE_MAX: usize = 120;

/// The plaintext of a case's card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct CaseCard {
    /// The report it is made of.
    #[n(0)]
    pub report: ReportId,
    /// What officers quote.
    #[n(1)]
    pub reference: String,
    /// How urgent the report is.
    #[n(2)]
    pub priority: Priority,
    /// The threat category.
    #[n(3)]
    pub category: Category,
    /// The report's title, cut.
    #[n(4)]
    pub title: String,
    /// The strictest condition of the report.
    #[n(5)]
    pub condition: Option<ActionCode>,
    /// Whether the originator agreed to action.
    #[n(6)]
    pub agreed: bool,
    /// The day it was taken on.
    #[n(7)]
    pub taken_on: Day,
    /// Whether work is over.
    #[n(8)]
    pub state: CaseState,
    /// Where it is.
    #[n(9)]
    pub place: String,
    /// Open actions, the soonest due first, then settled ones, the newest first.
    #[n(10)]
    pub actions: Vec<CaseAction>,
    /// Open actions there was no room for.
    #[n(11)]
    pub more: u8,
    /// Outcomes, newest last.
    #[n(12)]
    pub outcomes: Vec<CaseOutcome>,
    /// Said if the desk is only to know of it, while others act.
    #[n(13)]
    pub for_information: Option<bool>,
    /// Why it counts no more, if it does not.
    #[n(14)]
    pub withdrawn: Option<Withdrawn>,
    /// Which version of the report it is of, if not the first.
    #[n(15)]
    pub version: Option<u32>,
}

/// Why a case counts no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum Withdrawn {
    /// Triage took its report back.
    #[n(0)]
    Recalled,
    /// Work goes on in the case of a correction.
    #[n(1)]
    Replaced,
}

impl Withdrawn {
    fn of(case: &Case) -> Option<Self> {
        match (&case.replaced_by, &case.recalled) {
            (Some(_), _) => Some(Self::Replaced),
            (None, Some(_)) => Some(Self::Recalled),
            (None, None) => None,
        }
    }
}

/// An action as a card names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct CaseAction {
    /// Which P.
    #[n(0)]
    pub p: FourP,
    /// What is to be done; cut once it is settled.
    #[n(1)]
    pub what: String,
    /// Who owns it.
    #[n(2)]
    pub owner: Agency,
    /// By when.
    #[n(3)]
    pub due: Option<Day>,
    /// The phase in a hotspot area.
    #[n(4)]
    pub phase: Option<Phase>,
    /// How far it is.
    #[n(5)]
    pub state: ActionState,
    /// When it was settled.
    #[n(6)]
    pub settled: Option<Day>,
}

/// An outcome as a card names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct CaseOutcome {
    /// What.
    #[n(0)]
    pub outcome: Outcome,
    /// Under which P.
    #[n(1)]
    pub p: FourP,
    /// Whose it is.
    #[n(2)]
    pub agency: Agency,
    /// The day it happened.
    #[n(3)]
    pub day: Day,
}

impl CaseCard {
    /// The card of a case.
    pub fn of(received: &Received, case: &Case) -> Self {
        let report = &received.report;
        let open = case.open_actions().count();
        let skip = case.outcomes.len().saturating_sub(OUTCOMES_MAX);
        let outcomes = case.outcomes.iter().skip(skip);
        Self {
            report: report.report,
            reference: report.reference.clone(),
            priority: report.priority,
            category: report.category,
            title: cut(&report.title, CASE_TITLE_MAX),
            condition: Condition::of(report).map(Condition::code),
            agreed: case.agreed.is_some(),
            taken_on: received.taken_on.day,
            state: case.state,
            place: case.place.clone(),
            actions: actions(case),
            more: u8::try_from(open.saturating_sub(OPEN_MAX)).unwrap_or(u8::MAX),
            outcomes: outcomes
                .map(|one| CaseOutcome {
                    outcome: one.outcome,
                    p: one.p,
                    agency: one.agency,
                    day: one.day,
                })
                .collect(),
            for_information: report.is_for_information().then_some(true),
            withdrawn: Withdrawn::of(case),
            version: report.correction.as_ref().map(|one| one.version),
        }
    }

    /// The condition, if the desk may not act before the originator agrees.
    pub fn waits_for_agreement(&self) -> bool {
        self.condition.map(Condition::of_code) == Some(Condition::AskFirst) && !self.agreed
    }

    /// Whether the desk works on it.
    pub fn is_active(&self) -> bool {
        self.state == CaseState::Open && self.withdrawn.is_none()
    }

    /// Actions to be done, the soonest due first.
    pub fn open_actions(&self) -> impl Iterator<Item = &CaseAction> {
        let actions = self.actions.iter();
        actions.filter(|action| action.state == ActionState::Open)
    }
}

fn actions(case: &Case) -> Vec<CaseAction> {
    let mut open: Vec<&Action> = case.open_actions().collect();
    open.sort_by_key(|action| (action.due.is_none(), action.due));
    let settled = case
        .actions
        .iter()
        .filter(|action| action.settled.is_some());
    let mut settled: Vec<&Action> = settled.collect();
    settled.sort_by_key(|action| std::cmp::Reverse(settled_on(action)));
    let open = open.into_iter().take(OPEN_MAX);
    let settled = settled.into_iter().take(SETTLED_MAX);
    open.map(|action| listed(action, action.what.clone()))
        .chain(settled.map(|action| listed(action, cut(&action.what, SETTLED_TEXT_MAX))))
        .collect()
}

fn settled_on(action: &Action) -> Option<Day> {
    action.settled.as_ref().map(|hand| hand.day)
}

fn listed(action: &Action, what: String) -> CaseAction {
    CaseAction {
        p: action.p,
        what,
        owner: action.owner,
        due: action.due,
        phase: action.phase,
        state: action.state,
        settled: settled_on(action),
    }
}
