//! What the public pages say of this installation.

use notes::Authorities;
use report::{Kept, PageSettings};

use super::duties::INTAKE_DAYS;
use crate::settings::Settings;

/// As the settings say; the authorities are pinned in the pages.
pub(crate) fn page_settings(settings: &Settings, authorities: Authorities) -> PageSettings {
    PageSettings {
        name: settings.installation.name.clone(),
        inst: settings.installation.id,
        authorities,
        languages: settings.public.offered().collect(),
        exit_url: settings.public.exit_url.clone(),
        window_seconds: settings.staging.window_seconds,
        kept: Kept {
            intake_days: Some(INTAKE_DAYS),
            record_days: None,
            report_years: None,
            files_dated: settings.blobs.s3.is_some(),
        },
        tab_title: settings.public.tab_title.clone(),
        contacts: settings.public.contacts.clone().into(),
        onion: settings.public.onion.clone(),
    }
}
