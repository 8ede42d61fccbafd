//! The two apps. What one serves, the other does not have.

use actix_web::HttpResponse;
use actix_web::guard::{Any, Get, Head};
use actix_web::web::{self, ServiceConfig};
use api::assets::Assets;
use api::public::Public;
use api::staff::Staff;
use report::{Once, Pages, Server};

/// What every worker of the public listener shares.
#[derive(Clone)]
pub(super) struct PublicApp {
    pub api: web::Data<Public>,
    pub assets: web::Data<Assets>,
    pub pages: web::Data<Pages>,
    pub server: web::Data<dyn Server>,
    pub once: web::Data<Once>,
}

/// What every worker of the staff listener shares.
#[derive(Clone)]
pub(super) struct StaffApp {
    pub api: web::Data<Staff>,
    pub assets: web::Data<Assets>,
    pub shell: web::Data<Shell>,
}

/// The console's page.
pub(super) struct Shell(pub String);

impl PublicApp {
    /// The pages and the public API.
    pub(super) fn configure(self, config: &mut ServiceConfig) {
        api::public::routes(self.api, self.assets)(config);
        report::routes(self.pages, self.server, self.once)(config);
    }
}

impl StaffApp {
    /// The console and the staff API.
    pub(super) fn configure(self, config: &mut ServiceConfig) {
        api::staff::routes(self.api, self.assets)(config);
        let read = web::route().guard(Any(Get()).or(Head()));
        config.app_data(self.shell);
        config.service(web::resource("/").route(read.to(console)));
    }
}

async fn console(shell: web::Data<Shell>) -> HttpResponse {
    let html = "text/html; charset=utf-8";
    HttpResponse::Ok().content_type(html).body(shell.0.clone())
}
