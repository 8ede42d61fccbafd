//! What an operator sets, on every page: a neutral title and icon, and who stands behind the service.

use std::sync::Arc;

use actix_web::web;
use domain::UnixSeconds;
use report::{Contacts, Once, PageSettings, Pages};

use crate::reporter::{GOOD, Reporter};
use crate::scan::{Tag, tags};
use crate::served::get_of;
use crate::support::{FakeServer, assets};

const NOW: UnixSeconds = UnixSeconds(1_795_348_800);
const TAB: &str = "Notes & lists";
const WHO: &str = "The Chief <b>Constable</b> & others, PO Box 1";

/// Every static page of a language but the way out, which has no name at all, and one that is not there.
const STATIC: &[&str] = &[
    "",
    "protects",
    "other-ways",
    "leaving",
    "sent",
    "easy",
    "paper",
    "privacy",
    "accessibility",
    "replies",
    "no-such-page",
    "large/",
    "large/replies",
];

/// A reporter at a service with these settings.
fn reporter(change: impl FnOnce(&mut PageSettings)) -> Reporter {
    let fake = Arc::new(FakeServer::new(NOW));
    let mut settings = fake.settings();
    change(&mut settings);
    let pages = web::Data::new(Pages::new(settings, assets()));
    let once = web::Data::new(Once::new([5; 32]));
    Reporter { fake, pages, once }
}

async fn page(reporter: &Reporter, path: &str) -> String {
    let (_, _, body) = get_of(reporter.pages.clone(), path, &[]).await;
    String::from_utf8(body.to_vec()).unwrap()
}

/// Every page there is, in two languages, posted ones included.
async fn every_page(reporter: &Reporter) -> Vec<(String, Vec<Tag>)> {
    let mut pages = Vec::new();
    for lang in ["en", "ur"] {
        for name in STATIC {
            let path = format!("/{lang}/{name}");
            let read = tags(&page(reporter, &path).await);
            pages.push((path, read));
        }
        let phrase = [("phrase", "no such words")];
        for (name, pairs) in [("check", GOOD), ("check", &[]), ("mailbox", &phrase)] {
            let path = format!("/{lang}/{name}");
            let posted = reporter.post(&path, pairs).await;
            pages.push((path, tags(&posted.page)));
        }
    }
    pages
}

fn first<'a>(tags: &'a [Tag], name: &str) -> &'a Tag {
    tags.iter().find(|tag| tag.is(name)).unwrap()
}

fn icon(tags: &[Tag]) -> &str {
    let icons = tags.iter().find(|tag| tag.get("rel") == Some("icon"));
    icons.unwrap().get("href").unwrap()
}

#[actix_web::test]
async fn with_a_neutral_title_no_page_says_in_the_tab_what_it_is() {
    let reporter = reporter(|settings| settings.tab_title = Some(TAB.into()));
    for (path, tags) in every_page(&reporter).await {
        let titles: Vec<_> = tags.iter().filter(|tag| tag.is("title")).collect();
        let [title] = titles.as_slice() else {
            panic!("{path}: {} titles", titles.len())
        };
        assert_eq!(title.text, "Notes &amp; lists", "{path}");
        assert_eq!(icon(&tags), "/assets/plain.svg", "{path}");
        // The script that goes from step to step lets the title stand.
        let body = first(&tags, "body");
        assert_eq!(body.get("data-tab"), Some(""), "{path}");
        // What stands in the page is not changed: who reads it has come to be told.
        let named = |tag: &Tag| tag.is("span") && tag.text == "Ginnel West Yorkshire";
        assert!(tags.iter().any(named), "{path}");
    }
}

#[actix_web::test]
async fn without_one_each_page_has_its_own_title_and_the_services_icon() {
    let reporter = reporter(|_| ());
    let mut titles = Vec::new();
    for (path, tags) in every_page(&reporter).await {
        let title = first(&tags, "title").text.clone();
        assert!(title.ends_with("Ginnel West Yorkshire"), "{path}: {title}");
        assert_eq!(icon(&tags), "/assets/mark.svg", "{path}");
        assert_eq!(first(&tags, "body").get("data-tab"), None, "{path}");
        titles.push(title);
    }
    titles.sort();
    titles.dedup();
    assert!(titles.len() > 20, "{titles:?}");
}

#[actix_web::test]
async fn whoever_stands_behind_the_service_is_named_in_their_own_words() {
    let named = reporter(|settings| {
        settings.contacts = Contacts {
            responsible: Some(WHO.into()),
            accessibility: Some("The front desk".into()),
            paper: Some("FREEPOST 1".into()),
        };
    });
    let unnamed = reporter(|_| ());
    let who = "The Chief &lt;b&gt;Constable&lt;/b&gt; &amp; others, PO Box 1";
    for (name, said, unset) in [
        ("privacy", who, "Nobody is named here yet."),
        (
            "accessibility",
            "The front desk",
            "No address is named here yet.",
        ),
        ("paper", "FREEPOST 1", "There is no place to send it yet."),
    ] {
        for lang in ["en", "ur"] {
            let path = format!("/{lang}/{name}");
            assert!(page(&named, &path).await.contains(said), "{path}");
            assert!(!page(&unnamed, &path).await.contains(said), "{path}");
        }
        let path = format!("/en/{name}");
        assert!(page(&unnamed, &path).await.contains(unset), "{path}");
        assert!(!page(&named, &path).await.contains(unset), "{path}");
    }
}
