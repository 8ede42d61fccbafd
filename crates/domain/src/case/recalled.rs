//! That triage took the report of a case back, and that it put it back: as signed notices say.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{CASE_BYTES_MAX, Case, CaseAct, Hand};
use crate::calendar::Day;
use crate::id::ReportId;

/// Most times that are kept.
const UNDONE_MAX: usize = 4;

/// What triage said when it took the report back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Recalled {
    /// Why.
    #[n(0)]
    pub reason: String,
    /// Who at triage did, and on which day.
    #[n(1)]
    pub by: Hand,
    /// Who of the desk read it first.
    #[n(2)]
    pub read: Hand,
    /// The notice that says so; none in cases kept before that was noted.
    #[n(3)]
    #[serde(default)]
    pub notice: Option<ReportId>,
}

/// What triage said when it put the report back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Undone {
    /// The notice that says so.
    #[n(0)]
    pub notice: ReportId,
    /// The notice that it undoes.
    #[n(1)]
    pub undoes: ReportId,
    /// Why.
    #[n(2)]
    pub reason: String,
    /// Who at triage did, and on which day.
    #[n(3)]
    pub by: Hand,
    /// Who of the desk read it first.
    #[n(4)]
    pub read: Hand,
    /// What was undone; none if the desk had not read that.
    #[n(5)]
    pub recalled: Option<Recalled>,
}

impl Case {
    /// What triage put back, oldest first.
    pub fn undone(&self) -> &[Undone] {
        self.undone.as_deref().unwrap_or_default()
    }

    /// Whether a notice of this day takes its report back: it is not taken back, and the notice was not
    /// undone, nor is it older than the last that was.
    pub fn heeds_recall(&self, notice: ReportId, created: Day) -> bool {
        let undone = self.undone();
        let is_undone = undone.iter().any(|one| one.undoes == notice);
        let is_old = undone.last().is_some_and(|one| created < one.by.day);
        self.recalled.is_none() && !is_undone && !is_old
    }

    /// Notes that triage took its report back. What was planned stays as it is, to be settled.
    pub fn take_back(&mut self, recalled: Recalled) -> CaseAct {
        self.recalled = Some(recalled);
        CaseAct::Recalled
    }

    /// Notes that triage put its report back, if that undoes what the case has, and by another hand. What it
    /// undoes counts no more when it is read later.
    pub fn put_back(&mut self, mut undone: Undone) -> Option<CaseAct> {
        let known = self.undone();
        if known.iter().any(|one| one.notice == undone.notice) {
            return None;
        }
        match &self.recalled {
            Some(recalled) => {
                let is_of_it = recalled.notice.is_none_or(|one| one == undone.undoes);
                let is_later = undone.by.day >= recalled.by.day;
                if !is_of_it || !is_later || undone.by.officer == recalled.by.officer {
                    return None;
                }
                undone.recalled = self.recalled.take();
            }
            None if known.iter().any(|one| one.undoes == undone.undoes) => return None,
            None => {}
        }
        let kept = self.undone.get_or_insert_default();
        kept.push(undone);
        if kept.len() > UNDONE_MAX {
            kept.remove(0);
        }
        self.forget_undone();
        Some(CaseAct::Restored)
    }

    /// Where there is no room for all of them the newest stays.
    fn forget_undone(&mut self) {
        while self.undone().len() > 1 && self.bytes() > CASE_BYTES_MAX {
            self.undone.iter_mut().for_each(|kept| drop(kept.remove(0)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::OfficerId;

    const TODAY: Day = Day(20_780);

    fn hand() -> Hand {
        Hand {
            officer: OfficerId::from_bytes([1; 16]),
            name: "cal".into(),
            day: TODAY,
        }
    }

    fn undone(number: u8) -> Undone {
        Undone {
            notice: ReportId::from_bytes([number; 16]),
            undoes: ReportId::from_bytes([number + 100; 16]),
            reason: "x".repeat(1_000),
            by: Hand {
                officer: OfficerId::from_bytes([7; 16]),
                ..hand()
            },
            read: hand(),
            recalled: None,
        }
    }

    #[test]
    fn a_case_is_put_back_by_another_hand_and_by_what_undoes_its_own_notice() {
        let mut case = Case::begin();
        let recalled = Recalled {
            reason: "It names the wrong street.".into(),
            by: hand(),
            read: hand(),
            notice: Some(undone(1).undoes),
        };
        case.take_back(recalled.clone());
        let mut own = undone(1);
        own.by = hand();
        let mut early = undone(1);
        early.by.day = TODAY.plus(-1);
        for refused in [own, early, undone(2)] {
            assert_eq!(case.put_back(refused), None);
            assert_eq!(case.recalled, Some(recalled.clone()));
        }
        assert_eq!(case.put_back(undone(1)), Some(CaseAct::Restored));
        assert_eq!(case.recalled, None);
        assert_eq!(case.undone()[0].recalled, Some(recalled));
        assert_eq!(case.put_back(undone(1)), None, "once");
        assert!(!case.heeds_recall(undone(1).undoes, TODAY));
        assert!(!case.heeds_recall(undone(9).undoes, TODAY.plus(-1)));
        assert!(case.heeds_recall(undone(9).undoes, TODAY));
    }

    #[test]
    fn what_was_put_back_leaves_a_case_its_room() {
        let mut case = Case::begin();
        for number in 1..60 {
            assert_eq!(case.put_back(undone(number)), Some(CaseAct::Restored));
        }
        assert_eq!(case.undone().len(), 4);
        assert_eq!(case.undone().last(), Some(&undone(59)));
        let bytes = minicbor::to_vec(&case).unwrap();
        assert_eq!(minicbor::decode::<Case>(&bytes).unwrap(), case);
    }
}
