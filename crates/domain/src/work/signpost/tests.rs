use super::*;
use crate::answers::Details;
use crate::work::CloseReason;
use crate::work::tests::{TODAY, ready};

fn told() -> Signposted {
    Signposted {
        decision: SignpostDecision::Told { seq: 1 },
        day: TODAY,
        by: OfficerId::from_bytes([1; 16]),
    }
}

fn answers(about: Category, who: &[&str]) -> Answers {
    let mut details = Details::default();
    details.put(Field::RiskWho, who);
    Answers {
        danger: Danger::No,
        about: vec![about],
        place: String::new(),
        areas: Vec::new(),
        details,
    }
}

fn fields(problems: &[WorkProblem]) -> Vec<String> {
    problems.iter().map(|one| one.field.to_string()).collect()
}

#[test]
fn slavery_and_a_child_at_risk_wait_for_a_decision_whatever_the_category_says_later() {
    let mut work = Work {
        signposts: Work::asked_signposts(&answers(Category::ModernSlavery, &["child"])),
        ..ready()
    };
    let open = ["signpost-child", "signpost-slavery"];
    assert_eq!(work.category, Category::Firearms);
    assert_eq!(fields(&work.check(TODAY).unwrap_err()), open);
    let closing = |work: &Work, reason| fields(&work.check_to_close(reason, "x"));
    for reason in [
        CloseReason::NoValue,
        CloseReason::Known,
        CloseReason::Outside,
    ] {
        assert_eq!(closing(&work, reason), open, "{reason:?}");
    }
    for reason in [
        CloseReason::Spam,
        CloseReason::Malicious,
        CloseReason::Duplicate,
        CloseReason::Canary,
    ] {
        assert!(closing(&work, reason).is_empty(), "{reason:?}");
    }
    work.decide_signpost(Signpost::ChildSafeguarding, told());
    assert_eq!(fields(&work.signpost_problems()), ["signpost-slavery"]);
    work.decide_signpost(Signpost::ModernSlavery, told());
    assert!(work.check(TODAY).is_ok());
    work.category = Category::ChildExploitation;
    assert!(work.check(TODAY).is_ok(), "decided already");
}

#[test]
fn a_category_an_officer_chose_asks_too_and_a_report_sent_before_is_put_together_all_the_same() {
    let mut work = ready();
    work.category = Category::ChildExploitation;
    assert_eq!(fields(&work.check(TODAY).unwrap_err()), ["signpost-child"]);
    assert!(work.as_sent(TODAY).is_some());
    let mut into = ready();
    into.ask_signposts_of(&work);
    assert_eq!(fields(&into.signpost_problems()), ["signpost-child"]);
    let mut into = ready();
    into.decide_signpost(Signpost::ChildSafeguarding, told());
    into.ask_signposts_of(&work);
    assert_eq!(
        fields(&into.signpost_problems()),
        ["signpost-child"],
        "of another child"
    );
    work.decide_signpost(Signpost::ChildSafeguarding, told());
    let mut into = ready();
    into.ask_signposts_of(&work);
    assert!(into.signpost_problems().is_empty(), "decided there");
}

#[test]
fn what_is_suggested_says_why() {
    let of = |signpost: Signpost, about, who: &[&str]| {
        signpost.suggested(Category::NotSure, Some(&answers(about, who)))
    };
    let (child, adult) = (Signpost::ChildSafeguarding, Signpost::AdultSafeguarding);
    let lines = Category::CountyLines;
    assert_eq!(of(child, lines, &[]), Some(WhySignpost::About(lines)));
    let drugs = Category::DrugsSupply;
    assert_eq!(of(child, drugs, &["child"]), Some(WhySignpost::ChildAtRisk));
    assert_eq!(of(child, drugs, &["adult"]), None);
    assert_eq!(of(adult, drugs, &["adult"]), Some(WhySignpost::AdultAtRisk));
    assert_eq!(of(Signpost::ReportFraud, drugs, &[]), None);
    assert_eq!(Signpost::ReportFraud.suggested(drugs, None), None);
    let mut danger = answers(drugs, &[]);
    danger.danger = Danger::Called;
    let victim = Signpost::VictimSupport.suggested(drugs, Some(&danger));
    assert_eq!(victim, Some(WhySignpost::InDanger));
}

#[test]
fn a_referral_says_when_to_whom_and_on_what_ground() {
    let mut referral = Referral::default();
    let parts = |referral: &Referral| {
        let wrong = referral.checked(TODAY).unwrap_err();
        wrong.into_iter().map(|(part, _)| part).collect::<Vec<_>>()
    };
    assert_eq!(parts(&referral).len(), 5);
    referral.day = Some(TODAY.plus(1));
    referral.to = " The front door ".into();
    referral.reference = "x".repeat(SIGNPOST_LINE_MAX + 1);
    referral.purpose = "Safeguarding".into();
    referral.basis = "  ".into();
    assert_eq!(
        parts(&referral),
        [
            SignpostPart::Day,
            SignpostPart::Reference,
            SignpostPart::Basis
        ]
    );
    referral.day = Some(TODAY);
    referral.reference = "1234".into();
    referral.basis = "Duty to Notify".into();
    assert_eq!(referral.checked(TODAY).unwrap().to, "The front door");
    assert!(not_needed(" ").is_err());
    assert_eq!(not_needed(" known ").unwrap(), "known");
}
