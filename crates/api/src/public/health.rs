//! `GET /health`: whether tips can be taken now.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::Public;

#[derive(Serialize)]
struct Health {
    status: &'static str,
}

/// 200 while open, 503 while closed; never why.
pub(super) async fn health(public: web::Data<Public>) -> HttpResponse {
    if public.door.is_healthy().await {
        HttpResponse::Ok().json(Health { status: "open" })
    } else {
        HttpResponse::ServiceUnavailable().json(Health { status: "closed" })
    }
}
