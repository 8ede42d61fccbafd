//! A tip's files: opened while it waits and after it was accepted, and never in anything's place.

use domain::TipId;
use domain::bundle::{Bucket, FileKind};
use domain::console::{Answer, Ask, Failure, FileView, Quarantine};

use crate::world::{Officer, World, failure};

const JPEG: &[u8] = b"\xff\xd8\xff\xe0 a blue van";
const SENT: [(FileKind, &[u8]); 2] = [(FileKind::Jpeg, JPEG), (FileKind::Opaque, b"a list")];

fn opened(officer: &mut Officer, tip: TipId) -> Vec<FileView> {
    match officer.ask(Ask::OpenFiles { tip }) {
        Answer::Files { tip: of, files } => {
            assert_eq!(of, tip);
            files
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn files_are_opened_while_the_tip_waits_and_after_it_was_accepted() {
    let (mut world, mut ann, ..) = World::staffed();
    let (tip, _) = world.send_files(&SENT);
    assert!(ann.fetch(false).tips[0].has_files);
    let views = opened(&mut ann, tip);
    let expected = [(1, FileKind::Jpeg, 15), (2, FileKind::Opaque, 6)];
    let seen: Vec<_> = views
        .iter()
        .map(|one| (one.number, one.kind, one.bytes))
        .collect();
    assert_eq!(seen, expected);
    assert_eq!(ann.opener.file(tip, 1), Some(JPEG));
    assert_eq!(ann.opener.file(tip, 2), Some(b"a list".as_slice()));
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
