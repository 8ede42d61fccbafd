//! What a browser sends is not what the form asked: only what was asked reaches the tip.

use actix_web::http::StatusCode;
use domain::tip::Tip;

use crate::reporter::{GOOD, Reporter, encode};

/// Fields that no page of ours has, or that a page fills in by itself.
const STRANGE: &[(&str, &str)] = &[
    ("path", "browser"),
    ("lane", "team/msht"),
    ("thread", "00112233445566778899aabbccddeeff"),
    ("bundle", "00112233445566778899aabbccddeeff"),
    ("champion", "yes"),
    ("lang", "xx"),
    ("story[0]", "canary"),
    ("__proto__", "canary"),
    ("Story", "canary"),
    ("story\u{0}", "canary"),
    ("", "canary"),
];

/// What stays of a tip when its ids are left out, which are drawn.
fn without_ids(mut tip: Tip) -> Tip {
    let zero = [0; 16];
    tip.tip = domain::TipId::from_bytes(zero);
    tip.thread = domain::ThreadId::from_bytes(zero);
    tip
}

async fn sent(pairs: &[(&str, &str)]) -> Tip {
    let reporter = Reporter::new();
    let sent = reporter.post("/en/send", pairs).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(sent.header("location"), Some("/en/sent"));
    let mut tips = reporter.tips();
    assert_eq!(tips.len(), 1);
    without_ids(tips.remove(0))
}

#[actix_web::test]
async fn fields_that_nobody_asked_for_change_nothing_in_a_tip() {
    let strange: Vec<_> = GOOD.iter().chain(STRANGE).copied().collect();
    assert_eq!(sent(&strange).await, sent(GOOD).await);
    let reporter = Reporter::new();
    let check = reporter.post("/en/check", &strange).await;
    assert!(!check.page.contains("canary"));
    let names: Vec<_> = check.hidden().into_iter().map(|(name, _)| name).collect();
    for (name, _) in STRANGE {
        assert!(!names.iter().any(|kept| kept == name), "{name}");
    }
}

#[actix_web::test]
async fn a_choice_that_was_not_offered_makes_no_tip() {
    let reporter = Reporter::new();
    for (name, value) in [
        ("danger", "maybe"),
        ("about", "treason"),
        ("knows", "browser"),
        ("district", "narnia"),
        ("reply", "phrase; drop"),
    ] {
        let tampered = GOOD.iter().copied().chain([(name, value)]);
        let tampered: Vec<_> = tampered.collect();
        let answer = reporter.post("/en/send", &tampered).await;
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        assert_eq!(answer.status, status, "{name}={value}");
        assert!(answer.page.contains("<title>Error: "), "{name}={value}");
    }
    assert!(reporter.fake.staged.lock().unwrap().is_empty());
}

#[actix_web::test]
async fn control_characters_and_lists_in_a_text_stay_text() {
    let nested = format!("{}{}", "[".repeat(65), "]".repeat(65));
    for story in [nested.as_str(), "{\"a\":{\"b\":[]}}", "%00", "a\u{202e}b"] {
        let reporter = Reporter::new();
        let mut pairs: Vec<_> = GOOD.to_vec();
        pairs.retain(|(name, _)| *name != "story");
        pairs.push(("story", story));
        let sent = reporter.post_as("/en/send", &encode(&pairs), &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{story:?}");
        assert_eq!(reporter.tips()[0].text, story);
    }
}
