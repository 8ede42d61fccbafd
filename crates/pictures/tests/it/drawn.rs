//! What is left of a picture: its pixels, upright, small, covered.

use std::fs;
use std::path::Path;

use image::ExtendedColorType::{L8, L16, La8, Rgba8};
use pictures::{Cover, Kind, Paint, Room, SIDE_MAX, redraw};

use crate::made::{is_about, jpeg, png, png_of, scene, seen, webp};

const NONE: &[Cover] = &[];

#[test]
fn every_kind_becomes_a_jpeg_that_shows_the_same() {
    let scene = scene(300, 200);
    for file in [jpeg(&scene), png(&scene), webp(&scene)] {
        let drawn = redraw(&file, Room::SERVER, NONE, Paint::Black).unwrap();
        assert_eq!(Kind::of(&drawn.jpeg), Some(Kind::Jpeg));
        assert_eq!((drawn.width, drawn.height), (300, 200));
        assert!(!drawn.first_of_several);
        let seen = seen(&drawn);
        assert!(is_about(&seen, (10, 10), [220, 20, 20]));
        assert!(is_about(&seen, (290, 10), [20, 200, 20]));
        assert!(is_about(&seen, (150, 190), [20, 20, 220]));
    }
}

#[test]
fn a_large_picture_is_made_small_and_a_small_one_stays_as_large_as_it_is() {
    for (given, wanted) in [
        ((4_000, 3_000), (2_048, 1_536)),
        ((3_000, 4_000), (1_536, 2_048)),
        ((SIDE_MAX, 7), (SIDE_MAX, 7)),
        ((9_000, 2), (SIDE_MAX, 1)),
        ((1, 1), (1, 1)),
    ] {
        let file = jpeg(&scene(given.0, given.1));
        let drawn = redraw(&file, Room::SERVER, NONE, Paint::Black).unwrap();
        assert_eq!((drawn.width, drawn.height), wanted, "{given:?}");
    }
}

#[test]
fn what_is_see_through_is_laid_on_white_and_hidden_colours_do_not_travel() {
    let hidden = [[200, 0, 0, 0], [0, 0, 0, 255], [0, 0, 0, 0], [0, 0, 0, 128]];
    let pixels: Vec<u8> = hidden.iter().flat_map(|pixel| pixel.repeat(256)).collect();
    let file = png_of(&pixels, 16, 64, Rgba8);
    let seen = seen(&redraw(&file, Room::SERVER, NONE, Paint::Black).unwrap());
    assert!(is_about(&seen, (8, 8), [255; 3]));
    assert!(is_about(&seen, (8, 24), [0; 3]));
    assert!(is_about(&seen, (8, 40), [255; 3]));
    assert!(is_about(&seen, (8, 56), [127; 3]));
}

#[test]
fn grey_and_deep_colours_are_read_too() {
    let grey = png_of(&[90; 64], 8, 8, L8);
    let faint = png_of(&[0, 128].repeat(64), 8, 8, La8);
    let deep: Vec<u8> = 0x5a00_u16.to_ne_bytes().repeat(64);
    for (file, wanted) in [(grey, 90), (faint, 127), (png_of(&deep, 8, 8, L16), 0x5a)] {
        let drawn = redraw(&file, Room::SERVER, NONE, Paint::Black).unwrap();
        assert!(is_about(&seen(&drawn), (4, 4), [wanted; 3]), "{wanted}");
    }
}

#[test]
fn what_is_covered_is_gone_from_the_pixels_and_the_rest_stays() {
    let above_left = Cover {
        left: 0,
        top: 0,
        width: 5_000,
        height: 5_000,
    };
    let file = png(&scene(320, 160));
    for (paint, wanted) in [(Paint::Black, [0; 3]), (Paint::Blur, [0xd0, 0x10, 0x10])] {
        let drawn = redraw(&file, Room::SERVER, &[above_left], paint).unwrap();
        let seen = seen(&drawn);
        assert!(is_about(&seen, (70, 30), wanted), "{paint:?}");
        assert!(is_about(&seen, (300, 30), [20, 200, 20]));
    }
}

#[test]
fn the_same_picture_is_drawn_to_the_same_bytes() {
    let file = jpeg(&scene(500, 400));
    let draw = || redraw(&file, Room::BROWSER, NONE, Paint::Black).unwrap();
    assert_eq!(draw(), draw());
}

#[test]
#[ignore = "writes the corpus of the fuzz body anew"]
fn write_the_corpus() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../unseal/fuzz/picture");
    fs::create_dir_all(&folder).unwrap();
    let scene = scene(40, 24);
    let files = [
        ("jpeg", jpeg(&scene)),
        ("png", png(&scene)),
        ("webp", webp(&scene)),
    ];
    for (name, file) in files {
        fs::write(folder.join(name), file).unwrap();
    }
}
