//! The agenda of a Bronze meeting, from the cards of its cases.

use domain::case::{Agency, CaseAction, CaseCard, CaseOutcome, CaseState};
use domain::{Day, RecordId};

/// What a meeting goes through.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Agenda<'a> {
    /// Cases taken on since the last meeting, the most urgent first.
    pub(crate) new: Vec<(RecordId, &'a CaseCard)>,
    /// Open actions by owner, the soonest due first.
    pub(crate) todo: Vec<(Agency, Vec<Due<'a>>)>,
    /// Open cases without an open action: nobody is to do anything.
    pub(crate) idle: Vec<(RecordId, &'a CaseCard)>,
    /// What was done or dropped since the last meeting, newest first.
    pub(crate) done: Vec<Due<'a>>,
    /// What came of it since the last meeting, newest first.
    pub(crate) outcomes: Vec<(RecordId, &'a CaseCard, CaseOutcome)>,
    /// Open cases whose report triage took back: nothing is to be begun, something may be to be ended.
    pub(crate) recalled: Vec<(RecordId, &'a CaseCard)>,
    /// Open actions that had no room on a card.
    pub(crate) unlisted: u32,
}

/// An action with the case it is of.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Due<'a> {
    pub(crate) record: RecordId,
    pub(crate) card: &'a CaseCard,
    pub(crate) action: &'a CaseAction,
}

impl<'a> Agenda<'a> {
    /// The agenda of a meeting that follows one on this day.
    pub(crate) fn since(
        last: Day,
        cards: impl Iterator<Item = (RecordId, &'a CaseCard)> + Clone,
    ) -> Self {
        let mut agenda = Self::default();
        let mut open: Vec<Due<'a>> = Vec::new();
        for (record, card) in cards {
            if card.withdrawn.is_some() {
                if card.state == CaseState::Open {
                    agenda.recalled.push((record, card));
                }
                continue;
            }
            let is_open = card.state == CaseState::Open;
            if is_open && card.taken_on >= last {
                agenda.new.push((record, card));
            }
            if is_open && card.open_actions().next().is_none() {
                agenda.idle.push((record, card));
            }
            agenda.unlisted = agenda.unlisted.saturating_add(u32::from(card.more));
            for action in &card.actions {
                let due = Due {
                    record,
                    card,
                    action,
                };
                match action.settled {
                    None => open.push(due),
                    Some(day) if day >= last => agenda.done.push(due),
                    Some(_) => {}
                }
            }
            let late = card.outcomes.iter().filter(|one| one.day >= last);
            agenda.outcomes.extend(late.map(|one| (record, card, *one)));
        }
        agenda.new.sort_by_key(|(_, card)| card.priority);
        agenda.idle.sort_by_key(|(_, card)| card.priority);
        agenda
            .done
            .sort_by_key(|due| std::cmp::Reverse(due.action.settled));
        agenda
            .outcomes
            .sort_by_key(|(_, _, one)| std::cmp::Reverse(one.day));
        open.sort_by_key(|due| (due.action.due.is_none(), due.action.due));
        agenda.todo = by_owner(open);
        agenda
    }

    /// How many open actions were due before this day.
    pub(crate) fn overdue(&self, today: Day) -> usize {
        let actions = self.todo.iter().flat_map(|(_, actions)| actions);
        let late = actions.filter(|one| one.action.due.is_some_and(|due| due < today));
        late.count()
    }
}

fn by_owner(open: Vec<Due<'_>>) -> Vec<(Agency, Vec<Due<'_>>)> {
    let mut groups: Vec<(Agency, Vec<Due<'_>>)> = Vec::new();
    let agencies = Agency::ALL.iter().map(|agency| (*agency, Vec::new()));
    groups.extend(agencies);
    for due in open {
        let group = groups
            .iter_mut()
            .find(|(agency, _)| *agency == due.action.owner);
        if let Some((_, group)) = group {
            group.push(due);
        }
    }
    groups.retain(|(_, group)| !group.is_empty());
    groups
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use domain::case::{ActionState, FourP, Outcome};
    use domain::{Category, Priority, ReportId};

    pub(crate) const TODAY: Day = Day(20_780);

    pub(crate) fn card(taken_on: Day, actions: Vec<CaseAction>) -> CaseCard {
        CaseCard {
            report: ReportId::from_bytes([1; 16]),
            reference: "GIN-26-7K3M-9QXT".into(),
            priority: Priority::P2,
            category: Category::DrugsSupply,
            title: "Sold from a vehicle".into(),
            condition: None,
            agreed: false,
            taken_on,
            state: CaseState::Open,
            place: "Harehills".into(),
            actions,
            more: 0,
            outcomes: vec![],
            for_information: None,
            withdrawn: None,
            version: None,
        }
    }

    fn action(owner: Agency, due: i32, settled: Option<Day>) -> CaseAction {
        CaseAction {
            p: FourP::Pursue,
            what: "Visit".into(),
            owner,
            due: Some(TODAY.plus(due)),
            phase: None,
            state: settled.map_or(ActionState::Open, |_| ActionState::Done),
            settled,
        }
    }

    #[test]
    fn what_triage_took_back_is_told_apart_and_counts_for_nothing() {
        let late = vec![action(Agency::Police, -2, None)];
        let mut back = card(TODAY, late);
        back.withdrawn = Some(domain::case::Withdrawn::Recalled);
        back.outcomes.push(CaseOutcome {
            outcome: Outcome::Warrant,
            p: FourP::Pursue,
            agency: Agency::Police,
            day: TODAY,
        });
        let one = RecordId::from_bytes([1; 16]);
        let agenda = Agenda::since(TODAY.plus(-14), [(one, &back)].into_iter());
        let expected = Agenda {
            recalled: vec![(one, &back)],
            ..Agenda::default()
        };
        assert_eq!(agenda, expected);
        assert_eq!(agenda.overdue(TODAY), 0);
    }

    #[test]
    fn a_meeting_goes_through_what_is_new_due_and_done_since_the_last() {
        let last = TODAY.plus(-14);
        let mut old = card(
            TODAY.plus(-60),
            vec![
                action(Agency::Council, 3, None),
                action(Agency::Police, -2, None),
                action(Agency::Council, -5, None),
                action(Agency::Police, -9, Some(TODAY.plus(-7))),
                action(Agency::Police, -30, Some(TODAY.plus(-29))),
            ],
        );
        old.outcomes.push(CaseOutcome {
            outcome: Outcome::Warrant,
            p: FourP::Pursue,
            agency: Agency::Police,
            day: TODAY.plus(-1),
        });
        let new = card(TODAY, vec![]);
        let (one, two) = (RecordId::from_bytes([1; 16]), RecordId::from_bytes([2; 16]));
        let cards = [(one, &old), (two, &new)];
        let agenda = Agenda::since(last, cards.iter().copied());
        assert_eq!(agenda.new, [(two, &new)]);
        assert_eq!(agenda.idle, [(two, &new)]);
        assert_eq!(agenda.done.len(), 1);
        assert_eq!(agenda.outcomes.len(), 1);
        assert_eq!(agenda.overdue(TODAY), 2);
        let owners: Vec<_> = agenda.todo.iter().map(|(owner, _)| *owner).collect();
        assert_eq!(owners, [Agency::Police, Agency::Council]);
        let council = &agenda.todo[1].1;
        assert_eq!(council[0].action.due, Some(TODAY.plus(-5)), "soonest first");
    }
}
