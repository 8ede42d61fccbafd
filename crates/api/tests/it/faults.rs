//! Whatever fails, fails alike; whatever is answered, is guarded.

use actix_web::test::TestRequest;
use domain::{Desk, Role};

use crate::actors::{Browser, Reporter, frame};
use crate::house::{Answer, House};

const CANARY: &str = "canary-7731";

fn assert_guarded(answer: &Answer, what: &str) {
    let expected = [
        ("cross-origin-embedder-policy", "require-corp"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cache-control", "no-store"),
    ];
    for (name, value) in expected {
        assert_eq!(answer.header(name), value, "{what}");
    }
    let policy = answer.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"));
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
    assert!(answer.header("permissions-policy").contains("camera=()"));
    for absent in ["server", "set-cookie", "x-powered-by"] {
        assert_eq!(answer.header(absent), "", "{what}");
    }
    let body = String::from_utf8_lossy(&answer.body);
    assert!(!body.contains(CANARY), "{what}");
}

#[actix_web::test]
async fn every_public_answer_is_guarded_and_echoes_nothing() {
    let house = House::open().await;
    let reporter = Reporter::at("192.0.2.9");
    let get = |path: &str| TestRequest::get().uri(path);
    let asked = [
        ("taken", reporter.request(frame(1)), 202, ""),
        ("directory", get("/api/directory"), 200, ""),
        ("health", get("/health"), 200, ""),
        (
            "unknown",
            get(&format!("/{CANARY}?{CANARY}")),
            404,
            "not-found",
        ),
        (
            "unknown below",
            get(&format!("/api/{CANARY}")),
            404,
            "not-found",
        ),
        (
            "no such asset",
            get(&format!("/assets/{CANARY}")),
            404,
            "not-found",
        ),
        (
            "climbing",
            get("/assets/../../etc/passwd"),
            404,
            "not-found",
        ),
        (
            "staff route",
            TestRequest::post().uri("/api/sign-in/start"),
            404,
            "not-found",
        ),
        ("wrong method", get("/api/tips"), 405, "wrong-method"),
        (
            "wrong method",
            TestRequest::delete().uri("/health"),
            405,
            "wrong-method",
        ),
        (
            "another type",
            TestRequest::post().uri("/api/tips").set_payload(CANARY),
            415,
            "wrong-type",
        ),
        (
            "short",
            reporter.request(CANARY.into()),
            422,
            "unprocessable",
        ),
    ];
    for (what, request, status, code) in asked {
        let answer = house.public(request).await;
        assert_eq!(answer.status.as_u16(), status, "{what}");
        assert_guarded(&answer, what);
        if !code.is_empty() {
            assert_eq!(answer.fault(), code, "{what}");
        }
    }
}

#[actix_web::test]
async fn a_wrong_method_is_told_the_right_one() {
    let house = House::open().await;
    let answer = house.public(TestRequest::get().uri("/api/tips")).await;
    assert_eq!(answer.header("allow"), "POST");
    let answer = house.public(TestRequest::put().uri("/health")).await;
    assert!(answer.header("allow").contains("GET"));
    let answer = house.staff(TestRequest::get().uri("/api/sign-out")).await;
    assert_eq!(
        (answer.fault().as_str(), answer.header("allow")),
        ("wrong-method", "POST")
    );
}

#[actix_web::test]
async fn head_is_answered_wherever_get_is() {
    let house = House::open().await;
    for path in ["/health", "/api/directory"] {
        let answer = house
            .public(
                TestRequest::default()
                    .method("HEAD".parse().unwrap())
                    .uri(path),
            )
            .await;
        assert_eq!(answer.status, 200);
        assert_guarded(&answer, path);
    }
}

#[actix_web::test]
async fn every_staff_answer_is_guarded_and_echoes_nothing() {
    let house = House::open().await;
    let officer = Browser::of(&house, "triage", Role::Officer, &[Desk::Triage]).await;
    let post = |path: &str| officer.request("POST", path);
    let json = ("content-type", "application/json");
    let fetch = "/api/intake/fetch";
    let asked = [
        ("me", officer.request("GET", "/api/me"), 200, ""),
        ("public route", post("/api/tips"), 404, "not-found"),
        (
            "no desk",
            officer.request("GET", &format!("/api/vault/{CANARY}")),
            404,
            "not-found",
        ),
        (
            "no record",
            post(&format!("/api/vault/triage/{CANARY}/claim")),
            404,
            "not-found",
        ),
        (
            "no session",
            TestRequest::get().uri("/api/me"),
            401,
            "not-signed-in",
        ),
        (
            "not JSON",
            post(fetch).insert_header(json).set_payload(CANARY),
            422,
            "unprocessable",
        ),
        (
            "other JSON",
            post(fetch).set_json(CANARY),
            422,
            "unprocessable",
        ),
        (
            "no body",
            post(fetch).insert_header(json),
            422,
            "unprocessable",
        ),
        (
            "another type",
            post(fetch).set_payload(CANARY),
            415,
            "wrong-type",
        ),
        (
            "huge",
            post(fetch).set_json(CANARY.repeat(100_000)),
            413,
            "too-large",
        ),
        (
            "cross-site",
            post(fetch).insert_header(("sec-fetch-site", "cross-site")),
            403,
            "cross-site",
        ),
    ];
    for (what, request, status, code) in asked {
        let answer = house.staff(request).await;
        assert_eq!(answer.status.as_u16(), status, "{what}");
        assert_guarded(&answer, what);
        if !code.is_empty() {
            assert_eq!(answer.fault(), code, "{what}");
        }
    }
}

#[actix_web::test]
async fn a_body_is_not_read_for_somebody_who_may_not_send_it() {
    let house = House::open().await;
    let nobody = Browser::nobody()
        .request("POST", "/api/drafts/hand-in")
        .set_payload("{");
    assert_eq!(house.staff(nobody).await.fault(), "not-signed-in");
}
