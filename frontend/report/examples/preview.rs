//! Serves the public pages on a loopback port, with assets as they are in the repository.
//!
//! `cargo run -p report --example preview -- [port] [folder with the modules and their glue]`
//!
//! `/preview?refuse=wizard.js`, `?tips=429`, `?directory=503` or `?directory=bad` switch a failure
//! on; `/preview` switches all off.

#[path = "../tests/support/mod.rs"]
#[expect(
    clippy::unwrap_used,
    dead_code,
    reason = "made for tests, which use all of it"
)]
mod support;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use actix_web::http::StatusCode;
use actix_web::middleware::DefaultHeaders;
use actix_web::web::{self, Data};
use actix_web::{App, HttpResponse, HttpServer};
use domain::UnixSeconds;
use report::{Lang, Once, Pages, Server, routes};
use support::FakeServer;
use zeroizing_alloc::ZeroAlloc;

/// As in the server: memory is wiped when freed.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' blob:; connect-src 'self'; worker-src blob:; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'";

type Switches = Mutex<HashMap<String, String>>;
type Folders = Vec<PathBuf>;

#[actix_web::main]
#[expect(
    clippy::disallowed_methods,
    reason = "a program's main may read the clock"
)]
async fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let port = args
        .next()
        .and_then(|port| port.parse().ok())
        .unwrap_or(8_090);
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Folders = ["assets", "../sealer/assets"]
        .map(|folder| here.join(folder))
        .into();
    folders.extend(args.next().map(PathBuf::from));
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    let fake = Arc::new(FakeServer::new(UnixSeconds(seconds.cast_signed())));
    let mut settings = fake.settings();
    settings.languages.push(Lang::MIRRORED);
    let pages = Pages::new(settings, support::assets());
    let pages = Data::new(pages);
    let (once, folders) = (Data::new(Once::new([1; 32])), Data::new(folders));
    let switches: Data<Switches> = Data::new(Mutex::default());
    HttpServer::new(move || {
        let server: Data<dyn Server> = Data::from(Arc::clone(&fake) as Arc<dyn Server>);
        App::new()
            .wrap(
                DefaultHeaders::new()
                    .add(("content-security-policy", POLICY))
                    .add(("cross-origin-embedder-policy", "require-corp"))
                    .add(("cross-origin-opener-policy", "same-origin"))
                    .add(("cross-origin-resource-policy", "same-origin"))
                    .add(("referrer-policy", "no-referrer")),
            )
            .app_data(switches.clone())
            .app_data(folders.clone())
            .app_data(Data::from(Arc::clone(&fake)))
            .route("/preview", web::get().to(switch))
            .route("/api/directory", web::get().to(directory))
            .route("/api/tips", web::post().to(tips))
            .route("/assets/{file}", web::get().to(asset))
            .configure(routes(pages.clone(), server, once.clone()))
    })
    .workers(1)
    .bind(("127.0.0.1", port))?
    .run()
    .await
}

async fn switch(
    query: web::Query<HashMap<String, String>>,
    switches: Data<Switches>,
) -> HttpResponse {
    *switches
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner) = query.into_inner();
    HttpResponse::Ok().body("set")
}

fn set(switches: &Switches, name: &str) -> Option<String> {
    let switches = switches.lock().ok()?;
    switches.get(name).cloned()
}

async fn directory(switches: Data<Switches>, fake: Data<FakeServer>) -> HttpResponse {
    match set(&switches, "directory").as_deref() {
        Some("503") => HttpResponse::ServiceUnavailable().finish(),
        Some(_) => HttpResponse::Ok().body("not a note"),
        None => HttpResponse::Ok().body(fake.note.clone()),
    }
}

async fn tips(body: web::Bytes, switches: Data<Switches>) -> HttpResponse {
    let status = set(&switches, "tips").and_then(|status| status.parse().ok());
    let status = status.and_then(|status| StatusCode::from_u16(status).ok());
    match status {
        Some(status) => HttpResponse::build(status)
            .insert_header(("retry-after", "5"))
            .finish(),
        None if body.len() == domain::FRAME_LEN => HttpResponse::Accepted().body("{}"),
        None => HttpResponse::UnprocessableEntity().finish(),
    }
}

async fn asset(
    file: web::Path<String>,
    folders: Data<Folders>,
    switches: Data<Switches>,
) -> HttpResponse {
    let refused = set(&switches, "refuse").unwrap_or_default();
    let name = PathBuf::from(file.as_str());
    let plain = name.file_name() == Some(name.as_os_str());
    if !plain || refused.split(',').any(|one| one == file.as_str()) {
        return HttpResponse::NotFound().finish();
    }
    let mut found = folders
        .iter()
        .map(|folder| std::fs::read(folder.join(&name)));
    let kind = match name.extension().and_then(|ending| ending.to_str()) {
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    found.find_map(Result::ok).map_or_else(
        || HttpResponse::NotFound().finish(),
        |bytes| HttpResponse::Ok().content_type(kind).body(bytes),
    )
}
