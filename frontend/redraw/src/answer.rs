//! A picture drawn anew, as the page reads it.

use pictures::{Cover, Paint, Refusal, Room};

/// `u8 first | JPEG`: whether it is the first of a moving picture's, and the picture.
///
/// `covers` are `left top width height …` in ten-thousandths of the picture's sides.
///
/// # Errors
/// `other` for what is no picture, `too-large` or `unreadable`.
pub fn redraw(file: &[u8], covers: &[u16], blur: bool) -> Result<Vec<u8>, &'static str> {
    let (covers, _) = covers.as_chunks::<4>();
    let covers: Vec<_> = covers
        .iter()
        .map(|&[left, top, width, height]| Cover {
            left,
            top,
            width,
            height,
        })
        .collect();
    let paint = if blur { Paint::Blur } else { Paint::Black };
    match pictures::redraw(file, Room::BROWSER, &covers, paint) {
        Ok(drawn) => {
            let mut answer = vec![u8::from(drawn.first_of_several)];
            answer.extend_from_slice(&drawn.jpeg);
            Ok(answer)
        }
        Err(Refusal::NotAPicture) => Err("other"),
        Err(Refusal::TooLarge) => Err("too-large"),
        Err(Refusal::Unreadable) => Err("unreadable"),
    }
}
