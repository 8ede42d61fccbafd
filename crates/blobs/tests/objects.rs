//! Blobs in S3-compatible storage: a real protocol, with signatures, on this machine.
#![cfg(test)]

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use blobs::{BlobError, Blobs, ObjectStorage, Objects, Place, Room};
use domain::bundle::{BLOB_PART_LEN, Bucket};
use domain::{BlobId, Clock, Day, UnixSeconds, UploadId};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

const DAY: i64 = 86_400;
const MIB: u64 = 1 << 20;
const ROOM: Room = Room {
    all: 80 * MIB,
    a_day: 80 * MIB,
    unfinished: 40 * MIB,
    uploads: 3,
};
const PLACE: Place = Place {
    key: [1; 16],
    uploads: 3,
    is_shared: false,
};
const BUCKET: &str = "files";
const PATIENCE: Duration = Duration::from_secs(1);

struct TestClock(AtomicI64);

impl Clock for TestClock {
    fn now(&self) -> UnixSeconds {
        UnixSeconds(self.0.load(Ordering::Relaxed))
    }
}

/// A storage that asks for signatures and keeps what it is given in a folder.
struct Storage {
    folder: TempDir,
    address: SocketAddr,
    serving: JoinHandle<()>,
}

impl Storage {
    async fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(BUCKET)).unwrap();
        let mut service = S3ServiceBuilder::new(FileSystem::new(folder.path()).unwrap());
        service.set_auth(SimpleAuth::from_single("ginnel", "a secret of the tests"));
        let service = service.build();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let serving = tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let service = service.clone();
                tokio::spawn(async move {
                    let one = Builder::new(TokioExecutor::new());
                    let _ = one.serve_connection(TokioIo::new(socket), service).await;
                });
            }
        });
        Self {
            folder,
            address,
            serving,
        }
    }

    fn objects(&self, secret: &str) -> Objects {
        Objects::of(&ObjectStorage {
            endpoint: format!("http://{}", self.address),
            region: "eu-west-2".into(),
            bucket: BUCKET.into(),
            folder: "ginnel/blobs".into(),
            authorities: None,
            access_key_id: "ginnel".into(),
            secret_access_key: secret.to_owned().into(),
            patience: PATIENCE,
        })
        .unwrap()
    }

    /// Every object's path within the bucket.
    fn held(&self) -> Vec<String> {
        let bucket = self.folder.path().join(BUCKET);
        let mut found: Vec<_> = files(&bucket)
            .iter()
            .map(|path| path.strip_prefix(&bucket).unwrap().display().to_string())
            .collect();
        found.sort();
        found
    }
}

/// Bytes that differ from part to part and from blob to blob.
fn pattern(part: usize, len: usize, byte: u8) -> Vec<u8> {
    let part = u8::try_from(part).unwrap();
    (0..len)
        .map(|at| u8::try_from(at % 251).unwrap() ^ part ^ byte)
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|one| one.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

struct House {
    folder: TempDir,
    clock: Arc<TestClock>,
    blobs: Arc<Blobs>,
}

impl House {
    /// A server with this storage, and a secret that the storage may or may not know.
    fn of(storage: &Storage, secret: &str, seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let noon = "2026-11-23".parse::<Day>().unwrap().start().plus(DAY / 2);
        let clock = Arc::new(TestClock(AtomicI64::new(noon.0)));
        let rng = ChaCha20Rng::seed_from_u64(seed);
        let blobs = Blobs::open(folder.path(), ROOM, clock.clone(), rng).unwrap();
        let blobs = Arc::new(blobs.with_objects(storage.objects(secret)));
        Self {
            folder,
            clock,
            blobs,
        }
    }

    async fn sent(&self, bucket: Bucket, byte: u8) -> UploadId {
        let id = self.blobs.begin(bucket, PLACE).await.unwrap();
        for part in 0..bucket.parts() {
            let mut writer = self.blobs.part(id, part).unwrap();
            writer
                .write(pattern(part, writer.len(), byte))
                .await
                .unwrap();
            writer.finish().unwrap();
        }
        id
    }

    async fn bytes(&self, id: BlobId) -> Option<Vec<u8>> {
        let mut reader = self.blobs.read(id).await.unwrap()?;
        let (mut bytes, len) = (Vec::new(), reader.len());
        while let Some(piece) = reader.next().await.unwrap() {
            bytes.extend(piece);
        }
        assert_eq!(u64::try_from(bytes.len()).unwrap(), len);
        Some(bytes)
    }

    /// What is left of it on the server's own disk.
    fn left(&self) -> usize {
        files(self.folder.path()).len()
    }
}

const SECRET: &str = "a secret of the tests";

#[tokio::test]
async fn a_blob_goes_to_the_storage_and_every_server_finds_it() {
    let storage = Storage::begin().await;
    let (here, there) = (
        House::of(&storage, SECRET, 1),
        House::of(&storage, SECRET, 2),
    );
    // The larger one goes in pieces.
    for (bucket, byte) in [(Bucket::One, 3), (Bucket::Sixteen, 4)] {
        let id = here.sent(bucket, byte).await;
        let blob = here.blobs.finish(id).await.unwrap();
        assert_eq!(here.left(), 0);
        assert_eq!(here.blobs.finish(id).await.unwrap(), blob);
        let found = there.bytes(blob).await.unwrap();
        assert_eq!(found.len(), bucket.blob_len());
        for (part, bytes) in found.chunks(BLOB_PART_LEN).enumerate() {
            assert!(bytes == pattern(part, bytes.len(), byte), "part {part}");
        }
    }
    assert!(there.bytes(BlobId::from_bytes([9; 16])).await.is_none());
}

#[tokio::test]
async fn a_day_that_is_over_is_copied_and_days_go_whole() {
    let storage = Storage::begin().await;
    let house = House::of(&storage, SECRET, 1);
    let id = house.sent(Bucket::One, 3).await;
    let blob = house.blobs.finish(id).await.unwrap();
    let open = format!("ginnel/blobs/2026-11-23.open/{blob}");
    assert_eq!(storage.held(), [open]);
    house.clock.0.fetch_add(DAY, Ordering::Relaxed);
    house
        .blobs
        .settle("2026-11-24".parse().unwrap())
        .await
        .unwrap();
    assert_eq!(storage.held(), [format!("ginnel/blobs/2026-11-23/{blob}")]);
    assert!(house.bytes(blob).await.is_some());
    house
        .blobs
        .purge("2026-11-23".parse().unwrap())
        .await
        .unwrap();
    assert_eq!(storage.held().len(), 1);
    let gone = house.blobs.purge("2026-11-24".parse().unwrap()).await;
    assert_eq!(gone.unwrap(), 1);
    assert_eq!(storage.held(), Vec::<String>::new());
    assert!(house.bytes(blob).await.is_none());
}

#[tokio::test]
async fn what_other_servers_hold_counts() {
    let storage = Storage::begin().await;
    let other = House::of(&storage, SECRET, 1);
    for byte in 0..4 {
        let id = other.sent(Bucket::Sixteen, byte).await;
        other.blobs.finish(id).await.unwrap();
    }
    let house = House::of(&storage, SECRET, 2);
    let refused = house.blobs.begin(Bucket::Sixteen, PLACE).await;
    assert!(matches!(refused, Err(BlobError::NoRoom)));
    assert!(house.blobs.begin(Bucket::One, PLACE).await.is_ok());
}

#[tokio::test]
async fn a_storage_that_does_not_let_us_in_or_is_away_refuses_files_and_names_nothing() {
    let storage = Storage::begin().await;
    let house = House::of(&storage, "another secret", 1);
    let refused = house.blobs.begin(Bucket::One, PLACE).await.unwrap_err();
    assert!(matches!(refused, BlobError::Unavailable(_)));
    let house = House::of(&storage, SECRET, 1);
    storage.serving.abort();
    let _ = storage.serving.await;
    let away = house.blobs.begin(Bucket::One, PLACE).await.unwrap_err();
    assert!(matches!(away, BlobError::Unavailable(_)));
    for error in [refused, away] {
        let told = format!("{error} {error:?}");
        assert!(
            !told.contains(BUCKET) && !told.contains("127.0.0.1"),
            "{told}"
        );
    }
}

#[tokio::test]
async fn what_was_kept_before_the_storage_came_is_found_still() {
    let storage = Storage::begin().await;
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(TestClock(AtomicI64::new(DAY * 20_000)));
    let open = |seed| {
        let rng = ChaCha20Rng::seed_from_u64(seed);
        Blobs::open(folder.path(), ROOM, clock.clone(), rng).unwrap()
    };
    let before = Arc::new(open(1));
    let blob = before
        .keep(&vec![7; Bucket::One.blob_len()], PLACE)
        .await
        .unwrap();
    let after = open(2).with_objects(storage.objects(SECRET));
    assert!(after.read(blob).await.unwrap().is_some());
}

#[tokio::test]
async fn what_others_keep_in_the_bucket_is_left_alone_and_does_not_count() {
    let storage = Storage::begin().await;
    let theirs = [
        "2000-01-01/access.log",
        "2000-01-01/x/00112233445566778899aabbccddeeff",
    ];
    for path in theirs {
        let path = storage
            .folder
            .path()
            .join(BUCKET)
            .join("ginnel/blobs")
            .join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, b"theirs").unwrap();
    }
    let house = House::of(&storage, SECRET, 1);
    let today = "2026-11-23".parse().unwrap();
    house.blobs.settle(today).await.unwrap();
    assert_eq!(house.blobs.purge(today).await.unwrap(), 0);
    assert_eq!(storage.held().len(), 2);
    assert_eq!(storage.objects(SECRET).held(today).await.unwrap(), [0, 0]);
}

#[tokio::test]
async fn a_storage_that_was_away_is_asked_again_after_a_while() {
    let storage = Storage::begin().await;
    let house = House::of(&storage, SECRET, 1);
    let bucket = storage.folder.path().join(BUCKET);
    let elsewhere = storage.folder.path().join("elsewhere");
    fs::rename(&bucket, &elsewhere).unwrap();
    assert!(house.blobs.begin(Bucket::One, PLACE).await.is_err());
    fs::rename(&elsewhere, &bucket).unwrap();
    assert!(
        house.blobs.begin(Bucket::One, PLACE).await.is_err(),
        "at once"
    );
    house.clock.0.fetch_add(15, Ordering::Relaxed);
    assert!(house.blobs.begin(Bucket::One, PLACE).await.is_ok());
}

#[test]
fn authorities_that_are_none_are_refused() {
    let storage = |authorities: &[u8]| ObjectStorage {
        endpoint: "https://s3.example.org".into(),
        region: "x".into(),
        bucket: "x".into(),
        folder: "x".into(),
        authorities: Some(authorities.to_vec()),
        access_key_id: "x".into(),
        secret_access_key: "x".to_owned().into(),
        patience: PATIENCE,
    };
    assert!(
        Objects::of(&storage(
            b"-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----\n"
        ))
        .is_err()
    );
    assert!(Objects::of(&storage(b"")).is_err());
}

#[tokio::test]
async fn who_reads_slowly_is_given_all_of_it() {
    let storage = Storage::begin().await;
    let house = House::of(&storage, SECRET, 1);
    let id = house.sent(Bucket::Sixteen, 5).await;
    let blob = house.blobs.finish(id).await.unwrap();
    let mut reader = house.blobs.read(blob).await.unwrap().unwrap();
    let mut read = 0;
    while let Some(piece) = reader.next().await.unwrap() {
        // In all twice the storage's patience, while there is still most to come.
        if read < 5 * piece.len() {
            tokio::time::sleep(PATIENCE * 2 / 5).await;
        }
        read += piece.len();
    }
    assert_eq!(read, Bucket::Sixteen.blob_len());
}
