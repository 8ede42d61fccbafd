//! S3-compatible storage: the same blobs by the same days, for several servers.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::sync::Arc;
use std::time::Duration;

use domain::{BlobId, Day};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path;
use object_store::{
    Certificate, ClientOptions, Error, GetResult, MultipartUpload, ObjectMeta, ObjectStore,
    ObjectStoreExt, PutPayload, RetryConfig,
};
use secrecy::{ExposeSecret, SecretString};

use crate::counted::Taken;

const OPEN: &str = ".open";
const UNUSABLE: &str =
    "nobody can be asked there: look at the endpoint, and at the authorities this machine trusts";
/// Bytes sent at once: no storage takes parts below 5 MiB, but for the last.
const PIECE: usize = 8 << 20;
/// How many blobs are on their way at once, each with a piece in memory.
const AT_ONCE: usize = 4;
const CONNECTS_WITHIN: Duration = Duration::from_secs(5);
const TRIES_FOR: Duration = Duration::from_secs(20);

/// Where an S3-compatible storage is, and how to come in.
#[derive(Debug, Clone)]
pub struct ObjectStorage {
    /// Such as `https://s3.eu-west-2.amazonaws.com`.
    pub endpoint: String,
    /// Such as `eu-west-2`.
    pub region: String,
    /// The bucket's name.
    pub bucket: String,
    /// The folder within the bucket.
    pub folder: String,
    /// In PEM, who vouches for the storage's certificate; those this machine trusts if none are said.
    pub authorities: Option<Vec<u8>>,
    /// Who we are.
    pub access_key_id: String,
    /// Proves it.
    pub secret_access_key: SecretString,
    /// How long nothing may come of an answer.
    pub patience: Duration,
}

/// Blobs in such a storage.
#[derive(Debug, Clone)]
pub struct Objects {
    store: Arc<AmazonS3>,
    folder: Path,
    places: Arc<tokio::sync::Semaphore>,
}

/// One day's blobs.
struct OfDay {
    day: Day,
    is_open: bool,
    path: Path,
}

impl Objects {
    /// Those of this storage, which is not asked anything yet.
    pub fn of(storage: &ObjectStorage) -> io::Result<Self> {
        // An earlier one holds.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let options = client(storage)?;
        let retry = RetryConfig {
            max_retries: 3,
            retry_timeout: TRIES_FOR,
            ..RetryConfig::default()
        };
        let store = AmazonS3Builder::new()
            .with_client_options(options)
            .with_allow_http(storage.endpoint.starts_with("http://"))
            .with_retry(retry)
            .with_endpoint(&storage.endpoint)
            .with_region(&storage.region)
            .with_bucket_name(&storage.bucket)
            .with_access_key_id(&storage.access_key_id)
            .with_secret_access_key(storage.secret_access_key.expose_secret())
            .build()
            .map_err(|_| io::Error::other(UNUSABLE))?;
        Ok(Self {
            store: Arc::new(store),
            folder: Path::from(storage.folder.as_str()),
            places: Arc::new(tokio::sync::Semaphore::new(AT_ONCE)),
        })
    }

    /// Makes what is in this file the blob of this id. Returns once the storage has all of it.
    pub(crate) async fn keep(&self, file: Arc<File>, id: BlobId, day: Day) -> io::Result<()> {
        let _place = self.places.acquire().await.map_err(io::Error::other)?;
        let path = self.folder.clone();
        let path = path.join(format!("{day}{OPEN}")).join(id.to_string());
        let first = piece(&file, 0).await?;
        if first.len() < PIECE {
            self.store.put(&path, first.into()).await.map_err(told)?;
            return Ok(());
        }
        let mut sending = self.store.put_multipart(&path).await.map_err(told)?;
        let sent = send(sending.as_mut(), &file, first).await;
        if sent.is_err() {
            // What lies there half goes by the bucket's own rule, if not now.
            let _ = sending.abort().await;
        }
        sent
    }

    /// A blob, in whichever day it lies.
    pub(crate) async fn find(&self, id: BlobId) -> io::Result<Option<GetResult>> {
        // A blob is in one of two places while its day is closed, and for a moment in both.
        for _ in 0..2 {
            for one in self.days().await? {
                match self.store.get(&one.path.join(id.to_string())).await {
                    Ok(found) => return Ok(Some(found)),
                    Err(Error::NotFound { .. }) => {}
                    Err(error) => return Err(told(error)),
                }
            }
        }
        Ok(None)
    }

    /// Bytes of all blobs, and of those of this day.
    pub async fn held(&self, today: Day) -> io::Result<[u64; 2]> {
        let all = self.used(|_| true).await?;
        let latest = self.used(|day| day == today).await?;
        Ok([all.all, latest.all])
    }

    /// What the blobs of such days take.
    pub(crate) async fn used(&self, such: impl Fn(Day) -> bool) -> io::Result<Taken> {
        let mut used = Taken::default();
        for one in self.days().await?.into_iter().filter(|one| such(one.day)) {
            for object in self.of_day(&one).await? {
                used = used.and(Taken::blob(object.size));
            }
        }
        Ok(used)
    }

    /// Deletes the blobs of every day before this one. Answers how many days went.
    pub(crate) async fn purge(&self, before: Day) -> io::Result<usize> {
        let mut gone = 0;
        for one in self.days().await?.iter().filter(|one| one.day < before) {
            let found = self.of_day(one).await?;
            gone += usize::from(!found.is_empty());
            for object in found {
                self.remove(&object.location).await?;
            }
        }
        Ok(gone)
    }

    /// Copies the blobs of each day that is over, in the order that `shuffle` gives them, and deletes the
    /// originals: the storage's dates of the copies tell only of the night.
    pub(crate) async fn settle(
        &self,
        today: Day,
        mut shuffle: impl FnMut(&mut [Path]) + Send,
    ) -> io::Result<()> {
        let mut days = self.days().await?;
        days.retain(|one| one.is_open && one.day < today);
        for one in days {
            let closed = self.folder.clone().join(one.day.to_string());
            let found = self.of_day(&one).await?;
            let mut paths: Vec<_> = found.into_iter().map(|object| object.location).collect();
            paths.sort_unstable();
            shuffle(&mut paths);
            for original in paths {
                let Some(name) = original.filename() else {
                    continue;
                };
                match self.store.copy(&original, &closed.clone().join(name)).await {
                    Ok(()) => self.remove(&original).await?,
                    // Another server is at it too.
                    Err(Error::NotFound { .. }) => {}
                    Err(error) => return Err(told(error)),
                }
            }
        }
        Ok(())
    }

    async fn remove(&self, path: &Path) -> io::Result<()> {
        match self.store.delete(path).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(told(error)),
        }
    }

    /// The blobs of a day, and nothing else that somebody may keep there.
    async fn of_day(&self, one: &OfDay) -> io::Result<Vec<ObjectMeta>> {
        let found = self.store.list_with_delimiter(Some(&one.path)).await;
        let mut found = found.map_err(told)?.objects;
        found.retain(|object| {
            let name = object.location.filename();
            name.is_some_and(|name| name.parse::<BlobId>().is_ok())
        });
        Ok(found)
    }

    /// Every day there is, the newest first.
    async fn days(&self) -> io::Result<Vec<OfDay>> {
        let found = self.store.list_with_delimiter(Some(&self.folder)).await;
        let found = found.map_err(told)?.common_prefixes;
        let mut days: Vec<_> = found.into_iter().filter_map(OfDay::at).collect();
        days.sort_unstable_by_key(|one| std::cmp::Reverse((one.day, one.is_open)));
        Ok(days)
    }
}

impl OfDay {
    fn at(path: Path) -> Option<Self> {
        let name = path.filename()?;
        let day = name.strip_suffix(OPEN);
        let is_open = day.is_some();
        let day = day.unwrap_or(name).parse().ok()?;
        Some(Self { day, is_open, path })
    }
}

/// The whole of an answer may take long: who reads a large one over a slow line.
fn client(storage: &ObjectStorage) -> io::Result<ClientOptions> {
    let options = ClientOptions::new()
        .with_connect_timeout(CONNECTS_WITHIN)
        .with_timeout_disabled()
        .with_read_timeout(storage.patience);
    let Some(pem) = &storage.authorities else {
        return Ok(options);
    };
    let named = Certificate::from_pem_bundle(pem).map_err(told)?;
    if named.is_empty() {
        return Err(io::Error::other(
            "no certificate of an authority is in that file",
        ));
    }
    let only = options.with_no_system_certificates(true);
    Ok(named
        .into_iter()
        .fold(only, ClientOptions::with_root_certificate))
}

async fn send(to: &mut dyn MultipartUpload, file: &Arc<File>, first: Vec<u8>) -> io::Result<()> {
    let (mut at, mut next) = (0, first);
    while !next.is_empty() {
        at += next.len();
        to.put_part(PutPayload::from(next)).await.map_err(told)?;
        next = piece(file, at).await?;
    }
    to.complete().await.map_err(told)?;
    Ok(())
}

/// The bytes of a file from there on, as many as are sent at once.
async fn piece(file: &Arc<File>, at: usize) -> io::Result<Vec<u8>> {
    let file = Arc::clone(file);
    let read = tokio::task::spawn_blocking(move || {
        let at = u64::try_from(at).map_err(io::Error::other)?;
        let left = file.metadata()?.len().saturating_sub(at);
        let len = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
        let mut bytes = vec![0; len];
        file.read_exact_at(&mut bytes, at)?;
        Ok(bytes)
    });
    read.await.map_err(io::Error::other)?
}

/// The storage's answers name paths and addresses: what is told of them is their kind.
#[expect(clippy::needless_pass_by_value, reason = "as it comes out of a result")]
pub(crate) fn told(error: Error) -> io::Error {
    io::Error::other(match error {
        Error::NotFound { .. } => "the storage has no such bucket or object",
        Error::PermissionDenied { .. } => "the storage does not allow it",
        Error::Unauthenticated { .. } => "the storage does not know the key",
        Error::NotSupported { .. } | Error::NotImplemented { .. } => {
            "the storage does not know what was asked"
        }
        _ => "the storage does not answer as it should",
    })
}
