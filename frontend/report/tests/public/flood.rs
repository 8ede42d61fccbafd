//! More posted pages than anybody needs.

use actix_web::http::StatusCode;

use crate::reporter::{GOOD, Reporter, encode, with_story};
use crate::scan::tags;

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
