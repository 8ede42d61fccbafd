use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::UNIX_EPOCH;

use domain::UnixSeconds;
use domain::bundle::BLOB_SLACK;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use tempfile::TempDir;

use super::*;
use crate::counted::Taken;

mod room;

const DAY: i64 = 86_400;
const MIB: u64 = 1_048_576;
const ROOM: Room = Room {
    all: 12 * MIB,
    a_day: 12 * MIB,
    unfinished: 6 * MIB,
    uploads: 3,
};

struct TestClock(AtomicI64);

impl Clock for TestClock {
    fn now(&self) -> UnixSeconds {
        UnixSeconds(self.0.load(Ordering::Relaxed))
    }
}

struct House {
    folder: TempDir,
    clock: Arc<TestClock>,
    room: Room,
    blobs: Arc<Blobs>,
}

impl House {
    fn open() -> Self {
        Self::with(ROOM)
    }

    fn with(room: Room) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let noon = "2026-11-23".parse::<Day>().unwrap().start().plus(DAY / 2);
        let clock = Arc::new(TestClock(AtomicI64::new(noon.0)));
        let blobs = opened(&folder, &clock, room);
        Self {
            folder,
            clock,
            room,
            blobs,
        }
    }

    fn restart(&mut self) {
        self.blobs = opened(&self.folder, &self.clock, self.room);
    }

    fn pass(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds, Ordering::Relaxed);
    }

    async fn begin(&self, bucket: Bucket) -> Result<UploadId, BlobError> {
        self.blobs.begin(bucket, place(1)).await
    }

    async fn send(&self, id: UploadId, part: usize, byte: u8) -> Result<(), BlobError> {
        let mut writer = self.blobs.part(id, part)?;
        let half = writer.len() / 2;
        writer.write(vec![byte; half]).await?;
        writer.write(vec![byte; writer.len() - half]).await?;
        writer.finish()
    }

    async fn sent(&self, byte: u8) -> UploadId {
        let id = self.begin(Bucket::One).await.unwrap();
        self.send(id, 1, byte).await.unwrap();
        self.send(id, 0, byte).await.unwrap();
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

    /// Whether there is such a blob of nothing but this byte.
    async fn is_all(&self, id: BlobId, byte: u8) -> bool {
        let bytes = self.bytes(id).await.unwrap();
        bytes.iter().all(|one| *one == byte)
    }

    /// Every file there is, by its path within the folder.
    fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        for folder in fs::read_dir(self.folder.path()).unwrap() {
            let folder = folder.unwrap();
            for file in fs::read_dir(folder.path()).unwrap() {
                let name = [folder.file_name(), file.unwrap().file_name()];
                files.push(name.map(|part| part.into_string().unwrap()).join("/"));
            }
        }
        files.sort();
        files
    }

    fn modified(&self, path: &str) -> u64 {
        let path: PathBuf = self.folder.path().join(path);
        let modified = fs::metadata(path).unwrap().modified().unwrap();
        modified.duration_since(UNIX_EPOCH).unwrap().as_secs()
    }
}

/// One of which as much may be sent as from all together.
fn place(number: u8) -> Place {
    Place {
        key: [number; 16],
        uploads: ROOM.uploads,
        is_shared: false,
    }
}

fn opened(folder: &TempDir, clock: &Arc<TestClock>, room: Room) -> Arc<Blobs> {
    let rng = ChaCha20Rng::seed_from_u64(1);
    Arc::new(Blobs::open(folder.path(), room, clock.clone(), rng).unwrap())
}

#[tokio::test]
async fn a_blob_sent_in_parts_in_any_order_is_given_whole() {
    let house = House::open();
    let id = house.begin(Bucket::One).await.unwrap();
    house.send(id, 1, 8).await.unwrap();
    let held = house.blobs.held(id).unwrap();
    assert_eq!((held.bucket, held.parts), (Bucket::One, vec![1]));
    let early = house.blobs.finish(id).await;
    assert!(matches!(early, Err(BlobError::PartsMissing)));
    house.send(id, 0, 7).await.unwrap();
    let blob = house.blobs.finish(id).await.unwrap();
    assert_eq!(house.blobs.finish(id).await.unwrap(), blob);
    let expected = [vec![7; BLOB_PART_LEN], vec![8; BLOB_SLACK]].concat();
    assert!(house.bytes(blob).await == Some(expected));
    assert_eq!(house.files(), [format!("2026-11-23.open/{blob}")]);
}

#[tokio::test]
async fn a_blob_made_here_is_kept_like_any_other_and_one_of_another_length_is_not() {
    let house = House::open();
    let bytes: Vec<u8> = (0..=255).cycle().take(Bucket::One.blob_len()).collect();
    let blob = house.blobs.keep(&bytes, place(1)).await.unwrap();
    assert!(house.bytes(blob).await == Some(bytes.clone()));
    let short = house.blobs.keep(&bytes[1..], place(1)).await;
    assert!(matches!(short, Err(BlobError::WrongLength)));
}

#[tokio::test]
async fn who_leaves_before_the_end_is_answered_when_asking_again() {
    let house = House::open();
    let id = house.sent(7).await;
    {
        let mut leaving = Box::pin(house.blobs.finish(id));
        assert!(futures_util::poll!(&mut leaving).is_pending());
    }
    let blob = house.blobs.finish(id).await.unwrap();
    assert!(house.is_all(blob, 7).await);
    let bytes = u64::try_from(Bucket::One.blob_len()).unwrap();
    assert_eq!(house.blobs.counted().stored, bytes, "once");
}

#[tokio::test]
async fn a_part_that_comes_after_the_end_changes_nothing() {
    let house = House::open();
    let id = house.sent(7).await;
    let mut late = house.blobs.part(id, 0).unwrap();
    late.write(vec![9; 10]).await.unwrap();
    house.send(id, 0, 7).await.unwrap();
    let blob = house.blobs.finish(id).await.unwrap();
    late.write(vec![9; BLOB_PART_LEN - 10]).await.unwrap();
    late.finish().unwrap();
    assert!(house.is_all(blob, 7).await);
}

#[tokio::test]
async fn a_part_is_there_only_if_all_its_bytes_came() {
    let house = House::open();
    let id = house.begin(Bucket::One).await.unwrap();
    let mut short = house.blobs.part(id, 0).unwrap();
    short.write(vec![1; BLOB_PART_LEN - 1]).await.unwrap();
    assert!(matches!(short.finish(), Err(BlobError::WrongLength)));
    let mut long = house.blobs.part(id, 1).unwrap();
    let too_much = long.write(vec![1; BLOB_SLACK + 1]).await;
    assert!(matches!(too_much, Err(BlobError::WrongLength)));
    assert!(matches!(
        house.blobs.part(id, 2),
        Err(BlobError::NoSuchPart)
    ));
    assert!(house.blobs.held(id).unwrap().parts.is_empty());
}

#[tokio::test]
async fn an_upload_is_over_if_no_new_part_comes_and_known_for_an_hour_if_it_is_whole() {
    let house = House::open();
    let [silent, begun] = [(), ()].map(|()| house.begin(Bucket::One));
    let (silent, begun) = (silent.await.unwrap(), begun.await.unwrap());
    let whole = house.sent(2).await;
    let mut a_byte = house.blobs.part(silent, 0).unwrap();
    a_byte.write(vec![1]).await.unwrap();
    let over = |id| matches!(house.blobs.held(id), Err(BlobError::UnknownUpload));
    house.pass(299);
    house.send(begun, 0, 1).await.unwrap();
    assert!(!over(silent));
    house.pass(1);
    assert!(over(silent));
    house.pass(898);
    // Sent again it is no new one.
    house.send(begun, 0, 1).await.unwrap();
    assert!(!over(begun));
    house.pass(1);
    assert!(over(begun));
    house.pass(3_600 - 1_199);
    assert!(over(whole));
    house.pass(-1);
    assert!(!over(whole));
    house.pass(1);
    house.blobs.forget_lapsed();
    assert!(house.files().is_empty());
    let other = UploadId::from_bytes([1; 16]);
    assert!(matches!(
        house.blobs.finish(other).await,
        Err(BlobError::UnknownUpload)
    ));
}

#[tokio::test]
async fn after_a_restart_finished_blobs_are_there_and_unfinished_ones_are_gone() {
    let mut house = House::open();
    let id = house.sent(7).await;
    let blob = house.blobs.finish(id).await.unwrap();
    let begun = house.sent(8).await;
    assert_eq!(house.files().len(), 2);
    house.restart();
    assert_eq!(house.files(), [format!("2026-11-23.open/{blob}")]);
    assert!(house.bytes(blob).await.is_some());
    assert!(matches!(
        house.blobs.held(begun),
        Err(BlobError::UnknownUpload)
    ));
    assert_eq!(house.blobs.counted().stored, MIB + 65_536);
}

#[tokio::test]
async fn files_and_folders_tell_the_day_and_nobody_else_may_read_them() {
    let house = House::open();
    let id = house.sent(7).await;
    let blob = house.blobs.finish(id).await.unwrap();
    let day = "2026-11-23".parse::<Day>().unwrap().start().0;
    let of_day = "2026-11-23.open".to_owned();
    for path in [of_day.clone(), format!("{of_day}/{blob}")] {
        assert_eq!(i64::try_from(house.modified(&path)).unwrap(), day, "{path}");
        let mode = fs::metadata(house.folder.path().join(path)).unwrap();
        assert_eq!(mode.permissions().mode() & 0o077, 0);
    }
}

#[tokio::test]
async fn a_day_that_is_over_is_copied_and_tells_no_more_than_the_day() {
    let house = House::open();
    let mut blobs = Vec::new();
    for byte in 1..=4 {
        let id = house.sent(byte).await;
        blobs.push(house.blobs.finish(id).await.unwrap());
    }
    let today = "2026-11-23".parse::<Day>().unwrap();
    house.blobs.settle(today).await.unwrap();
    assert!(
        house
            .files()
            .iter()
            .all(|file| file.starts_with("2026-11-23.open/"))
    );
    let inode = |path: String| {
        let data = fs::metadata(house.folder.path().join(path)).unwrap();
        std::os::unix::fs::MetadataExt::ino(&data)
    };
    let before: Vec<_> = blobs
        .iter()
        .map(|id| inode(format!("2026-11-23.open/{id}")))
        .collect();
    house.blobs.settle(today.plus(1)).await.unwrap();
    for ((byte, id), before) in (1..).zip(&blobs).zip(before) {
        let path = format!("2026-11-23/{id}");
        assert_ne!(inode(path.clone()), before);
        assert_eq!(
            i64::try_from(house.modified(&path)).unwrap(),
            today.start().0
        );
        assert!(
            house
                .bytes(*id)
                .await
                .unwrap()
                .iter()
                .all(|one| *one == byte)
        );
    }
    assert_eq!(house.files().len(), 4);
    assert!(!house.folder.path().join("2026-11-23.open").exists());
    house.blobs.settle(today.plus(2)).await.unwrap();
    assert_eq!(house.files().len(), 4);
}

#[tokio::test]
async fn a_day_half_copied_by_a_crash_is_copied_to_its_end() {
    let house = House::open();
    let id = house.sent(3).await;
    let blob = house.blobs.finish(id).await.unwrap();
    let root = house.folder.path();
    fs::create_dir(root.join("2026-11-23")).unwrap();
    fs::write(root.join(format!("2026-11-23/{blob}")), b"the beginning").unwrap();
    let today = "2026-11-24".parse().unwrap();
    house.blobs.settle(today).await.unwrap();
    assert_eq!(house.files(), [format!("2026-11-23/{blob}")]);
    assert!(house.is_all(blob, 3).await);
}

#[tokio::test]
async fn days_that_are_over_go_whole_and_leave_room() {
    let house = House::open();
    let old = house.sent(1).await;
    let old = house.blobs.finish(old).await.unwrap();
    house.pass(DAY);
    let new = house.sent(2).await;
    let new = house.blobs.finish(new).await.unwrap();
    let before = "2026-11-24".parse().unwrap();
    assert_eq!(house.blobs.purge(before).await.unwrap(), 1);
    assert!(house.bytes(old).await.is_none());
    assert!(house.bytes(new).await.is_some());
    assert_eq!(house.files().len(), 1, "{:?}", house.files());
    assert_eq!(house.blobs.counted().stored, MIB + 65_536);
    assert_eq!(house.blobs.purge(before).await.unwrap(), 0);
}

#[tokio::test]
async fn a_disk_that_takes_nothing_is_told_and_the_upload_can_be_finished_later() {
    let house = House::open();
    let id = house.sent(5).await;
    let of_day = house.folder.path().join("2026-11-23.open");
    fs::write(&of_day, b"in the way").unwrap();
    let failed = house.blobs.finish(id).await;
    assert!(matches!(failed, Err(BlobError::Unavailable(_))));
    let (_, of_today) = house.blobs.counted().latest.unwrap();
    assert_eq!(
        of_today,
        Taken::default(),
        "what did not become a blob takes no room"
    );
    fs::remove_file(&of_day).unwrap();
    let blob = house.blobs.finish(id).await.unwrap();
    assert!(house.bytes(blob).await.is_some());
}
