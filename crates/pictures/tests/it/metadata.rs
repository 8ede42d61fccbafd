//! Whatever `exiftool` can write into a picture, and what lies behind its end, is gone.

use std::fs;
use std::path::Path;
use std::process::Command;

use image::RgbImage;
use pictures::{Paint, Redrawn, Room, redraw};

use crate::made::{is_about, jpeg, png, scene, seen, webp};

/// Stands in every piece of text that is written.
const CANARY: &str = "Zyx-Canary";
const BEHIND: &[u8] = b"PK\x03\x04 Zyx-Canary.txt behind the end";
/// What a picture has that nobody wrote anything into.
const OF_ANY_FILE: [&str; 4] = ["SourceFile", "ExifTool", "File", "Composite"];

fn exiftool(arguments: &[&str], file: &Path) -> String {
    let output = Command::new("exiftool").args(arguments).arg(file).output();
    let output = output.expect("exiftool is there: Debian's libimage-exiftool-perl");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "exiftool: {said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The picture with everything written into it that a camera or a program may write.
fn written_into(name: &str, picture: &[u8], more: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let (file, thumbnail) = (
        folder.path().join(name),
        folder.path().join("thumbnail.jpg"),
    );
    fs::write(&file, picture).unwrap();
    fs::write(&thumbnail, jpeg(&scene(64, 48))).unwrap();
    let thumbnail = format!("-ThumbnailImage<={}", thumbnail.display());
    let mut arguments = vec![
        "-q",
        "-overwrite_original",
        "-GPSLatitude=53.7960",
        "-GPSLatitudeRef=N",
        "-GPSLongitude=1.5479",
        "-GPSLongitudeRef=W",
        "-EXIF:Artist=Zyx-Canary",
        "-EXIF:SerialNumber=Zyx-Canary",
        "-EXIF:UserComment=Zyx-Canary",
        "-EXIF:DateTimeOriginal=2026:11:01 21:43:00",
        "-XMP:Creator=Zyx-Canary",
        "-XMP:Location=Zyx-Canary",
        "-icc_profile:ProfileDescription=Zyx-Canary",
        thumbnail.as_str(),
    ];
    arguments.extend(more);
    exiftool(&arguments, &file);
    let mut written = fs::read(&file).unwrap();
    written.extend_from_slice(BEHIND);
    assert!(finds(&written, CANARY.as_bytes()));
    written
}

/// Groups and names of everything `exiftool` reads out of a file, but what every file has.
fn read_out(picture: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("picture");
    fs::write(&file, picture).unwrap();
    let listing = exiftool(&["-a", "-u", "-U", "-G", "-s"], &file);
    let lines = listing.lines().map(str::trim);
    let ours = |line: &&str| {
        let group = line.trim_start_matches('[').split(']').next();
        group.is_some_and(|group| !OF_ANY_FILE.contains(&group))
    };
    lines.filter(ours).map(str::to_owned).collect()
}

fn finds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

fn draw(file: &[u8]) -> Redrawn {
    redraw(file, Room::SERVER, &[], Paint::Black).unwrap()
}

fn assert_clean(drawn: &Redrawn) {
    for needle in [
        CANARY.as_bytes(),
        b"Exif",
        b"xmp",
        b"ICC",
        b"Photoshop",
        b"PK\x03\x04",
    ] {
        assert!(!finds(&drawn.jpeg, needle), "{}", needle.escape_ascii());
    }
    // The end, and nothing behind it; one beginning, and so no thumbnail.
    assert!(drawn.jpeg.ends_with(&[0xff, 0xd9]));
    let begins = drawn
        .jpeg
        .windows(3)
        .filter(|three| three == b"\xff\xd8\xff");
    assert_eq!(begins.count(), 1);
    let left = read_out(&drawn.jpeg);
    assert!(
        left.iter().all(|line| line.starts_with("[JFIF]")),
        "{left:?}"
    );
}

#[test]
fn a_photograph_that_says_where_when_and_who_says_nothing_any_more() {
    let more = [
        "-IPTC:By-line=Zyx-Canary",
        "-Comment=Zyx-Canary",
        "-Photoshop:XResolution=72",
        "-Make=Zyx-Canary",
    ];
    let written = written_into("photo.jpg", &jpeg(&scene(400, 300)), &more);
    let before = read_out(&written).join("\n");
    for said in [
        "GPSLatitude",
        "SerialNumber",
        "Creator",
        "By-line",
        "ThumbnailImage",
    ] {
        assert!(before.contains(said), "{said} was written: {before}");
    }
    assert_clean(&draw(&written));
}

#[test]
fn neither_do_a_picture_of_a_screen_nor_a_webp() {
    let scene = scene(400, 300);
    for (name, picture) in [("screen.png", png(&scene)), ("small.webp", webp(&scene))] {
        let written = written_into(name, &picture, &[]);
        assert!(
            read_out(&written).join("\n").contains("GPSLatitude"),
            "{name}"
        );
        assert_clean(&draw(&written));
    }
    let more = ["-PNG:Comment=Zyx-Canary", "-PNG:Author=Zyx-Canary"];
    assert_clean(&draw(&written_into("text.png", &png(&scene), &more)));
}

#[test]
fn a_picture_is_turned_as_its_camera_says_and_no_longer_says_it() {
    let (red, green, blue) = ([220, 20, 20], [20, 200, 20], [20, 20, 220]);
    // Above left, above right, and below left, once it stands upright.
    let turned = [
        (1, [red, green, blue]),
        (2, [green, red, blue]),
        (3, [blue, blue, green]),
        (4, [blue, blue, red]),
        (5, [red, blue, green]),
        (6, [blue, red, blue]),
        (7, [blue, green, blue]),
        (8, [green, blue, red]),
    ];
    for (orientation, [above_left, above_right, below_left]) in turned {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("turned.jpg");
        fs::write(&file, jpeg(&scene(320, 160))).unwrap();
        let tag = format!("-Orientation#={orientation}");
        exiftool(&["-q", "-overwrite_original", &tag], &file);
        let drawn = draw(&fs::read(&file).unwrap());
        let (wide, high) = if orientation < 5 {
            (320, 160)
        } else {
            (160, 320)
        };
        assert_eq!((drawn.width, drawn.height), (wide, high), "{orientation}");
        let picture: RgbImage = seen(&drawn);
        let corners = [(9, 9), (wide - 9, 9), (9, high - 9)];
        for (corner, colour) in corners
            .into_iter()
            .zip([above_left, above_right, below_left])
        {
            assert!(
                is_about(&picture, corner, colour),
                "{orientation} {corner:?}"
            );
        }
        assert_clean(&drawn);
    }
}
