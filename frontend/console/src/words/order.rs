//! The order of lists: the most pressing first.

use std::collections::BTreeMap;
use std::ops::Range;

use domain::answers::Danger;
use domain::console::{CardView, TipView};
use domain::work::{ThreatState, WorkState};
use domain::{OfficerId, Priority, TipId};

use super::clock;

/// Sorts waiting tips: the most urgent first, of those the longest wait.
pub(crate) fn tips(tips: &mut [TipView]) {
    tips.sort_by_key(|tip| (clock::of_tip(tip), tip.since.minute, tip.tip));
}

/// Whether the reporter said somebody is in danger.
pub(crate) fn in_danger(tip: &TipView) -> bool {
    let answers = tip.answers.as_ref();
    answers.is_some_and(|answers| answers.danger != Danger::No)
}

/// Puts newly opened tips among those known; a tip with another part takes its old place.
pub(crate) fn merge(known: &mut Vec<TipView>, new: Vec<TipView>, afresh: bool) {
    if afresh {
        known.clear();
    }
    let places = known.iter().enumerate().map(|(at, one)| (one.tip, at));
    let mut places: BTreeMap<TipId, usize> = places.collect();
    for tip in new {
        let at = *places.entry(tip.tip).or_insert(known.len());
        match known.get_mut(at) {
            Some(one) => *one = tip,
            None => known.push(tip),
        }
    }
    tips(known);
}

/// What part of the kept tips is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shelf {
    Open,
    Mine,
    Finished,
    /// Closed, drawn for a supervisor's check, and not checked yet.
    ToCheck,
}

impl Shelf {
    /// Whether a card lies on this shelf of an officer.
    pub(crate) fn holds(self, card: &CardView, me: Option<OfficerId>) -> bool {
        match self {
            Self::Open => !card.closed,
            Self::Mine => (card.mine || is_handed_to(card, me)) && !card.closed,
            Self::Finished => card.closed,
            Self::ToCheck => is_to_be_checked(card),
        }
    }
}

/// Whether a colleague handed it to this officer, who has not begun yet.
pub(crate) fn is_handed_to(card: &CardView, me: Option<OfficerId>) -> bool {
    let handed = card.card.as_ref().ok().and_then(|face| face.handed);
    handed.is_some_and(|handed| Some(handed.to) == me)
}

fn is_to_be_checked(card: &CardView) -> bool {
    let Ok(face) = &card.card else { return false };
    match face.state {
        WorkState::Closed(_) => face.to_check && face.agreed.is_none(),
        WorkState::New | WorkState::InProgress | WorkState::Waiting | WorkState::Routed => false,
    }
}

/// Sorts cards: unreadable ones first, then danger or P1, priority, the longest wait.
pub(crate) fn cards(cards: &mut [CardView]) {
    cards.sort_by_key(|card| match &card.card {
        Err(_) => (0, 0, card.record),
        Ok(face) if face.threat == Some(ThreatState::Open) => (1, face.since.minute.0, card.record),
        Ok(face) => (
            rank(face.priority, face.danger),
            face.since.minute.0,
            card.record,
        ),
    });
}

fn rank(priority: Option<Priority>, danger: Danger) -> u8 {
    match priority {
        Some(Priority::P1) => 1,
        None if danger != Danger::No => 1,
        None => 2,
        Some(Priority::P2) => 3,
        Some(Priority::P3) => 4,
    }
}

/// Rows drawn at once. A desk can have ten thousand tips waiting: drawing them all stops the page for
/// seconds.
pub(crate) const PAGE: usize = 50;

/// The page a row is on, both counted from 0.
pub(crate) const fn page_of(at: usize) -> usize {
    at / PAGE
}

/// The rows of a page of a list; of the last one if the list has become shorter.
pub(crate) fn rows_of(page: usize, len: usize) -> Range<usize> {
    let page = page.min(page_of(len.saturating_sub(1)));
    let first = page.saturating_mul(PAGE);
    first..first.saturating_add(PAGE).min(len)
}

/// The index `by` steps from `at` in a list, stopping at its ends.
pub(crate) fn step(at: Option<usize>, by: isize, len: usize) -> Option<usize> {
    let last = len.checked_sub(1)?;
    Some(match at {
        None => 0,
        Some(at) => at.saturating_add_signed(by).min(last),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::answers::tests::tip;
    use domain::console::CardFace;
    use domain::work::{CloseReason, HandedOver, Since};
    use domain::{Category, Day, Minute, RecordId};

    #[test]
    fn danger_waits_first_and_then_the_oldest() {
        let mut all = vec![
            tip(1, Danger::No, 5),
            tip(2, Danger::No, 1),
            tip(3, Danger::Called, 9),
        ];
        tips(&mut all);
        let order: Vec<u8> = all.iter().map(|tip| tip.tip.as_bytes()[0]).collect();
        assert_eq!(order, [3, 2, 1]);
    }

    #[test]
    fn another_part_replaces_a_tip_and_a_fresh_start_forgets() {
        let mut known = vec![tip(1, Danger::No, 5)];
        let mut longer = tip(1, Danger::No, 5);
        longer.story = "more".into();
        merge(&mut known, vec![longer, tip(2, Danger::No, 6)], false);
        assert_eq!((known.len(), known[0].story.as_str()), (2, "more"));
        merge(&mut known, vec![tip(9, Danger::No, 1)], true);
        assert_eq!(known.len(), 1);
    }

    fn card(number: u8, priority: Option<Priority>, danger: Danger) -> CardView {
        CardView {
            record: RecordId::from_bytes([number; 16]),
            day: Day(0),
            version: 1,
            closed: false,
            review: None,
            due: None,
            claim: None,
            mine: false,
            card: Ok(CardFace {
                thread: None,
                threat: None,
                handed: None,
                agreed: None,
                to_check: false,
                priority,
                category: Category::Fraud,
                areas: vec![],
                danger,
                since: Since {
                    minute: Minute(0),
                    is_least: false,
                },
                state: WorkState::New,
                title: String::new(),
                note: String::new(),
                routed: 0,
                acknowledged: 0,
                recalled: 0,
            }),
        }
    }

    #[test]
    fn what_nobody_has_graded_comes_before_what_can_wait() {
        let mut all = vec![
            card(4, Some(Priority::P3), Danger::No),
            card(3, Some(Priority::P2), Danger::No),
            card(2, None, Danger::No),
            card(1, None, Danger::CannotCall),
        ];
        cards(&mut all);
        let order: Vec<u8> = all.iter().map(|card| card.record.as_bytes()[0]).collect();
        assert_eq!(order, [1, 2, 3, 4]);
        let me = Some(OfficerId::from_bytes([7; 16]));
        assert!(Shelf::Open.holds(&all[0], me) && !Shelf::Mine.holds(&all[0], me));
    }

    #[test]
    fn what_was_handed_to_me_is_mine_and_what_was_drawn_is_to_be_checked() {
        let [by, to] = [1, 2].map(|number| OfficerId::from_bytes([number; 16]));
        let mut one = card(1, None, Danger::No);
        one.card.as_mut().unwrap().handed = Some(HandedOver { by, to });
        assert!(Shelf::Mine.holds(&one, Some(to)) && !Shelf::Mine.holds(&one, Some(by)));
        one.closed = true;
        one.card.as_mut().unwrap().state = WorkState::Closed(CloseReason::Malicious);
        assert!(!Shelf::ToCheck.holds(&one, None));
        one.card.as_mut().unwrap().to_check = true;
        assert!(Shelf::ToCheck.holds(&one, None) && !Shelf::Mine.holds(&one, Some(to)));
        one.card.as_mut().unwrap().agreed = Some(by);
        assert!(!Shelf::ToCheck.holds(&one, None));
    }

    #[test]
    fn every_row_is_on_one_page() {
        assert_eq!(rows_of(0, 0), 0..0);
        assert_eq!(rows_of(0, 3), 0..3);
        for len in [1, PAGE, PAGE + 1, 10_000] {
            let rows = (0..=page_of(len - 1)).flat_map(|page| rows_of(page, len));
            assert!(rows.eq(0..len), "{len}");
            assert!((0..len).all(|at| rows_of(page_of(at), len).contains(&at)));
        }
        assert_eq!(rows_of(9, PAGE + 1), PAGE..PAGE + 1, "it became shorter");
    }

    #[test]
    fn steps_stop_at_the_ends() {
        assert_eq!(step(None, 1, 3), Some(0));
        assert_eq!(step(Some(2), 1, 3), Some(2));
        assert_eq!(step(Some(0), -1, 3), Some(0));
        assert_eq!(step(Some(0), 1, 0), None);
    }
}
