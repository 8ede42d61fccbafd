//! How many frames a second are made durable: `cargo run --release -p staging --example group_commit
//! [folder] [seconds] [senders]`. Prints one line. The folder decides which disk is measured.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use domain::{Clock, FRAME_LEN, SealedFrame, UnixSeconds};
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use staging::Staging;
use storage_sqlite::SqliteStore;

struct Still;

impl Clock for Still {
    fn now(&self) -> UnixSeconds {
        UnixSeconds(1_795_392_000)
    }
}

/// What was measured.
struct Figure {
    /// Frames acknowledged.
    frames: u64,
    /// While senders sent.
    seconds: u64,
    /// Shuffled into the store when the window turned.
    shuffled: u64,
}

#[expect(clippy::print_stdout, reason = "a figure is what it is for")]
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let mut arguments = std::env::args().skip(1);
    let scratch = tempfile::tempdir()?;
    let folder = arguments
        .next()
        .map_or(scratch.path().into(), PathBuf::from);
    let seconds = arguments.next().map_or(Ok(5), |text| text.parse())?;
    let senders = arguments.next().map_or(Ok(64), |text| text.parse())?;
    let figure = measure(folder, seconds, senders).await?;
    println!(
        "staging: {} frames/s durable with {senders} senders ({} frames in {} s, {} shuffled in)",
        figure.frames / figure.seconds.max(1),
        figure.frames,
        figure.seconds,
        figure.shuffled,
    );
    Ok(())
}

/// Lets senders stage frames, one after the other each, for some seconds.
async fn measure(
    folder: PathBuf,
    seconds: u64,
    senders: u64,
) -> Result<Figure, Box<dyn std::error::Error + Send + Sync>> {
    std::fs::create_dir_all(&folder)?;
    let store = Arc::new(SqliteStore::open(&folder).await?);
    let rng = ChaCha20Rng::seed_from_u64(0);
    let staging = Staging::open(&folder.join("staging"), store, Arc::new(Still), rng).await?;
    let (over, frames) = (
        Arc::new(AtomicBool::new(false)),
        Arc::new(AtomicU64::new(0)),
    );
    let mut running = Vec::new();
    for sender in 0..senders {
        let (staging, over, frames) = (staging.clone(), over.clone(), frames.clone());
        running.push(tokio::spawn(async move {
            let mut rng = ChaCha20Rng::seed_from_u64(sender);
            while !over.load(Ordering::Relaxed) {
                staging.stage(vec![random_frame(&mut rng)]).await?;
                frames.fetch_add(1, Ordering::Relaxed);
            }
            Ok::<(), staging::StagingError>(())
        }));
    }
    tokio::time::sleep(Duration::from_secs(seconds)).await;
    over.store(true, Ordering::Relaxed);
    for sender in running {
        sender.await??;
    }
    let frames = frames.load(Ordering::Relaxed);
    let shuffled = staging.close().await?;
    Ok(Figure {
        frames,
        seconds,
        shuffled,
    })
}

fn random_frame(rng: &mut ChaCha20Rng) -> SealedFrame {
    let mut bytes = vec![0; FRAME_LEN];
    rng.fill_bytes(&mut bytes);
    SealedFrame::try_from(bytes).expect("a frame's length")
}
