//! `GET /health`: whether tips can be taken now.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

use super::Public;
use crate::limits::Caller;

#[derive(Serialize)]
struct Health {
    status: &'static str,
}

/// 200 while everything that tips need does its work, else 503; never why.
pub(super) async fn health(public: web::Data<Public>, request: HttpRequest) -> HttpResponse {
    let caller = Caller::of(&request, &public.proxies);
    public.readiness.was_asked(&caller);
    if public.readiness.takes_tips().await {
        HttpResponse::Ok().json(Health { status: "open" })
    } else {
        HttpResponse::ServiceUnavailable().json(Health { status: "closed" })
    }
}
