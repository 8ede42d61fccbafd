use super::*;
use crate::answers::{Area, Danger, Details};
use crate::desk::District;
use crate::grade::{ActionCode, SanitisationCode};
use crate::id::{InstallationId, OfficerId, ReportId};
use crate::report::REPORT_TEXT_MAX;

pub(super) const TODAY: Day = Day(20_779);

fn answers() -> Answers {
    Answers {
        danger: Danger::No,
        about: vec![Category::Firearms],
        place: "Kirkgate".into(),
        areas: vec![Area::In(District::Leeds)],
        details: Details::default(),
    }
}

pub(super) fn ready() -> Work {
    let mut work = Work::begin(&answers(), TODAY.plus(180));
    work.priority = Some(Priority::P2);
    work.title = "Firearm at an address".into();
    work.items[0].text = "A firearm is kept at an address.".into();
    work.items[0].grade = GradeDraft::usual_for_an_anonymous_tip();
    work.provenance = "Information received in confidence.".into();
    work.grade = GradeDraft::usual_for_an_anonymous_tip();
    work.pii_considered = true;
    work.purpose = "Prevention of crime".into();
    work.desks = vec![Desk::Bronze(District::Leeds), Desk::Silver];
    work
}

fn problems(work: &Work) -> Vec<(String, ReportRule)> {
    let problems = work.check(TODAY).unwrap_err();
    problems
        .iter()
        .map(|problem| (problem.field.to_string(), problem.rule))
        .collect()
}

#[test]
fn work_just_begun_lacks_everything_an_officer_must_decide() {
    let missing = |field: &str| (field.to_owned(), ReportRule::Missing);
    assert_eq!(
        problems(&Work::begin(&answers(), TODAY.plus(180))),
        [
            missing("priority"),
            missing("title"),
            missing("item-1-text"),
            missing("item-1-source"),
            missing("item-1-assessment"),
            missing("item-1-handling"),
            missing("provenance"),
            missing("grade-source"),
            missing("grade-assessment"),
            missing("grade-handling"),
            missing("pii"),
            missing("purpose"),
            missing("desks"),
        ]
    );
}

#[test]
fn finished_work_makes_one_report_for_each_desk() {
    let draft = ready().check(TODAY).unwrap();
    let (inst, author) = (
        InstallationId::from_bytes([1; 16]),
        OfficerId::from_bytes([2; 16]),
    );
    let id = ReportId::from_bytes([3; 16]);
    let report = draft.made_out(inst, id, draft.desks()[1], "GIN-1", author);
    assert_eq!(report.desk, Desk::Silver);
    assert_eq!(report.grade.to_string(), "2DP");
    assert_eq!(report.created, TODAY);
    assert!(report.pii_considered);
}

#[test]
fn code_c_wants_both_codes_and_words_in_every_grade() {
    let mut work = ready();
    work.items[0].grade.handling = Some(HandlingCode::C);
    work.grade.source = Some(SourceCode::NotReliable);
    assert_eq!(
        problems(&work),
        [
            ("item-1-action".into(), ReportRule::Missing),
            ("item-1-sanitisation".into(), ReportRule::Missing),
            ("item-1-conditions".into(), ReportRule::Missing),
            ("grade-source-why".into(), ReportRule::Missing),
        ]
    );
    work.items[0].grade.action = Some(ActionCode::A1);
    work.items[0].grade.sanitisation = Some(SanitisationCode::S2);
    work.items[0].grade.conditions = "Ask first".into();
    work.grade.source_why = "Wrong before".into();
    let looser = ("grade-handling".into(), ReportRule::LooserThanItems);
    assert_eq!(problems(&work), [looser]);
}

#[test]
fn a_report_with_a_conditional_item_is_conditional_as_a_whole() {
    let conditional = GradeDraft {
        handling: Some(HandlingCode::C),
        action: Some(ActionCode::A1),
        sanitisation: Some(SanitisationCode::S2),
        conditions: "Ask first.".into(),
        ..GradeDraft::usual_for_an_anonymous_tip()
    };
    let mut work = ready();
    work.items[0].grade = conditional.clone();
    let looser = ("grade-handling".into(), ReportRule::LooserThanItems);
    assert_eq!(problems(&work), [looser]);
    work.grade = conditional;
    assert!(work.check(TODAY).is_ok());
}

#[test]
fn desks_that_take_no_reports_and_days_gone_by_are_refused() {
    let mut work = ready();
    work.desks = vec![Desk::Triage, Desk::Triage];
    work.review = Some(TODAY);
    assert_eq!(
        problems(&work),
        [
            ("review".into(), ReportRule::TooSoon),
            ("desks".into(), ReportRule::NotAReceiver),
            ("desks".into(), ReportRule::Twice),
        ]
    );
}

/// A server that says how long things stay fills the form in: two officers would sign whatever it says.
#[test]
fn a_report_stays_four_weeks_at_least_and_ten_years_at_most() {
    let mut work = ready();
    let mut rules = |review| {
        work.review = Some(review);
        problems(&work)
    };
    let latest = TODAY.month().plus(120).last_day();
    let soon = ("review".into(), ReportRule::TooSoon);
    let late = ("review".into(), ReportRule::TooLate);
    assert_eq!(rules(TODAY.plus(27)), [soon]);
    for beyond in [latest.plus(1), Day(i32::MAX)] {
        assert_eq!(rules(beyond), std::slice::from_ref(&late));
    }
    work.review = Some(TODAY.plus(1));
    let before_the_rule = work.as_sent(TODAY);
    assert!(
        before_the_rule.is_some(),
        "what was sent is put together all the same"
    );
    for sound in [TODAY.plus(28), latest] {
        work.review = Some(sound);
        assert!(work.check(TODAY).is_ok());
    }
}

#[test]
fn a_desk_that_is_only_informed_reads_who_acts() {
    let (leeds, silver) = (Desk::Bronze(District::Leeds), Desk::Silver);
    let mut work = ready();
    let made_out = |work: &Work, desk| {
        let draft = work.check(TODAY).unwrap();
        let (inst, id) = (
            InstallationId::from_bytes([1; 16]),
            ReportId::from_bytes([2; 16]),
        );
        draft.made_out(inst, id, desk, "GIN-1", OfficerId::from_bytes([3; 16]))
    };
    assert_eq!(made_out(&work, silver).acting, None);
    work.inform(silver, true);
    assert_eq!(made_out(&work, silver).acting, Some(vec![leeds]));
    assert!(made_out(&work, silver).is_for_information());
    assert!(!made_out(&work, leeds).is_for_information());
    work.inform(leeds, true);
    assert_eq!(problems(&work), [("desks".into(), ReportRule::NobodyActs)]);
    work.send_to(silver, false);
    work.inform(leeds, false);
    assert_eq!(work.informed, None);
    work.send_to(silver, true);
    assert!(!work.informs(silver), "a desk chosen anew acts");
}

#[test]
fn all_texts_together_fit_one_frame() {
    let mut work = ready();
    work.items[0].text = "x".repeat(REPORT_TEXT_MAX);
    assert_eq!(problems(&work), [("items".into(), ReportRule::TooLong)]);
    work.items = vec![work.items[0].clone(); ITEMS_MAX + 1];
    assert!(problems(&work).contains(&("items".into(), ReportRule::TooMany)));
}

#[test]
fn work_and_its_problems_read_back_from_their_own_bytes() {
    let work = ready();
    let bytes = minicbor::to_vec(&work).unwrap();
    assert_eq!(minicbor::decode::<Work>(&bytes).unwrap(), work);
    let json = serde_json::to_string(&work).unwrap();
    assert_eq!(serde_json::from_str::<Work>(&json).unwrap(), work);
    let problems = Work::begin(&answers(), TODAY.plus(1))
        .check(TODAY)
        .unwrap_err();
    let json = serde_json::to_string(&problems).unwrap();
    assert_eq!(
        serde_json::from_str::<Vec<WorkProblem>>(&json).unwrap(),
        problems
    );
}

#[test]
fn work_and_acts_of_before_read_back_as_the_very_bytes_they_were() {
    let bytes = minicbor::to_vec(ready()).unwrap();
    assert_eq!(
        bytes.first(),
        Some(&0xaf),
        "a map of 15: what is none takes no room"
    );
    let closed = |note| Act::Closed {
        reason: CloseReason::Known,
        note,
    };
    let before = minicbor::to_vec(closed(None)).unwrap();
    assert_eq!(before, [0x82, 3, 0x81, 2]);
    assert_eq!(minicbor::decode::<Act>(&before).unwrap(), closed(None));
    let noted = closed(Some("reference 7".into()));
    let bytes = minicbor::to_vec(&noted).unwrap();
    assert_eq!(minicbor::decode::<Act>(&bytes).unwrap(), noted);
}

#[test]
fn the_fullest_card_fits_its_budget_and_is_cut_at_a_character() {
    let mut work = ready();
    work.title = "ਸ".repeat(100);
    work.note = "n".repeat(1_000);
    work.routings = vec![
        Routing {
            signed: None,
            restored: None,
            told: None,
            traced: None,
            report: ReportId::from_bytes([9; 16]),
            desk: "team/international_fno".parse().unwrap(),
            reference: "x".into(),
            day: TODAY,
            recalled: None,
            version: None,
            replaced: Some(true),
        };
        40
    ];
    let original = Original {
        tip: crate::TipId::from_bytes([1; 16]),
        thread: crate::ThreadId::from_bytes([1; 16]),
        day: TODAY,
        since: Since {
            minute: crate::Minute(30_000_000),
            is_least: true,
        },
        hour: 1,
        answers: answers(),
        text: String::new(),
        lang: "pa".to_owned().try_into().unwrap(),
        knows: crate::answers::Knows::Saw,
        path: crate::tip::SealPath::Browser,
        parts: 1,
        missing: vec![],
        intake: vec![1],
        reply: None,
        bundle: None,
        champion: None,
        nonce: [7; 32].into(),
        signed_by: Some([4; 32].into()),
    };
    let (by, to) = (
        OfficerId::from_bytes([1; 16]),
        OfficerId::from_bytes([2; 16]),
    );
    work.handed = Some(HandedOver { by, to });
    work.agreed = Some(by);
    work.threat = Some(Threat::default());
    let mut card = CardPlain::of(&original, &work);
    assert_eq!(card.title, "ਸ".repeat(66));
    card.entities = vec![[7; 8].into(); 48];
    let len = minicbor::to_vec(&card).unwrap().len();
    assert!(len <= 1_850, "{len}: leave room for header and signature");
}

#[test]
fn a_long_history_keeps_its_beginning_and_its_end() {
    let entry = |day| HistoryEntry {
        day: Day(day),
        officer: OfficerId::from_bytes([1; 16]),
        act: Act::Edited,
    };
    let mut history = History::default();
    for day in 0..300 {
        history.add(entry(day));
        history.add(entry(day));
    }
    assert_eq!(history.entries.len(), History::ENTRIES_MAX);
    assert_eq!(history.entries.first(), Some(&entry(0)));
    assert_eq!(history.entries.last(), Some(&entry(299)));
    assert_eq!(history.forgotten.map(|gone| gone.entries), Some(200));
}

#[test]
fn what_is_forgotten_is_counted_and_the_closing_and_the_links_go_last() {
    let mut history = History::default();
    let link = Act::Linked {
        record: crate::id::RecordId::from_bytes([9; 16]),
    };
    let reply = |seq| Act::Replied {
        seq,
        text: "Thank you.".into(),
        lang: "en".to_owned().try_into().unwrap(),
    };
    let closed = Act::Closed {
        reason: CloseReason::Known,
        note: None,
    };
    let acts = [
        Act::Accepted,
        link.clone(),
        reply(1),
        reply(2),
        closed.clone(),
        Act::Agreed,
        Act::Edited,
    ];
    for (day, act) in (0_i32..).zip(acts) {
        history.add(HistoryEntry {
            day: Day(day),
            officer: OfficerId::from_bytes([1; 16]),
            act,
        });
    }
    assert!(history.is_agreed());
    assert!(history.forget() && history.forget());
    let left: Vec<Act> = history.entries.iter().map(|one| one.act.clone()).collect();
    assert_eq!(
        left,
        [Act::Accepted, link, closed, Act::Agreed, Act::Edited]
    );
    let forgotten = history.forgotten.unwrap();
    assert_eq!((forgotten.entries, forgotten.last_reply), (2, 2));
    assert_eq!(history.next_reply(), 3, "no number is given twice");
    while history.forget() {}
    let left: Vec<Act> = history.entries.iter().map(|one| one.act.clone()).collect();
    assert_eq!(left, [Act::Accepted, Act::Edited]);
    assert_eq!(history.forgotten.unwrap().entries, 5);
}
