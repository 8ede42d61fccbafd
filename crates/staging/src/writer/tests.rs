use domain::{FRAME_LEN, UnixSeconds};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use tempfile::TempDir;

use super::*;

struct Still;

impl Clock for Still {
    fn now(&self) -> UnixSeconds {
        UnixSeconds(0)
    }
}

/// A writer whose first file can grow no more.
async fn writer_on_a_full_disk() -> (Writer, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let dice = Dice::new(ChaCha20Rng::seed_from_u64(1));
    let mut window = Window::begin(folder.path(), &dice).await.unwrap();
    window.grow_no_more().await.unwrap();
    let writer = Writer {
        folder: folder.path().into(),
        clock: Arc::new(Still),
        dice,
        shared: Arc::new(Shared::default()),
        window: Some(window),
    };
    (writer, folder)
}

fn submission(number: u8) -> (Submission, oneshot::Receiver<Result<Staged, StagingError>>) {
    let frame = SealedFrame::try_from(vec![number; FRAME_LEN]).unwrap();
    let (answer, answered) = oneshot::channel();
    let frames = vec![(SeenHash::of(&frame), frame)];
    (Submission { frames, answer }, answered)
}

#[tokio::test]
async fn a_full_disk_acknowledges_nobody_and_the_next_file_is_tried_afresh() {
    let (mut writer, _folder) = writer_on_a_full_disk().await;
    let ((one, told_one), (two, told_two)) = (submission(1), submission(2));
    writer.stage(vec![one, two]).await;
    for told in [told_one, told_two] {
        assert_eq!(told.await.unwrap(), Err(StagingError::Unavailable));
    }
    assert!(writer.shared.known().is_empty());
    assert_eq!(writer.shared.waiting().len(), 1);
    let (again, told) = submission(1);
    writer.stage(vec![again]).await;
    assert_eq!(told.await.unwrap(), Ok(Staged::Fresh));
}

#[tokio::test]
async fn many_submissions_share_one_transaction_and_twins_share_one_row() {
    let folder = tempfile::tempdir().unwrap();
    let (mut writer, _other) = writer_on_a_full_disk().await;
    writer.window = None;
    writer.folder = folder.path().into();
    let (submissions, told): (Vec<_>, Vec<_>) = [1, 2, 1].map(submission).into_iter().unzip();
    writer.stage(submissions).await;
    let mut answers = Vec::new();
    for told in told {
        answers.push(told.await.unwrap().unwrap());
    }
    assert_eq!(answers, [Staged::Fresh, Staged::Fresh, Staged::Resent]);
    assert_eq!(writer.window.as_ref().map(Window::frames), Some(2));
}

/// Asked of the connection that writes, of the first window and of one begun when it was over.
#[tokio::test]
async fn the_live_writer_waits_for_the_disk_in_every_window() {
    let (mut writer, _folder) = writer_on_a_full_disk().await;
    for number in 1..=3 {
        let (one, _told) = submission(number);
        writer.stage(vec![one]).await;
        let Some(window) = writer.window.as_mut() else {
            // The first file was full and is not trusted again.
            assert_eq!(number, 1);
            continue;
        };
        let level = window.pragma::<i64>("pragma synchronous").await;
        assert_eq!(level.unwrap(), 2);
        let journal = window.pragma::<String>("pragma journal_mode").await;
        assert_eq!(journal.unwrap(), "wal");
        writer.retire().await;
    }
}
