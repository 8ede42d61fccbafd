//! Every public page's route.

use actix_web::guard::{Any, Get, GuardContext, Head, fn_guard};
use actix_web::http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_ENCODING, ETAG, HeaderName,
    IF_NONE_MATCH, LOCATION, RETRY_AFTER, VARY,
};
use actix_web::http::{Method, StatusCode};
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, Route};

use crate::page::{AWAY, EXIT, MAILBOX, REPLIES, RESULTS, address, results_page};
use crate::pages::{Page, Pages};
use crate::plain::{self, Once, Server, Wait};
use crate::print::Print;

/// Tells a browser to forget the pages it holds, so that Back finds nothing typed.
const FORGET: (HeaderName, &str) = (HeaderName::from_static("clear-site-data"), "\"cache\"");

/// Tells Tor Browser where to find the same page as an onion service.
const ONION_LOCATION: HeaderName = HeaderName::from_static("onion-location");

/// Where only programs ask.
const MACHINES: [&str; 3] = ["/api/", "/assets/", "/health"];

/// The pages and the way without scripts. HEAD is answered wherever GET is.
///
/// `Data<dyn Server>` is made with `web::Data::from(Arc::new(…) as Arc<dyn Server>)`. Security
/// headers are the listener's to set; these routes say what may be cached.
pub fn routes(
    pages: web::Data<Pages>,
    server: web::Data<dyn Server>,
    once: web::Data<Once>,
) -> impl FnOnce(&mut ServiceConfig) {
    move |config| {
        for path in pages.paths() {
            config.service(web::resource(path).route(read().to(page)));
        }
        for lang in pages.languages() {
            for print in Print::ALL {
                written(config, &address(*lang, print, ""));
            }
        }
        config
            .service(web::resource("/").route(read().to(front)))
            .service(
                web::resource("/{nowhere:.+}")
                    .guard(fn_guard(is_lost_person))
                    .to(lost_anywhere),
            )
            .app_data(pages)
            .app_data(server)
            .app_data(once);
    }
}

/// What is there beside the static pages in a language and a size: the way out, and the way without
/// scripts. `home` is the form's address.
fn written(config: &mut ServiceConfig, home: &str) {
    let at = |name: &str| web::resource(format!("{home}{name}"));
    config
        .service(web::resource(home.trim_end_matches('/')).route(read().to(front)))
        .service(at(AWAY).route(read().to(away)))
        .service(at(RESULTS).route(read().to(results)))
        .service(
            at("check")
                .route(web::post().to(plain::check))
                .route(read().to(front)),
        )
        .service(
            at("send")
                .route(web::post().to(plain::send))
                .route(read().to(front)),
        )
        .service(
            at(MAILBOX)
                .route(web::post().to(plain::mailbox))
                .route(read().to(front)),
        )
        .service(at("{nowhere:.+}").route(read().to(lost)));
}

fn read() -> Route {
    web::route().guard(Any(Get()).or(Head()))
}

/// What the browser says it accepts, looked at for this answer only.
fn accepted(request: &HttpRequest) -> &str {
    let accepted = request.headers().get(ACCEPT_LANGUAGE);
    accepted.and_then(|list| list.to_str().ok()).unwrap_or("")
}

/// `/`, and a posted page asked for without posting: leads to the form. Kept by nobody, for another
/// browser may be led to another language.
async fn front(request: HttpRequest, pages: web::Data<Pages>) -> HttpResponse {
    let home = pages.sheet_at(request.path());
    let form = home.map_or_else(|| pages.front(accepted(&request)), |sheet| sheet.href(""));
    HttpResponse::SeeOther()
        .insert_header((LOCATION, form))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((VARY, "accept-language"))
        .finish()
}

/// Leads away, and has the browser forget what it keeps of ours.
async fn away(pages: web::Data<Pages>) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, pages.exit_url()))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header(FORGET)
        .finish()
}

async fn lost(request: HttpRequest, pages: web::Data<Pages>) -> HttpResponse {
    tell_lost(pages.lost_at(request.path()))
}

/// Whether this is a person's browser, where nothing of a machine's is. Machines are told by the listener.
fn is_lost_person(guarded: &GuardContext<'_>) -> bool {
    let head = guarded.head();
    let reads = [Method::GET, Method::HEAD].contains(&head.method);
    let wanted = head
        .headers()
        .get(ACCEPT)
        .and_then(|value| value.to_str().ok());
    let path = head.uri.path();
    let is_machines = MACHINES.iter().any(|begin| path.starts_with(begin));
    reads && !is_machines && wanted.is_some_and(|wanted| wanted.contains("text/html"))
}

async fn lost_anywhere(request: HttpRequest, pages: web::Data<Pages>) -> HttpResponse {
    tell_lost(pages.lost(accepted(&request)))
}

fn tell_lost(page: Option<&Page>) -> HttpResponse {
    let Some(page) = page else {
        return HttpResponse::NotFound().finish();
    };
    HttpResponse::NotFound()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((VARY, "accept-language"))
        .content_type("text/html; charset=utf-8")
        .body(page.body(false))
}

async fn page(request: HttpRequest, pages: web::Data<Pages>) -> HttpResponse {
    match pages.at(request.path()) {
        Some(page) => served(&request, &pages, page),
        None => HttpResponse::NotFound().finish(),
    }
}

/// What came of it: the one page that is read and changes.
async fn results(
    request: HttpRequest,
    pages: web::Data<Pages>,
    server: web::Data<dyn Server>,
) -> HttpResponse {
    match server.sheets().await {
        Ok(sheets) => match pages.results_at(request.path(), sheets) {
            Some(page) => served(&request, &pages, &page),
            None => HttpResponse::NotFound().finish(),
        },
        Err(Wait { seconds }) => {
            let html = pages.sheet_at(request.path());
            let html = html.map(|sheet| results_page(&sheet, None));
            HttpResponse::ServiceUnavailable()
                .insert_header((CACHE_CONTROL, "no-store"))
                .insert_header((RETRY_AFTER, seconds))
                .content_type("text/html; charset=utf-8")
                .body(html.unwrap_or_default())
        }
    }
}

fn served(request: &HttpRequest, pages: &Pages, page: &Page) -> HttpResponse {
    let brotli = accepts_brotli(request);
    let tag = page.etag(brotli);
    let mut response = HttpResponse::Ok();
    response
        .insert_header((CACHE_CONTROL, "no-cache"))
        .insert_header((VARY, "accept-encoding"))
        .insert_header((ETAG, tag.as_str()));
    if let Some(onion) = pages.onion_address(request.path()) {
        response.insert_header((ONION_LOCATION, onion));
    }
    let name = request.path().rsplit('/').next();
    if name == Some("sent") || name == Some(EXIT) {
        response
            .insert_header((CACHE_CONTROL, "no-store"))
            .insert_header(FORGET);
    }
    if name == Some(REPLIES) {
        // So that going back finds no phrase in the field.
        response.insert_header((CACHE_CONTROL, "no-store"));
    }
    let known = request.headers().get(IF_NONE_MATCH);
    if known.is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return response.status(StatusCode::NOT_MODIFIED).finish();
    }
    response.content_type("text/html; charset=utf-8");
    if brotli {
        response.insert_header((CONTENT_ENCODING, "br"));
    }
    response.body(page.body(brotli))
}

fn accepts_brotli(request: &HttpRequest) -> bool {
    let accepted = request.headers().get(ACCEPT_ENCODING);
    let accepted = accepted.and_then(|value| value.to_str().ok());
    accepted.is_some_and(|list| {
        let mut codings = list.split(',').map(str::trim);
        codings.any(|coding| coding == "br" || coding.starts_with("br;") && coding != "br;q=0")
    })
}

impl Page {
    fn body(&self, brotli: bool) -> web::Bytes {
        let body = if brotli { &self.br } else { &self.html };
        body.clone()
    }

    fn etag(&self, brotli: bool) -> String {
        let coding = if brotli { "br" } else { "id" };
        format!("\"{}-{coding}\"", self.sha256)
    }
}
