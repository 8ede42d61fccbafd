//! Faces and number plates, covered in the pixels themselves.

use image::{Rgb, RgbImage};

/// Where a side of a picture ends.
const WHOLE: u32 = 10_000;
/// Squares along the longer side of a blurred cover.
const SQUARES: u32 = 3;
/// What is left of a blurred square's colour: the upper four bits of each channel.
const STEPS: u8 = 0xf0;
const BLACK: Rgb<u8> = Rgb([0; 3]);

/// A part of a picture, in ten-thousandths of its width and height. What lies outside is nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cover {
    /// From the left edge.
    pub left: u16,
    /// From the top.
    pub top: u16,
    /// Of the picture's width.
    pub width: u16,
    /// Of the picture's height.
    pub height: u16,
}

/// What is painted over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// Nothing is left.
    Black,
    /// At most three squares along its longer side, each of one colour.
    Blur,
}

/// Pixels from `left` to before `right`, and likewise down.
#[derive(Debug, Clone, Copy)]
struct Part {
    left: u32,
    top: u32,
    right: u32,
    bottom: u32,
}

/// Paints over every part of a picture that is to be covered.
pub(crate) fn cover(picture: &mut RgbImage, covers: &[Cover], paint: Paint) {
    for cover in covers {
        let part = Part::of(*cover, picture.dimensions());
        match paint {
            Paint::Black => part.fill(picture, BLACK),
            Paint::Blur => part.blur(picture),
        }
    }
}

impl Part {
    /// Rounded outwards: what is touched is covered.
    fn of(cover: Cover, (width, height): (u32, u32)) -> Self {
        let begin = |at: u16, side: u32| scale(at.into(), side) / WHOLE;
        let end = |at: u16, long: u16, side: u32| {
            let to = u32::from(at).saturating_add(u32::from(long)).min(WHOLE);
            scale(to, side).div_ceil(WHOLE)
        };
        Self {
            left: begin(cover.left, width),
            top: begin(cover.top, height),
            right: end(cover.left, cover.width, width),
            bottom: end(cover.top, cover.height, height),
        }
    }

    fn blur(self, picture: &mut RgbImage) {
        let wide = self.right.saturating_sub(self.left);
        let high = self.bottom.saturating_sub(self.top);
        let side = wide.max(high).div_ceil(SQUARES).max(1);
        for square in self.squares(side) {
            let colour = square.average(picture);
            square.fill(picture, colour);
        }
    }

    fn squares(self, side: u32) -> impl Iterator<Item = Self> {
        let step = usize::try_from(side).unwrap_or(usize::MAX);
        let tops = (self.top..self.bottom).step_by(step);
        tops.flat_map(move |top| {
            let lefts = (self.left..self.right).step_by(step);
            lefts.map(move |left| Self {
                left,
                top,
                right: left.saturating_add(side).min(self.right),
                bottom: top.saturating_add(side).min(self.bottom),
            })
        })
    }

    fn pixels(self) -> impl Iterator<Item = (u32, u32)> {
        (self.top..self.bottom).flat_map(move |y| (self.left..self.right).map(move |x| (x, y)))
    }

    fn average(self, picture: &RgbImage) -> Rgb<u8> {
        let (mut sums, mut count) = ([0_u64; 3], 0_u64);
        for (x, y) in self.pixels() {
            let Some(pixel) = picture.get_pixel_checked(x, y) else {
                continue;
            };
            count = count.saturating_add(1);
            for (sum, channel) in sums.iter_mut().zip(pixel.0) {
                *sum = sum.saturating_add(channel.into());
            }
        }
        Rgb(sums.map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX) & STEPS))
    }

    fn fill(self, picture: &mut RgbImage, colour: Rgb<u8>) {
        for (x, y) in self.pixels() {
            if let Some(pixel) = picture.get_pixel_mut_checked(x, y) {
                *pixel = colour;
            }
        }
    }
}

/// Sides are at most [`crate::SIDE_MAX`] long and parts at most [`WHOLE`]: their product fits.
fn scale(part: u32, side: u32) -> u32 {
    part.saturating_mul(side)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every pixel another colour.
    fn picture() -> RgbImage {
        RgbImage::from_fn(200, 100, |x, y| {
            let [x, y] = [x, y].map(|at| u8::try_from(at).unwrap());
            Rgb([x, y, x ^ y])
        })
    }

    const PLATE: Cover = Cover {
        left: 2_500,
        top: 4_000,
        width: 3_000,
        height: 1_000,
    };

    fn covered(cover: Cover, paint: Paint) -> RgbImage {
        let mut picture = picture();
        super::cover(&mut picture, &[cover], paint);
        picture
    }

    #[test]
    fn a_black_cover_leaves_nothing_inside_and_everything_outside() {
        let drawn = covered(PLATE, Paint::Black);
        for (x, y, pixel) in drawn.enumerate_pixels() {
            let inside = (50..110).contains(&x) && (40..50).contains(&y);
            let wanted = if inside {
                BLACK
            } else {
                *picture().get_pixel(x, y)
            };
            assert_eq!(*pixel, wanted, "{x} {y}");
        }
    }

    #[test]
    fn a_blurred_plate_is_three_flat_squares_of_coarse_colours() {
        let drawn = covered(PLATE, Paint::Blur);
        for square in 0..3 {
            let first = drawn.get_pixel(50 + square * 20, 40);
            assert!(first.0.iter().all(|channel| channel & STEPS == *channel));
            for (x, y) in (0..20).flat_map(|x| (40..50).map(move |y| (x, y))) {
                assert_eq!(drawn.get_pixel(50 + square * 20 + x, y), first);
            }
        }
        assert_eq!(drawn.get_pixel(110, 40), picture().get_pixel(110, 40));
    }

    #[test]
    fn a_cover_that_goes_over_the_edge_is_cut_and_an_empty_one_is_none() {
        let over = Cover {
            left: 9_000,
            top: 9_000,
            width: u16::MAX,
            height: u16::MAX,
        };
        for paint in [Paint::Black, Paint::Blur] {
            let drawn = covered(over, paint);
            assert_eq!(drawn.get_pixel(199, 99), drawn.get_pixel(198, 98));
            assert_eq!(drawn.get_pixel(179, 89), picture().get_pixel(179, 89));
            let none = Cover {
                left: u16::MAX,
                top: u16::MAX,
                ..over
            };
            assert_eq!(covered(none, paint), picture());
        }
    }
}
