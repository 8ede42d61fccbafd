//! A tip's files: opened while it waits and after it was accepted, and never in anything's place.

use domain::TipId;
use domain::bundle::{Bucket, FileKind};
use domain::console::{Answer, Ask, Failure, FileView, Quarantine};

use image::codecs::png::PngEncoder;
use image::{GrayImage, ImageFormat};
use pictures::SIDE_MAX;

use crate::world::{Officer, World, failure};

const BEGINS_AS_JPEG: &[u8] = b"\xff\xd8\xff\xe0 a blue van";
const SENT: [(FileKind, &[u8]); 2] = [
    (FileKind::Jpeg, BEGINS_AS_JPEG),
    (FileKind::Opaque, b"a list"),
];
const BEHIND: &[u8] = b"made by Jo on Elm Road";

/// A picture with something behind its end.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let picture = GrayImage::new(width, height);
    picture
        .write_with_encoder(PngEncoder::new(&mut file))
        .unwrap();
    [&file, BEHIND].concat()
}

fn finds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

fn opened(officer: &mut Officer, tip: TipId) -> Vec<FileView> {
    match officer.ask(Ask::OpenFiles { tip }) {
        Answer::Files {
            tip: of,
            files,
            passphrase,
        } => {
            assert_eq!(of, tip);
            let any_is_sealed = files.iter().any(|file| file.kind == FileKind::Opaque);
            let words = passphrase.map(|drawn| drawn.expose().split(' ').count());
            assert_eq!(words, any_is_sealed.then_some(6));
            files
        }
        other => panic!("{other:?}"),
    }
}

/// Handed on so that only a passphrase opens it.
fn assert_sealed(file: Option<&[u8]>, sent: &[u8]) {
    let file = file.unwrap();
    assert!(file.starts_with(b"age-encryption.org/v1\n-> scrypt "));
    assert!(file.len() > sent.len() && !finds(file, sent));
}

#[test]
fn files_are_opened_while_the_tip_waits_and_after_it_was_accepted() {
    let (mut world, mut ann, ..) = World::staffed();
    let sent = png(32, 24);
    let (tip, _) = world.send_files(&[(FileKind::Png, &sent), SENT[1]]);
    assert!(ann.fetch(false).tips[0].has_files);
    let views = opened(&mut ann, tip);
    let seen: Vec<_> = views.iter().map(|one| (one.number, one.kind)).collect();
    assert_eq!(seen, [(1, FileKind::Jpeg), (2, FileKind::Opaque)]);
    for view in &views {
        let bytes = ann.opener.file(tip, view.number).unwrap();
        assert_eq!(bytes.len(), usize::try_from(view.bytes).unwrap());
    }
    assert_eq!(views[0].pixels, Some((32, 24)));
    assert_sealed(ann.opener.file(tip, 2), b"a list");
    for number in [0, 3, usize::MAX] {
        assert_eq!(ann.opener.file(tip, number), None);
    }
    let record = ann.accept(tip);
    assert!(ann.open(record).unwrap().original.has_files);
    assert_eq!(opened(&mut ann, tip), views);
}

#[test]
fn the_files_of_one_tip_are_open_at_a_time_and_none_after_the_session() {
    let (mut world, mut ann, ..) = World::staffed();
    let (first, _) = world.send_files(&SENT);
    let (second, _) = world.send_files(&SENT[1..]);
    ann.fetch(false);
    opened(&mut ann, first);
    opened(&mut ann, second);
    assert_eq!(ann.opener.file(first, 1), None);
    assert!(ann.opener.file(second, 1).is_some());
    assert_eq!(ann.ask(Ask::CloseFiles), Answer::Done);
    assert_eq!(ann.opener.file(second, 1), None);
    opened(&mut ann, second);
    ann.ask(Ask::Lock { keep: None });
    assert_eq!(ann.opener.file(second, 1), None);
}

#[test]
fn missing_damaged_and_exchanged_files_are_told_apart_and_never_shown() {
    let (mut world, mut ann, ..) = World::staffed();
    let without = world.send_tip("no files");
    let (tip, blob) = world.send_files(&SENT);
    let (_, other) = world.send_files(&SENT[..1]);
    ann.fetch(false);
    for nothing in [without, TipId::from_bytes([9; 16])] {
        let answer = ann.ask(Ask::OpenFiles { tip: nothing });
        assert_eq!(failure(answer), Failure::NotFound);
    }
    let put = |world: &World, bytes: Vec<u8>| world.server.borrow_mut().blobs.insert(blob, bytes);
    let good = put(&world, Vec::new()).unwrap();
    let exchanged = world.server.borrow().blobs[&other].clone();
    let mut damaged = good.clone();
    damaged[5_000] ^= 1;
    for wrong in [Vec::new(), exchanged, damaged, good[1..].to_vec()] {
        put(&world, wrong);
        let answer = ann.ask(Ask::OpenFiles { tip });
        assert_eq!(failure(answer), Failure::Quarantined(Quarantine::Another));
        assert_eq!(ann.opener.file(tip, 1), None);
    }
    assert_eq!(good.len(), Bucket::One.blob_len());
    world.server.borrow_mut().blobs.remove(&blob);
    let answer = ann.ask(Ask::OpenFiles { tip });
    assert_eq!(failure(answer), Failure::NotFound);
    put(&world, good);
    assert_eq!(opened(&mut ann, tip).len(), 2);
}

#[test]
fn every_picture_is_drawn_anew_whatever_its_sender_did() {
    let (mut world, mut ann, ..) = World::staffed();
    let sent = png(32, 24);
    assert!(finds(&sent, BEHIND));
    let (tip, _) = world.send_files(&[(FileKind::Png, &sent)]);
    ann.fetch(false);
    opened(&mut ann, tip);
    let shown = ann.opener.file(tip, 1).unwrap();
    assert!(FileKind::Jpeg.begins(shown) && !finds(shown, BEHIND));
    let seen = image::load_from_memory_with_format(shown, ImageFormat::Jpeg).unwrap();
    assert_eq!((seen.width(), seen.height()), (32, 24));
}

#[test]
fn what_cannot_be_drawn_anew_is_handed_on_as_a_file_nobody_looked_into() {
    let (mut world, mut ann, ..) = World::staffed();
    let larger_than_any_drawn = png(SIDE_MAX + 1, SIDE_MAX);
    let cut_off = &png(32, 24)[..40];
    let sent: [(FileKind, &[u8]); 4] = [
        SENT[0],
        (FileKind::Png, &larger_than_any_drawn),
        (FileKind::Png, cut_off),
        (FileKind::Webp, b"RIFF\xff\xff\xff\xffWEBPVP8L"),
    ];
    let (tip, _) = world.send_files(&sent);
    ann.fetch(false);
    let views = opened(&mut ann, tip);
    assert_eq!(views.len(), sent.len());
    for (view, (_, bytes)) in views.iter().zip(sent) {
        assert_eq!(view.kind, FileKind::Opaque, "{}", view.number);
        assert_sealed(ann.opener.file(tip, view.number), bytes);
    }
}

#[test]
fn files_that_only_say_they_are_pictures_are_not_shown() {
    let (mut world, mut ann, ..) = World::staffed();
    let (tip, _) = world.send_files(&[(FileKind::Png, b"<svg onload=alert(1)>")]);
    ann.fetch(false);
    let answer = ann.ask(Ask::OpenFiles { tip });
    assert_eq!(
        failure(answer),
        Failure::Quarantined(Quarantine::Unreadable)
    );
}
