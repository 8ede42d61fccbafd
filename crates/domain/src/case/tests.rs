use super::*;
use crate::category::Category;
use crate::desk::{Desk, District};
use crate::export::Errand;
use crate::grade::{ActionCode, Grade, Handling, Reason, SanitisationCode};
use crate::id::{InstallationId, ReportId};
use crate::priority::Priority;
use crate::report::{Marking, REPORT_CONTEXT, ReportItem};

const TODAY: Day = Day(20_780);

fn hand() -> Hand {
    Hand {
        officer: OfficerId::from_bytes([1; 16]),
        name: "cal".into(),
        day: TODAY,
    }
}

fn grade(action: Option<ActionCode>) -> Grade {
    let handling = action.map_or(Handling::Permitted, |action| Handling::Conditional {
        action,
        sanitisation: SanitisationCode::S2,
        conditions: Reason::try_from("Ask first.".to_owned()).unwrap(),
    });
    Grade {
        handling,
        ..Grade::anonymous()
    }
}

fn report(action: Option<ActionCode>) -> Report {
    Report {
        ctx: REPORT_CONTEXT.into(),
        inst: InstallationId::from_bytes([2; 16]),
        report: ReportId::from_bytes([3; 16]),
        desk: Desk::Bronze(District::Leeds),
        reference: "GIN-26-7K3M-9QXT".into(),
        marking: Marking::OfficialSensitive,
        priority: Priority::P2,
        category: Category::DrugsSupply,
        created: TODAY,
        intelligence_day: None,
        title: "Drugs are sold from a vehicle".into(),
        items: vec![ReportItem {
            text: "In the evenings.".into(),
            grade: grade(action),
        }],
        provenance: "In confidence.".into(),
        grade: grade(None),
        pii_considered: true,
        purpose: "Prevention of crime".into(),
        review: TODAY.plus(10),
        author: OfficerId::from_bytes([4; 16]),
        acting: None,
        correction: None,
    }
}

fn received(report: Report) -> Received {
    Received {
        report,
        delivered: TODAY,
        taken_on: hand(),
        signatures: None,
    }
}

fn plan(what: &str, due: Option<Day>) -> Deed {
    Deed::Plan {
        p: FourP::Protect,
        what: what.into(),
        owner: Agency::Council,
        due,
        phase: Some(Phase::Hold),
    }
}

fn log(outcome: Outcome, day: Day) -> Deed {
    Deed::Log {
        outcome,
        p: FourP::Pursue,
        agency: Agency::Police,
        phase: None,
        day,
    }
}

#[test]
fn a_card_says_when_others_act() {
    let mut report = report(None);
    let card = |report: &Report| CaseCard::of(&received(report.clone()), &Case::begin());
    assert_eq!(card(&report).for_information, None);
    report.acting = Some(vec![Desk::Silver]);
    assert_eq!(card(&report).for_information, Some(true));
}

#[test]
fn before_the_originator_agrees_nothing_is_done_about_a_report_with_a1() {
    let report = report(Some(ActionCode::A1));
    let mut case = Case::begin();
    for deed in [plan("Visit", None), log(Outcome::Arrest, TODAY)] {
        assert_eq!(
            case.take(deed, &report, hand()),
            Err(DeedProblem::NotAgreed)
        );
    }
    assert_eq!(case, Case::begin());
    let nothing = log(Outcome::NoFurtherAction, TODAY);
    assert_eq!(case.take(nothing, &report, hand()), Ok(CaseAct::Logged));
    let text = "Triage agreed to a visit".into();
    let agree = Deed::Agree { text };
    assert_eq!(case.take(agree, &report, hand()), Ok(CaseAct::Agreed));
    assert_eq!(
        case.take(plan("Visit", None), &report, hand()),
        Ok(CaseAct::Planned)
    );
}

#[test]
fn the_strictest_condition_of_any_item_binds_the_whole() {
    let mut report = report(Some(ActionCode::A3));
    assert_eq!(Condition::of(&report), Some(Condition::AsSpecified));
    report.grade = grade(Some(ActionCode::A1));
    assert_eq!(Condition::of(&report), Some(Condition::AskFirst));
    report.grade = grade(None);
    report.items.clear();
    assert_eq!(Condition::of(&report), None);
}

#[test]
fn a_case_closes_once_every_action_is_settled_and_an_outcome_is_logged() {
    let (report, mut case) = (report(None), Case::begin());
    let close = |case: &mut Case| case.take(Deed::Close, &report, hand());
    assert_eq!(close(&mut case), Err(DeedProblem::NoOutcome));
    case.take(plan("Visit", None), &report, hand()).unwrap();
    case.take(log(Outcome::Disrupted, TODAY), &report, hand())
        .unwrap();
    assert_eq!(close(&mut case), Err(DeedProblem::ActionsOpen));
    let (action, state) = (0, ActionState::Done);
    case.take(Deed::Settle { action, state }, &report, hand())
        .unwrap();
    assert_eq!(case.actions[0].settled, Some(hand()));
    assert_eq!(close(&mut case), Ok(CaseAct::Closed));
    let text = "late".into();
    let late = case.take(Deed::Note { text }, &report, hand());
    assert_eq!(late, Err(DeedProblem::IsClosed));
    assert_eq!(
        case.take(Deed::Reopen, &report, hand()),
        Ok(CaseAct::Reopened)
    );
}

#[test]
fn what_is_empty_too_long_or_still_to_come_is_refused() {
    let (report, mut case) = (report(None), Case::begin());
    let mut problem = |deed| case.take(deed, &report, hand()).unwrap_err();
    assert_eq!(problem(plan("  ", None)), DeedProblem::Missing);
    assert_eq!(
        problem(plan(&"x".repeat(ACTION_MAX + 1), None)),
        DeedProblem::TooLong
    );
    let tomorrow = log(Outcome::Arrest, TODAY.plus(1));
    assert_eq!(problem(tomorrow), DeedProblem::FutureDay);
    let place = "x".repeat(CASE_PLACE_MAX + 1);
    assert_eq!(problem(Deed::Place { place }), DeedProblem::TooLong);
    let (action, due) = (0, TODAY);
    assert_eq!(
        problem(Deed::Postpone { action, due }),
        DeedProblem::NotThere
    );
}

/// A card has room for 1,740 bytes of content.
#[test]
fn the_fullest_card_fits_and_comes_back() {
    let mut report = report(Some(ActionCode::A3));
    report.title = "x".repeat(200);
    let mut case = Case::begin();
    case.place = "x".repeat(CASE_PLACE_MAX);
    for number in 0..20 {
        let due = Some(TODAY.plus(number));
        case.take(plan(&"x".repeat(ACTION_MAX), due), &report, hand())
            .unwrap();
        case.take(log(Outcome::Reassurance, TODAY), &report, hand())
            .unwrap();
    }
    for action in 0..8 {
        let state = ActionState::Dropped;
        case.take(Deed::Settle { action, state }, &report, hand())
            .unwrap();
    }
    report.acting = Some(vec![Desk::Silver]);
    let card = CaseCard::of(&received(report), &case);
    assert_eq!((card.actions.len(), card.more), (10, 6));
    assert_eq!(card.open_actions().next().unwrap().due, Some(TODAY.plus(8)));
    assert!(!card.waits_for_agreement());
    let bytes = minicbor::to_vec(&card).unwrap();
    assert!(bytes.len() <= 1_740, "{}", bytes.len());
    assert_eq!(minicbor::decode::<CaseCard>(&bytes).unwrap(), card);
    let json = serde_json::to_string(&card).unwrap();
    assert_eq!(serde_json::from_str::<CaseCard>(&json).unwrap(), card);
}

#[test]
fn a_case_full_of_notes_is_still_settled_and_closed() {
    let (report, mut case) = (report(None), Case::begin());
    let hand = || Hand {
        name: "n".repeat(64),
        ..hand()
    };
    case.take(plan(&"x".repeat(ACTION_MAX), None), &report, hand())
        .unwrap();
    let note = || Deed::Note {
        text: "x".repeat(CASE_NOTE_MAX),
    };
    let refused = loop {
        let before = case.clone();
        if let Err(problem) = case.take(note(), &report, hand()) {
            assert_eq!(case, before, "nothing is half done");
            break problem;
        }
    };
    assert_eq!((refused, case.notes.len()), (DeedProblem::Full, 3));
    let mut plans = 0;
    while case
        .take(plan(&"x".repeat(ACTION_MAX), Some(TODAY)), &report, hand())
        .is_ok()
    {
        plans += 1;
    }
    assert!((3..CASE_LIST_MAX).contains(&plans), "{plans}");
    for action in 0..=plans {
        let state = ActionState::Done;
        case.take(Deed::Settle { action, state }, &report, hand())
            .unwrap();
    }
    case.take(log(Outcome::Reassurance, TODAY), &report, hand())
        .unwrap();
    assert_eq!(case.take(Deed::Close, &report, hand()), Ok(CaseAct::Closed));
    let bytes = minicbor::to_vec(&case).unwrap().len();
    assert!(bytes <= CASE_BYTES_MAX, "{bytes}");
}

#[test]
fn a_recalled_case_begins_nothing_and_says_what_became_of_it() {
    let (report, mut case) = (report(None), Case::begin());
    let take = |case: &mut Case, deed| case.take(deed, &report, hand());
    take(&mut case, plan("Visit", None)).unwrap();
    let recalled = Recalled {
        reason: "It names the wrong street.".into(),
        by: hand(),
        read: hand(),
        notice: None,
    };
    assert_eq!(case.take_back(recalled), CaseAct::Recalled);
    let again = Deed::Agree {
        text: "By telephone".into(),
    };
    let place = Deed::Place {
        place: "Harehills".into(),
    };
    let later = Deed::Postpone {
        action: 0,
        due: TODAY,
    };
    let export = Deed::Export {
        errand: Errand {
            recipient: "Another force".into(),
            purpose: "A joint investigation".into(),
        },
    };
    for deed in [plan("Visit again", None), again, place, later, export] {
        assert_eq!(take(&mut case, deed), Err(DeedProblem::Recalled));
    }
    let card = CaseCard::of(&received(report.clone()), &case);
    assert_eq!(
        (card.withdrawn, card.is_active()),
        (Some(Withdrawn::Recalled), false)
    );
    assert_eq!(take(&mut case, Deed::Close), Err(DeedProblem::ActionsOpen));
    let settled = Deed::Settle {
        action: 0,
        state: ActionState::Dropped,
    };
    let note = Deed::Note {
        text: "Copies were destroyed.".into(),
    };
    for deed in [settled, note, Deed::Close, Deed::Reopen] {
        take(&mut case, deed).unwrap();
    }
    let begun_again = Deed::Settle {
        action: 0,
        state: ActionState::Open,
    };
    assert_eq!(take(&mut case, begun_again), Err(DeedProblem::Recalled));
}

/// A case that was kept before reports could be taken back.
#[test]
fn a_case_without_a_recall_reads_back() {
    let bytes = minicbor::to_vec(Case::begin()).unwrap();
    let read: Case = minicbor::decode(&bytes).unwrap();
    assert_eq!((read.recalled.is_none(), read), (true, Case::begin()));
}

#[test]
fn an_agreement_to_the_words_as_they_were_does_not_go_on_with_a_correction() {
    let (report, mut case) = (report(Some(ActionCode::A1)), Case::begin());
    let agree = Deed::Agree {
        text: "By telephone".into(),
    };
    case.take(agree, &report, hand()).unwrap();
    case.take(plan("Visit", None), &report, hand()).unwrap();
    let old = RecordId::from_bytes([7; 16]);
    let mut next = case.go_on(old);
    assert_eq!((next.corrects, next.actions.len()), (Some(old), 1));
    let refused = next.take(plan("Visit again", None), &report, hand());
    assert_eq!(refused, Err(DeedProblem::NotAgreed));
    assert_eq!(
        case.give_way(RecordId::from_bytes([8; 16])),
        CaseAct::Replaced
    );
    let late = case.take(Deed::Reopen, &report, hand());
    assert_eq!(late, Err(DeedProblem::Replaced));
}

#[test]
fn a_report_with_conditions_is_given_away_by_its_originator_alone() {
    let errand = |recipient: &str| Errand {
        recipient: recipient.into(),
        purpose: "A joint investigation".into(),
    };
    let export = |recipient| Deed::Export {
        errand: errand(recipient),
    };
    for code in [ActionCode::A1, ActionCode::A2, ActionCode::A3] {
        let (report, mut case) = (report(Some(code)), Case::begin());
        let text = "Triage agreed".into();
        case.take(Deed::Agree { text }, &report, hand()).unwrap();
        let refused = case.take(export("A neighbouring force"), &report, hand());
        assert_eq!(refused, Err(DeedProblem::OnlyOriginator), "{code:?}");
        assert_eq!(case.given, None);
    }
    let (report, mut case) = (report(None), Case::begin());
    let well = case.take(export(" A neighbouring force "), &report, hand());
    assert_eq!(well, Ok(CaseAct::Exported));
    let given = case.given.clone().unwrap();
    assert_eq!(given[0].errand, errand("A neighbouring force"));
    assert_eq!(given[0].by, hand());
    let refused = case.take(export(" "), &report, hand());
    assert_eq!(refused, Err(DeedProblem::Missing));
    let bytes = minicbor::to_vec(&case).unwrap();
    assert_eq!(minicbor::decode::<Case>(&bytes).unwrap(), case);
}
