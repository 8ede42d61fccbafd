//! One body for what reads pictures: it must not panic, and what it draws keeps the rules.

use crate::{Cover, Kind, Paint, Room, SIDE_MAX, redraw};

/// A body: says whether the input was a picture, and panics if a rule is broken.
pub type Body = fn(&[u8]) -> bool;

/// Every body with its name.
pub const BODIES: &[(&str, Body)] = &[("picture", picture)];

/// Many inputs a second.
const LITTLE: Room = Room::new(1 << 20, 1 << 16);

fn picture(bytes: &[u8]) -> bool {
    let corner = Cover {
        left: 0,
        top: 0,
        width: 5_000,
        height: 5_000,
    };
    let Ok(drawn) = redraw(bytes, LITTLE, &[corner], Paint::Blur) else {
        return false;
    };
    assert!((1..=SIDE_MAX).contains(&drawn.width) && (1..=SIDE_MAX).contains(&drawn.height));
    assert_eq!(Kind::of(&drawn.jpeg), Some(Kind::Jpeg));
    let again = redraw(&drawn.jpeg, LITTLE, &[], Paint::Black).expect("our own is a picture");
    assert_eq!((again.width, again.height), (drawn.width, drawn.height));
    true
}
