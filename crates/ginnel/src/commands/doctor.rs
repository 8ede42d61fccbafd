//! `ginnel doctor`: how everything stands, and how to mend what does not. Changes nothing, and names
//! nobody.

use std::net::SocketAddr;
use std::path::Path;

use domain::Clock;
use rand::{CryptoRng, RngCore};
use storage::{Store, StoreError};

use super::check_config;
use super::mail::{MailTo, test_mail};
use crate::findings::{Finding, Findings};
use crate::place::Place;

mod answers;
mod backups;
mod blobs;
mod canary;
mod clock;
mod database;
mod disk;
mod encryption;
mod keys;
mod log;
mod mails;
mod memory;
mod notes;
mod proxy;
mod right_time;
mod server;
mod staging;

/// What the doctor looks at besides the installation.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The folder the machine's own files lie in: `/`.
    pub root: &'a Path,
    /// Tells the time.
    pub clock: &'a dyn Clock,
    /// Where chrony answers.
    pub chrony: SocketAddr,
}

/// Where chrony answers who asks on this machine.
pub const CHRONY: SocketAddr = right_time::CHRONY;

/// Looks at everything: settings, database, notes, keys, the running server, the machine, mail, backups.
pub async fn doctor<R: RngCore + CryptoRng>(
    file: &Path,
    site: Option<&Path>,
    around: Surroundings<'_>,
    rng: &mut R,
) -> Findings {
    let place = match Place::read(file) {
        Ok(place) => place,
        Err(error) => return check_config::refused(file, &error),
    };
    let mut findings = check_config::findings(&place, site);
    if place.settings.mail.is_some() {
        findings.extend(test_mail(&place, MailTo::Nobody, around.clock, rng).await);
    }
    let (of_database, database) = database::look(&place).await;
    findings.extend(of_database);
    if let Some(database) = database {
        let store = database.store();
        match stored(&place, &*store, around.clock).await {
            Ok(of_store) => findings.extend(of_store),
            Err(error) => findings.push(database::silent(&error)),
        }
        database.close().await;
    }
    let now = around.clock.now();
    findings.push(staging::look(&place.folder.staging(), now));
    findings.extend(server::look(&place, now));
    findings.push(right_time::look(around.root, around.chrony, now));
    findings.push(proxy::look(&place.settings.public));
    findings.extend(memory::look(around.root, place.settings.process));
    findings.extend(disk::look(&place));
    findings.extend(blobs::look(&place, now.day()).await);
    let backend = place.settings.storage.backend;
    findings.extend(encryption::look(around.root, place.folder.path(), backend));
    findings.push(backups::look(&place.settings.backup, now));
    findings
}

/// What the store tells.
async fn stored(
    place: &Place,
    store: &dyn Store,
    clock: &dyn Clock,
) -> Result<Vec<Finding>, StoreError> {
    let (now, today) = (clock.now(), clock.now().day());
    let mut findings = Vec::new();
    if let Ok(authorities) = place.settings.authorities() {
        let inst = place.settings.installation.id;
        let read = notes::read(store, &authorities, inst, today).await?;
        findings.extend(read.findings());
        findings.extend(keys::look(&read, store, today).await?);
    }
    findings.push(log::look(place, store, today.year()).await?);
    findings.push(database::look_at_what_is_kept(store, today).await?);
    findings.push(mails::look(store).await?);
    let alarms = place.settings.mail.as_ref().map(|mail| mail.alarms);
    findings.push(canary::look(alarms, store, now).await?);
    Ok(findings)
}
