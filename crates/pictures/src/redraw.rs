//! A picture drawn anew.

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{ExtendedColorType, RgbImage, imageops};

use crate::cover::cover;
use crate::decode::{Decoded, decode};
use crate::{Cover, Kind, Paint, Room};

/// Most pixels of a side of what is drawn.
pub const SIDE_MAX: u32 = 2_048;
/// Of the JPEG that is written, of 100.
pub const QUALITY: u8 = 85;

/// A picture of which nothing but its pixels is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redrawn {
    /// A JPEG without any metadata.
    pub jpeg: Vec<u8>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Whether the file was a moving picture, of which this is the first.
    pub first_of_several: bool,
}

/// Why a file was not drawn anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It does not begin as a JPEG, PNG or WebP does.
    #[error("not a picture")]
    NotAPicture,
    /// The file, or the picture it says it holds, is larger than there is room for.
    #[error("the picture is too large")]
    TooLarge,
    /// It begins as a picture, and is broken or cut off.
    #[error("the picture cannot be read")]
    Unreadable,
}

/// Draws a file's picture anew: upright, small, covered, and with nothing of the file but its pixels.
///
/// `covers` are parts of the upright picture.
pub fn redraw(file: &[u8], room: Room, covers: &[Cover], paint: Paint) -> Result<Redrawn, Refusal> {
    let kind = Kind::of(file).ok_or(Refusal::NotAPicture)?;
    if !room.holds_file(file) {
        return Err(Refusal::TooLarge);
    }
    let decoded = decode(kind, file, room)?;
    let first_of_several = decoded.first_of_several;
    let mut picture = upright(decoded);
    cover(&mut picture, covers, paint);
    let (width, height) = picture.dimensions();
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .encode(&picture, width, height, ExtendedColorType::Rgb8)
        .map_err(|_| Refusal::Unreadable)?;
    Ok(Redrawn {
        jpeg,
        width,
        height,
        first_of_several,
    })
}

/// Small first: turning is cheap then.
fn upright(decoded: Decoded) -> RgbImage {
    let picture = small(decoded.picture);
    match decoded.orientation {
        Orientation::NoTransforms => picture,
        Orientation::Rotate90 => imageops::rotate90(&picture),
        Orientation::Rotate180 => imageops::rotate180(&picture),
        Orientation::Rotate270 => imageops::rotate270(&picture),
        Orientation::FlipHorizontal => imageops::flip_horizontal(&picture),
        Orientation::FlipVertical => imageops::flip_vertical(&picture),
        Orientation::Rotate90FlipH => imageops::flip_horizontal(&imageops::rotate90(&picture)),
        Orientation::Rotate270FlipH => imageops::flip_horizontal(&imageops::rotate270(&picture)),
    }
}

fn small(picture: RgbImage) -> RgbImage {
    let (width, height) = picture.dimensions();
    let longest = width.max(height);
    if longest <= SIDE_MAX {
        return picture;
    }
    let side = |side: u32| {
        let side = u64::from(side).saturating_mul(SIDE_MAX.into()) / u64::from(longest);
        u32::try_from(side).unwrap_or(SIDE_MAX).max(1)
    };
    imageops::thumbnail(&picture, side(width), side(height))
}
