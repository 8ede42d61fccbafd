//! Counters in memory, and what counts.

use std::sync::atomic::{AtomicU64, Ordering};

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;

/// How a route ends that fits whatever no other fits.
const NOWHERE: &str = "/{nowhere:.+}";

/// Which part of the service a request was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// A page, read.
    Page,
    /// A page, posted without scripts.
    Form,
    /// A sealed frame.
    Tip,
    /// A part of a tip's sealed files, or what is asked about them.
    Blob,
    /// Work to be done before a tip is sent.
    Puzzle,
    /// The public directory.
    Directory,
    /// `/health`.
    Health,
    /// A script, style or module, of either listener.
    Asset,
    /// Signing in or enrolling.
    SignIn,
    /// Everything else officers do.
    Staff,
    /// Nothing we have.
    Nowhere,
}

/// How it was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 1xx to 3xx.
    Done,
    /// 4xx.
    Refused,
    /// 5xx.
    Failed,
}

impl Route {
    /// Every part.
    pub const ALL: [Self; 11] = [
        Self::Page,
        Self::Form,
        Self::Tip,
        Self::Blob,
        Self::Puzzle,
        Self::Directory,
        Self::Health,
        Self::Asset,
        Self::SignIn,
        Self::Staff,
        Self::Nowhere,
    ];

    /// Its name in metrics.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Form => "form",
            Self::Tip => "tip",
            Self::Blob => "blob",
            Self::Puzzle => "puzzle",
            Self::Directory => "directory",
            Self::Health => "health",
            Self::Asset => "asset",
            Self::SignIn => "sign_in",
            Self::Staff => "staff",
            Self::Nowhere => "nowhere",
        }
    }

    /// Whether an answer here may mean that a reporter came just then: browsers ask for what we have
    /// not, too, such as an icon.
    pub const fn tells_of_reporters(self) -> bool {
        match self {
            Self::Page
            | Self::Form
            | Self::Tip
            | Self::Blob
            | Self::Puzzle
            | Self::Directory
            | Self::Asset
            | Self::Nowhere => true,
            Self::Health | Self::SignIn | Self::Staff => false,
        }
    }

    /// The part of the public listener with this route.
    fn of_public(pattern: Option<&str>, method: &Method) -> Self {
        match pattern {
            None => Self::Nowhere,
            Some("/api/tips") => Self::Tip,
            Some(blob) if blob.starts_with("/api/blobs") => Self::Blob,
            Some("/api/puzzle") => Self::Puzzle,
            Some("/api/directory") => Self::Directory,
            Some("/health") => Self::Health,
            Some(asset) if asset.starts_with("/assets/") => Self::Asset,
            // What a lost person is told, whatever was asked for.
            Some(lost) if lost.ends_with(NOWHERE) => Self::Nowhere,
            Some(_) if *method == Method::POST => Self::Form,
            Some(_) => Self::Page,
        }
    }

    /// The part of the staff listener with this route.
    fn of_staff(pattern: Option<&str>) -> Self {
        let sign_in = ["/api/sign-in/", "/api/enrol/"];
        match pattern {
            None => Self::Nowhere,
            Some(asset) if asset.starts_with("/assets/") => Self::Asset,
            Some(route) if sign_in.iter().any(|front| route.starts_with(front)) => Self::SignIn,
            Some(_) => Self::Staff,
        }
    }
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 3] = [Self::Done, Self::Refused, Self::Failed];

    /// Its name in metrics.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }

    fn of(status: StatusCode) -> Self {
        if status.is_server_error() {
            Self::Failed
        } else if status.is_client_error() {
            Self::Refused
        } else {
            Self::Done
        }
    }
}

/// How many requests each part answered in each way since the start.
#[derive(Debug, Default)]
pub struct Counters([[AtomicU64; 3]; 11]);

impl Counters {
    /// How many.
    pub fn get(&self, route: Route, outcome: Outcome) -> u64 {
        self.cell(route, outcome).load(Ordering::Relaxed)
    }

    /// One more.
    fn add(&self, route: Route, outcome: Outcome) {
        self.cell(route, outcome).fetch_add(1, Ordering::Relaxed);
    }

    fn cell(&self, route: Route, outcome: Outcome) -> &AtomicU64 {
        let row = self.0.get(route as usize);
        let cell = row.and_then(|row| row.get(outcome as usize));
        cell.expect("there is a cell for every route and outcome")
    }
}

/// Counts what the public listener answers.
pub async fn count_public<B: MessageBody>(
    counters: Data<Counters>,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let route = Route::of_public(request.match_pattern().as_deref(), request.method());
    let answer = next.call(request).await;
    counters.add(route, outcome(&answer));
    answer
}

/// Counts what the staff listener answers.
pub async fn count_staff<B: MessageBody>(
    counters: Data<Counters>,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let route = Route::of_staff(request.match_pattern().as_deref());
    let answer = next.call(request).await;
    counters.add(route, outcome(&answer));
    answer
}

fn outcome<B>(answer: &Result<ServiceResponse<B>, Error>) -> Outcome {
    Outcome::of(match answer {
        Ok(response) => response.status(),
        Err(error) => error.as_response_error().status_code(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_and_outcome_has_a_cell_and_a_name_of_its_own() {
        let counters = Counters::default();
        let mut names = Vec::new();
        for route in Route::ALL {
            for outcome in Outcome::ALL {
                assert_eq!(counters.get(route, outcome), 0);
                counters.add(route, outcome);
                assert_eq!(counters.get(route, outcome), 1);
                names.push((route.name(), outcome.name()));
            }
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 33);
    }
}
