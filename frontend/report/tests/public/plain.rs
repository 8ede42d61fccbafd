//! The whole way without scripts, against a staging that only remembers.

use std::fmt::Write;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use actix_web::test::{self, TestRequest};
use actix_web::{App, web};
use domain::tip::{SealPath, Tip};
use domain::{UnixSeconds, question};
use report::{Once, Pages, Server, routes};
use unseal::tip::{Joined, join_parts, open_tip};

use crate::scan::{tags, unescape};
use crate::support::{FakeServer, INST, Staging, pages};

const NOW: UnixSeconds = UnixSeconds(1_795_348_800);
const HOSTILE: &str = "</textarea><script>alert(1)</script>\"'&amp; <!--";
const GOOD: &[(&str, &str)] = &[
    ("danger", "no"),
    ("about", "firearms"),
    ("about", "other"),
    ("story", "Under the third step.\nBlue door."),
    ("place", "Mill Lane"),
    ("district", "leeds"),
    ("knows", "saw"),
];

type Header = (&'static str, &'static str);

struct Reporter {
    fake: Arc<FakeServer>,
    pages: web::Data<Pages>,
    once: web::Data<Once>,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    closes: bool,
    page: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The hidden fields of the page, as a browser would send them again.
    fn hidden(&self) -> Vec<(String, String)> {
        let tags = tags(&self.page);
        let hidden = tags.iter().filter(|tag| tag.get("type") == Some("hidden"));
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        hidden
            .map(|tag| pair(tag.get("name").unwrap(), tag.get("value").unwrap()))
            .collect()
    }
}

impl Reporter {
    fn new() -> Self {
        let fake = Arc::new(FakeServer::new(NOW));
        let pages = pages(&fake);
        let once = web::Data::new(Once::new([5; 32]));
        Self { fake, pages, once }
    }

    async fn post<N: AsRef<str>, V: AsRef<str>>(&self, path: &str, pairs: &[(N, V)]) -> Answer {
        self.post_as(path, &encode(pairs), &[]).await
    }

    async fn post_as(&self, path: &str, body: &str, headers: &[(&str, &str)]) -> Answer {
        let server: web::Data<dyn Server> =
            web::Data::from(Arc::clone(&self.fake) as Arc<dyn Server>);
        let routes = routes(self.pages.clone(), server, self.once.clone());
        let app = test::init_service(App::new().configure(routes)).await;
        let mut request = TestRequest::post()
            .uri(path)
            .insert_header(("content-type", "application/x-www-form-urlencoded"))
            .insert_header(("accept-encoding", "br"))
            .set_payload(body.to_owned());
        for (name, value) in headers {
            request = request.insert_header((*name, *value));
        }
        let response = test::call_service(&app, request.to_request()).await;
        let (status, headers) = (response.status(), response.headers().clone());
        let closes = !response.response().head().keep_alive();
        let page = test::read_body(response).await;
        let page = String::from_utf8(page.to_vec()).unwrap();
        Answer {
            status,
            headers,
            closes,
            page,
        }
    }

    /// Opens what was staged, in order.
    fn tips(&self) -> Vec<Tip> {
        let staged = self.fake.staged.lock().unwrap();
        let week = NOW.day().week();
        let keys = [(week, &self.fake.triage)];
        let whole = |frames: &Vec<domain::SealedFrame>| {
            let parts = frames
                .iter()
                .map(|frame| open_tip(&keys, frame, INST).unwrap());
            match join_parts(parts.collect()).unwrap() {
                Joined::Whole(tip) => *tip,
                Joined::Missing(parts) => panic!("missing {parts:?}"),
            }
        };
        staged.iter().map(whole).collect()
    }
}

fn encode<N: AsRef<str>, V: AsRef<str>>(pairs: &[(N, V)]) -> String {
    let mut body = String::new();
    for (name, value) in pairs {
        write!(body, "&{}=", name.as_ref()).unwrap();
        for byte in value.as_ref().bytes() {
            write!(body, "%{byte:02x}").unwrap();
        }
    }
    body
}

fn with_story(story: &str) -> Vec<(&str, &str)> {
    let others = GOOD.iter().copied().filter(|(name, _)| *name != "story");
    others.chain([("story", story)]).collect()
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
        assert!(!page.contains("<script"));
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
async fn a_flood_gets_back_what_it_typed_and_is_told_when_to_come_again() {
    let reporter = Reporter::new();
    let flood = [("x-test-flood", "yes")];
    let fields = reporter.post("/en/check", GOOD).await.hidden();
    for path in ["/en/check", "/en/send"] {
        let refused = reporter.post_as(path, &encode(&fields), &flood).await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS, "{path}");
        assert_eq!(refused.header("retry-after"), Some("30"));
        assert_eq!(refused.header("cache-control"), Some("no-store"));
        assert!(refused.page.contains("wait 30 seconds") && refused.page.contains("0800 555 111"));
        assert_eq!(refused.hidden(), fields);
        let read = tags(&refused.page);
        let form = read.iter().find(|tag| tag.is("form")).unwrap();
        // Nobody is led past the page that says what is not sealed.
        assert_eq!(form.get("action"), Some(path));
    }
    assert!(reporter.tips().is_empty());
}

#[actix_web::test]
async fn a_flood_of_long_texts_is_not_read() {
    let reporter = Reporter::new();
    let long = encode(&with_story(&"x".repeat(10_001)));
    for path in ["/en/check", "/en/send"] {
        let flood = [("x-test-flood", "yes")];
        let refused = reporter.post_as(path, &long, &flood).await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS, "{path}");
        assert!(refused.page.contains("Nothing was sent") && refused.page.contains("0800 555 111"));
        assert!(refused.hidden().is_empty() && !refused.page.contains("xxx"));
        assert_eq!(
            reporter
                .post_as(path, &long, &[])
                .await
                .page
                .contains("xxx"),
            path == "/en/check"
        );
    }
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
async fn a_page_with_what_was_typed_is_neither_stored_nor_compressed_and_runs_nothing() {
    let reporter = Reporter::new();
    let problems = [("story", "third step")];
    for answer in [
        reporter.post("/en/check", GOOD).await,
        reporter.post("/en/check", &problems).await,
    ] {
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.header("content-encoding"), None);
        assert_eq!(answer.header("set-cookie"), None);
        // A kept connection would keep its buffers, with what was typed in them.
        assert!(answer.closes);
        assert!(!answer.page.contains("<script"));
        assert!(
            answer
                .page
                .contains("Your words will not be sealed on this device")
        );
    }
}
