//! `ginnel serve`: serves both listeners until told to stop.

use std::io;
use std::path::Path;
use std::sync::Arc;

use rand::SeedableRng;
use rand::rngs::StdRng;
use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::clock::SystemClock;
use crate::machine;
use crate::place::Place;
use crate::serving::{Application, Parts, Site, StartError};

/// Serves until SIGTERM or SIGINT. Requests under way end, and what has arrived is in the store.
///
/// The site is read from `site`, or from where the settings say.
pub async fn serve(file: &Path, site: Option<&Path>) -> anyhow::Result<()> {
    // From the first line on: what listens must also hear that it is to end.
    let mut told = Told::listen()?;
    let place = Place::read(file).map_err(StartError::from)?;
    if !place.settings.process.may_be_debugged {
        machine::leave_no_core()?;
    }
    let site = site.or(place.settings.folders.site.as_deref());
    let site = site.ok_or(StartError::NoSite)?;
    let parts = Parts {
        site: Site::load(site).map_err(StartError::from)?,
        place,
        clock: Arc::new(SystemClock),
        rng: StdRng::from_entropy(),
    };
    let application = tokio::select! {
        biased;
        application = Application::build(parts) => application?,
        // Nobody was served yet, and what waits in staging is turned after the next start.
        () = told.until_stop() => return Ok(()),
    };
    tracing::info!(
        public = %application.public_address(),
        staff = %application.staff_address(),
        "listening"
    );
    if let Some(metrics) = application.metrics_address() {
        tracing::info!(%metrics, "figures");
    }
    let stopper = application.stopper();
    let ended = actix_web::rt::spawn(async move {
        told.until_stop().await;
        stopper.stop().await;
    });
    let served = application.run().await;
    ended.abort();
    tracing::info!("stopped");
    Ok(served?)
}

/// The operator's word that this is to end: SIGTERM or SIGINT.
struct Told {
    terminate: Signal,
    interrupt: Signal,
}

impl Told {
    fn listen() -> io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    async fn until_stop(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
