//! `GET /metrics`: what was last published.

use std::sync::{Arc, PoisonError, RwLock};

use actix_web::{HttpResponse, web};

/// The text exposition format of Prometheus.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Holds what was last published.
#[derive(Default)]
pub struct Board(RwLock<Arc<str>>);

impl Board {
    /// Publishes this in place of what was published before.
    pub fn publish(&self, text: String) {
        // Nothing panics while it is held.
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = text.into();
    }

    /// What was published last.
    pub fn read(&self) -> Arc<str> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Answers what was published last.
pub async fn metrics(board: web::Data<Board>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(TEXT)
        .body(board.read().to_string())
}
