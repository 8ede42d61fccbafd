//! `ginnel serve`: serves both listeners until told to stop.

use std::path::Path;
use std::sync::Arc;

use rand::SeedableRng;
use rand::rngs::StdRng;
use tokio::signal::unix::{SignalKind, signal};

use crate::clock::SystemClock;
use crate::folder::Folder;
use crate::serving::{Application, Parts, Site, StartError, Stopper};
use crate::settings::Settings;

/// Serves until SIGTERM or SIGINT. Requests under way end, and what has arrived is in the store.
pub async fn serve(data: &Path, site: &Path) -> anyhow::Result<()> {
    let folder = Folder::at(data);
    let parts = Parts {
        settings: Settings::read(&folder.settings()).map_err(StartError::from)?,
        folder,
        site: Site::load(site).map_err(StartError::from)?,
        clock: Arc::new(SystemClock),
        rng: StdRng::from_entropy(),
    };
    let application = Application::build(parts).await?;
    tracing::info!(
        public = %application.public_address(),
        staff = %application.staff_address(),
        "listening"
    );
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
