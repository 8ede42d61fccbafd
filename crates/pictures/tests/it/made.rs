//! Pictures made for the tests.

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, ImageDecoder, ImageEncoder, RgbImage};
use pictures::Redrawn;
use std::io::Cursor;

/// Red above left, green above right, blue below.
pub fn scene(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        image::Rgb(match (x * 2 < width, y * 2 < height) {
            (true, true) => [220, 20, 20],
            (false, true) => [20, 200, 20],
            (_, false) => [20, 20, 220],
        })
    })
}

pub fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut out, 90);
    picture.write_with_encoder(encoder).unwrap();
    out
}

pub fn png(picture: &RgbImage) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = PngEncoder::new(&mut out);
    picture.write_with_encoder(encoder).unwrap();
    out
}

/// A PNG of raw pixels.
pub fn png_of(pixels: &[u8], width: u32, height: u32, colours: ExtendedColorType) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = PngEncoder::new(&mut out);
    encoder.write_image(pixels, width, height, colours).unwrap();
    out
}

pub fn webp(picture: &RgbImage) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = WebPEncoder::new_lossless(&mut out);
    picture.write_with_encoder(encoder).unwrap();
    out
}

/// What an officer will see.
pub fn seen(drawn: &Redrawn) -> RgbImage {
    let decoder = JpegDecoder::new(Cursor::new(&drawn.jpeg)).unwrap();
    let (width, height) = decoder.dimensions();
    let mut pixels = vec![0; usize::try_from(decoder.total_bytes()).unwrap()];
    decoder.read_image(&mut pixels).unwrap();
    RgbImage::from_raw(width, height, pixels).unwrap()
}

/// Whether a pixel is about this colour, as far as JPEG keeps one.
pub fn is_about(picture: &RgbImage, (x, y): (u32, u32), colour: [u8; 3]) -> bool {
    let pixel = picture.get_pixel(x, y).0;
    pixel
        .iter()
        .zip(colour)
        .all(|(seen, wanted)| seen.abs_diff(wanted) < 24)
}
