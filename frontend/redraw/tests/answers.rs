//! What the page reads.

use pictures::Kind;
use redraw::redraw;

/// A PNG of one black pixel.
const DOT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\x0aIDAT\x78\x9c\x63\x60\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\xae\x42\x60\x82";

#[test]
fn a_picture_is_answered_with_a_jpeg_after_one_byte() {
    let answer = redraw(DOT, &[], false).unwrap();
    assert_eq!(answer[0], 0);
    assert_eq!(Kind::of(&answer[1..]), Some(Kind::Jpeg));
}

#[test]
fn covers_are_read_by_fours_and_what_is_left_over_is_none() {
    let black = redraw(DOT, &[0, 0, 10_000, 10_000, 7], false);
    assert_eq!(black, redraw(DOT, &[], false));
}

#[test]
fn what_cannot_be_drawn_is_answered_with_a_word() {
    assert_eq!(redraw(b"%PDF-1.7", &[], true), Err("other"));
    assert_eq!(redraw(&DOT[..40], &[], true), Err("unreadable"));
    let mut large = DOT.to_vec();
    large.resize(40 << 20, 0);
    assert_eq!(redraw(&large, &[], true), Err("too-large"));
}
