//! The whole way without scripts, against a staging that only remembers.

use actix_web::http::StatusCode;
use domain::question::{self, Field};
use domain::tip::SealPath;

use crate::reporter::{GOOD, Reporter, encode, with_story};
use crate::scan::{Tag, tags, unescape};
use crate::support::Staging;

const HOSTILE: &str = "</textarea><script>alert(1)</script>\"'&amp; <!--";
type Header = (&'static str, &'static str);

/// Where a page's scripts are.
fn scripts(page: &str) -> Vec<String> {
    let tags = tags(page);
    let scripts = tags.iter().filter(|tag| tag.is("script"));
    let from = |tag: &Tag| tag.get("src").unwrap().to_owned();
    scripts.map(from).collect()
}

#[actix_web::test]
async fn a_tip_without_scripts_is_checked_sealed_and_staged() {
    let reporter = Reporter::new();
    let check = reporter.post("/en/check", GOOD).await;
    assert_eq!(check.status, StatusCode::OK);
    assert!(check.page.contains("Under the third step.\nBlue door."));
    assert!(check.page.contains("Guns") && check.page.contains("Leeds"));
    let sent = reporter.post("/en/send", &check.hidden()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(sent.header("location"), Some("/en/sent"));
    let tips = reporter.tips();
    let [tip] = tips.as_slice() else {
        panic!("{} tips", tips.len())
    };
    assert_eq!(tip.text, "Under the third step.\nBlue door.");
    assert_eq!((tip.path, tip.lang.as_str()), (SealPath::Server, "en"));
    assert_eq!(tip.answers.place, "Mill Lane");
}

#[actix_web::test]
async fn pressing_twice_stores_one_tip() {
    let reporter = Reporter::new();
    let fields = reporter.post("/en/check", GOOD).await.hidden();
    for _ in 0..3 {
        let sent = reporter.post("/en/send", &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(reporter.tips().len(), 1);
    let again = reporter.post("/en/check", GOOD).await.hidden();
    reporter.post("/en/send", &again).await;
    assert_eq!(reporter.tips().len(), 2);
}

#[actix_web::test]
async fn a_tip_corrected_and_sent_again_is_another_tip() {
    let reporter = Reporter::new();
    let fields = reporter.post("/en/check", GOOD).await.hidden();
    let corrected: Vec<(String, String)> = fields
        .iter()
        .cloned()
        .map(|(name, value)| match name.as_str() {
            "story" => (name, "Under the fourth step.".into()),
            _ => (name, value),
        })
        .collect();
    for pairs in [&fields, &corrected, &fields, &corrected] {
        let sent = reporter.post("/en/send", pairs).await;
        assert_eq!(sent.header("location"), Some("/en/sent"));
    }
    let tips = reporter.tips();
    let stories: Vec<&str> = tips.iter().map(|tip| tip.text.as_str()).collect();
    let expected = [
        "Under the third step.\nBlue door.",
        "Under the fourth step.",
    ];
    assert_eq!(stories, expected);
    assert_ne!(tips[0].tip, tips[1].tip);
    assert_ne!(tips[0].thread, tips[1].thread);
}

#[actix_web::test]
async fn the_longest_story_in_any_script_arrives_whole() {
    let reporter = Reporter::new();
    let story = "\u{a16}".repeat(question::STORY_MAX / 3);
    let place = "\u{a16}".repeat(question::PLACE_MAX / 3);
    let mut pairs = with_story(&story);
    pairs.retain(|(name, _)| *name != "place");
    pairs.push(("place", &place));
    let fields = reporter.post("/en/check", &pairs).await.hidden();
    let sent = reporter.post("/en/send", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(reporter.tips()[0].text, story);
}

#[actix_web::test]
async fn problems_are_named_and_entries_kept() {
    let reporter = Reporter::new();
    let pairs = [("about", "corruption"), ("place", "Mill <Lane>")];
    for path in ["/en/check", "/en/send"] {
        let answer = reporter.post(path, &pairs).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert!(answer.page.contains("<title>Error: "));
        let tags = tags(&answer.page);
        for id in ["danger-yes", "about-drugs_supply", "story"] {
            let href = format!("#{id}");
            assert!(
                tags.iter().any(|tag| tag.get("href") == Some(&href)),
                "{id}"
            );
        }
        let place = tags
            .iter()
            .find(|tag| tag.get("id") == Some("place"))
            .unwrap();
        assert_eq!(place.get("value"), Some("Mill <Lane>"));
        let ticked = tags
            .iter()
            .find(|tag| tag.get("checked").is_some())
            .unwrap();
        assert_eq!(ticked.get("id"), Some("about-corruption"));
    }
    assert!(reporter.tips().is_empty());
}

#[actix_web::test]
async fn hostile_words_stay_words() {
    let reporter = Reporter::new();
    let pairs = with_story(HOSTILE);
    let check = reporter.post("/en/check", &pairs).await;
    let kept = check.hidden().into_iter().find(|(name, _)| name == "story");
    assert_eq!(kept.unwrap().1, HOSTILE);
    let mut changing = check.hidden();
    changing.push(("change".into(), "yes".into()));
    let form = reporter.post("/en/check", &changing).await;
    let read = tags(&form.page);
    let area = read.iter().find(|tag| tag.is("textarea")).unwrap();
    assert_eq!(unescape(area.text.trim_start()), HOSTILE);
    for page in [&check.page, &form.page] {
        assert_eq!(scripts(page), ["/assets/leave.js"]);
    }
    reporter.post("/en/send", &check.hidden()).await;
    assert_eq!(reporter.tips()[0].text, HOSTILE);
}

#[actix_web::test]
async fn what_cannot_be_taken_is_kept_on_the_page() {
    let reporter = Reporter::new();
    let fields = reporter.post("/en/check", GOOD).await.hidden();
    *reporter.fake.staging.lock().unwrap() = Staging::IsFull;
    let full = reporter.post("/en/send", &fields).await;
    assert_eq!(full.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(full.header("retry-after"), Some("20"));
    assert_eq!(full.hidden(), fields);
    assert!(full.page.contains("0800 555 111"));
    let crowded = reporter
        .post_as("/en/send", &encode(&fields), &[("x-test-crowded", "yes")])
        .await;
    assert_eq!(crowded.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(crowded.header("retry-after"), Some("30"));
    assert_eq!(crowded.hidden(), fields);
    *reporter.fake.staging.lock().unwrap() = Staging::Takes;
    let sent = reporter.post("/en/send", &full.hidden()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(reporter.tips().len(), 1);
}

#[actix_web::test]
async fn without_a_directory_nothing_is_sealed_and_other_ways_are_shown() {
    let reporter = Reporter::new();
    let fields = reporter.post("/en/check", GOOD).await.hidden();
    reporter.fake.close();
    let closed = reporter.post("/en/send", &fields).await;
    assert_eq!(closed.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(closed.hidden(), fields);
    assert!(closed.page.contains("0800 555 111"));
    assert!(reporter.tips().is_empty());
}

#[actix_web::test]
async fn what_is_not_a_form_of_ours_is_refused() {
    let reporter = Reporter::new();
    let good = encode(GOOD);
    let big = encode(&with_story(&"x".repeat(70_000)));
    let refused: [(&str, &[Header], u16); 6] = [
        (&good, &[("sec-fetch-site", "cross-site")], 400),
        (&good, &[("sec-fetch-site", "same-site")], 400),
        (&good, &[("content-type", "text/plain")], 400),
        (&good, &[("content-type", "multipart/form-data")], 400),
        ("story=%zz", &[], 400),
        (&big, &[], 413),
    ];
    for (body, headers, status) in refused {
        let answer = reporter.post_as("/en/send", body, headers).await;
        assert_eq!(answer.status.as_u16(), status, "{headers:?}");
        assert!(!answer.page.contains("third step"));
    }
    let own = [("sec-fetch-site", "same-origin")];
    let answer = reporter.post_as("/en/send", &good, &own).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn a_page_with_what_was_typed_is_neither_stored_nor_compressed_and_runs_the_exit_alone() {
    let reporter = Reporter::new();
    let problems = [("story", "third step")];
    let check = reporter.post("/en/check", GOOD).await;
    let fields = check.hidden();
    let flood = [("x-test-flood", "yes")];
    let body = encode(&fields);
    let failure = reporter.post_as("/en/send", &body, &flood).await;
    assert_eq!(failure.hidden(), fields);
    assert_eq!(scripts(&failure.page), ["/assets/leave.js"]);
    for answer in [check, reporter.post("/en/check", &problems).await] {
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.header("content-encoding"), None);
        assert_eq!(answer.header("set-cookie"), None);
        // A kept connection would keep its buffers, with what was typed in them.
        assert!(answer.closes);
        assert_eq!(scripts(&answer.page), ["/assets/leave.js"]);
        assert!(
            answer
                .page
                .contains("Your words will not be sealed on this device")
        );
    }
}

#[actix_web::test]
async fn what_was_typed_into_a_question_that_is_hidden_again_is_kept_but_not_sent() {
    let reporter = Reporter::new();
    let typed = [
        ("weapon_kept", "in the boot"),
        ("drugs_kept", "in the shed"),
    ];
    let pairs: Vec<_> = GOOD.iter().copied().chain(typed).collect();
    let check = reporter.post("/en/check", &pairs).await;
    let shown = |word| check.page.contains(&format!("<p>{word}</p>"));
    assert!(shown("in the boot") && !shown("in the shed"));
    let kept = check.hidden();
    assert!(kept.iter().any(|(_, value)| value == "in the shed"));
    reporter.post("/en/send", &kept).await;
    let tips = reporter.tips();
    let details = &tips[0].answers.details;
    assert!(details.of(Field::WeaponKept).eq(["in the boot"]));
    assert_eq!(details.of(Field::DrugsKept).next(), None);
}
