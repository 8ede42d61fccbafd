//! How much memory the worst pictures cost: the most this process ever had resident, step by step.

use std::fs;
use std::io::Write;

use pictures::{Paint, Redrawn, Refusal, Room, redraw};

/// Kilobytes: what the process itself, the file and small things cost.
const BESIDE: u64 = 24_000;

fn main() {
    let before = peak();
    assert_eq!(
        draw(&bomb(10_000, 10_000), Room::BROWSER),
        Err(Refusal::TooLarge)
    );
    assert_eq!(
        draw(&bomb(8_192, 6_144), Room::SERVER),
        Err(Refusal::TooLarge)
    );
    told("refused by what they say they are", before, 0);
    // Every pixel of the room, and the most that decoding can cost: two bytes for each coefficient.
    for (what, room, (width, height)) in [
        ("the largest on a server", Room::SERVER, (5_000, 5_000)),
        ("the largest in a browser", Room::BROWSER, (8_192, 6_144)),
    ] {
        let drawn = draw(&bomb(width, height), room).expect("it has room");
        assert_eq!(drawn.width, 2_048);
        let pixels = u64::from(width) * u64::from(height);
        told(what, before, pixels * 9 / 1_000);
    }
}

fn draw(file: &[u8], room: Room) -> Result<Redrawn, Refusal> {
    redraw(file, room, &[], Paint::Black)
}

fn told(what: &str, before: u64, most: u64) {
    let used = peak().saturating_sub(before);
    let mut out = std::io::stdout().lock();
    writeln!(out, "{what}: {} MB beyond the start", used / 1_000).expect("a terminal takes it");
    assert!(used < most + BESIDE, "{what}: {used} kB, of {most}");
}

/// A progressive JPEG of one colour: three blocks in three bits, 64 pixels each.
fn bomb(width: u16, height: u16) -> Vec<u8> {
    let [blocks, rows] = [width, height].map(|side| usize::from(side).div_ceil(8));
    let mut file = vec![0xff, 0xd8, 0xff, 0xdb, 0, 67, 0];
    file.extend_from_slice(&[1; 64]);
    file.extend_from_slice(&[0xff, 0xc2, 0, 17, 8]);
    file.extend_from_slice(&height.to_be_bytes());
    file.extend_from_slice(&width.to_be_bytes());
    file.extend_from_slice(&[3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
    // One code of one bit, for "no difference".
    file.extend_from_slice(&[0xff, 0xc4, 0, 20, 0, 1]);
    file.extend_from_slice(&[0; 16]);
    file.extend_from_slice(&[0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 0, 0]);
    file.resize(file.len() + (blocks * rows * 3).div_ceil(8), 0);
    file.extend_from_slice(&[0xff, 0xd9]);
    file
}

/// The most kilobytes ever resident.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux tells");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number
        .and_then(|number| number.parse().ok())
        .expect("a number of kilobytes")
}
