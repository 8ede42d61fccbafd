use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

fn bytes(id: i64, day: i32) -> Vec<u8> {
    let mut bytes = id.to_be_bytes().to_vec();
    bytes.extend_from_slice(&day.to_be_bytes());
    bytes.resize(INTAKE_ENTRY_LEN, 7);
    bytes
}

#[test]
fn an_answer_is_cut_into_whole_entries_or_refused() {
    let two = [bytes(5, 20_000), bytes(6, 20_001)].concat();
    let cut = entries(&two).unwrap();
    assert_eq!((cut[0].id.get(), cut[1].day), (5, Day(20_001)));
    assert_eq!(entries(&[]).unwrap().len(), 0);
    assert!(entries(&two[..two.len() - 1]).is_none());
    assert!(entries(&bytes(-1, 0)).is_none(), "ids are never negative");
}

#[test]
fn the_week_of_arrival_is_tried_first_and_the_one_before_it_second() {
    let day: Day = "2026-11-16".parse().unwrap();
    let open = [3, -3, 0, -1, 1].map(|weeks| day.week().plus(weeks));
    let tried = weeks_to_try(day, open.into_iter());
    assert_eq!(tried[..2], [day.week(), day.week().plus(-1)]);
    assert_eq!(tried.len(), 5);
}

fn jumps(before: (u32, u32), now: (u32, u32)) -> bool {
    let room = IntakeRoom {
        opened: before.0 + now.0,
        unopened: before.1 + now.1,
        ..IntakeRoom::default()
    };
    let (opened, unopened) = before;
    room.jumped_since(Count { opened, unopened })
}

#[test]
fn a_jump_is_many_more_than_usual_and_never_a_few() {
    assert!(jumps((0, 0), (0, 5)), "nothing opens at all");
    assert!(!jumps((0, 0), (0, 4)));
    assert!(!jumps((0, 0), (10, 6)), "covers and other desks' tips");
    assert!(jumps((100, 5), (10, 10)));
    assert!(!jumps((100, 100), (10, 10)), "half is usual here");
    assert!(!jumps((u32::MAX / 2, 0), (1, 0)));
}

proptest! {
    #[test]
    fn foreign_bytes_never_panic(bytes in vec(any::<u8>(), 0..100), times in 0_usize..3) {
        let mut whole = vec![0x70; INTAKE_ENTRY_LEN * times];
        whole.extend_from_slice(&bytes);
        let _ = entries(&whole);
    }
}
