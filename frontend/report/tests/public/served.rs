//! How the static pages are served.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderMap, LOCATION};
use actix_web::test::{self, TestRequest};
use actix_web::{App, web};
use domain::UnixSeconds;
use report::{Once, PageSettings, Pages, Server, routes};

use crate::support::{FakeServer, assets, pages};

const NOW: UnixSeconds = UnixSeconds(1_795_348_800);

pub async fn get(path: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, web::Bytes) {
    let pages = pages(&FakeServer::new(NOW));
    get_of(pages, path, headers).await
}

pub async fn get_of(
    pages: web::Data<Pages>,
    path: &str,
    headers: &[(&str, &str)],
) -> (StatusCode, HeaderMap, web::Bytes) {
    let fake = Arc::new(FakeServer::new(NOW));
    let server: web::Data<dyn Server> = web::Data::from(fake as Arc<dyn Server>);
    let once = web::Data::new(Once::new([5; 32]));
    let app = test::init_service(App::new().configure(routes(pages, server, once))).await;
    let mut request = TestRequest::get().uri(path);
    for (name, value) in headers {
        request = request.insert_header((*name, *value));
    }
    let response = test::call_service(&app, request.to_request()).await;
    let (status, headers) = (response.status(), response.headers().clone());
    (status, headers, test::read_body(response).await)
}

pub fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().unwrap())
}

#[actix_web::test]
async fn the_front_leads_to_a_language() {
    for path in ["/", "/en", "/en/check", "/en/send"] {
        let (status, headers, _) = get(path, &[]).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(headers.get(LOCATION).unwrap(), "/en/");
    }
    assert_eq!(get("/xx/", &[]).await.0, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn where_no_page_is_a_person_is_told_so_and_led_on() {
    for path in ["/en/nowhere", "/en/protects/", "/en/a/b?c=d"] {
        let (status, headers, body) = get(path, &[]).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(text(&headers, "cache-control"), Some("no-store"));
        let body = String::from_utf8_lossy(&body).into_owned();
        assert!(body.contains("There is no page here") && body.contains("href=\"/en/\""));
        assert!(body.contains("id=\"exit\"") && !body.contains("nowhere"));
    }
}

#[actix_web::test]
async fn a_page_is_the_same_bytes_for_everyone_compressed_or_not() {
    let (_, _, plain) = get("/en/", &[]).await;
    let other_visitor = [
        ("user-agent", "another"),
        ("cookie", "a=b"),
        ("accept-language", "ur"),
    ];
    assert_eq!(get("/en/", &other_visitor).await.2, plain);
    let (_, headers, br) = get("/en/", &[("accept-encoding", "gzip, br;q=0.9")]).await;
    assert_eq!(text(&headers, "content-encoding"), Some("br"));
    let mut out = Vec::new();
    brotli::BrotliDecompress(&mut br.as_ref(), &mut out).unwrap();
    assert_eq!(out, plain);
    let refused = get("/en/", &[("accept-encoding", "br;q=0")]).await;
    assert_eq!(text(&refused.1, "content-encoding"), None);
}

#[actix_web::test]
async fn a_page_a_browser_has_is_not_sent_again() {
    let (_, headers, _) = get("/en/", &[]).await;
    let tag = text(&headers, "etag").unwrap();
    let (status, _, body) = get("/en/", &[("if-none-match", tag)]).await;
    assert_eq!((status, body.len()), (StatusCode::NOT_MODIFIED, 0));
}

#[actix_web::test]
async fn no_page_sets_a_cookie_and_the_last_one_and_the_way_out_clear_what_was_before() {
    for path in [
        "/en/",
        "/en/protects",
        "/en/other-ways",
        "/en/leaving",
        "/en/sent",
    ] {
        let (status, headers, _) = get(path, &[]).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert_eq!(text(&headers, "set-cookie"), None, "{path}");
    }
    for path in ["/en/sent", "/en/exit", "/en/away"] {
        let (_, headers, _) = get(path, &[]).await;
        assert_eq!(text(&headers, "clear-site-data"), Some("\"cache\""));
        assert_eq!(text(&headers, "cache-control"), Some("no-store"));
        assert_eq!(text(&headers, "set-cookie"), None);
    }
    let (status, headers, _) = get("/en/away", &[]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(text(&headers, "location"), Some(PageSettings::EXIT_URL));
}

#[actix_web::test]
async fn every_page_tells_tor_browser_of_the_onion_service_if_there_is_one() {
    let onion = format!("http://{}.onion", "a".repeat(56));
    let fake = FakeServer::new(NOW);
    let settings = PageSettings {
        onion: Some(onion.clone()),
        ..fake.settings()
    };
    let with = web::Data::new(Pages::new(settings, assets()));
    for path in ["/en/", "/ur/protects", "/pl/sent"] {
        let (_, headers, _) = get_of(with.clone(), path, &[]).await;
        let told = format!("{onion}{path}");
        assert_eq!(text(&headers, "onion-location"), Some(told.as_str()));
        let (_, headers, _) = get(path, &[]).await;
        assert_eq!(text(&headers, "onion-location"), None);
    }
}

#[actix_web::test]
async fn the_protection_page_tells_what_is_set() {
    let (_, _, body) = get("/en/protects", &[]).await;
    let page = String::from_utf8(body.to_vec()).unwrap();
    for said in [
        "Calder-partnership",
        "2 minutes",
        "28 days",
        "A reply is deleted 90 days after it came.",
        "can be seen on our disk until the night after",
        "no onion address yet",
        "English",
    ] {
        assert!(page.contains(said), "{said}");
    }
}
