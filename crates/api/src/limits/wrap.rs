//! A limit in front of routes that are limited whatever their body says.

use std::sync::Arc;

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::http::Method;
use actix_web::middleware::{Next, from_fn};

use super::{Caller, Lane, TrustedProxies};

/// Middleware that lets a post through only within this lane; pages are read freely.
pub fn within<S, B>(
    lane: Arc<Lane>,
    proxies: Arc<TrustedProxies>,
) -> impl Transform<S, ServiceRequest, Response = ServiceResponse<B>, Error = Error, InitError = ()>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    from_fn(move |request: ServiceRequest, next: Next<B>| {
        let (lane, proxies) = (Arc::clone(&lane), Arc::clone(&proxies));
        async move {
            if request.method() == Method::POST {
                lane.admit(&Caller::of(request.request(), &proxies))?;
            }
            next.call(request).await
        }
    })
}
