//! A tip's files, shown and never kept.

use domain::TipId;
use domain::bundle::FileKind;
use domain::console::{Answer, Ask, Failure, FileView};
use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Blob, BlobPropertyBag, Url};

use super::Console;

/// A file's bytes under an address of this page's own, until it is dropped.
pub(crate) struct Shown {
    pub(crate) file: FileView,
    pub(crate) url: String,
}

impl Drop for Shown {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.url);
    }
}

impl Console {
    /// Has the files of a tip fetched and opened, and takes their bytes.
    pub(crate) async fn open_files(self, tip: TipId) -> Result<Vec<Shown>, Failure> {
        let files = match self.ask(Ask::OpenFiles { tip }).await? {
            Answer::Files { tip: of, files } if of == tip => files,
            _ => return Err(Failure::Unexpected),
        };
        let mut shown = Vec::with_capacity(files.len());
        for file in files {
            let url = self.take_file(tip, &file).await?;
            shown.push(Shown { file, url });
        }
        self.close_files();
        Ok(shown)
    }

    async fn take_file(self, tip: TipId, file: &FileView) -> Result<String, Failure> {
        let opener = self.opener.get_value().ok_or(Failure::Unexpected)?;
        let bytes = opener.file(tip, file.number).await?;
        let kind = BlobPropertyBag::new();
        // An opaque file gets no type that a browser would open.
        kind.set_type(FileKind::media_type(file.kind));
        let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &kind);
        let url = blob.and_then(|blob| Url::create_object_url_with_blob(&blob));
        url.map_err(|_| Failure::Unexpected)
    }

    /// The worker forgets the files; the page has what it shows.
    fn close_files(self) {
        spawn_local(async move {
            let _ = self.ask(Ask::CloseFiles).await;
        });
    }
}
