//! A reporter without scripts, and what they are answered.

use std::fmt::Write;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use actix_web::test::{self, TestRequest};
use actix_web::{App, web};
use domain::UnixSeconds;
use domain::tip::Tip;
use report::{Once, Pages, Server, routes};
use seal::follow_up::signed_by;
use unseal::tip::{Joined, join_parts, open_tip};

use crate::scan::tags;
use crate::support::{FakeServer, INST, pages};

const NOW: UnixSeconds = UnixSeconds(1_795_348_800);
/// A form as it should be.
pub const GOOD: &[(&str, &str)] = &[
    ("danger", "no"),
    ("about", "firearms"),
    ("about", "other"),
    ("story", "Under the third step.\nBlue door."),
    ("place", "Mill Lane"),
    ("district", "leeds"),
    ("knows", "saw"),
];

pub struct Reporter {
    pub fake: Arc<FakeServer>,
    pub pages: web::Data<Pages>,
    pub once: web::Data<Once>,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub closes: bool,
    pub page: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The hidden fields of the page, as a browser would send them again.
    pub fn hidden(&self) -> Vec<(String, String)> {
        let tags = tags(&self.page);
        let hidden = tags.iter().filter(|tag| tag.get("type") == Some("hidden"));
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        hidden
            .map(|tag| pair(tag.get("name").unwrap(), tag.get("value").unwrap()))
            .collect()
    }
}

impl Reporter {
    pub fn new() -> Self {
        let fake = Arc::new(FakeServer::new(NOW));
        let pages = pages(&fake);
        let once = web::Data::new(Once::new([5; 32]));
        Self { fake, pages, once }
    }

    pub async fn post<N: AsRef<str>, V: AsRef<str>>(&self, path: &str, pairs: &[(N, V)]) -> Answer {
        self.post_as(path, &encode(pairs), &[]).await
    }

    pub async fn post_as(&self, path: &str, body: &str, headers: &[(&str, &str)]) -> Answer {
        let kind = ("content-type", "application/x-www-form-urlencoded");
        let headers: Vec<_> = [kind].into_iter().chain(headers.iter().copied()).collect();
        self.post_body(path, body.as_bytes(), &headers).await
    }

    pub async fn post_body(&self, path: &str, body: &[u8], headers: &[(&str, &str)]) -> Answer {
        let server: web::Data<dyn Server> =
            web::Data::from(Arc::clone(&self.fake) as Arc<dyn Server>);
        let routes = routes(self.pages.clone(), server, self.once.clone());
        let app = test::init_service(App::new().configure(routes)).await;
        let mut request = TestRequest::post()
            .uri(path)
            .insert_header(("content-length", body.len()))
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

    /// Opens what was staged, in order. What comes with a phrase is signed by it.
    pub fn tips(&self) -> Vec<Tip> {
        let staged = self.fake.staged.lock().unwrap();
        let week = NOW.day().week();
        let keys = [(week, &self.fake.triage)];
        let whole = |frames: &Vec<domain::SealedFrame>| {
            let parts = frames
                .iter()
                .map(|frame| open_tip(&keys, frame, INST).unwrap());
            let parts: Vec<_> = parts.collect();
            let signer = signed_by(&parts).map(|key| *key.as_bytes());
            let tip = match join_parts(parts).unwrap() {
                Joined::Whole(tip) => *tip,
                Joined::Missing(parts) => panic!("missing {parts:?}"),
            };
            let named = tip.reply.as_ref().map(|slot| *slot.sign);
            assert_eq!(signer, named, "a phrase signs what is sent with it");
            tip
        };
        staged.iter().map(whole).collect()
    }
}

pub fn encode<N: AsRef<str>, V: AsRef<str>>(pairs: &[(N, V)]) -> String {
    let mut body = String::new();
    for (name, value) in pairs {
        write!(body, "&{}=", name.as_ref()).unwrap();
        for byte in value.as_ref().bytes() {
            write!(body, "%{byte:02x}").unwrap();
        }
    }
    body
}

pub fn with_story(story: &str) -> Vec<(&str, &str)> {
    let others = GOOD.iter().copied().filter(|(name, _)| *name != "story");
    others.chain([("story", story)]).collect()
}
