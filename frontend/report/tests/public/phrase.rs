//! Coming back with a phrase, without scripts: drawn for the check page, held by it alone.

use actix_web::http::StatusCode;
use domain::SealedFrame;
use domain::mailbox::{Address, REPLY_CONTEXT, Reply};
use domain::tip::Tip;
use notes::SigningKey;
use phrase::{Phrase, PhraseKeys};
use seal::hybrid::Recipient;
use seal::reply::seal_reply;

use crate::reporter::{GOOD, Reporter};
use crate::support::{INST, REPLY_SEED};

const COMING_BACK: [(&str, &str); 2] = [("reply", "phrase"), ("safe", "yes")];

fn form() -> Vec<(&'static str, &'static str)> {
    GOOD.iter().copied().chain(COMING_BACK).collect()
}

fn phrase_of(fields: &[(String, String)]) -> Option<&str> {
    let mut fields = fields.iter();
    let phrase = fields.find(|(name, _)| name == "phrase");
    phrase.map(|(_, value)| value.as_str())
}

#[actix_web::test]
async fn the_check_page_shows_a_phrase_and_the_tip_is_sealed_with_it() {
    let reporter = Reporter::new();
    let check = reporter.post("/en/check", &form()).await;
    assert_eq!(check.status, StatusCode::OK);
    let fields = check.hidden();
    let phrase = Phrase::parse(phrase_of(&fields).unwrap()).unwrap();
    for part in phrase.words().split(' ').chain(phrase.digits().split(' ')) {
        assert!(check.page.contains(&format!("<li>{part}</li>")), "{part}");
    }
    let sent = reporter.post("/en/send", &fields).await;
    assert_eq!(sent.header("location"), Some("/en/sent"));
    let tips = reporter.tips();
    let slot = tips[0].reply.as_ref().unwrap();
    let keys = PhraseKeys::derive(&phrase, INST);
    assert_eq!(tips[0].thread, keys.thread());
    assert_eq!(*slot.addresses[0], *keys.addresses()[0].as_bytes());
    assert!(slot.safe);
}

#[actix_web::test]
async fn a_phrase_outlives_a_changed_answer_a_mistake_and_a_full_server() {
    let reporter = Reporter::new();
    let fields = reporter.post("/en/check", &form()).await.hidden();
    let first = phrase_of(&fields).unwrap().to_owned();
    let mut changed = fields.clone();
    changed.push(("change".into(), "yes".into()));
    let form = reporter.post("/ur/check", &changed).await;
    assert_eq!(phrase_of(&form.hidden()), Some(first.as_str()));
    let wrong: Vec<_> = fields.iter().filter(|(name, _)| name != "story").collect();
    let wrong: Vec<_> = wrong.into_iter().cloned().collect();
    let told = reporter.post("/en/check", &wrong).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(phrase_of(&told.hidden()), Some(first.as_str()));
    *reporter.fake.staging.lock().unwrap() = crate::support::Staging::IsFull;
    let full = reporter.post("/en/send", &fields).await;
    assert_eq!(full.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(phrase_of(&full.hidden()), Some(first.as_str()));
}

#[actix_web::test]
async fn nothing_is_sent_with_a_phrase_nobody_has_seen() {
    let reporter = Reporter::new();
    for typed in ["", "&phrase=one+two", "&phrase=%00"] {
        let body = format!("{}{typed}", crate::reporter::encode(&form()));
        let shown = reporter.post_as("/en/send", &body, &[]).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert!(phrase_of(&shown.hidden()).is_some());
    }
    assert_eq!(reporter.tips().len(), 0);
}

#[actix_web::test]
async fn whoever_does_not_come_back_gets_no_phrase() {
    let reporter = Reporter::new();
    for more in [
        [("reply", "none"), ("safe", "yes")],
        [("safe", "yes"), ("x", "y")],
    ] {
        let form: Vec<_> = GOOD.iter().copied().chain(more).collect();
        let check = reporter.post("/en/check", &form).await;
        assert_eq!(phrase_of(&check.hidden()), None);
        reporter.post("/en/send", &check.hidden()).await;
    }
    assert!(reporter.tips().iter().all(|tip| tip.reply.is_none()));
}

/// A reply to a tip, for the third place of its mailbox.
fn reply_to(tip: &Tip, text: &str) -> (Address, SealedFrame) {
    let slot = tip.reply.as_ref().unwrap();
    let reply = Reply {
        ctx: REPLY_CONTEXT.into(),
        inst: INST,
        address: slot.addresses[2],
        thread: tip.thread,
        seq: 1,
        day: "2026-11-23".parse().unwrap(),
        text: text.into(),
        lang: tip.lang.clone(),
    };
    let to = Recipient::from_bytes(&slot.recipient).unwrap();
    let key = SigningKey::from_seed(&REPLY_SEED);
    let frame = seal_reply(&to, &reply, &key).unwrap();
    (Address::from_bytes(*slot.addresses[2]), frame)
}

#[actix_web::test]
async fn a_reply_is_read_answered_and_deleted_without_scripts() {
    let reporter = Reporter::new();
    let fields = reporter.post("/en/check", &form()).await.hidden();
    reporter.post("/en/send", &fields).await;
    let phrase = phrase_of(&fields).unwrap().to_owned();
    let typed = [("phrase", phrase.as_str())];
    let before = reporter.post("/en/mailbox", &typed).await;
    assert!(before.page.contains("There is no reply"));
    let tip = reporter.tips().remove(0);
    let reply = reply_to(&tip, "Which <door>?");
    reporter.fake.replies.lock().unwrap().push(reply);
    let read = reporter.post("/en/mailbox", &typed).await;
    assert_eq!(read.header("cache-control"), Some("no-store"));
    assert!(read.page.contains("Which &lt;door&gt;?"));
    let mut answer = read.hidden();
    answer.push(("story".into(), "The blue one.".into()));
    let sent = reporter.post("/en/send", &answer).await;
    assert_eq!(sent.header("location"), Some("/en/sent"));
    let tips = reporter.tips();
    assert_eq!(
        (tips[1].thread, tips[1].text.as_str()),
        (tip.thread, "The blue one.")
    );
    let away = [("phrase", phrase.as_str()), ("delete", "all")];
    let after = reporter.post("/en/mailbox", &away).await;
    assert!(after.page.contains("Deleted.") && after.page.contains("There is no reply"));
    // Whoever sees only how long an answer is learns nothing of it.
    let lengths = [&before, &read, &after].map(|answer| answer.page.len());
    assert_eq!(lengths, [131_072; 3]);
    assert!(reporter.fake.replies.lock().unwrap().is_empty());
}

#[actix_web::test]
async fn a_mistyped_phrase_is_asked_again_by_number_and_not_shown() {
    let reporter = Reporter::new();
    let fields = reporter.post("/en/check", &form()).await.hidden();
    let phrase = phrase_of(&fields).unwrap();
    let wrong = phrase.replacen(&phrase[..4], "9999", 1);
    for (typed, said) in [
        (wrong.as_str(), "Number 1 of the eight is not right"),
        ("zebra", "Type all eight words"),
        ("", "Type all eight words"),
    ] {
        let told = reporter.post("/en/mailbox", &[("phrase", typed)]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.page.contains(said), "{typed}");
        assert!(!told.page.contains("9999") && !told.page.contains("zebra"));
    }
}
