//! A tip's files, shown and never kept.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::TipId;
use domain::bundle::FileKind;
use domain::console::{Answer, Ask, Failure, FileView, Passphrase};
use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Blob, BlobPropertyBag, Url};

use super::Console;

/// A tip's files, as they are shown or saved.
pub(crate) struct Files {
    pub(crate) files: Vec<(FileView, Shown)>,
    /// What opens those that are saved.
    pub(crate) passphrase: Option<Passphrase>,
}

/// A file's bytes as the page has them.
pub(crate) enum Shown {
    /// A picture within its own address: no other origin than its frame's ever holds it.
    Picture(String),
    /// A sealed file.
    Sealed(Saved),
}

/// Bytes under an address of this page's own, until it is dropped.
pub(crate) struct Saved(pub(crate) String);

impl Drop for Saved {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

impl Console {
    /// Has the files of a tip fetched and opened, and takes their bytes.
    pub(crate) async fn open_files(self, tip: TipId) -> Result<Files, Failure> {
        let (views, passphrase) = match self.ask(Ask::OpenFiles { tip }).await? {
            Answer::Files {
                tip: of,
                files,
                passphrase,
            } if of == tip => (files, passphrase),
            _ => return Err(Failure::Unexpected),
        };
        let mut files = Vec::with_capacity(views.len());
        for file in views {
            let shown = self.take_file(tip, &file).await?;
            files.push((file, shown));
        }
        self.close_files();
        Ok(Files { files, passphrase })
    }

    async fn take_file(self, tip: TipId, file: &FileView) -> Result<Shown, Failure> {
        let opener = self.opener.get_value().ok_or(Failure::Unexpected)?;
        let bytes = opener.file(tip, file.number).await?;
        let kind = FileKind::media_type(file.kind);
        if file.pixels.is_some() {
            let text = BASE64_STANDARD.encode(bytes.to_vec());
            return Ok(Shown::Picture(format!("data:{kind};base64,{text}")));
        }
        let options = BlobPropertyBag::new();
        // No type that a browser would open.
        options.set_type(kind);
        let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options);
        let url = blob.and_then(|blob| Url::create_object_url_with_blob(&blob));
        let url = url.map_err(|_| Failure::Unexpected)?;
        Ok(Shown::Sealed(Saved(url)))
    }

    /// The worker forgets the files; the page has what it shows.
    fn close_files(self) {
        spawn_local(async move {
            let _ = self.ask(Ask::CloseFiles).await;
        });
    }
}
