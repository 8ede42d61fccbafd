//! What every response says, whatever it is: the last thing any response passes.

use std::fmt;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpResponse, ResponseError};
use domain::console::Translator;

use crate::fault::{Fault, PROBLEM_JSON};

/// Nothing inline, nothing foreign, nobody frames us. `blob:` is how both pages start their worker from
/// bytes they have checked against the hashes in their own document: the address of a script, which a
/// browser would not check, starts none. Such a worker inherits this policy.
macro_rules! policy {
    ($images:literal) => {
        concat!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src ",
            $images,
            "; connect-src 'self'; worker-src blob:; form-action 'self'; frame-ancestors 'none'; \
             base-uri 'none'"
        )
    };
}

const POLICY: &str = policy!("'self'");

/// Of the form, whose addresses alone end with a slash and are longer: it shows pictures from bytes
/// that were drawn in the browser.
const OF_THE_FORM: &str = policy!("'self' blob:");

/// Of the console: it shows pictures in frames that inherit this policy and have an origin of their
/// own, to which none of its addresses would be open.
const OF_THE_CONSOLE: &str = policy!("'self' data:");

/// Whom the console may ask beside its own server.
const ASKED: &str = "connect-src 'self'";

/// Of the console where an operator has set a translator, which officers' browsers ask themselves: that
/// one origin more. The staff app alone keeps it.
#[derive(Debug, Clone)]
pub struct ConsolePolicy(HeaderValue);

impl ConsolePolicy {
    /// With this translator, or with nobody.
    pub fn with(translator: Option<&Translator>) -> Self {
        let Some(translator) = translator else {
            return Self(HeaderValue::from_static(OF_THE_CONSOLE));
        };
        let asked = format!("{ASKED} {}", translator.origin());
        let policy = HeaderValue::from_str(&OF_THE_CONSOLE.replace(ASKED, &asked));
        // An origin is letters, digits and a few signs; whatever else it were could not be asked.
        Self(policy.unwrap_or(HeaderValue::from_static(OF_THE_CONSOLE)))
    }
}

/// What the page that is asked for may do.
fn policy_of(request: &ServiceRequest) -> HeaderValue {
    let own = || request.app_data::<Data<ConsolePolicy>>();
    match request.path() {
        "/" => own().map_or(HeaderValue::from_static(OF_THE_CONSOLE), |own| {
            own.0.clone()
        }),
        path if path.ends_with('/') => HeaderValue::from_static(OF_THE_FORM),
        _ => HeaderValue::from_static(POLICY),
    }
}

const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), \
    encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), \
    identity-credentials-get=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), \
    payment=(), picture-in-picture=(), publickey-credentials-create=(), \
    publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

fn always() -> [(HeaderName, &'static str); 8] {
    [
        (
            HeaderName::from_static("cross-origin-embedder-policy"),
            "require-corp",
        ),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        (HeaderName::from_static("permissions-policy"), PERMISSIONS),
        (header::REFERRER_POLICY, "no-referrer"),
        // Ignored unless it came by TLS; then nobody on the way can take that away again.
        (header::STRICT_TRANSPORT_SECURITY, "max-age=63072000"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ]
}

/// Outermost middleware of both apps: turns whatever failed into problem details, and sets the headers.
///
/// A response is `no-store` unless its handler said something else; a failure always is.
pub async fn seal_response(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let policy = policy_of(&request);
    match next.call(request).await {
        Ok(response) => {
            let mut response = as_problem(response.map_into_boxed_body());
            set_headers(response.headers_mut(), policy);
            Ok(response)
        }
        Err(error) => Err(Guarded(Fault::of_error(&error)).into()),
    }
}

/// A failure that reached nobody before us: it brings the headers itself.
#[derive(Debug)]
struct Guarded(Fault);

impl fmt::Display for Guarded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl ResponseError for Guarded {
    fn status_code(&self) -> StatusCode {
        self.0.status_code()
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = self.0.error_response();
        set_headers(response.headers_mut(), HeaderValue::from_static(POLICY));
        response
    }
}

impl Fault {
    /// Our own failure if it is one, otherwise what stands for its status.
    fn of_error(error: &Error) -> Self {
        let own = error.as_error::<Self>().copied();
        own.unwrap_or_else(|| Self::of_status(error.as_response_error().status_code()))
    }
}

/// Gives a failure without a body, or with the framework's plain text, our own; keeps `Allow`.
fn as_problem(response: ServiceResponse) -> ServiceResponse {
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    let content_type = response.headers().get(header::CONTENT_TYPE);
    let ours = content_type.is_some_and(|value| !value.as_bytes().starts_with(b"text/plain"));
    if !failed || ours {
        return response;
    }
    let allow = response.headers().get(header::ALLOW).cloned();
    let mut problem: HttpResponse = Fault::of_status(status).error_response();
    if let Some(allow) = allow {
        problem.headers_mut().insert(header::ALLOW, allow);
    }
    response.into_response(problem)
}

fn set_headers(headers: &mut HeaderMap, policy: HeaderValue) {
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    for (name, value) in always() {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.remove(header::SERVER);
    headers.remove(header::SET_COOKIE);
    let problem = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value == PROBLEM_JSON);
    if problem || !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}
