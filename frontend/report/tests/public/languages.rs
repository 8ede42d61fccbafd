//! Every page in every language, and the way from one language to another.

use actix_web::http::StatusCode;
use report::Lang;

use crate::document::documents;
use crate::reporter::{GOOD, Reporter, with_story};
use crate::scan::{Tag, tags, unescape};
use crate::served::{get, text};

/// Every language but English, which the tests begin in.
fn others() -> &'static [Lang] {
    let (first, others) = Lang::SHIPPED.split_first().unwrap();
    assert_eq!(*first, Lang::ENGLISH);
    others
}

/// What the choice of a language offers on a page: links and buttons.
fn offered<'a>(tags: &'a [Tag], kind: &str) -> Vec<&'a Tag> {
    let chosen = |tag: &&Tag| tag.is(kind) && tag.within.iter().any(|one| one == "nav");
    let chosen = tags.iter().filter(chosen);
    chosen.filter(|tag| tag.get("lang").is_some()).collect()
}

#[test]
fn every_page_stands_in_every_language_and_leads_to_itself_in_the_others() {
    let documents = documents();
    for (path, tags) in &documents {
        let (_, page) = path[1..].split_once('/').unwrap();
        for lang in Lang::SHIPPED {
            let there = format!("/{}/{page}", lang.code);
            assert!(documents.iter().any(|(path, _)| *path == there), "{there}");
            let own = path.starts_with(&format!("/{}/", lang.code));
            if own || page.ends_with("exit") {
                continue;
            }
            let links = offered(tags, "a");
            let link = links
                .iter()
                .find(|link| link.get("lang") == Some(lang.code));
            let link = link.unwrap_or_else(|| panic!("{path}: {}", lang.code));
            assert_eq!(link.get("href"), Some(there.as_str()));
            assert_eq!(link.get("hreflang"), Some(lang.code));
            assert_eq!(link.text.trim(), lang.name);
        }
        let html = &tags[0];
        let code = path.split('/').nth(1).unwrap();
        if let Some(lang) = Lang::find(code) {
            assert_eq!(html.get("lang"), Some(lang.locale), "{path}");
            assert_eq!(html.get("dir"), Some(lang.dir), "{path}");
        }
    }
}

#[actix_web::test]
async fn the_front_leads_to_the_language_a_browser_asks_for_and_is_kept_by_nobody() {
    for (accepted, front) in [
        ("pl,en;q=0.8", "/pl/"),
        ("de;q=0.9,ur-PK", "/ur/"),
        ("de", "/en/"),
        ("*", "/en/"),
    ] {
        let (status, headers, _) = get("/", &[("accept-language", accepted)]).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        assert_eq!(text(&headers, "location"), Some(front), "{accepted}");
        assert_eq!(text(&headers, "cache-control"), Some("no-store"));
        assert_eq!(text(&headers, "vary"), Some("accept-language"));
        assert_eq!(text(&headers, "set-cookie"), None);
    }
    let person = [("accept", "text/html"), ("accept-language", "pl")];
    let (status, _, body) = get("/nowhere", &person).await;
    let body = String::from_utf8_lossy(&body).into_owned();
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(body.contains("lang=\"pl\"") && body.contains("href=\"/pl/\""));
}

/// A form as typed, to be posted to each language of the page it came from.
fn typed(tags: &[Tag]) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for tag in tags {
        let value = match tag.get("type") {
            _ if tag.is("textarea") => Some(tag.text.trim_start_matches('\n').to_owned()),
            Some("radio" | "checkbox") if tag.get("checked").is_none() => None,
            Some("radio" | "checkbox" | "text" | "hidden") => tag.get("value").map(str::to_owned),
            _ => None,
        };
        let name = tag.get("name").map(str::to_owned);
        pairs.extend(name.zip(value.map(|value| unescape(&value))));
    }
    pairs.sort();
    pairs
}

#[actix_web::test]
async fn without_scripts_a_filled_form_is_shown_again_in_the_other_language() {
    let reporter = Reporter::new();
    let hostile = with_story("</textarea>\u{fdd0}\"Pod trzecim\" stopniem & dalej");
    let mut changing = reporter.post("/en/check", &hostile).await.hidden();
    changing.push(("change".into(), "yes".into()));
    let english = reporter.post("/en/check", &changing).await;
    let english = typed(&tags(&english.page));
    assert!(english.len() >= GOOD.len());
    for lang in others() {
        let page = reporter.post("/en/check", &changing).await.page;
        let tags_of_page = tags(&page);
        let buttons = offered(&tags_of_page, "button");
        let button = buttons
            .iter()
            .find(|one| one.get("lang") == Some(lang.code));
        let button = button.unwrap();
        let to = format!("/{}/check", lang.code);
        assert_eq!(button.get("formaction"), Some(to.as_str()));
        assert_eq!(button.get("form"), Some("typed"));
        let mut pairs = english.clone();
        let change = (button.get("name"), button.get("value"));
        pairs.extend(
            change
                .0
                .zip(change.1)
                .map(|(n, v)| (n.to_owned(), v.to_owned())),
        );
        let other = reporter.post(&to, &pairs).await;
        assert_eq!(other.status, StatusCode::OK);
        assert!(other.page.contains(&format!("lang=\"{}\"", lang.locale)));
        assert_eq!(typed(&tags(&other.page)), english, "{}", lang.code);
    }
}

#[actix_web::test]
async fn without_scripts_the_check_page_is_shown_again_and_sent_in_the_other_language() {
    let reporter = Reporter::new();
    let check = reporter.post("/en/check", GOOD).await;
    let tags_of_page = tags(&check.page);
    let buttons = offered(&tags_of_page, "button");
    assert_eq!(buttons.len(), others().len());
    assert!(buttons.iter().all(|button| button.get("name").is_none()));
    let polish = reporter.post("/pl/check", &check.hidden()).await;
    assert_eq!(polish.hidden(), check.hidden());
    assert!(polish.page.contains("Broń palna"));
    let sent = reporter.post("/pl/send", &polish.hidden()).await;
    assert_eq!(sent.header("location"), Some("/pl/sent"));
    // The same words from the same page are one tip, in whatever language they are sent.
    reporter.post("/ur/send", &polish.hidden()).await;
    let tips = reporter.tips();
    assert_eq!(tips.len(), 1);
    assert_eq!(tips[0].lang.as_str(), "pl");
}

#[actix_web::test]
async fn a_failure_keeps_what_was_typed_in_the_other_language() {
    let reporter = Reporter::new();
    let fields = reporter.post("/en/check", GOOD).await.hidden();
    reporter.fake.close();
    let closed = reporter.post("/en/send", &fields).await;
    assert_eq!(offered(&tags(&closed.page), "button").len(), others().len());
    let mut changing = closed.hidden();
    changing.push(("change".into(), "yes".into()));
    let urdu = reporter.post("/ur/check", &changing).await;
    assert!(urdu.page.contains("Under the third step.\nBlue door."));
}

/// A browser activates a form's first submit button when Enter is pressed in one of its fields.
#[actix_web::test]
async fn enter_in_a_field_never_changes_the_language() {
    let reporter = Reporter::new();
    let problem = reporter.post("/en/check", &[("story", "x")]).await;
    let form = documents().into_iter().find(|(path, _)| path == "/en/");
    for (tags, id) in [(form.unwrap().1, "tip"), (tags(&problem.page), "typed")] {
        let inside = |tag: &&Tag| tag.within.iter().any(|one| one == "form");
        let owned = |tag: &&Tag| tag.get("form") == Some(id) || inside(tag);
        let mut submits = tags
            .iter()
            .filter(|tag| tag.is("button") && tag.get("type") == Some("submit"))
            .filter(owned);
        let first = submits.next().unwrap();
        assert_eq!(first.get("formaction").or(first.get("name")), None, "{id}");
        assert!(submits.any(|tag| tag.get("formaction") == Some("/pl/check")));
    }
}
