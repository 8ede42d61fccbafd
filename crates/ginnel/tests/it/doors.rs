//! Two doors, and what stands behind each.

use std::time::Duration;

use ginnel::SystemClock;
use ginnel::commands::import;

use crate::ceremony::Ceremony;
use crate::http::{get, post, post_frame, raw};
use crate::installation::{Installation, now};

const FORM: &str = "application/x-www-form-urlencoded";

#[test]
fn what_one_listener_serves_the_other_does_not_have() {
    let installation = Installation::begun();
    let serving = installation.serve();
    for path in [
        "/health",
        "/api/directory",
        "/en/",
        "/assets/hold-0123456789abcdef.js",
    ] {
        assert_ne!(get(serving.public, path).status, 404, "{path}");
        assert_eq!(get(serving.staff, path).status, 404, "{path}");
    }
    for path in [
        "/api/me",
        "/api/officers",
        "/assets/boot-0123456789abcdef.js",
    ] {
        assert_eq!(get(serving.public, path).status, 404, "{path}");
        assert_ne!(get(serving.staff, path).status, 404, "{path}");
    }
}

#[test]
fn who_lost_the_way_is_told_by_a_page_and_a_program_by_a_problem() {
    let installation = Installation::begun();
    let serving = installation.serve();
    let ask = |to, path: &str, accept: &str| {
        let head = "Host: x\r\nConnection: close\r\n";
        let text = format!("GET {path} HTTP/1.1\r\n{head}Accept: {accept}\r\n\r\n");
        raw(to, text.as_bytes())
    };
    let browser = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";
    let known = ask(serving.public, "/en/nowhere", browser);
    for path in [
        "/nowhere",
        "/xx/",
        "/wp-admin/setup.php?who=canary",
        "/favicon.ico",
    ] {
        let page = ask(serving.public, path, browser);
        assert_eq!(page.status, 404, "{path}");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(
            page.header("content-security-policy")
                .contains("default-src 'none'")
        );
        assert_eq!(page.body, known.body, "the same for all: {path}");
        assert_eq!(
            ask(serving.public, path, "*/*").code(),
            "not-found",
            "{path}"
        );
    }
    for path in ["/api/nowhere", "/api/me", "/assets/none.js"] {
        assert_eq!(
            ask(serving.public, path, browser).code(),
            "not-found",
            "{path}"
        );
    }
    assert_eq!(ask(serving.staff, "/nowhere", browser).code(), "not-found");
    let form = "application/x-www-form-urlencoded";
    assert_eq!(
        post(serving.public, "/nowhere", form, b"a=b").code(),
        "not-found"
    );
}

#[test]
fn it_starts_closed_and_opens_when_a_ceremony_is_imported_while_it_runs() {
    let installation = Installation::begun();
    let serving = installation.serve();
    assert_eq!(get(serving.public, "/health").status, 503);
    assert_eq!(get(serving.public, "/api/directory").code(), "closed");
    assert_eq!(post_frame(serving.public, 1).code(), "closed");
    let folder = Ceremony::with_triage(&[]).write(&installation);
    now(import(&installation.opened(), &folder, &SystemClock)).unwrap();
    let opened = (0..100).any(|_| {
        std::thread::sleep(Duration::from_millis(100));
        get(serving.public, "/health").status == 200
    });
    assert!(opened);
    let directory = get(serving.public, "/api/directory");
    let note = std::fs::read_to_string(folder.join("public-directory.note")).unwrap();
    assert_eq!(directory.text(), note);
    assert_eq!(post_frame(serving.public, 1).status, 202);
}

#[test]
fn the_console_is_told_whom_to_trust_by_the_settings() {
    let installation = Installation::begun();
    let serving = installation.serve();
    let shell = get(serving.staff, "/");
    assert_eq!(shell.status, 200);
    let text = shell.text().replace("&quot;", "\"");
    assert!(text.contains(&format!("data-inst=\"{}\"", installation.inst)));
    for signer in &installation.signers {
        assert!(text.contains(&signer.authority().to_string()));
    }
    assert!(text.contains(r#""console.wasm":"/assets/console-0123456789abcdef.wasm""#));
    assert!(!text.contains("<script>") && !text.contains("style="));
}

#[test]
fn pages_and_assets_are_guarded_and_cached_as_they_say() {
    let installation = Installation::begun();
    let serving = installation.serve();
    let front = get(serving.public, "/");
    assert_eq!((front.status, front.header("location")), (303, "/en/"));
    let page = get(serving.public, "/en/");
    let asset = get(serving.public, "/assets/hold-0123456789abcdef.js");
    assert_eq!((page.status, asset.status), (200, 200));
    assert_eq!(page.header("cache-control"), "no-cache");
    assert!(asset.header("cache-control").contains("immutable"));
    let bad_method = raw(
        serving.public,
        b"BREW /en/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    );
    let shell = get(serving.staff, "/");
    for answer in [&front, &page, &asset, &bad_method, &shell] {
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'"), "{}", answer.head);
        assert_eq!(
            answer.header("cross-origin-embedder-policy"),
            "require-corp"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(
            (answer.header("server"), answer.header("set-cookie")),
            ("", "")
        );
    }
    assert_eq!(bad_method.code(), "wrong-method");
}

#[test]
fn only_the_form_and_the_console_may_show_pictures_of_their_own_making() {
    let installation = Installation::begun();
    let serving = installation.serve();
    let images = |address, path| {
        let answer = get(address, path);
        assert_eq!(answer.status, 200, "{path}");
        let policy = answer.header("content-security-policy");
        let images = policy.split("; ").find(|rule| rule.starts_with("img-src"));
        images.expect("it says so").to_owned()
    };
    for path in ["/en/", "/en/large/"] {
        assert_eq!(images(serving.public, path), "img-src 'self' blob:");
    }
    assert_eq!(images(serving.staff, "/"), "img-src 'self' data:");
    for path in ["/en/replies", "/en/protects", "/en/sent"] {
        assert_eq!(images(serving.public, path), "img-src 'self'", "{path}");
    }
}

#[test]
fn the_console_may_ask_a_translator_only_if_the_settings_name_one() {
    let asked = |address, path| {
        let policy = get(address, path)
            .header("content-security-policy")
            .to_owned();
        let mut rules = policy.split("; ").map(str::to_owned);
        let rule = rules.find(|rule| rule.starts_with("connect-src"));
        rule.expect("it says so")
    };
    let own = "connect-src 'self'";
    let installation = Installation::begun();
    let serving = installation.serve();
    assert_eq!(asked(serving.staff, "/"), own);
    assert!(!get(serving.staff, "/").text().contains("data-translator"));
    drop(serving);
    let installation = Installation::begun();
    let origin = "https://translate.example.org:8443";
    installation.write_settings(&format!("[triage]\ntranslator = \"{origin}/\"\n"));
    let serving = installation.serve();
    assert_eq!(asked(serving.staff, "/"), format!("{own} {origin}"));
    let shell = get(serving.staff, "/").text();
    assert!(shell.contains(&format!("data-translator=\"{origin}\"")));
    for (address, path) in [
        (serving.staff, "/api/me"),
        (serving.staff, "/nowhere"),
        (serving.public, "/en/"),
        (serving.public, "/en/replies"),
        (serving.public, "/"),
    ] {
        assert_eq!(asked(address, path), own, "{path}");
    }
}

#[test]
fn a_flood_of_posted_pages_is_turned_away_with_what_was_typed() {
    let installation = Installation::begun();
    installation.write_settings(
        "[limits]\npages = { burst = 2, every_ms = 60000 }\n\
         pages_shared = { burst = 2, every_ms = 60000 }\n",
    );
    let serving = installation.serve();
    let check = || post(serving.public, "/en/check", FORM, b"story=hello");
    assert_ne!(check().status, 429);
    assert_ne!(check().status, 429);
    let refused = check();
    assert_eq!(
        (refused.status, refused.header("content-type")),
        (429, "text/html; charset=utf-8")
    );
    assert!(!refused.header("retry-after").is_empty());
    let kept = r#"name="story" value="hello""#;
    assert!(refused.text().contains(kept) && refused.text().contains("0800 555 111"));
    assert_ne!(post_frame(serving.public, 1).status, 429);
    assert_eq!(get(serving.public, "/en/").status, 200);
}
