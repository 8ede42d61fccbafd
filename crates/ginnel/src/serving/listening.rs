//! The sockets, HTTP/1.1, and how long anybody may take.

use std::net::SocketAddr;
use std::time::Duration;

use actix_web::dev::Server as HttpTask;
use actix_web::middleware::from_fn;
use actix_web::{App, HttpServer, web};
use api::metrics::{count_public, count_staff};
use api::{not_found, refuse_cross_site, seal_response};

use super::application::StartError;
use super::apps::{PublicApp, StaffApp, WatchApp};
use super::own_head::own_head;

const HEAD_TIME: Duration = Duration::from_secs(10);
const KEEP_ALIVE: Duration = Duration::from_secs(15);
const DISCONNECT_TIME: Duration = Duration::from_secs(5);
const CONNECTIONS_A_WORKER: usize = 4_096;
const SHUTDOWN_SECONDS: u64 = 10;

/// Listens with one of the apps; signals are `main`'s to hear.
macro_rules! listen {
    ($address:ident, $app:ident $(, $count:path)?) => {{
        let failed = |source| StartError::Listen {
            address: $address,
            source,
        };
        let server = HttpServer::new(move || {
            let app = $app.clone();
            App::new()
                .configure(|config| app.configure(config))
                .default_service(web::to(not_found))
                .wrap(from_fn(refuse_cross_site))
                $(.wrap(from_fn($count)))?
                .wrap(from_fn(seal_response))
                .wrap(from_fn(own_head))
        })
        .client_request_timeout(HEAD_TIME)
        .client_disconnect_timeout(DISCONNECT_TIME)
        .keep_alive(KEEP_ALIVE)
        .max_connections(CONNECTIONS_A_WORKER)
        .shutdown_timeout(SHUTDOWN_SECONDS)
        .disable_signals()
        .bind($address)
        .map_err(failed)?;
        let address = server.addrs().first().copied().unwrap_or($address);
        Ok((server.run(), address))
    }};
}

/// The public listener.
pub(super) fn public(
    address: SocketAddr,
    app: PublicApp,
) -> Result<(HttpTask, SocketAddr), StartError> {
    listen!(address, app, count_public)
}

/// The staff listener.
pub(super) fn staff(
    address: SocketAddr,
    app: StaffApp,
) -> Result<(HttpTask, SocketAddr), StartError> {
    listen!(address, app, count_staff)
}

/// The listener for machines that watch over this one.
pub(super) fn watch(
    address: SocketAddr,
    app: WatchApp,
) -> Result<(HttpTask, SocketAddr), StartError> {
    listen!(address, app)
}
