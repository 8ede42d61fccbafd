//! `ginnel serve`: serves both listeners until told to stop.

use std::path::Path;
use std::sync::Arc;

use rand::SeedableRng;
use rand::rngs::StdRng;
use tokio::signal::unix::{SignalKind, signal};

use crate::clock::SystemClock;
use crate::machine;
use crate::place::Place;
use crate::serving::{Application, Parts, Site, StartError, Stopper};

/// Serves until SIGTERM or SIGINT. Requests under way end, and what has arrived is in the store.
///
/// The site is read from `site`, or from where the settings say.
pub async fn serve(file: &Path, site: Option<&Path>) -> anyhow::Result<()> {
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
    let application = Application::build(parts).await?;
    tracing::info!(
        public = %application.public_address(),
        staff = %application.staff_address(),
        "listening"
    );
    if let Some(metrics) = application.metrics_address() {
        tracing::info!(%metrics, "figures");
    }
    let ended = told_to_stop(application.stopper());
    let ended = actix_web::rt::spawn(ended);
    let served = application.run().await;
    ended.abort();
    tracing::info!("stopped");
    Ok(served?)
}

async fn told_to_stop(stopper: Stopper) -> std::io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    stopper.stop().await;
    Ok(())
}
