//! What came of it: drawn of the sheets there are, and of nothing else.

use std::sync::Arc;

use actix_web::App;
use actix_web::http::StatusCode;
use actix_web::test::{self, TestRequest};
use actix_web::web::Data;
use domain::case::Outcome;
use domain::sheet::Cell;
use domain::{Category, District, UnixSeconds};
use notes::Sheet;
use report::{Once, Pages, Server, Wait, routes};

use crate::scan::tags;
use crate::support::{FakeServer, INST, assets};

const NOW: UnixSeconds = UnixSeconds(1_795_348_800);

fn sheet(district: District, month: &str, cases: Option<u32>) -> Sheet {
    let cell = |cases| Cell {
        category: Category::DrugsSupply,
        outcome: Outcome::Arrest,
        cases,
    };
    Sheet {
        inst: INST,
        district,
        month: month.parse().unwrap(),
        cells: cases.map(cell).into_iter().collect(),
    }
}

struct Asked {
    status: StatusCode,
    kept: String,
    page: String,
}

/// Asks one server again and again, as its sheets change.
async fn asked(fake: &Arc<FakeServer>, pages: &Data<Pages>, path: &str) -> Asked {
    let server: Data<dyn Server> = Data::from(fake.clone() as Arc<dyn Server>);
    let once = Data::new(Once::new([5; 32]));
    let app = App::new().configure(routes(pages.clone(), server, once));
    let app = test::init_service(app).await;
    let request = TestRequest::get().uri(path).to_request();
    let response = test::call_service(&app, request).await;
    let status = response.status();
    let kept = response.headers().get("cache-control").unwrap();
    let kept = kept.to_str().unwrap().to_owned();
    assert_eq!(response.headers().get("set-cookie"), None);
    let page = test::read_body(response).await;
    let page = String::from_utf8(page.to_vec()).unwrap();
    Asked { status, kept, page }
}

#[actix_web::test]
async fn the_page_follows_the_sheets() {
    let fake = Arc::new(FakeServer::new(NOW));
    let pages = Data::new(Pages::new(fake.settings(), assets()));
    let empty = asked(&fake, &pages, "/en/results").await;
    assert!(empty.page.contains("There is nothing to show yet"));
    *fake.sheets.lock().unwrap() = Ok(vec![
        sheet(District::Bradford, "2026-10", None),
        sheet(District::Leeds, "2026-10", Some(12)),
        sheet(District::Leeds, "2026-09", Some(7)),
    ]);
    let full = asked(&fake, &pages, "/en/results").await;
    assert_eq!(
        (full.status, full.kept.as_str()),
        (StatusCode::OK, "no-cache")
    );
    let tags = tags(&full.page);
    let heads = tags.iter().filter(|tag| tag.is("h2") || tag.is("h3"));
    let heads: Vec<&str> = heads.map(|tag| tag.text.as_str()).collect();
    assert_eq!(
        heads,
        [
            "How to read this",
            "October 2026",
            "Bradford",
            "Leeds",
            "September 2026",
            "Leeds"
        ]
    );
    assert!(full.page.contains("Every number is too small to be shown."));
    let cells = tags
        .iter()
        .filter(|tag| tag.is("td") || tag.get("scope") == Some("row"));
    let cells: Vec<&str> = cells.map(|tag| tag.text.as_str()).collect();
    let arrested = ["Drug dealing", "Someone was arrested"];
    assert_eq!(
        cells,
        [&arrested[..], &["12"], &arrested[..], &["7"]].concat()
    );
    assert!(
        !tags
            .iter()
            .any(|tag| tag.is("script") && tag.get("src").is_none())
    );
    let polish = asked(&fake, &pages, "/pl/large/results").await;
    assert_eq!(polish.status, StatusCode::OK);
    assert!(polish.page.contains(">12<"));
}

#[actix_web::test]
async fn a_store_that_does_not_answer_is_said_and_kept_by_nobody() {
    let fake = Arc::new(FakeServer::new(NOW));
    let pages = Data::new(Pages::new(fake.settings(), assets()));
    *fake.sheets.lock().unwrap() = Err(Wait { seconds: 30 });
    let failed = asked(&fake, &pages, "/en/results").await;
    assert_eq!(failed.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(failed.kept, "no-store");
    assert!(failed.page.contains("We cannot show this right now"));
}
