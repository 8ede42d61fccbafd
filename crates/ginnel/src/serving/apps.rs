//! The apps. What one serves, the others do not have.

use actix_web::HttpResponse;
use actix_web::guard::{Any, Get, Head};
use actix_web::web::{self, ServiceConfig};
use api::ConsolePolicy;
use api::assets::Assets;
use api::metrics::{Board, Counters, metrics};
use api::public::Public;
use api::readiness::{Readiness, ready};
use api::staff::Staff;
use report::{Once, Pages, Server};

/// What every worker of the public listener shares.
#[derive(Clone)]
pub(super) struct PublicApp {
    pub api: web::Data<Public>,
    pub counters: web::Data<Counters>,
    pub assets: web::Data<Assets>,
    pub pages: web::Data<Pages>,
    pub server: web::Data<dyn Server>,
    pub once: web::Data<Once>,
}

/// What every worker of the staff listener shares.
#[derive(Clone)]
pub(super) struct StaffApp {
    pub api: web::Data<Staff>,
    pub counters: web::Data<Counters>,
    pub assets: web::Data<Assets>,
    pub shell: web::Data<Shell>,
    pub policy: web::Data<ConsolePolicy>,
}

/// The console's page.
pub(super) struct Shell(pub String);

impl PublicApp {
    /// The pages and the public API.
    pub(super) fn configure(self, config: &mut ServiceConfig) {
        config.app_data(self.counters);
        api::public::routes(self.api, self.assets)(config);
        report::routes(self.pages, self.server, self.once)(config);
    }
}

impl StaffApp {
    /// The console and the staff API.
    pub(super) fn configure(self, config: &mut ServiceConfig) {
        api::staff::routes(self.api, self.assets)(config);
        let read = web::route().guard(Any(Get()).or(Head()));
        config.app_data(self.counters).app_data(self.shell);
        config.app_data(self.policy);
        config.service(web::resource("/").route(read.to(console)));
    }
}

/// What the listener for watching machines shares.
#[derive(Clone)]
pub(super) struct WatchApp {
    pub board: web::Data<Board>,
    pub readiness: web::Data<Readiness>,
}

impl WatchApp {
    /// Figures, and whether tips can be taken.
    pub(super) fn configure(self, config: &mut ServiceConfig) {
        config
            .app_data(self.board)
            .app_data(self.readiness)
            .service(web::resource("/metrics").route(web::get().to(metrics)))
            .service(web::resource("/ready").route(web::get().to(ready)));
    }
}

async fn console(shell: web::Data<Shell>) -> HttpResponse {
    let html = "text/html; charset=utf-8";
    HttpResponse::Ok().content_type(html).body(shell.0.clone())
}
