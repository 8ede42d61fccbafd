//! A foreign file's pixels, as far as there is room for them.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{ColorType, ImageDecoder, ImageError, RgbImage};

use crate::{Kind, Refusal, Room};

/// What a file shows, not yet turned.
pub(crate) struct Decoded {
    pub(crate) picture: RgbImage,
    pub(crate) orientation: Orientation,
    /// Whether it moves, and this is its first picture only.
    pub(crate) first_of_several: bool,
}

/// Decodes a file of this kind.
pub(crate) fn decode(kind: Kind, file: &[u8], room: Room) -> Result<Decoded, Refusal> {
    let bytes = Cursor::new(file);
    match kind {
        Kind::Jpeg => {
            if !ends(file) {
                return Err(Refusal::Unreadable);
            }
            read(JpegDecoder::new(bytes)?, room, false)
        }
        Kind::Png => {
            let decoder = PngDecoder::with_limits(bytes, room.limits())?;
            let moves = decoder.is_apng()?;
            read(decoder, room, moves)
        }
        Kind::WebP => {
            if !frames_fit(file, room) {
                return Err(Refusal::TooLarge);
            }
            let decoder = WebPDecoder::new(bytes)?;
            let moves = decoder.has_animation();
            read(decoder, room, moves)
        }
    }
}

fn read<D: ImageDecoder>(mut decoder: D, room: Room, moves: bool) -> Result<Decoded, Refusal> {
    room.check(&decoder)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let ((width, height), colours) = (decoder.dimensions(), decoder.color_type());
    let length = usize::try_from(decoder.total_bytes()).map_err(|_| Refusal::TooLarge)?;
    let mut pixels = vec![0; length];
    decoder.read_image(&mut pixels)?;
    let pixels = on_white(colours, pixels).ok_or(Refusal::Unreadable)?;
    let picture = RgbImage::from_raw(width, height, pixels).ok_or(Refusal::Unreadable)?;
    Ok(Decoded {
        picture,
        orientation,
        first_of_several: moves,
    })
}

/// A library's reasons are not told: they may quote the file.
impl From<ImageError> for Refusal {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooLarge,
            ImageError::Decoding(_)
            | ImageError::Encoding(_)
            | ImageError::Parameter(_)
            | ImageError::Unsupported(_)
            | ImageError::IoError(_) => Self::Unreadable,
        }
    }
}

/// Three channels of eight bits, what is see-through laid on white; nothing for colours no decoder
/// here makes.
fn on_white(colours: ColorType, pixels: Vec<u8>) -> Option<Vec<u8>> {
    match colours {
        ColorType::Rgb8 => Some(pixels),
        ColorType::L8 => Some(pixels.into_iter().flat_map(|grey| [grey; 3]).collect()),
        ColorType::La8 => {
            let (pairs, _) = pixels.as_chunks::<2>();
            let laid = pairs
                .iter()
                .flat_map(|&[grey, alpha]| [lay(grey, alpha); 3]);
            Some(laid.collect())
        }
        ColorType::Rgba8 => {
            let (fours, _) = pixels.as_chunks::<4>();
            let laid = fours
                .iter()
                .flat_map(|&[red, green, blue, alpha]| [red, green, blue].map(|c| lay(c, alpha)));
            Some(laid.collect())
        }
        ColorType::L16 => on_white(ColorType::L8, narrow(&pixels)),
        ColorType::La16 => on_white(ColorType::La8, narrow(&pixels)),
        ColorType::Rgb16 => on_white(ColorType::Rgb8, narrow(&pixels)),
        ColorType::Rgba16 => on_white(ColorType::Rgba8, narrow(&pixels)),
        _ => None,
    }
}

/// One channel over white: `channel · alpha + 255 · (1 − alpha)`.
fn lay(channel: u8, alpha: u8) -> u8 {
    let [channel, alpha] = [channel, alpha].map(u32::from);
    let mixed = channel
        .saturating_mul(alpha)
        .saturating_add(255_u32.saturating_mul(255_u32.saturating_sub(alpha)));
    u8::try_from(mixed / 255).unwrap_or(u8::MAX)
}

/// The upper half of sixteen bits.
fn narrow(pixels: &[u8]) -> Vec<u8> {
    let (pairs, _) = pixels.as_chunks::<2>();
    let upper = pairs.iter().map(|pair| u16::from_ne_bytes(*pair) >> 8);
    upper
        .map(|upper| u8::try_from(upper).unwrap_or(u8::MAX))
        .collect()
}

/// Whether a JPEG has an end. Its decoder makes up what is missing of one that was cut off.
fn ends(file: &[u8]) -> bool {
    let mut rest = file.get(2..).unwrap_or_default();
    // Segments say how long they are; a thumbnail with an end of its own lies inside one.
    while let [0xff, marker, after @ ..] = rest {
        rest = match (marker, after) {
            (0xff, _) => rest.get(1..).unwrap_or_default(),
            (0xd9, _) => return true,
            // What follows the header of a scan is picture, in which no end can stand by chance.
            (0xda, _) => return after.windows(2).any(|pair| pair == [0xff, 0xd9]),
            (_, [high, low, ..]) => {
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                after.get(length..).unwrap_or_default()
            }
            _ => return false,
        };
    }
    false
}

/// Whether every frame inside a WebP has room: the decoder believes a frame's own size before it
/// compares it with the picture's.
fn frames_fit(file: &[u8], room: Room) -> bool {
    file.windows(18).all(|window| match window {
        [
            b'V',
            b'P',
            b'8',
            b' ',
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            0x9d,
            0x01,
            0x2a,
            sides @ ..,
        ] => {
            let (sides, _) = sides.as_chunks::<2>();
            let mut sides = sides
                .iter()
                .map(|side| u32::from(u16::from_le_bytes(*side) & 0x3fff));
            let [width, height] = [sides.next(), sides.next()].map(Option::unwrap_or_default);
            room.holds_pixels(width, height)
        }
        _ => true,
    })
}
