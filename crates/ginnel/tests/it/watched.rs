//! What machines that watch over this one are told, on an address of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use domain::{Clock, UnixSeconds};
use ginnel::commands::import;
use ginnel::{Parts, SystemClock};

use crate::ceremony::Ceremony;
use crate::http::{get, post, post_frame};
use crate::installation::{Installation, Serving, now};

const SETTINGS: &str = "[metrics]\nbind = \"127.0.0.1:0\"\n[staging]\nwindow_seconds = 1\n";

fn watched() -> (Installation, Serving) {
    let installation = Installation::begun();
    installation.write_settings(SETTINGS);
    let serving = installation.serve();
    (installation, serving)
}

fn published(serving: &Serving, line: &str) -> bool {
    let address = serving.metrics.unwrap();
    (0..100).any(|_| {
        std::thread::sleep(Duration::from_millis(100));
        get(address, "/metrics").text().contains(line)
    })
}

#[test]
fn figures_are_on_an_address_of_their_own_and_nowhere_unless_said() {
    let (_installation, serving) = watched();
    let metrics = serving.metrics.unwrap();
    assert_eq!(get(serving.public, "/en/").status, 200);
    let health = r#"ginnel_requests_total{route="health",outcome="failed"} 1"#;
    assert_eq!(get(serving.public, "/health").status, 503);
    assert!(published(&serving, health));
    let pages = r#"ginnel_requests_total{route="page",outcome="done"} 0"#;
    assert!(get(metrics, "/metrics").text().contains(pages));
    for path in ["/", "/en/", "/health", "/api/me", "/api/tips"] {
        assert_eq!(get(metrics, path).status, 404, "{path}");
    }
    for path in ["/metrics", "/ready"] {
        assert_eq!(get(serving.public, path).status, 404, "{path}");
        assert_eq!(get(serving.staff, path).status, 404, "{path}");
    }
    drop(serving);
    assert!(Installation::begun().serve().metrics.is_none());
}

#[test]
fn it_is_ready_once_everything_that_tips_need_does_its_work_and_says_what_does_not() {
    let (installation, serving) = watched();
    let metrics = serving.metrics.unwrap();
    let closed = get(metrics, "/ready");
    assert_eq!(closed.status, 503);
    let parts: serde_json::Value = serde_json::from_slice(&closed.body).unwrap();
    assert_eq!(
        (&parts["store"], &parts["staging"]),
        (&true.into(), &true.into())
    );
    assert_eq!(parts["directory"], false);
    let folder = Ceremony::with_triage(&[]).write(&installation);
    now(import(&installation.opened(), &folder, &SystemClock)).unwrap();
    let is_ready = || {
        std::thread::sleep(Duration::from_millis(100));
        get(metrics, "/ready").status == 200
    };
    assert!((0..100).any(|_| is_ready()));
    assert_eq!(post_frame(serving.public, 1).status, 202);
    let staging = installation.data().staging();
    std::fs::rename(&staging, staging.with_extension("away")).unwrap();
    assert!((0..100).any(|_| !is_ready()));
    let health = get(serving.public, "/health");
    assert_eq!(
        (health.status, health.text().as_str()),
        (503, r#"{"status":"closed"}"#)
    );
    std::fs::rename(staging.with_extension("away"), &staging).unwrap();
    assert!((0..100).any(|_| is_ready()));
}

#[test]
fn who_asks_for_health_is_told_apart_or_not_and_nothing_else_of_them() {
    let (_installation, serving) = watched();
    let metrics = serving.metrics.unwrap();
    get(serving.public, "/health");
    let ready: serde_json::Value = serde_json::from_slice(&get(metrics, "/ready").body).unwrap();
    assert_eq!(ready["health_asked_together"], 1);
    assert_eq!(ready["health_asked_apart"], 0);
}

/// The right time and so many seconds more.
#[derive(Default)]
struct Later(AtomicI64);

impl Clock for Later {
    fn now(&self) -> UnixSeconds {
        SystemClock.now().plus(self.0.load(Ordering::SeqCst))
    }
}

#[test]
fn what_we_have_not_is_counted_as_such_and_neither_as_a_page_nor_as_a_form() {
    let installation = Installation::begun();
    installation.write_settings(SETTINGS);
    let clock = Arc::new(Later::default());
    let serving = Serving::of(Parts {
        clock: clock.clone(),
        ..installation.parts()
    });
    assert_eq!(get(serving.public, "/en/").status, 200);
    for path in ["/wp-login.php", "/api/nothing", "/en/nothing"] {
        assert_eq!(get(serving.public, path).status, 404, "{path}");
    }
    for path in ["/anything", "/api/anything"] {
        let answer = post(serving.public, path, "text/plain", b"");
        assert_eq!(answer.status, 404, "{path}");
    }
    // Told when the day is over.
    clock.0.store(86_400, Ordering::SeqCst);
    let count = |route, outcome, times| {
        format!(r#"ginnel_requests_total{{route="{route}",outcome="{outcome}"}} {times}"#)
    };
    assert!(published(&serving, &count("nowhere", "refused", 5)));
    for counted in [
        count("page", "done", 1),
        count("page", "refused", 0),
        count("form", "refused", 0),
    ] {
        assert!(published(&serving, &counted), "{counted}");
    }
}
