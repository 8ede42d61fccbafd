//! Files made to break, to fill the memory, or to be something else as well.

use pictures::{Paint, Redrawn, Refusal, Room, redraw};
use rand::RngCore;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::made::{is_about, jpeg, png, scene, seen, webp};

fn draw(file: &[u8]) -> Result<Redrawn, Refusal> {
    redraw(file, Room::BROWSER, &[], Paint::Black)
}

/// A chunk of a PNG.
fn chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [kind.as_slice(), data].concat();
    let crc = !body.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    });
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [length.as_slice(), &body, &crc.to_be_bytes()].concat()
}

/// A PNG that says it is as large as this.
fn png_saying(width: u32, height: u32) -> Vec<u8> {
    let mut file = png(&scene(8, 8));
    let sides = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let header = chunk(*b"IHDR", &[sides.as_slice(), &file[24..29]].concat());
    file.splice(8..33, header);
    file
}

fn jpeg_saying(width: u16, height: u16) -> Vec<u8> {
    let mut file = jpeg(&scene(8, 8));
    let at = file.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    file[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
    file[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    file
}

/// A RIFF of these chunks.
fn riff(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut body = b"WEBP".to_vec();
    for (name, data) in chunks {
        body.extend_from_slice(*name);
        body.extend_from_slice(&u32::try_from(data.len()).unwrap().to_le_bytes());
        body.extend_from_slice(data);
        body.resize(body.len().next_multiple_of(2), 0);
    }
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    [b"RIFF".as_slice(), &length, &body].concat()
}

/// The head of a WebP with more than a picture in it, of this size.
fn extended(flags: u8, side: u32) -> Vec<u8> {
    let side = (side - 1).to_le_bytes();
    [&[flags, 0, 0, 0], &side[..3], &side[..3]].concat()
}

#[test]
fn ten_thousand_by_ten_thousand_pixels_are_refused_whatever_says_so() {
    let lossless = {
        let sides: u32 = 0x2f | (9_999 << 8) | (9_999 << 22);
        let mut data = sides.to_le_bytes().to_vec();
        data.extend_from_slice(&[0; 40]);
        riff(&[(b"VP8L", data)])
    };
    for file in [
        png_saying(10_000, 10_000),
        png_saying(u32::MAX >> 1, u32::MAX >> 1),
        jpeg_saying(10_000, 10_000),
        jpeg_saying(u16::MAX, u16::MAX),
        riff(&[(b"VP8X", extended(0, 10_000)), (b"VP8L", vec![0x2f; 20])]),
    ] {
        assert_eq!(draw(&file), Err(Refusal::TooLarge));
    }
    assert!(draw(&lossless).is_err());
}

#[test]
fn a_frame_larger_than_the_webp_it_stands_in_is_refused_before_it_is_decoded() {
    let frame = [0x10, 0, 0, 0x9d, 0x01, 0x2a, 0xff, 0x3f, 0xff, 0x3f, 0, 0];
    let file = riff(&[
        (b"VP8X", extended(0, 8)),
        (b"VP8 ", [frame.as_slice(), &[0; 64]].concat()),
    ]);
    assert_eq!(draw(&file), Err(Refusal::TooLarge));
}

#[test]
fn a_file_that_is_too_long_is_refused_unread() {
    let mut file = jpeg(&scene(8, 8));
    file.resize((32 << 20) + 1, 0);
    assert_eq!(draw(&file), Err(Refusal::TooLarge));
}

#[test]
fn text_that_unpacks_to_a_gigabyte_stays_packed() {
    // A zlib stream of stored blocks is as long as it says; one of a run of zeros is a thousandth.
    let zeros = png(&image::RgbImage::new(8_000, 4_000));
    let at = zeros.windows(4).position(|four| four == b"IDAT").unwrap();
    let length = u32::from_be_bytes(zeros[at - 4..at].try_into().unwrap());
    let packed = &zeros[at + 4..at + 4 + usize::try_from(length).unwrap()];
    let mut file = png(&scene(8, 8));
    let text = [b"Comment\0\0".as_slice(), packed].concat();
    file.splice(33..33, chunk(*b"zTXt", &text).repeat(40));
    assert_eq!(draw(&file).unwrap().width, 8);
}

#[test]
fn a_picture_that_was_cut_off_is_refused() {
    let scene = scene(400, 300);
    for whole in [jpeg(&scene), png(&scene), webp(&scene)] {
        for part in 1..8 {
            let cut = &whole[..whole.len() * part / 8];
            assert_eq!(draw(cut), Err(Refusal::Unreadable), "{part} eighths");
        }
        let end = &whole[..whole.len() - 12];
        assert_eq!(draw(end), Err(Refusal::Unreadable));
    }
}

#[test]
fn the_end_of_a_thumbnail_is_not_the_end_of_the_picture() {
    let mut file = jpeg(&scene(400, 300));
    let thumbnail = jpeg(&scene(16, 16));
    let length = u16::try_from(thumbnail.len() + 2).unwrap().to_be_bytes();
    let segment = [&[0xff, 0xe1], length.as_slice(), &thumbnail].concat();
    file.splice(2..2, segment);
    assert_eq!(draw(&file).unwrap().width, 400);
    file.truncate(file.len() - 40);
    assert_eq!(draw(&file), Err(Refusal::Unreadable));
}

#[test]
fn a_file_that_is_two_things_leaves_only_its_picture() {
    let page = b"<script>alert('Zyx-Canary')</script>%PDF-1.7 PK\x03\x04";
    for picture in [
        jpeg(&scene(64, 64)),
        png(&scene(64, 64)),
        webp(&scene(64, 64)),
    ] {
        let both = [picture.as_slice(), page].concat();
        let drawn = draw(&both).unwrap();
        assert!(!drawn.jpeg.windows(6).any(|six| six == b"Canary"));
        let behind = [page.as_slice(), &picture].concat();
        assert_eq!(draw(&behind), Err(Refusal::NotAPicture));
    }
}

#[test]
fn what_does_not_begin_as_a_picture_is_none() {
    for file in [
        b"".as_slice(),
        b"GIF89a",
        b"%PDF-1.7",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        b"\0\0\0\x18ftypheic",
        b"RIFF\0\0\0\0WAVE",
        b"BM",
        b"II*\0",
    ] {
        assert_eq!(draw(file), Err(Refusal::NotAPicture));
    }
}

#[test]
fn what_only_begins_as_a_picture_cannot_be_read() {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    for begin in [
        b"\xff\xd8\xff".as_slice(),
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\0\0\0\0WEBP",
    ] {
        for length in [0, 1, 100, 10_000] {
            let mut rest = vec![0; length];
            rng.fill_bytes(&mut rest);
            let refused = draw(&[begin, &rest].concat());
            assert!(refused.is_err());
        }
    }
}

#[test]
fn of_a_moving_picture_the_first_is_taken_and_that_is_said() {
    let mut moving = png(&scene(64, 64));
    moving.splice(33..33, chunk(*b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]));
    let still = webp(&scene(64, 64));
    let frame = {
        let side = 63_u32.to_le_bytes();
        let head = [&[0; 6], &side[..3], &side[..3], &[100, 0, 0, 0]].concat();
        [head.as_slice(), &still[12..]].concat()
    };
    let moving_webp = riff(&[
        (b"VP8X", extended(0b10, 64)),
        (b"ANIM", vec![0; 6]),
        (b"ANMF", frame.clone()),
        (b"ANMF", frame),
    ]);
    for file in [moving, moving_webp] {
        let drawn = draw(&file).unwrap();
        assert!(drawn.first_of_several);
        assert!(is_about(&seen(&drawn), (9, 9), [220, 20, 20]));
    }
}
