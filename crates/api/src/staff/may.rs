//! Who first, then what: a body is not even read for somebody who may not send it.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::error::{JsonPayloadError, PayloadError};
use actix_web::web::{JsonConfig, Path, PathConfig, QueryConfig};
use actix_web::{Error, FromRequest, HttpRequest};
use domain::{Desk, RecordId, ReportId};

use crate::fault::{Fault, Kind};

/// How long a body may take to arrive.
const BODY_TIME: Duration = Duration::from_secs(30);

/// A request by somebody who may make it, and what it brings.
pub(super) struct May<Who, What>(pub Who, pub What);

/// Names one record of one desk.
pub(super) type RecordPath = Path<(Desk, RecordId)>;
/// Names one report of one desk.
pub(super) type ReportPath = Path<(Desk, ReportId)>;

impl<Who, What> FromRequest for May<Who, What>
where
    Who: FromRequest<Error = Fault> + 'static,
    What: FromRequest + 'static,
{
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let who = Who::from_request(&request, &mut Payload::None).await?;
            let what = What::from_request(&request, &mut payload);
            let what = tokio::time::timeout(BODY_TIME, what).await;
            let what = what.map_err(|_| Fault::from(Kind::Incomplete))?;
            Ok(Self(who, what.map_err(Into::into)?))
        })
    }
}

/// JSON of at most so many bytes; what does not fit is one of our faults.
pub(super) fn json_config(limit: usize) -> JsonConfig {
    JsonConfig::default()
        .limit(limit)
        .error_handler(|error, _| {
            let kind = match error {
                JsonPayloadError::ContentType => Kind::WrongType,
                JsonPayloadError::Overflow { .. }
                | JsonPayloadError::OverflowKnownLength { .. }
                | JsonPayloadError::Payload(PayloadError::Overflow) => Kind::TooLarge,
                JsonPayloadError::Payload(PayloadError::Incomplete(_)) => Kind::Incomplete,
                _ => Kind::Unprocessable,
            };
            Fault::from(kind).into()
        })
}

/// An address that names nothing there can be is an address where nothing is.
pub(super) fn path_config() -> PathConfig {
    PathConfig::default().error_handler(|_, _| Fault::from(Kind::NotFound).into())
}

/// What follows a question mark and is not what belongs there.
pub(super) fn query_config() -> QueryConfig {
    QueryConfig::default().error_handler(|_, _| Fault::from(Kind::Unprocessable).into())
}
