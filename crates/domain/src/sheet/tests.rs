use proptest::prelude::*;

use super::*;
use crate::calendar::Day;
use crate::case::{Agency, CaseOutcome, CaseState, FourP};
use crate::id::ReportId;
use crate::priority::Priority;

fn october() -> Month {
    "2026-10".parse().unwrap()
}

fn card(category: Category, outcomes: &[(Outcome, i32)]) -> CaseCard {
    let outcome = |(outcome, ago): &(Outcome, i32)| CaseOutcome {
        outcome: *outcome,
        p: FourP::Pursue,
        agency: Agency::Police,
        day: october().first_day().plus(*ago),
    };
    CaseCard {
        report: ReportId::from_bytes([1; 16]),
        reference: "GIN-26-7K3M-9QXT".into(),
        priority: Priority::P3,
        category,
        title: "A shop".into(),
        condition: None,
        agreed: false,
        taken_on: Day(20_000),
        state: CaseState::Open,
        place: String::new(),
        actions: vec![],
        more: 0,
        outcomes: outcomes.iter().map(outcome).collect(),
        for_information: None,
        withdrawn: None,
        version: None,
    }
}

#[test]
fn a_case_counts_once_for_an_outcome_and_only_in_its_month() {
    let cards = [
        card(
            Category::Fraud,
            &[(Outcome::Arrest, 0), (Outcome::Arrest, 3)],
        ),
        card(
            Category::Fraud,
            &[(Outcome::Arrest, 30), (Outcome::Seizure, 5)],
        ),
        card(Category::Fraud, &[(Outcome::Arrest, -1)]),
        card(Category::Fraud, &[(Outcome::Arrest, 31)]),
        card(Category::Cyber, &[]),
    ];
    let counted = count(cards.iter(), october());
    let cells: Vec<_> = counted
        .iter()
        .map(|cell| (cell.outcome, cell.cases))
        .collect();
    assert_eq!(cells, [(Outcome::Arrest, 2), (Outcome::Seizure, 1)]);
    assert_eq!(shown(&counted), []);
}

/// Cases of every cell, so many of each.
fn cards(numbers: &[(usize, usize, u32)]) -> Vec<CaseCard> {
    let mut cards = Vec::new();
    for (category, outcome, number) in numbers {
        let category = Category::ALL[category % Category::ALL.len()];
        let outcome = Outcome::ALL[outcome % Outcome::ALL.len()];
        cards.extend((0..*number).map(|_| card(category, &[(outcome, 4)])));
    }
    cards
}

proptest! {
    /// Whoever has the sheet, and knows every number that is shown, cannot tell any other from none.
    #[test]
    fn nothing_left_out_changes_what_is_published(
        numbers in prop::collection::vec((0_usize..18, 0_usize..12, 0_u32..9), 0..12),
        other in prop::collection::vec(0_u32..LEAST_SHOWN, 216),
    ) {
        let counted = count(cards(&numbers).iter(), october());
        let public = shown(&counted);
        prop_assert!(public.iter().all(|cell| cell.cases >= LEAST_SHOWN));
        // Another month's truth: the same where it is shown, anything under five elsewhere.
        let mut others = Vec::new();
        for (at, number) in other.iter().enumerate() {
            let (category, outcome) = (at / Outcome::ALL.len(), at % Outcome::ALL.len());
            let is_shown = public.iter().any(|cell| {
                cell.category == Category::ALL[category] && cell.outcome == Outcome::ALL[outcome]
            });
            others.push((category, outcome, if is_shown { 0 } else { *number }));
        }
        let mut cards = cards(&others);
        for cell in &public {
            let one = card(cell.category, &[(cell.outcome, 9)]);
            cards.extend((0..cell.cases).map(|_| one.clone()));
        }
        prop_assert_eq!(shown(&count(cards.iter(), october())), public);
    }

    /// Sheets do not overlap: what happened in another month changes no number of this one, so no sheet can
    /// be taken off another.
    #[test]
    fn what_happened_in_other_months_changes_no_sheet(
        numbers in prop::collection::vec((0_usize..18, 0_usize..12, 0_u32..9), 0..12),
        elsewhere in prop::collection::vec((0_usize..18, 0_usize..12, 31_i32..400, any::<bool>()), 0..40),
    ) {
        let mut cards = cards(&numbers);
        let before = count(cards.iter(), october());
        cards.extend(elsewhere.iter().map(|(category, outcome, days, is_later)| {
            let days = if *is_later { *days } else { -*days };
            card(Category::ALL[*category], &[(Outcome::ALL[*outcome], days)])
        }));
        prop_assert_eq!(count(cards.iter(), october()), before);
    }
}
